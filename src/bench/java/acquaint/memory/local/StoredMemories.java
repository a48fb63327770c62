package acquaint.memory.local;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads texts and vectors out of a memory's file, as they are searched: for others to be measured on the same. */
public final class StoredMemories {

    /** {@code text} is what {@code vector} is of; {@code bytes} is the vector as it is kept, one scale and 8 bits a dimension. */
    public record Stored(String customer, String text, float[] vector, byte[] bytes) {}

    /** Takes one after the other. */
    @FunctionalInterface
    public interface Sink {
        void take(Stored one) throws Exception;
    }

    private static final String MESSAGES = "SELECT customer, author || ': ' || text, vector FROM message WHERE vector IS NOT NULL ORDER BY sequence";
    private static final String EPISODES = "SELECT customer, subject || char(10) || summary, vector FROM episode WHERE vector IS NOT NULL ORDER BY millis";

    private StoredMemories() {}

    public static void each(Path directory, Sink sink) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db").toUri()); var statement = connection.createStatement()) {
            for (String query : new String[] {MESSAGES, EPISODES}) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        sink.take(stored(rows));
                    }
                }
            }
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(3);
        return new Stored(row.getString(1), row.getString(2), Embedding.read(bytes).floats(), bytes);
    }

    /** Of two vectors as they are kept. */
    public static double cosine(byte[] one, byte[] other) {
        return Embedding.read(one).cosine(Embedding.read(other));
    }

    /** As it would be kept. */
    public static byte[] bytes(float[] vector) {
        return Embedding.of(vector).bytes();
    }
}
