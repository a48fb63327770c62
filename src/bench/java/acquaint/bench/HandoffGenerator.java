package acquaint.bench;

import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.MessageId;
import acquaint.model.Priority;
import acquaint.model.Recipient;
import acquaint.model.Risk;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Handed-over tickets out of a seed: as many open ones, in all states, as were decided in the week before. */
public final class HandoffGenerator {

    private static final List<String> FIRST = List.of("Ana", "Bo", "Chen", "Dina", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kofi", "Lena", "Mia", "Noor");
    private static final List<String> LAST = List.of("Ruiz", "Okafor", "Lindqvist", "Sato", "Müller", "Novák", "Silva", "Haddad", "O'Neill", "Kowalska", "Rossi", "Dubois");
    private static final List<String> THINGS = List.of("kettle", "tent pole", "bicycle lamp", "router", "rail ticket", "insurance", "coffee machine", "voucher", "parcel", "jacket");
    private static final List<String> MATTERS = List.of("leaks", "never arrived", "was charged twice", "broke again", "is the wrong size", "cannot be returned", "lost its warranty");
    private static final List<String> ASKED = List.of("May we refund it in full?", "May she have a new one before the old one is back?", "Can the fee be waived?", "Does a lawyer have to see this?");
    private static final List<String> AGENTS = List.of("Sam", "Jo", "Alex", "Robin", "Toni");
    private static final List<String> REVIEWERS = List.of("Kim", "Lee", "Max");
    private static final List<HandoffState> STATES = List.of(HandoffState.NEW, HandoffState.NEW, HandoffState.ACCEPTED, HandoffState.WAITING_ON_CUSTOMER, HandoffState.WAITING_ON_INTERNAL,
            HandoffState.RETURNED);
    private static final int AT_ONCE = 500;
    private static final int TICKETS_EACH = 3;

    private final Random random;

    public HandoffGenerator(long seed) {
        random = new Random(seed);
    }

    /** {@code open} handoffs that are open, and as many that were decided. */
    public void fill(Desk desk, int open) {
        Instant now = Instant.now();
        for (int from = 0; from < 2 * open; from += AT_ONCE) {
            int first = from;
            desk.write(session -> {
                for (int i = first; i < Math.min(2 * open, first + AT_ONCE); i++) {
                    add(session, i, now, i < open);
                }
                return null;
            });
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void add(Session session, int number, Instant now, boolean open) {
        Instant at = now.minus(Duration.ofSeconds(60 + random.nextInt(open ? 100_000 : 600_000)));
        var customer = new CustomerId("c-" + number / TICKETS_EACH);
        if (number % TICKETS_EACH == 0) {
            session.customers().insert(new Customer(customer, any(FIRST) + " " + any(LAST), Optional.of(any(List.of("gold", "silver", "VIP"))), Optional.empty(), at, List.of()));
        }
        String thing = any(THINGS);
        Ticket opened = Ticket.opened(new TicketId("T-" + (1001 + number)), customer, "The " + thing + " " + any(MATTERS), "email", at).prioritised(any(List.of(Priority.values())), at);
        Ticket ticket = opened.become(open ? TicketStatus.ESCALATED : TicketStatus.WAITING, at);
        session.tickets().insert(ticket);
        HandoffState state = open ? any(STATES) : HandoffState.DECIDED;
        Optional<Instant> touched = state == HandoffState.NEW ? Optional.empty() : Optional.of(at.plusSeconds(30 + random.nextInt(20_000)));
        Optional<String> reviewer = touched.map(_ -> any(REVIEWERS));
        var handoff = new Handoff(new HandoffId("h-" + number), ticket.id(), customer, any(AGENTS), Recipient.role(Role.SUPERVISOR), HandoffCause.AGENT, "beyond what I may decide",
                any(ASKED), Set.of(any(List.of(Risk.values()))), random.nextInt(5) == 0 ? Set.of("TRIED") : Set.of(), Optional.empty(), state, reviewer,
                state == HandoffState.WAITING_ON_INTERNAL ? Optional.of("Since when?") : Optional.empty(), open ? Optional.empty() : Optional.of("Yes."), at,
                at.plus(Duration.ofHours(1 + random.nextInt(24))), touched, touched.orElse(at), open ? Optional.empty() : touched, 0);
        session.handoffs().insert(handoff, "{}");
        session.handoffs().add(new HandoffStep(handoff.id(), at, handoff.from(), HandoffStep.Kind.HANDED_OVER, handoff.reason()));
        touched.ifPresent(when -> session.handoffs().add(new HandoffStep(handoff.id(), when, reviewer.orElseThrow(),
                state == HandoffState.RETURNED ? HandoffStep.Kind.RETURNED : open ? HandoffStep.Kind.ACCEPTED : HandoffStep.Kind.DECIDED, "")));
        if (random.nextInt(4) == 0) {
            session.promises().add(ticket.id(), customer, new MessageId("m-" + number), 0, "We will call you.", handoff.from(), at, Optional.of(at.plusSeconds(random.nextInt(200_000))));
        }
    }
}
