package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Forgetting;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.memory.Receipt;
import acquaint.model.CustomerId;
import acquaint.model.Draft;
import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.outbox.Outbox;
import acquaint.store.AuditTable;
import acquaint.store.Desk;
import acquaint.store.Effect;
import acquaint.store.Session;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An agent's word on what is remembered: correcting, pinning, doubting and forgetting. What is forgotten also goes from what waits to be
 * remembered and from replies and notes that were not sent. Blocks; any thread but the JavaFX thread.
 */
public final class MemoryChanges {

    private static final String GONE = "[…]";

    private final Desk desk;
    private final CustomerMemory memory;
    private final Outbox outbox;
    private final Clock clock;
    private final String me;

    public MemoryChanges(Desk desk, CustomerMemory memory, Outbox outbox, Clock clock, String me) {
        this.desk = desk;
        this.memory = memory;
        this.outbox = outbox;
        this.clock = clock;
        this.me = me;
    }

    public ProfileItem correct(ProfileItem item, String text) throws MemoryException, InterruptedException {
        ProfileItem corrected = memory.correct(item.customer(), item.id(), text);
        audit(item.customer(), Optional.empty(), "memory item corrected", json(item));
        return corrected;
    }

    public ProfileItem mark(ProfileItem item, ProfileItem.Mark mark, boolean on) throws MemoryException, InterruptedException {
        ProfileItem marked = memory.mark(item.customer(), item.id(), mark, on);
        audit(item.customer(), Optional.empty(), "memory item " + mark.name().toLowerCase(java.util.Locale.ROOT) + (on ? "" : " taken back"), json(item));
        return marked;
    }

    /** Forgets one item; {@code item} tells what is to be looked for in drafts. */
    public Receipt forget(ProfileItem item) throws MemoryException, InterruptedException {
        Receipt receipt = memory.forget(new Forgetting.Item(item.customer(), item.id()));
        List<Receipt.Line> drafts = desk.write(session -> {
            Pattern words = Pattern.compile(Pattern.quote(item.text()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            var changed = new ArrayList<Draft>();
            for (Draft draft : session.drafts().of(item.customer())) {
                String left = words.matcher(draft.text()).replaceAll(Matcher.quoteReplacement(GONE));
                if (!left.equals(draft.text())) {
                    session.drafts().save(new Draft(draft.ticket(), draft.mode(), left, clock.instant()));
                    changed.add(draft);
                }
            }
            return lines(session, changed, 0);
        });
        return audited(receipt.and(drafts), item.customer(), Optional.empty(), "memory item forgotten");
    }

    /** Forgets what one ticket left in memory. Its conversation stays on the desk. */
    public Receipt forget(CustomerId customer, TicketId ticket) throws MemoryException, InterruptedException {
        return forget(customer, Optional.of(ticket), new Forgetting.Session(customer, ticket.session()));
    }

    /** Forgets one part of a ticket. */
    public Receipt forgetPart(CustomerId customer, SessionId session, String episode) throws MemoryException, InterruptedException {
        return audited(memory.forget(new Forgetting.Part(customer, episode)), customer, session.ticket(), "memory episode forgotten");
    }

    /** Forgets all that is remembered of a customer. Their tickets stay on the desk. */
    public Receipt forget(CustomerId customer) throws MemoryException, InterruptedException {
        return forget(customer, Optional.empty(), new Forgetting.Everything(customer));
    }

    /** While nothing is handed over: what is on its way would arrive after it was forgotten. */
    private Receipt forget(CustomerId customer, Optional<TicketId> ticket, Forgetting what) throws MemoryException, InterruptedException {
        try {
            return outbox.quietly(Effect.Lane.MEMORY, () -> {
                Receipt receipt = memory.forget(what);
                List<Receipt.Line> here = desk.write(session -> {
                    int waiting = session.outbox().cancelRemembering(customer, ticket);
                    List<Draft> drafts = ticket.map(session.drafts()::of).orElseGet(() -> session.drafts().of(customer));
                    drafts.forEach(draft -> session.drafts().remove(draft.ticket(), draft.mode()));
                    return lines(session, drafts, waiting);
                });
                return audited(receipt.and(here), customer, ticket, ticket.isPresent() ? "memory of ticket forgotten" : "memory of customer forgotten");
            });
        } catch (MemoryException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("forgetting throws nothing else", e);
        }
    }

    /** What is in older copies of the desk is overwritten when the next one is made. */
    private List<Receipt.Line> lines(Session session, List<Draft> drafts, int waiting) {
        var lines = new ArrayList<Receipt.Line>();
        if (waiting > 0) {
            lines.add(new Receipt.Line(Receipt.Copy.WAITING, waiting, Receipt.Fate.ERASED));
        }
        if (!drafts.isEmpty()) {
            lines.add(new Receipt.Line(Receipt.Copy.DRAFTS, drafts.size(), Receipt.Fate.ERASED));
            drafts.forEach(draft -> session.drafts().forgetInCopies(draft.ticket(), clock.instant()));
            drafts.forEach(draft -> session.touch(draft.ticket()));
            int copies = desk.copies();
            if (copies > 0) {
                lines.add(new Receipt.Line(Receipt.Copy.BACKUPS, copies, Receipt.Fate.WITH_NEXT_BACKUP));
            }
        }
        return lines;
    }

    private Receipt audited(Receipt receipt, CustomerId customer, Optional<TicketId> ticket, String what) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        receipt.lines().forEach(line -> json.put(line.copy().name(), line.count()));
        audit(customer, ticket, what, json);
        return receipt;
    }

    /** Says which item it was, and not what it said. */
    private static ObjectNode json(ProfileItem item) {
        return JsonNodeFactory.instance.objectNode().put("item", item.id()).put("kind", item.kind().name());
    }

    private void audit(CustomerId customer, Optional<TicketId> ticket, String what, ObjectNode after) {
        desk.write(session -> {
            session.audit().add(new AuditTable.Entry(clock.instant(), me, what, ticket, Optional.of(customer), Optional.empty(), Optional.of(after.toString())));
            return null;
        });
    }
}
