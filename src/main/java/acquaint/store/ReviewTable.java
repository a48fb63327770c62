package acquaint.store;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.Review;
import acquaint.model.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Replies that wait, or waited, for a second person. */
public final class ReviewTable {

    private static final String ROW = "SELECT id, ticket, customer, author, text, seen, closing, asked_at, rules, proposed, state, reviewer, ended_at, reason FROM review ";

    private final Handle handle;
    private final Set<TicketId> touched;

    ReviewTable(Handle handle, Set<TicketId> touched) {
        this.handle = handle;
        this.touched = touched;
    }

    public void insert(Review review) {
        handle.execute("INSERT INTO review (id, ticket, customer, author, text, seen, closing, asked_at, rules, proposed, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                review.id().value(), review.ticket().value(), review.customer().value(), review.author(), review.text(), review.seen(), review.close() ? 1 : 0,
                review.askedAt().toEpochMilli(), String.join("\n", review.rules()), review.proposed().orElse(null), review.state().name());
        touched.add(review.ticket());
    }

    public Optional<Review> find(MessageId id) {
        return handle.select(ROW + "WHERE id = ?", id.value()).map((row, _) -> review(row)).findOne();
    }

    /** What a reviewer has made of a reply that waits; empty where nothing was changed. */
    public Optional<String> edited(MessageId id) {
        return handle.select("SELECT edited FROM review WHERE id = ? AND edited IS NOT NULL", id.value()).mapTo(String.class).findOne();
    }

    /** Keeps it while the reply waits. */
    public void edited(MessageId id, String text) {
        handle.execute("UPDATE review SET edited = ? WHERE id = ? AND state = 'WAITING'", text, id.value());
    }

    /** The longest waiting first. */
    public List<Review> waiting() {
        return many("WHERE state = 'WAITING' ORDER BY asked_at, id");
    }

    /** Newest first. */
    public List<Review> ofTicket(TicketId ticket) {
        return many("WHERE ticket = ? ORDER BY asked_at DESC, id", ticket.value());
    }

    /** Ends what is waiting; whether it was. */
    public boolean end(Review review, Review.State state, String reviewer, Instant at, Optional<String> reason) {
        touched.add(review.ticket());
        return handle.execute("UPDATE review SET edited = NULL, state = ?, reviewer = ?, ended_at = ?, reason = ? WHERE id = ? AND state = 'WAITING'",
                state.name(), reviewer, at.toEpochMilli(), reason.orElse(null), review.id().value()) > 0;
    }

    /** Newest first. */
    public List<Review> ofCustomer(CustomerId customer) {
        return many("WHERE customer = ? ORDER BY asked_at DESC, id", customer.value());
    }

    /** Drops the draft that a reply was written from, and the reply's own words where it was given back. */
    public void dropTexts(MessageId id) {
        handle.execute("UPDATE review SET proposed = NULL, edited = NULL, text = CASE WHEN state IN ('SENT_BACK', 'TAKEN_BACK') THEN '' ELSE text END WHERE id = ?", id.value());
    }

    private List<Review> many(String where, Object... arguments) {
        return handle.select(ROW + where, arguments).map((row, _) -> review(row)).list();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(new MessageId(row.getString(1)), new TicketId(row.getString(2)), new CustomerId(row.getString(3)), row.getString(4), row.getString(5),
                row.getLong(6), row.getInt(7) != 0, Instant.ofEpochMilli(row.getLong(8)), row.getString(9).lines().toList(), Optional.ofNullable(row.getString(10)),
                Review.State.valueOf(row.getString(11)), Optional.ofNullable(row.getString(12)), HandoffTable.time(row, 13), Optional.ofNullable(row.getString(14)));
    }
}
