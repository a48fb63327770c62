package acquaint.store;

import org.jdbi.v3.core.Handle;

/** Numbers that are given out once. */
final class Counters {

    private static final long FIRST = 1001;

    private Counters() {}

    static long next(Handle handle, String name) {
        return handle.select("INSERT INTO counter (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value", name, FIRST)
                .mapTo(Long.class).one();
    }
}
