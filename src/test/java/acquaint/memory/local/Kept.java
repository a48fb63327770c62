package acquaint.memory.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.jdbi.v3.core.Jdbi;

/**
 * All that a memory keeps on disk, read past the port, which shows only what matters to a question. {@code stored} and
 * {@code indexed} are the keys of what stands in memory's file and in its index; the two are to be the same.
 */
public record Kept(List<Kept.Utterance> utterances, List<String> episodes, List<String> items, Set<String> stored, Set<String> indexed) {

    /** In the order in which they were remembered. */
    public record Utterance(String customer, String session, String id, String text, long sequence) {}

    /** {@code episodes} are named by their sessions, one entry an episode; {@code items} by what they say. */
    public static Kept in(Path home) throws IOException {
        return Jdbi.create("jdbc:sqlite:" + home.resolve("store.db").toUri()).withHandle(handle -> {
            var stored = new TreeSet<>(handle.select("SELECT key FROM message UNION ALL SELECT id FROM episode").mapTo(String.class).list());
            return new Kept(
                    handle.select("SELECT customer, session, id, text, sequence FROM message ORDER BY sequence")
                            .map((row, _) -> new Utterance(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5))).list(),
                    handle.select("SELECT session FROM episode").mapTo(String.class).list(),
                    handle.select("SELECT text FROM item").mapTo(String.class).list(), stored, indexed(home.resolve("index")));
        });
    }

    private static Set<String> indexed(Path index) throws IOException {
        var keys = new TreeSet<String>();
        try (var directory = FSDirectory.open(index); var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.KEY);
                for (int document = 0; document < leaf.reader().maxDoc(); document++) {
                    boolean live = leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(document);
                    if (live && values.advanceExact(document) && !keys.add(values.binaryValue().utf8ToString())) {
                        throw new AssertionError("the index holds a memory twice: " + values.binaryValue().utf8ToString());
                    }
                }
            }
        }
        return keys;
    }
}
