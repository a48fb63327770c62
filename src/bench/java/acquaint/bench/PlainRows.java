package acquaint.bench;

import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.local.SentenceModel;
import acquaint.memory.local.StoredMemories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SQLite does as it comes: words by FTS5, where the customer is a column that is matched, too; vectors by reading all
 * of the customer's; both in one order by their ranks (reciprocal rank fusion).
 */
final class PlainRows implements PlainRun.Plain {

    private static final int BATCH = 20_000;
    private static final int WORDS = 64;
    private static final int CANDIDATES = 100;
    /** As Cormack et al. have it (SIGIR 2009). */
    private static final int RANK = 60;

    private record Near(long id, double cosine) {}

    private final SentenceModel model = new SentenceModel();
    private final Connection connection;
    private final PreparedStatement words;
    private final PreparedStatement own;
    private final PreparedStatement all;
    private final PreparedStatement text;

    PlainRows(Path directory) throws SQLException {
        connection = open(directory);
        words = connection.prepareStatement("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT " + CANDIDATES);
        own = connection.prepareStatement("SELECT id, vector FROM memory WHERE customer = ?");
        all = connection.prepareStatement("SELECT id, vector FROM memory");
        text = connection.prepareStatement("SELECT text FROM memory WHERE id = ?");
    }

    private static Connection open(Path directory) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("plain.db").toUri());
    }

    static void build(Path memory, Path directory) throws Exception {
        Files.createDirectories(directory);
        try (var connection = open(directory); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE memory (id INTEGER PRIMARY KEY, customer TEXT NOT NULL, text TEXT NOT NULL, vector BLOB NOT NULL)");
            statement.execute("CREATE VIRTUAL TABLE words USING fts5 (customer, text, content = 'memory', content_rowid = 'id', tokenize = 'porter unicode61')");
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("INSERT INTO memory (customer, text, vector) VALUES (?, ?, ?)")) {
                int[] count = {0};
                StoredMemories.each(memory, one -> {
                    insert.setString(1, one.customer());
                    insert.setString(2, one.text());
                    insert.setBytes(3, one.bytes());
                    insert.addBatch();
                    if (++count[0] % BATCH == 0) {
                        insert.executeBatch();
                    }
                });
                insert.executeBatch();
            }
            statement.execute("CREATE INDEX memory_of_customer ON memory (customer)");
            statement.execute("INSERT INTO words (words) VALUES ('rebuild')");
            connection.commit();
        }
    }

    @Override
    public List<SearchMethod> methods() {
        return List.of(SearchMethod.HYBRID, SearchMethod.KEYWORD);
    }

    @Override
    public int ofCustomer(RecallRequest request) throws Exception {
        return found(request, "customer : \"" + request.customer().value() + "\" AND text : ", own);
    }

    @Override
    public int ofAll(RecallRequest request) throws Exception {
        return found(request, "text : ", all);
    }

    private int found(RecallRequest request, String where, PreparedStatement vectors) throws Exception {
        Map<Long, Double> ranks = new HashMap<>();
        rank(ranks, byWords(where + any(request.words())));
        if (request.method() != SearchMethod.KEYWORD) {
            if (vectors == own) {
                own.setString(1, request.customer().value());
            }
            rank(ranks, near(vectors, StoredMemories.bytes(model.of(List.of(request.words())).getFirst())));
        }
        List<Long> best = ranks.entrySet().stream().sorted(Map.Entry.<Long, Double>comparingByValue().reversed()).limit(request.limit()).map(Map.Entry::getKey).toList();
        int found = 0;
        for (long id : best) {
            text.setLong(1, id);
            try (ResultSet row = text.executeQuery()) {
                found += row.next() && !row.getString(1).isEmpty() ? 1 : 0;
            }
        }
        return found;
    }

    private static String any(String words) {
        return Stream.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).distinct().limit(WORDS)
                .map(word -> '"' + word + '"').collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static void rank(Map<Long, Double> ranks, List<Long> ids) {
        for (int i = 0; i < ids.size(); i++) {
            ranks.merge(ids.get(i), 1.0 / (RANK + i + 1), Double::sum);
        }
    }

    private List<Long> byWords(String match) throws SQLException {
        var ids = new ArrayList<Long>();
        words.setString(1, match);
        try (ResultSet rows = words.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static List<Long> near(PreparedStatement vectors, byte[] vector) throws SQLException {
        var nearest = new PriorityQueue<Near>(Comparator.comparingDouble(Near::cosine));
        try (ResultSet rows = vectors.executeQuery()) {
            while (rows.next()) {
                nearest.add(new Near(rows.getLong(1), StoredMemories.cosine(vector, rows.getBytes(2))));
                if (nearest.size() > CANDIDATES) {
                    nearest.poll();
                }
            }
        }
        return nearest.stream().sorted(Comparator.comparingDouble(Near::cosine).reversed()).map(Near::id).toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
