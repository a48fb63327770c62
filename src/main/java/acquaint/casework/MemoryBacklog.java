package acquaint.casework;

import acquaint.memory.MemoryException;
import acquaint.memory.everos.Overlay;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Texts;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.outbox.Outbox;
import acquaint.outbox.Pause;
import acquaint.store.Desk;
import acquaint.store.Effect;
import acquaint.store.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What was promised to memory and has not all come about: what waits, why, and what can be done. Blocks for some milliseconds. */
public final class MemoryBacklog {

    /** How far something that is to be remembered has come. The first four are told per message, the next two per ticket. */
    public enum State {
        /** On this desk; not sent yet. */
        STORED,
        /** On its way. */
        SENDING,
        /** Taken by memory, which works on it. */
        QUEUED,
        /** Kept by memory with its ticket. */
        BUFFERED,
        /** Memory reported an episode. */
        EXTRACTED,
        /** The episode can be recalled. */
        SEARCHABLE,
        /** Nobody can tell whether it arrived; a person decides. */
        UNCERTAIN,
        /** Memory said no, and will again. */
        FAILED
    }

    /** What one entry is about. */
    public enum What { SUBJECT, MESSAGE, SUMMARY }

    /**
     * One thing that has not come about. {@code words} is the beginning of a message. {@code why} and {@code reason} tell of
     * the last attempt; {@code nextTry} is there while it waits.
     */
    public record Entry(long id, TicketId ticket, What what, String words, State state, int attempts,
            Optional<MemoryException.Kind> why, Optional<String> reason, Optional<Instant> nextTry) {}

    /** Counts of one customer's; {@code why} is the reason that concerns most, {@code nextTry} the earliest. */
    public record Summary(int waiting, int uncertain, int failed, Optional<MemoryException.Kind> why, Optional<Instant> nextTry) {

        public static final Summary NOTHING = new Summary(0, 0, 0, Optional.empty(), Optional.empty());

        public boolean isEmpty() {
            return waiting + uncertain + failed == 0;
        }
    }

    /** What came of the flush of a ticket that was closed last. */
    public enum Learned { NOT_CLOSED, WAITING, EXTRACTED, SEARCHABLE, NOTHING_NEW, FAILED }

    /** More than anybody reads; a customer whose history waits has thousands. */
    private static final int COUNTED = 1_000;
    private static final int WORDS = 80;

    private final Desk desk;
    private final Clock clock;
    private final Outbox outbox;
    private final Supplier<Optional<Overlay>> overlay;
    private final String me;

    /** {@code overlay} is that of the engine in use, where it has one. */
    public MemoryBacklog(Desk desk, Clock clock, Outbox outbox, Supplier<Optional<Overlay>> overlay, String me) {
        this.desk = desk;
        this.clock = clock;
        this.outbox = outbox;
        this.overlay = overlay;
        this.me = me;
    }

    public Summary of(CustomerId customer) {
        List<Entry> entries = entries(customer, COUNTED);
        if (entries.isEmpty()) {
            return Summary.NOTHING;
        }
        List<Entry> waiting = entries.stream().filter(this::waits).toList();
        return new Summary(waiting.size(), count(entries, State.UNCERTAIN), count(entries, State.FAILED),
                entries.stream().flatMap(entry -> entry.why().stream()).findFirst(),
                waiting.stream().flatMap(entry -> entry.nextTry().stream()).min(Comparator.naturalOrder()));
    }

    /** What is held back for its sender to think again does not wait for memory, and what is only looked for is there. */
    private boolean waits(Entry entry) {
        return switch (entry.state()) {
            case SENDING, QUEUED -> true;
            case STORED -> entry.attempts() > 0 || entry.why().isPresent() || !entry.nextTry().orElse(Instant.MIN).isAfter(clock.instant());
            default -> false;
        };
    }

    private static int count(List<Entry> entries, State state) {
        return (int) entries.stream().filter(entry -> entry.state() == state).count();
    }

    /** All of one customer's, in the order in which they are done; at most {@code limit}. */
    public List<Entry> entries(CustomerId customer, int limit) {
        return desk.read(session -> entries(session, session.outbox().unfinished(customer, Effect.Lane.MEMORY, limit)));
    }

    /** Of the whole desk, for the command line. */
    public List<Entry> entries(int limit) {
        return desk.read(session -> entries(session, session.outbox().unfinished(Effect.Lane.MEMORY, limit)));
    }

    private List<Entry> entries(Session session, List<Effect> effects) {
        Optional<Pause> pause = outbox.pause(Effect.Lane.MEMORY);
        return effects.stream().map(effect -> entry(session, effect, pause)).toList();
    }

    private static Entry entry(Session session, Effect effect, Optional<Pause> pause) {
        State state = state(effect.state());
        boolean waits = state == State.STORED || state == State.QUEUED || state == State.EXTRACTED;
        Optional<Pause> paused = pause.filter(_ -> waits);
        Optional<String> kind = paused.map(Pause::kind).or(effect::errorKind);
        Instant next = paused.map(Pause::until).filter(until -> until.isAfter(effect.nextTry())).orElse(effect.nextTry());
        Optional<Message> message = session.messages().find(effect.message());
        What what = effect.kind() == Effect.Kind.FLUSH ? What.SUMMARY : message.isPresent() ? What.MESSAGE : What.SUBJECT;
        String words = what == What.MESSAGE ? message.get().text() : Journal.ticket(session, effect.ticket()).subject();
        return new Entry(effect.id(), effect.ticket(), what, Texts.firstLine(words, WORDS), state, effect.attempts(),
                kind.flatMap(MemoryBacklog::kind), paused.map(Pause::words).or(effect::lastError), waits ? Optional.of(next) : Optional.empty());
    }

