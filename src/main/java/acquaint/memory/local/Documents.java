package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** Writes the port's records as Lucene documents, and reads them back. */
final class Documents {

    private Documents() {}

    /** Something said, with its place in the order of all that was said. */
    record Said(SessionId session, Utterance utterance, long sequence) {}

    static Document of(CustomerId customer, Said said) {
        Utterance utterance = said.utterance();
        Document document = document(Fields.MESSAGE, Keys.message(customer, said.session(), utterance.id()));
        owned(document, customer, Optional.of(said.session()), utterance.at());
        document.add(new LongField(Fields.SEQUENCE, said.sequence(), Store.YES));
        document.add(new StoredField(Fields.ID, utterance.id().value()));
        document.add(new StoredField(Fields.SPEAKER, utterance.speaker().name()));
        document.add(new StoredField(Fields.AUTHOR, utterance.author()));
        document.add(new TextField(Fields.TEXT, utterance.text(), Store.YES));
        return document;
    }

    static Said said(Document document) {
        Utterance utterance = new Utterance(
                new MessageId(document.get(Fields.ID)),
                Utterance.Speaker.valueOf(document.get(Fields.SPEAKER)),
                document.get(Fields.AUTHOR),
                Instant.parse(document.get(Fields.AT)),
                document.get(Fields.TEXT));
        return new Said(new SessionId(document.get(Fields.SESSION)), utterance, sequence(document));
    }

    /** The words of all that was said find the episode, too, but are not kept a second time. */
    static Document of(Episode episode, List<Said> session) {
        Document document = document(Fields.EPISODE, episode.id());
        owned(document, episode.customer(), Optional.of(episode.session()), episode.until());
        document.add(new LongField(Fields.SEQUENCE, session.getLast().sequence(), Store.YES));
        document.add(new StoredField(Fields.FROM, episode.from().toString()));
        document.add(new TextField(Fields.SUBJECT, episode.subject(), Store.YES));
        document.add(new TextField(Fields.SUMMARY, episode.summary(), Store.YES));
        episode.outcome().ifPresent(outcome -> {
            document.add(new TextField(Fields.OUTCOME, outcome, Store.YES));
            document.add(new StringField(Fields.ENDED_WELL, "yes", Store.NO));
        });
        episode.sources().forEach(source -> document.add(new StoredField(Fields.SOURCE, source.value())));
        session.forEach(said -> document.add(new TextField(Fields.TEXT, said.utterance().text(), Store.NO)));
        return document;
    }

    static Episode episode(Document document, double score) {
        return new Episode(
                document.get(Fields.KEY),
                new CustomerId(document.get(Fields.CUSTOMER)),
                new SessionId(document.get(Fields.SESSION)),
                Instant.parse(document.get(Fields.FROM)),
                Instant.parse(document.get(Fields.AT)),
                document.get(Fields.SUBJECT),
                document.get(Fields.SUMMARY),
                Optional.ofNullable(document.get(Fields.OUTCOME)),
                Stream.of(document.getValues(Fields.SOURCE)).map(MessageId::new).toList(),
                score);
    }

    static Document of(ProfileItem item, String key) {
        Document document = document(Fields.ITEM, key);
        owned(document, item.customer(), item.session(), item.at());
        document.add(new StringField(Fields.ITEM_ID, item.id(), Store.YES));
        document.add(new StoredField(Fields.ITEM_KIND, item.kind().name()));
        document.add(new StoredField(Fields.ITEM_TEXT, item.text()));
        document.add(new StoredField(Fields.EVIDENCE, item.evidence()));
        document.add(new StringField(Fields.CORRECTED, Boolean.toString(item.corrected()), Store.YES));
        item.source().ifPresent(source -> document.add(new StoredField(Fields.SOURCE, source.value())));
        return document;
    }

    static ProfileItem item(Document document) {
        return new ProfileItem(
                document.get(Fields.ITEM_ID),
                new CustomerId(document.get(Fields.CUSTOMER)),
                ProfileItem.Kind.valueOf(document.get(Fields.ITEM_KIND)),
                document.get(Fields.ITEM_TEXT),
                document.get(Fields.EVIDENCE),
                Optional.ofNullable(document.get(Fields.SOURCE)).map(MessageId::new),
                Optional.ofNullable(document.get(Fields.SESSION)).map(SessionId::new),
                Instant.parse(document.get(Fields.AT)),
                Boolean.parseBoolean(document.get(Fields.CORRECTED)));
    }

    /** Stands where a message stood, so that the same message is not taken in again. */
    static Document forgottenMessage(String key) {
        return document(Fields.FORGOTTEN_MESSAGE, key);
    }

    /** Says that the item is not to be learned from anything said up to {@code sequence}. */
    static Document forgottenItem(CustomerId customer, String itemId, long sequence) {
        Document document = document(Fields.FORGOTTEN_ITEM, "forgotten-" + itemId);
        document.add(new StringField(Fields.CUSTOMER, customer.value(), Store.NO));
        document.add(new StringField(Fields.ITEM_ID, itemId, Store.YES));
        document.add(new LongField(Fields.SEQUENCE, sequence, Store.YES));
        return document;
    }

    static long sequence(Document document) {
        return document.getField(Fields.SEQUENCE).numericValue().longValue();
    }

    private static Document document(String kind, String key) {
        Document document = new Document();
        document.add(new StringField(Fields.KIND, kind, Store.NO));
        document.add(new StringField(Fields.KEY, key, Store.YES));
        return document;
    }

    private static void owned(Document document, CustomerId customer, Optional<SessionId> session, Instant at) {
        document.add(new StringField(Fields.CUSTOMER, customer.value(), Store.YES));
        session.ifPresent(s -> document.add(new StringField(Fields.SESSION, s.value(), Store.YES)));
        document.add(new StoredField(Fields.AT, at.toString()));
        document.add(new LongField(Fields.MILLIS, at.toEpochMilli(), Store.NO));
    }
}
