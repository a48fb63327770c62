package acquaint.memory.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** All that an index on disk keeps, read past the port, which shows only what matters to a question. */
public record Kept(List<Kept.Utterance> utterances, List<String> episodes) {

    /** In the order in which they were remembered. */
    public record Utterance(String customer, String session, String id, String text, long sequence) {}

    /** {@code episodes} are named by their sessions, one entry an episode. */
    public static Kept in(Path index) throws IOException {
        try (var directory = FSDirectory.open(index); var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            List<Utterance> utterances = documents(searcher, Fields.MESSAGE).stream()
                    .map(d -> new Utterance(d.get(Fields.CUSTOMER), d.get(Fields.SESSION), d.get(Fields.ID), d.get(Fields.TEXT), Documents.sequence(d)))
                    .sorted(Comparator.comparingLong(Utterance::sequence))
                    .toList();
            return new Kept(utterances, documents(searcher, Fields.EPISODE).stream().map(d -> d.get(Fields.SESSION)).toList());
        }
    }

    private static List<Document> documents(IndexSearcher searcher, String kind) throws IOException {
        var documents = new ArrayList<Document>();
        for (ScoreDoc hit : searcher.search(new TermQuery(new Term(Fields.KIND, kind)), Integer.MAX_VALUE).scoreDocs) {
            documents.add(searcher.storedFields().document(hit.doc));
        }
        return documents;
    }
}
