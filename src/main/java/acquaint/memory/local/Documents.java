package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** Turns what memory's file holds into what the index searches. */
final class Documents {

    private Documents() {}

    /** {@code before} is what was said in the same session right before. */
    static Document of(Said said, Optional<Said> before) {
        var document = document(Fields.MESSAGE, said.key(), said.customer(), said.session(), said.utterance().at());
        add(document, Fields.TEXT, words(said), said.read());
        before.ifPresent(earlier -> add(document, Fields.AROUND, words(earlier), earlier.read()));
        add(document, Fields.AROUND, words(said), said.read());
        Stream.concat(Stream.of(said), before.stream()).map(Said::read).distinct().forEach(language -> add(document, language));
        return document;
    }

    /** The words of all that was said find the episode, too. */
    static Document of(Episode episode, List<Said> told, Optional<Embedding> vector) {
        var document = document(Fields.EPISODE, episode.id(), episode.customer(), episode.session(), episode.until());
        Language language = Said.language(episode, told).orElse(Language.ENGLISH);
        add(document, Fields.SUBJECT, episode.subject(), language);
        add(document, Fields.SUMMARY, episode.summary(), language);
        episode.result().ifPresent(result -> {
            add(document, Fields.OUTCOME, result, language);
            document.add(new StringField(Fields.ENDED_WELL, "yes", Store.NO));
        });
        told.forEach(said -> add(document, Fields.TEXT, said.utterance().text(), said.read()));
        Stream.concat(Stream.of(language), told.stream().map(Said::read)).distinct().forEach(one -> add(document, one));
        vector.filter(Embedding::isIndexable).ifPresent(point -> document.add(new KnnFloatVectorField(Fields.vector(point.values().length), point.floats(), VectorSimilarityFunction.DOT_PRODUCT)));
        return document;
    }

    /** What a message is found by, in words and in meaning: who said it matters as much as what. */
    static String words(Said said) {
        return said.utterance().author() + ": " + said.utterance().text();
    }

    private static void add(Document document, String field, String text, Language language) {
        document.add(new TextField(Fields.in(field, language), text, Store.NO));
    }

    private static void add(Document document, Language language) {
        document.add(new StringField(Fields.LANGUAGE, language.code(), Store.NO));
    }

    private static Document document(String kind, String key, CustomerId customer, SessionId session, Instant at) {
        var document = new Document();
        document.add(new StringField(Fields.KIND, kind, Store.NO));
        document.add(new StringField(Fields.KEY, key, Store.NO));
        document.add(new BinaryDocValuesField(Fields.KEY, new BytesRef(key)));
        document.add(new StringField(Fields.CUSTOMER, customer.value(), Store.NO));
        document.add(new StringField(Fields.SESSION, session.value(), Store.NO));
        document.add(new BinaryDocValuesField(Fields.SESSION, new BytesRef(session.value())));
        document.add(new LongField(Fields.MILLIS, at.toEpochMilli(), Store.NO));
        return document;
    }
}