    private static State state(Effect.State state) {
        return switch (state) {
            case WAITING -> State.STORED;
            case RUNNING -> State.SENDING;
            case QUEUED -> State.QUEUED;
            case EXTRACTED -> State.EXTRACTED;
            case DONE, CANCELLED -> State.BUFFERED;
            case UNCERTAIN -> State.UNCERTAIN;
            case FAILED -> State.FAILED;
        };
    }

    /** Empty for what an older version wrote. */
    private static Optional<MemoryException.Kind> kind(String name) {
        return Stream.of(MemoryException.Kind.values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Whether memory has learned from a closed ticket: only what it reported counts. */
    public Learned learned(TicketId ticket) {
        return desk.read(session -> Journal.ticket(session, ticket).isOpen()
                ? Learned.NOT_CLOSED
                : session.outbox().lastFlush(ticket).map(MemoryBacklog::learned).orElse(Learned.NOT_CLOSED));
    }

    private static Learned learned(Effect flush) {
        return switch (flush.state()) {
            case WAITING, RUNNING, QUEUED, UNCERTAIN -> Learned.WAITING;
            case EXTRACTED -> Learned.EXTRACTED;
            case FAILED -> Learned.FAILED;
            // What an older version did says nothing of what came of it.
            case DONE, CANCELLED -> flush.outcome().map(Learned::valueOf).orElse(Learned.NOT_CLOSED);
        };
    }

    /** Has everything of the customer that waits or failed tried at once. */
    public void retry(CustomerId customer) {
        desk.write(session -> {
            for (Effect effect : session.outbox().unfinished(customer, Effect.Lane.MEMORY, COUNTED)) {
                if (effect.state() == Effect.State.WAITING || effect.state() == Effect.State.FAILED) {
                    session.outbox().again(effect, clock.instant());
                    session.touch(effect.ticket());
                }
                if (effect.state() == Effect.State.FAILED && effect.kind() == Effect.Kind.REMEMBER) {
                    learnAgain(session, effect);
                }
            }
            return null;
        });
        outbox.resume(Effect.Lane.MEMORY);
        outbox.nudge();
    }

    /** What comes after a closed ticket's flush is learned by another. */
    private void learnAgain(Session session, Effect late) {
        Ticket ticket = Journal.ticket(session, late.ticket());
        boolean flushed = session.outbox().lastFlush(late.ticket())
                .filter(flush -> flush.state() == Effect.State.DONE || flush.state() == Effect.State.EXTRACTED || flush.state() == Effect.State.FAILED).isPresent();
        if (!ticket.isOpen() && flushed) {
            session.outbox().add(List.of(Effects.flush(ticket, late.message(), clock.instant())));
        }
    }

    /** Settles an uncertain entry, and those that were sent with it, by an agent's word: they are sent again, or count as remembered. */
    public void settle(long entry, boolean arrived) {
        Optional<Effect> found = desk.read(session -> session.outbox().find(entry)).filter(effect -> effect.state() == Effect.State.UNCERTAIN);
        if (found.isPresent()) {
            Set<MessageId> sent = overlay.get().map(kept -> settle(kept, found.get(), arrived)).orElse(Set.of(found.get().message()));
            desk.write(session -> {
                settle(session, found.get(), arrived ? sent : Set.of());
                return null;
            });
            outbox.nudge();
        }
    }

    /** What was never sent waited for those that were: it is sent now, whatever became of them. */
    private void settle(Session session, Effect one, Set<MessageId> arrived) {
        List<Effect> together = session.outbox().unfinished(one.customer(), Effect.Lane.MEMORY, COUNTED).stream()
                .filter(effect -> effect.ticket().equals(one.ticket()) && effect.state() == Effect.State.UNCERTAIN).toList();
        session.outbox().done(together.stream().filter(effect -> arrived.contains(effect.message())).toList(), Optional.empty());
        together.stream().filter(effect -> !arrived.contains(effect.message())).forEach(effect -> session.outbox().again(effect, clock.instant()));
        session.touch(one.ticket());
        new Journal(clock, me).audit(session, arrived.isEmpty() ? "memory sent again" : "memory arrived", Journal.ticket(session, one.ticket()),
                Optional.empty(), Optional.empty());
    }

    /** The messages whose call had no clear end. */
    private static Set<MessageId> settle(Overlay overlay, Effect one, boolean arrived) {
        List<MessageId> ids = overlay.unsettled(one.customer(), one.ticket().session()).stream().map(handed -> handed.utterance().id()).toList();
        if (arrived) {
            overlay.advance(one.customer(), one.ticket().session(), ids, Overlay.Stage.BUFFERED, Optional.empty());
        } else {
            overlay.withdraw(one.customer(), one.ticket().session(), ids);
        }
        return Set.copyOf(ids);
    }
}
