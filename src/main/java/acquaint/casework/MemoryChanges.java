package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Forgetting;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.memory.Receipt;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.Draft;
import acquaint.model.Mode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An agent's word on what is remembered: correcting, pinning, doubting and forgetting. What is forgotten also goes from what waits to be
 * remembered, from replies and notes that were not sent, and from lines of briefs that rest on it. Blocks; any thread but the JavaFX thread.
 */
public final class MemoryChanges {

    private static final int WAITING = 10_000;

    private final Desk desk;
    private final CustomerMemory memory;
    private final Outbox outbox;
    private final Clock clock;
    private final Permissions permissions;
    private final String me;
    private final Journal journal;

    public MemoryChanges(Desk desk, CustomerMemory memory, Outbox outbox, Clock clock, Permissions permissions) {
        this.desk = desk;
        this.memory = memory;
        this.outbox = outbox;
        this.clock = clock;
        this.permissions = permissions;
        this.me = permissions.me().name();
        this.journal = new Journal(clock, me);
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

    /**
     * What was forgotten. {@code drafts} are those that held some of it, as they were before; {@code words} is what was taken out of
     * them, empty where they were deleted.
     */
    public record Forgotten(CustomerId customer, Receipt receipt, List<Draft> drafts, Optional<Pattern> words) {

        /** What is left of {@code typed}, which may have grown since, where it is about this ticket. */
        public String left(TicketId ticket, Mode mode, String typed) {
            Optional<Draft> before = drafts.stream().filter(draft -> draft.ticket().equals(ticket) && draft.mode() == mode).findFirst();
            return words.map(gone -> without(gone, typed))
                    .or(() -> before.filter(draft -> typed.startsWith(draft.text())).map(draft -> typed.substring(draft.text().length())))
                    .orElse(typed);
        }
    }

    private static String without(Pattern words, String text) {
        return words.matcher(text).replaceAll(Matcher.quoteReplacement(ForgottenBriefs.GONE));
    }

    /** Forgets one item; {@code item} tells what is to be looked for in drafts. */
    public Forgotten forget(ProfileItem item) throws MemoryException, InterruptedException {
        return quietly(() -> {
            handOver(item.customer());
            Receipt receipt = memory.forget(new Forgetting.Item(item.customer(), item.id()));
            Pattern words = Pattern.compile("(?<![\\p{IsLatin}\\p{N}])" + Pattern.quote(item.text()) + "(?![\\p{IsLatin}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            var changed = new ArrayList<Draft>();
            List<Receipt.Line> here = desk.write(session -> {
                for (Draft draft : session.drafts().of(item.customer())) {
                    String left = without(words, draft.text());
                    if (!left.equals(draft.text())) {
                        session.drafts().save(new Draft(draft.ticket(), draft.mode(), left, clock.instant()));
                        changed.add(draft);
                    }
                }
                var briefs = ForgottenBriefs.blank(session, journal, item.customer(), ForgottenBriefs.Rests.on(item, words));
                return lines(session, changed, UnsentTexts.dropWith(session, item.customer(), words), 0, briefs);
            });
            return new Forgotten(item.customer(), audited(receipt.and(here), item.customer(), Optional.empty(), "memory item forgotten"), changed, Optional.of(words));
        });
    }

    /** What waits to be remembered may tell the item: memory is to know it before it forgets. What it has already, it does not take twice. */
    private void handOver(CustomerId customer) throws MemoryException, InterruptedException {
        List<Effect> waiting = desk.read(session -> session.outbox().unfinished(customer, Effect.Lane.MEMORY, WAITING)).stream()
                .filter(effect -> effect.kind() == Effect.Kind.REMEMBER && effect.state() == Effect.State.WAITING && !effect.notBefore().isAfter(clock.instant())).toList();
        for (List<Effect> ticket : waiting.stream().collect(Collectors.groupingBy(Effect::ticket, LinkedHashMap::new, Collectors.toList())).values()) {
            SessionId session = ticket.getFirst().ticket().session();
            List<Utterance> said = desk.read(one -> Remembering.utterances(one, ticket));
            for (int from = 0; from < said.size(); from += Remembering.BATCH) {
                remember(customer, session, said.subList(from, Math.min(from + Remembering.BATCH, said.size())));
            }
        }
    }

    /** What memory refuses it does not know; it must not keep the others from being forgotten. */
    private void remember(CustomerId customer, SessionId session, List<Utterance> said) throws MemoryException, InterruptedException {
        try {
            memory.remember(customer, session, said);
        } catch (MemoryException e) {
            if (e.kind() != MemoryException.Kind.REFUSED) {
                throw e;
            }
            for (Utterance one : said.size() == 1 ? List.<Utterance>of() : said) {
                remember(customer, session, List.of(one));
            }
        }
    }

    /** Forgets what one ticket left in memory. Its conversation stays on the desk, and no memory learns from it again. */
    public Forgotten forget(CustomerId customer, TicketId ticket) throws MemoryException, InterruptedException {
        return forget(customer, Optional.of(ticket), new Forgetting.Session(customer, ticket.session()));
    }

    /** Forgets one part of a ticket. */
    public Forgotten forgetPart(CustomerId customer, SessionId session, String episode) throws MemoryException, InterruptedException {
        return quietly(() -> {
            Receipt receipt = memory.forget(new Forgetting.Part(customer, episode));
            List<Receipt.Line> here = desk.write(tables -> lines(tables, List.of(), Set.of(), 0,
                    ForgottenBriefs.blank(tables, journal, customer, ForgottenBriefs.Rests.onEpisode(episode))));
            return new Forgotten(customer, audited(receipt.and(here), customer, session.ticket(), "memory episode forgotten"), List.of(), Optional.empty());
        });
    }

    /** Forgets all that is remembered of a customer. Their tickets stay on the desk, and no memory learns from them again. */
    public Forgotten forget(CustomerId customer) throws MemoryException, InterruptedException {
        return forget(customer, Optional.empty(), new Forgetting.Everything(customer));
    }

    private Forgotten forget(CustomerId customer, Optional<TicketId> ticket, Forgetting what) throws MemoryException, InterruptedException {
        permissions.require(Permission.FORGET_CUSTOMERS);
        return quietly(() -> {
            // Memory may take long to answer, and what is typed meanwhile is new.
            List<Draft> drafts = desk.read(session -> ticket.map(session.drafts()::of).orElseGet(() -> session.drafts().of(customer)));
            Receipt receipt = memory.forget(what);
            List<Receipt.Line> here = desk.write(session -> {
                ticket.ifPresentOrElse(session.forgottenMemory()::forget, () -> session.forgottenMemory().forget(customer));
                int waiting = session.outbox().cancelRemembering(customer, ticket);
                drafts.forEach(draft -> takeOut(session, draft));
                var rests = ticket.map(one -> ForgottenBriefs.Rests.on(one.session())).orElseGet(ForgottenBriefs.Rests::onMemory);
                return lines(session, drafts, UnsentTexts.drop(session, customer, ticket), waiting, ForgottenBriefs.blank(session, journal, customer, rests));
            });
            return new Forgotten(customer, audited(receipt.and(here), customer, ticket, ticket.isPresent() ? "memory of ticket forgotten" : "memory of customer forgotten"),
                    drafts, Optional.empty());
        });
    }

    /** Leaves what was typed behind it since, and a text that is no longer this one. */
    private void takeOut(Session session, Draft draft) {
        String now = session.drafts().find(draft.ticket(), draft.mode()).map(Draft::text).orElse("");
        if (now.equals(draft.text())) {
            session.drafts().remove(draft.ticket(), draft.mode());
        } else if (now.startsWith(draft.text())) {
            session.drafts().save(new Draft(draft.ticket(), draft.mode(), now.substring(draft.text().length()), clock.instant()));
        }
    }

    /** While nothing is handed over: what is on its way would arrive after it was forgotten. */
    private Forgotten quietly(Callable<Forgotten> work) throws MemoryException, InterruptedException {
        try {
            return outbox.quietly(Effect.Lane.MEMORY, work);
        } catch (MemoryException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("forgetting throws nothing else", e);
        }
    }

    /** What is in older copies of the desk is overwritten when the next one is made. */
    private List<Receipt.Line> lines(Session session, List<Draft> drafts, Set<TicketId> unsent, int waiting, ForgottenBriefs.Blanked briefs) {
        var lines = new ArrayList<Receipt.Line>();
        if (waiting > 0) {
            lines.add(new Receipt.Line(Receipt.Copy.WAITING, waiting, Receipt.Fate.ERASED));
        }
        int held = drafts.size() + unsent.size();
        if (held > 0) {
            lines.add(new Receipt.Line(Receipt.Copy.DRAFTS, held, Receipt.Fate.ERASED));
        }
        if (briefs.lines() > 0) {
            lines.add(new Receipt.Line(Receipt.Copy.BRIEFS, briefs.lines(), Receipt.Fate.ERASED));
        }
        if (held > 0 || briefs.lines() > 0) {
            briefs.tickets().forEach(ticket -> session.drafts().forgetInCopies(ticket, clock.instant()));
            unsent.forEach(ticket -> session.drafts().forgetInCopies(ticket, clock.instant()));
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
