package acquaint.pattern;

import acquaint.model.Customer;
import acquaint.model.Folded;
import acquaint.model.Ticket;
import acquaint.pattern.LikeCase.Fix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts other customers' tickets into order beside one at hand, and says what is otherwise in them. Nothing personal of theirs is in the answer. Safe for any thread. */
public final class Ranked {

    /** What is no issue of one kind with the ticket at hand, and not nearly, says nothing about it; half is one issue. */
    private static final double LEAST = 0.4;
    /** For so long the same must not be asked anew before a fix held. */
    private static final Duration HELD = Duration.ofDays(30);
    /** How much a fix that held counts beside likeness, and one that did not. */
    private static final double HELD_COUNTS = 1.25;
    private static final double CAME_BACK_COUNTS = 0.7;
    private static final int SHARED = 5;

    private final Alike alike;

    public Ranked(Alike alike) {
        this.alike = alike;
    }

    /** What is compared of a ticket. */
    record Side(String channel, Optional<String> tier, Issue issue, String text) {}

    /** Whether a customer's later ticket asks the same anew. */
    public boolean isAgain(PastTicket first, PastTicket later) throws InterruptedException {
        return later.at().isAfter(first.at()) && alike.likeness(alike.issue(first.said()), alike.issue(later.said())) >= 0.5;
    }

    /** How long after its end a ticket may be asked anew. */
    public static Duration held() {
        return HELD;
    }

    /** Best first. An interrupt cancels. */
    public List<LikeCase> of(Ticket ticket, Customer customer, PastTicket now, List<OtherCase> others, Instant at, int most) throws InterruptedException {
        Issue issue = alike.issue(now.said());
        Side here = side(ticket, customer, now, issue);
        var differences = new Differences(alike.vocabulary());
        var found = new ArrayList<LikeCase>();
        for (OtherCase other : others) {
            Issue theirs = alike.issue(other.past().said());
            double likeness = alike.likeness(issue, theirs);
            if (likeness >= LEAST) {
                Set<String> names = names(other.customer());
                found.add(new LikeCase(other.ticket().id(), other.past().at(), shared(issue, theirs, names), likeness, fix(other, at), other.solvedBy(),
                        differences.of(here, side(other.ticket(), other.customer(), other.past(), theirs), names)));
            }
        }
        found.sort(Comparator.comparingDouble(Ranked::rank).reversed());
        return found.subList(0, Math.min(most, found.size()));
    }

    private static Side side(Ticket ticket, Customer customer, PastTicket past, Issue issue) {
        return new Side(ticket.channel(), customer.tier(), issue, String.join("\n", past.said()));
    }

    private static double rank(LikeCase one) {
        return one.likeness() * switch (one.fix()) {
            case HELD -> HELD_COUNTS;
            case CAME_BACK -> CAME_BACK_COUNTS;
            case RECENT, OPEN -> 1;
        } * (one.solvedBy().isEmpty() ? CAME_BACK_COUNTS : 1);
    }

    private static Fix fix(OtherCase other, Instant at) {
        if (other.past().reopened() || other.again()) {
            return Fix.CAME_BACK;
        }
        if (other.past().open()) {
            return Fix.OPEN;
        }
        return other.ended().plus(HELD).isAfter(at) ? Fix.RECENT : Fix.HELD;
    }

    private List<String> shared(Issue here, Issue there, Set<String> names) {
        return here.terms().keySet().stream().filter(there.terms()::containsKey).filter(term -> alike.vocabulary().weight(term) > 0 && !names.contains(Folded.of(here.terms().get(term))))
                .sorted(Comparator.comparingDouble((String term) -> alike.vocabulary().weight(term)).reversed()).limit(SHARED).map(here.terms()::get).toList();
    }

    private static Set<String> names(Customer customer) {
        return new HashSet<>(Arrays.asList(Folded.of(customer.name() + " " + customer.id().value()).split("[^\\p{L}\\p{N}]+")));
    }
}
