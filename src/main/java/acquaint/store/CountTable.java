package acquaint.store;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;

/** How much there is of everything on a desk. It reads whole tables: for somebody who can wait a moment. */
public final class CountTable {

    private static final String[][] KINDS = {
        {"customers", "SELECT '', count(*) FROM customer"},
        {"tickets", "SELECT status, count(*) FROM ticket GROUP BY status ORDER BY status"},
        {"messages", "SELECT kind || ' ' || delivery, count(*) FROM message GROUP BY kind, delivery ORDER BY kind, delivery"},
        {"drafts", "SELECT mode, count(*) FROM draft GROUP BY mode ORDER BY mode"},
        {"outbox", "SELECT kind || ' ' || state, count(*) FROM outbox GROUP BY kind, state ORDER BY kind, state"},
        {"handoffs", "SELECT state, count(*) FROM handoff GROUP BY state ORDER BY state"},
        {"promises", "SELECT '', count(*) FROM promise"},
        {"held replies", "SELECT '', count(*) FROM held"},
        {"incidents", "SELECT '', count(*) FROM incident"},
        {"members", "SELECT '', count(*) FROM member"},
    };

    private final Handle handle;

    CountTable(Handle handle) {
        this.handle = handle;
    }

    /** By kind and, where there are some, state: {@code tickets OPEN}. The states are the program's own words. */
    public SequencedMap<String, Long> all() {
        var counts = new LinkedHashMap<String, Long>();
        for (String[] kind : KINDS) {
            handle.select(kind[1]).map((row, context) -> java.util.Map.entry((kind[0] + " " + row.getString(1)).strip(), row.getLong(2))).list()
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        }
        return counts;
    }
}
