package acquaint.memory.local;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Mark;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Profile items, each once for every episode in which it was heard, and once more where an agent corrected it; and what agents said of them. */
final class ItemTable {

    /** A customer's name heard in each of thousands of tickets is still one name; the newest suffice. */
    private static final int HEARD = 2_000;

    private final Handle handle;

    ItemTable(Handle handle) {
        this.handle = handle;
    }

    /** As it was heard in an episode. */
    void hear(ProfileItem item, String episode) {
        put(item, Keys.heard(item.id(), episode), episode);
    }

    /** An agent's word on it. */
    void correct(ProfileItem item) {
        put(item, item.id(), null);
    }

    private void put(ProfileItem item, String key, String episode) {
        handle.execute("INSERT OR REPLACE INTO item (key, item, customer, session, episode, kind, text, evidence, source, at, corrected)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key, item.id(), item.customer().value(), item.session().map(SessionId::value).orElse(null), episode, item.kind().name(),
                item.text(), item.evidence(), item.source().map(MessageId::value).orElse(null), item.at().toString(), item.corrected());
    }

    /** Each as it was heard: corrected ones first, then the newest. */
    List<ProfileItem> of(CustomerId customer) {
        return handle.select("SELECT item, customer, kind, text, evidence, source, session, at, corrected FROM item WHERE customer = ?"
                        + " ORDER BY corrected DESC, at DESC LIMIT ?", customer.value(), HEARD)
                .map((row, _) -> item(row)).list();
    }

    /** Those of whom something is known. */
    List<CustomerId> customers() {
        return handle.select("SELECT DISTINCT customer FROM item ORDER BY customer").map((row, _) -> new CustomerId(row.getString(1))).list();
    }

    /** The profile as it stands. */
    Profile profile(CustomerId customer) {
        return Profile.of(of(customer), marks(customer));
    }

    void mark(CustomerId customer, String item, Set<Mark> marks) {
        handle.execute("INSERT OR REPLACE INTO mark (customer, item, pinned, disputed) VALUES (?, ?, ?, ?)",
                customer.value(), item, marks.contains(Mark.PINNED), marks.contains(Mark.DISPUTED));
    }

    private Map<String, Set<Mark>> marks(CustomerId customer) {
        var marks = new HashMap<String, Set<Mark>>();
        handle.select("SELECT item, pinned, disputed FROM mark WHERE customer = ?", customer.value()).map((row, _) -> {
            var set = EnumSet.noneOf(Mark.class);
            if (row.getBoolean(2)) {
                set.add(Mark.PINNED);
            }
            if (row.getBoolean(3)) {
                set.add(Mark.DISPUTED);
            }
            return marks.put(row.getString(1), set);
        }).list();
        return marks;
    }

    /** What was heard in one episode; corrections stay. */
    int deleteHeard(String episode) {
        return handle.execute("DELETE FROM item WHERE episode = ?", episode);
    }

    /** What was heard in a session, where it was not heard in an episode. Corrections stay for {@link #settleCorrections}. */
    int deleteHeard(CustomerId customer, SessionId session) {
        return handle.execute("DELETE FROM item WHERE customer = ? AND session = ? AND episode IS NOT NULL", customer.value(), session.value());
    }

    /**
     * After messages went: a correction whose evidence went with them rests on what was heard elsewhere; one that was heard
     * nowhere else goes, too, and so does what agents said of items that are gone. Says how many went.
     */
    int settleCorrections(CustomerId customer) {
        List<ProfileItem> all = of(customer);
        int gone = 0;
        for (ProfileItem correction : all.stream().filter(ProfileItem::corrected).filter(this::withoutSource).toList()) {
            Optional<ProfileItem> heard = all.stream().filter(item -> !item.corrected() && item.id().equals(correction.id())).findFirst();
            if (heard.isPresent()) {
                handle.execute("UPDATE item SET session = ?, source = ?, evidence = ? WHERE key = ?", heard.get().session().map(SessionId::value).orElse(null),
                        heard.get().source().map(MessageId::value).orElse(null), heard.get().evidence(), correction.id());
            } else {
                gone += handle.execute("DELETE FROM item WHERE key = ?", correction.id());
            }
        }
        handle.execute("DELETE FROM mark WHERE customer = ? AND item NOT IN (SELECT item FROM item WHERE customer = ?)", customer.value(), customer.value());
        return gone;
    }

    private boolean withoutSource(ProfileItem item) {
        return item.session().isPresent() && handle.select("SELECT 1 FROM message WHERE customer = ? AND session = ? AND (? IS NULL OR id = ?) LIMIT 1",
                item.customer().value(), item.session().get().value(), item.source().map(MessageId::value).orElse(null),
                item.source().map(MessageId::value).orElse(null)).mapTo(Integer.class).findOne().isEmpty();
    }

    /** Puts what {@code rewriting} leaves in the place of the evidence of corrections. */
    void rewriteEvidence(CustomerId customer, UnaryOperator<String> rewriting) {
        of(customer).stream().filter(ProfileItem::corrected).forEach(correction ->
                handle.execute("UPDATE item SET evidence = ? WHERE key = ?", rewriting.apply(correction.evidence()), correction.id()));
    }

    int delete(CustomerId customer, String item) {
        handle.execute("DELETE FROM mark WHERE customer = ? AND item = ?", customer.value(), item);
        return handle.execute("DELETE FROM item WHERE customer = ? AND item = ?", customer.value(), item);
    }

    int delete(CustomerId customer) {
        handle.execute("DELETE FROM mark WHERE customer = ?", customer.value());
        return handle.execute("DELETE FROM item WHERE customer = ?", customer.value());
    }

    private static ProfileItem item(ResultSet row) throws SQLException {
        var item = new ProfileItem(row.getString(1), new CustomerId(row.getString(2)), ProfileItem.Kind.valueOf(row.getString(3)),
                row.getString(4), row.getString(5), Optional.ofNullable(row.getString(6)).map(MessageId::new),
                Optional.ofNullable(row.getString(7)).map(SessionId::new), Instant.parse(row.getString(8)));
        return row.getBoolean(9) ? item.marked(Mark.CORRECTED, true) : item;
    }
}
