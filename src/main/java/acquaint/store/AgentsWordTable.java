package acquaint.store;

import acquaint.model.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What agents corrected, pinned, doubted and had forgotten of what a memory service knows, in one space of it. */
public final class AgentsWordTable {

    /** An agent's word in the place of an item. */
    public record Correction(String item, String kind, String former, String text, String evidence, Instant at) {}

    /** What was said of an item besides correcting it. */
    public record Remark(String item, boolean pinned, boolean disputed) {}

    /** Something that is not shown again. */
    public record Mark(String kind, String key, String detail) {}

    private final Handle handle;
    private final String space;

    AgentsWordTable(Handle handle, String space) {
        this.handle = handle;
        this.space = space;
    }

    /** Newest first. */
    public List<Correction> corrections(CustomerId customer) {
        return handle.select("SELECT item, kind, former, text, evidence, at FROM memory_correction WHERE space = ? AND customer = ?"
                        + " ORDER BY at DESC, item", space, customer.value())
                .map((row, _) -> new Correction(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                        Instant.ofEpochMilli(row.getLong(6))))
                .list();
    }

    public void correct(CustomerId customer, Correction correction) {
        handle.execute("INSERT INTO memory_correction (space, customer, item, kind, former, text, evidence, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (space, customer, item) DO UPDATE SET text = excluded.text, at = excluded.at",
                space, customer.value(), correction.item(), correction.kind(), correction.former(), correction.text(),
                correction.evidence(), correction.at().toEpochMilli());
    }

    /** Takes back what was said of one item, or all that was said of the customer's. */
    public void takeBack(CustomerId customer, Optional<String> item) {
        for (String table : List.of("memory_correction", "memory_remark")) {
            if (item.isPresent()) {
                handle.execute("DELETE FROM " + table + " WHERE space = ? AND customer = ? AND item = ?", space, customer.value(), item.get());
            } else {
                handle.execute("DELETE FROM " + table + " WHERE space = ? AND customer = ?", space, customer.value());
            }
        }
    }

    public List<Remark> remarks(CustomerId customer) {
        return handle.select("SELECT item, pinned, disputed FROM memory_remark WHERE space = ? AND customer = ?", space, customer.value())
                .map((row, _) -> new Remark(row.getString(1), row.getInt(2) != 0, row.getInt(3) != 0)).list();
    }

    public void remark(CustomerId customer, Remark remark) {
        handle.execute("INSERT INTO memory_remark (space, customer, item, pinned, disputed) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (space, customer, item) DO UPDATE SET pinned = excluded.pinned, disputed = excluded.disputed",
                space, customer.value(), remark.item(), remark.pinned() ? 1 : 0, remark.disputed() ? 1 : 0);
    }

    public List<Mark> forgotten(CustomerId customer) {
        return handle.select("SELECT kind, mark, detail FROM memory_forgotten WHERE space = ? AND customer = ?", space, customer.value())
                .map((row, _) -> new Mark(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    public void forget(CustomerId customer, Collection<Mark> marks) {
        try (var batch = handle.prepareBatch("INSERT INTO memory_forgotten (space, customer, kind, mark, detail) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (space, customer, kind, mark) DO UPDATE SET detail = excluded.detail")) {
            marks.forEach(mark -> batch.bind(0, space).bind(1, customer.value()).bind(2, mark.kind()).bind(3, mark.key()).bind(4, mark.detail()).add());
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
