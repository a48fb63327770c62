package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.Utterance;
import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.outbox.Handler;
import acquaint.store.Desk;
import acquaint.store.Effect;
import acquaint.store.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Has memory keep what was said in a ticket. Repeating is harmless, since memory knows each message by its id. */
public final class Remembering implements Handler {

    /** As many messages as one call to memory takes. */
    static final int BATCH = 500;

    private final Desk desk;
    private final CustomerMemory memory;

    public Remembering(Desk desk, CustomerMemory memory) {
        this.desk = desk;
        this.memory = memory;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Outcome carryOut(List<Effect> effects) throws Retryable, Rejected, Unclear, InterruptedException {
        Effect first = effects.getFirst();
        List<Utterance> utterances = desk.read(session -> utterances(session, effects));
        if (utterances.isEmpty()) {
            return Outcome.DONE;
        }
        try {
            return memory.remember(first.customer(), first.ticket().session(), utterances) == Kept.QUEUED
                    ? new Outcome.LookAgain(Effect.State.QUEUED, poll(first), Optional.empty())
                    : Outcome.DONE;
        } catch (MemoryException e) {
            throw failed(e);
        }
    }

    /** When to ask again how far memory is: after 2, 4, 8, 15, 15 ... seconds (EverOS Python SDK: 2 s, doubling, at most 15). */
    static Duration poll(Effect effect) {
        return Duration.ofSeconds(Math.min(15, 2L << Math.clamp(effect.attempts(), 0, 3)));
    }

    /** A memory that is away is asked again later; one that understood and said no is not. */
    static Retryable failed(MemoryException e) throws Rejected, Unclear {
        return switch (e.kind()) {
            case REFUSED -> throw new Rejected(e, e.kind().name());
            case UNCERTAIN -> throw new Unclear(e);
            default -> new Retryable(e, e.kind().name(), e.kind().concernsAll(), e.retryAfter());
        };
    }

    /** What the effects of one ticket have memory keep. */
    static List<Utterance> utterances(Session session, List<Effect> effects) {
        Ticket ticket = Journal.ticket(session, effects.getFirst().ticket());
        Customer customer = session.customers().find(ticket.customer()).orElseThrow();
        return effects.stream()
                .flatMap(effect -> effect.message().equals(Effects.subjectOf(ticket))
                        ? Optional.of(subject(ticket, customer)).stream()
                        : session.messages().find(effect.message()).map(Remembering::utterance).stream())
                .toList();
    }

    static Utterance subject(Ticket ticket, Customer customer) {
        return new Utterance(Effects.subjectOf(ticket), Utterance.Speaker.SUBJECT, customer.name(), ticket.createdAt(), ticket.subject());
    }

    static Utterance utterance(Message message) {
        return new Utterance(message.id(), switch (message.kind()) {
            case CUSTOMER -> Utterance.Speaker.CUSTOMER;
            case NOTE -> Utterance.Speaker.NOTE;
            case REPLY, EVENT -> Utterance.Speaker.AGENT;
        }, message.author(), message.at(), message.text());
    }
}
