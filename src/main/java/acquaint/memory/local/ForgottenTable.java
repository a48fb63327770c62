package acquaint.memory.local;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Hashes of what was forgotten: of messages, which do not come back, and of items, which are not learned again. */
final class ForgottenTable {

    private final Handle handle;

    ForgottenTable(Handle handle) {
        this.handle = handle;
    }

    /** {@code sequence}: nothing that was heard up to it brings back what {@code key} names. */
    void add(Collection<String> keys, long sequence) {
        try (var batch = handle.prepareBatch("INSERT INTO forgotten (key, sequence) VALUES (?, ?) "
                + "ON CONFLICT (key) DO UPDATE SET sequence = excluded.sequence")) {
            keys.forEach(key -> batch.bind(0, key).bind(1, sequence).add());
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    boolean contains(String key) {
        return handle.select("SELECT 1 FROM forgotten WHERE key = ?", key).mapTo(Integer.class).findOne().isPresent();
    }

    /** Up to which sequence {@code key} was forgotten; 0 where it was not. */
    long upTo(String key) {
        return handle.select("SELECT sequence FROM forgotten WHERE key = ?", key).mapTo(Long.class).findOne().orElse(0L);
    }
}
