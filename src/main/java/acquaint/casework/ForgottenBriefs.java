package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefJson;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.memory.ProfileItem;
import acquaint.model.CustomerId;
import acquaint.model.Event;
import acquaint.model.Handoff;
import acquaint.model.Message;
import acquaint.model.SessionId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.reply.Evidence;
import acquaint.store.HandoffTable;
import acquaint.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks the lines of handed-over briefs that rest on forgotten memory, in the briefs and in the notes that hold them, and says so in the ticket. What rests on the desk's
 * own record stays: messages of tickets, promises, which are sentences of sent replies and owed all the same, and what people answered, returned and decided.
 */
final class ForgottenBriefs {

    static final String GONE = "[…]";
    private static final int NOTES = 1_000;

    /** Whether a line of a brief goes. */
    @FunctionalInterface
    interface Rests {

        boolean test(Brief brief, BriefPart part, BriefLine line);

        /** On anything that memory told, or on what a model told without saying where from. */
        static Rests onMemory() {
            return (brief, part, line) -> isFromMemory(part, line) || line.evidence().isEmpty() && !line.byAgent() && brief.writing().isPresent();
        }

        /** On what memory knew from one ticket. */
        static Rests on(SessionId session) {
            return (_, part, line) -> line.evidence().stream().anyMatch(one -> isFromMemory(part, one) && one.session().equals(Optional.of(session)));
        }

        /** On one episode. */
        static Rests onEpisode(String episode) {
            return (_, _, line) -> line.evidence().stream().anyMatch(one -> one.kind() == Evidence.Kind.EPISODE && one.ref().equals(episode));
        }

        /** On one item, or on what else memory told with its words. */
        static Rests on(ProfileItem item, Pattern words) {
            return (_, part, line) -> line.evidence().stream().anyMatch(one -> one.kind() == Evidence.Kind.PROFILE && one.ref().equals(item.id()))
                    || isFromMemory(part, line) && words.matcher(BriefNote.line(line)).find();
        }
    }

    /** The tickets with such briefs, and how many lines were blanked. */
    record Blanked(Set<TicketId> tickets, int lines) {}

    private final Session session;
    private final Journal journal;
    private final Rests rests;
    private final Set<TicketId> tickets = new LinkedHashSet<>();
    private int lines;

    private ForgottenBriefs(Session session, Journal journal, Rests rests) {
        this.session = session;
        this.journal = journal;
        this.rests = rests;
    }

    /** Within the transaction, in all briefs of this customer's tickets, the former ones of a handoff too. */
    static Blanked blank(Session session, Journal journal, CustomerId customer, Rests rests) {
        var forgetting = new ForgottenBriefs(session, journal, rests);
        session.handoffs().ofCustomer(customer).forEach(forgetting::blank);
        forgetting.tickets.forEach(forgetting::tell);
        return new Blanked(forgetting.tickets, forgetting.lines);
    }

    /** What the desk has of other tickets itself, such as what was promised there, was not taken from memory. */
    private static boolean isFromMemory(BriefPart part, Evidence evidence) {
        return switch (evidence.kind()) {
            case PROFILE, EPISODE -> true;
            case PASSAGE -> part != BriefPart.PROMISED && part != BriefPart.CUSTOMER;
            case MESSAGE, PRECEDENT, PAST_REPLY, RECORD -> false;
        };
    }

    private static boolean isFromMemory(BriefPart part, BriefLine line) {
        return line.evidence().stream().anyMatch(one -> isFromMemory(part, one));
    }

    private void blank(Handoff handoff) {
        Map<String, String> gone = new HashMap<>();
        HandoffTable table = session.handoffs();
        Brief brief = BriefJson.read(table.brief(handoff.id()));
        Brief left = without(brief, gone);
        if (!left.equals(brief)) {
            table.brief(handoff.id(), BriefJson.write(left));
            String decision = HandingOver.decision(left);
            if (!decision.equals(HandingOver.decision(brief))) {
                table.save(handoff.briefed(handoff.cause(), handoff.reason(), decision, handoff.risks(), handoff.gaps(), handoff.gapsReason()));
            }
        }
        for (HandoffTable.FormerBrief former : table.formerBriefs(handoff.id())) {
            Brief old = BriefJson.read(former.json());
            Brief rest = without(old, gone);
            if (!rest.equals(old)) {
                table.formerBrief(former.id(), BriefJson.write(rest));
            }
        }
        if (!gone.isEmpty()) {
            tickets.add(handoff.ticket());
            session.messages().newest(handoff.ticket(), Set.of(Message.Kind.NOTE), NOTES).forEach(note -> blank(note, gone));
        }
    }

    /** The brief without what is forgotten; {@code gone} learns how each such line stands in a note, and how it is to stand there. */
    private Brief without(Brief brief, Map<String, String> gone) {
        Brief left = brief;
        for (Map.Entry<BriefPart, List<BriefLine>> part : brief.lines().entrySet()) {
            var kept = new ArrayList<BriefLine>();
            for (BriefLine line : part.getValue()) {
                BriefLine blank = new BriefLine(GONE, Optional.empty(), List.of(), line.byAgent());
                boolean goes = !line.equals(blank) && rests.test(brief, part.getKey(), line);
                kept.add(goes ? blank : line);
                if (goes) {
                    gone.put(BriefNote.line(line), BriefNote.line(blank));
                    lines++;
                }
            }
            left = left.with(part.getKey(), kept);
        }
        return left;
    }

    private void blank(Message note, Map<String, String> gone) {
        String left = "\n" + note.text() + "\n";
        for (Map.Entry<String, String> line : gone.entrySet()) {
            Pattern whole = Pattern.compile("(?<=\n)" + Pattern.quote(line.getKey()) + "(?=\n)");
            left = whole.matcher(left).replaceAll(Matcher.quoteReplacement(line.getValue()));
        }
        left = left.substring(1, left.length() - 1);
        if (!left.equals(note.text())) {
            session.messages().text(note, left);
        }
    }

    private void tell(TicketId id) {
        Ticket ticket = Journal.ticket(session, id);
        session.tickets().save(journal.tell(session, ticket, Event.of(Event.Name.BRIEF_FORGOTTEN)));
    }
}
