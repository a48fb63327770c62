package acquaint.memory.local;

import acquaint.memory.ProfileItem;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Profile items, each once for every session in which it was heard, and once more where an agent corrected it. */
final class ItemTable {

    /** A customer's name heard in each of thousands of tickets is still one name; the newest suffice. */
    private static final int HEARD = 2_000;

    private final Handle handle;

    ItemTable(Handle handle) {
        this.handle = handle;
    }

    void put(ProfileItem item, String key) {
        handle.execute("INSERT OR REPLACE INTO item (key, item, customer, session, kind, text, evidence, source, at, corrected)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key, item.id(), item.customer().value(), item.session().map(SessionId::value).orElse(null), item.kind().name(),
                item.text(), item.evidence(), item.source().map(MessageId::value).orElse(null), item.at().toString(), item.corrected());
    }

    /** Corrected ones first, then the newest. */
    List<ProfileItem> of(CustomerId customer) {
        return handle.select("SELECT item, customer, kind, text, evidence, source, session, at, corrected FROM item WHERE customer = ?"
                        + " ORDER BY corrected DESC, at DESC LIMIT ?", customer.value(), HEARD)
                .map((row, _) -> item(row)).list();
    }

    /** What was heard in one session; corrections stay. */
    int deleteHeard(CustomerId customer, SessionId session) {
        return handle.execute("DELETE FROM item WHERE customer = ? AND session = ? AND corrected = 0", customer.value(), session.value());
    }

    int delete(CustomerId customer, SessionId session) {
        return handle.execute("DELETE FROM item WHERE customer = ? AND session = ?", customer.value(), session.value());
    }

    int delete(CustomerId customer, String item) {
        return handle.execute("DELETE FROM item WHERE customer = ? AND item = ?", customer.value(), item);
    }

    int delete(CustomerId customer) {
        return handle.execute("DELETE FROM item WHERE customer = ?", customer.value());
    }

    private static ProfileItem item(ResultSet row) throws SQLException {
        return new ProfileItem(row.getString(1), new CustomerId(row.getString(2)), ProfileItem.Kind.valueOf(row.getString(3)),
                row.getString(4), row.getString(5), Optional.ofNullable(row.getString(6)).map(MessageId::new),
                Optional.ofNullable(row.getString(7)).map(SessionId::new), Instant.parse(row.getString(8)), row.getBoolean(9));
    }
}
