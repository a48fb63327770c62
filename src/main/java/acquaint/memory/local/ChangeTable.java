package acquaint.memory.local;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was changed and the index has yet to take over. Numbers only grow, also when the table is emptied. */
final class ChangeTable {

    /** That what {@code key} names was written or deleted. */
    record Change(long number, String key) {}

    private final Handle handle;

    ChangeTable(Handle handle) {
        this.handle = handle;
    }

    void add(String key) {
        handle.execute("INSERT INTO change (key) VALUES (?)", key);
    }

    void add(Collection<String> keys) {
        try (var batch = handle.prepareBatch("INSERT INTO change (key) VALUES (?)")) {
            keys.forEach(key -> batch.bind(0, key).add());
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    List<Change> after(long number, int limit) {
        return handle.select("SELECT number, key FROM change WHERE number > ? ORDER BY number LIMIT ?", number, limit)
                .map((row, _) -> new Change(row.getLong(1), row.getString(2))).list();
    }

    void removeUpTo(long number) {
        handle.execute("DELETE FROM change WHERE number <= ?", number);
    }

    /** The greatest number that was ever given; 0 where there was none. */
    long last() {
        return handle.select("SELECT seq FROM sqlite_sequence WHERE name = 'change'").mapTo(Long.class).findOne().orElse(0L);
    }
}
