package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.FlushResult;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.Utterance;
import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Effect;
import acquaint.store.MemoryCopyTable.Cursor;
import acquaint.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Has a memory remember the whole desk, ticket by ticket in the order of their last change, so that a ticket that changes
 * meanwhile comes again at the end. How far it is stands in the desk; what memory has already, it does not take twice.
 */
public final class HistoryCopy {

    private static final int TICKETS = 100;
    private static final int BATCH = 500;
    private static final int ATTEMPTS = 5;
    /** A reply is held for some seconds. */
    private static final int HELD_LOOKS = 40;
    private static final Duration HELD_PAUSE = Duration.ofMillis(500);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Cursor START = new Cursor(Instant.EPOCH, new TicketId("-"), 0, false);

    private final Desk desk;
    private final Duration firstWait;

    public HistoryCopy(Desk desk) {
        this(desk, FIRST_WAIT);
    }

    HistoryCopy(Desk desk, Duration firstWait) {
        this.desk = desk;
        this.firstWait = firstWait;
    }

    boolean isAny() {
        return desk.read(session -> session.queue().any());
    }

    /** How far the copying to {@code target} came, counted anew. */
    public CopyProgress state(String target) {
        return desk.read(session -> {
            Cursor cursor = session.memoryCopies().find(target).orElse(START);
            int left = session.tickets().countChangedAfter(cursor.updatedAt(), cursor.ticket());
            return new CopyProgress(cursor.copied(), cursor.copied() + left, 0, 0, cursor.finished() && left == 0);
        });
    }

    boolean isUnfinished(String target) {
        return desk.read(session -> session.memoryCopies().find(target)).filter(cursor -> !cursor.finished()).isPresent();
    }

    /** Copies what is not copied yet; goes on where an earlier run stopped. An interrupt stops it after the call at hand. */
    public CopyProgress run(String target, CustomerMemory memory, Consumer<CopyProgress> told) throws MemoryException, InterruptedException {
        CopyProgress progress = state(target);
        Cursor cursor = desk.read(session -> session.memoryCopies().find(target).orElse(START));
        List<Ticket> tickets = next(cursor);
        while (!tickets.isEmpty()) {
            for (Ticket ticket : tickets) {
                CopyProgress before = progress;
                long[] counts = copy(ticket, memory);
                cursor = new Cursor(ticket.updatedAt(), ticket.id(), cursor.copied() + 1, false);
                save(target, cursor);
                progress = new CopyProgress(cursor.copied(), Math.max(before.total(), cursor.copied()), before.messages() + counts[0],
                        before.refused() + counts[1], false);
                told.accept(progress);
            }
            tickets = next(cursor);
        }
        save(target, new Cursor(cursor.updatedAt(), cursor.ticket(), cursor.copied(), true));
        CopyProgress done = new CopyProgress(cursor.copied(), cursor.copied(), progress.messages(), progress.refused(), true);
        told.accept(done);
        return done;
    }

    private List<Ticket> next(Cursor cursor) {
        return desk.read(session -> session.tickets().changedAfter(cursor.updatedAt(), cursor.ticket(), TICKETS));
    }

    private void save(String target, Cursor cursor) {
        desk.write(session -> {
            session.memoryCopies().save(target, cursor);
            return null;
        });
    }

    /** How many messages memory was given, and how many of them it refused. */
    private long[] copy(Ticket ticket, CustomerMemory memory) throws MemoryException, InterruptedException {
        untilNothingIsHeld(ticket);
        List<Utterance> said = said(ticket);
        long refused = 0;
        for (int from = 0; from < said.size(); from += BATCH) {
            // The ticket may have been forgotten meanwhile.
            Set<Utterance> still = Set.copyOf(said(ticket));
            List<Utterance> batch = said.subList(from, Math.min(from + BATCH, said.size())).stream().filter(still::contains).toList();
            refused += batch.isEmpty() ? 0 : remember(ticket, memory, batch);
        }
        if (!ticket.isOpen()) {
            patiently(() -> memory.flush(ticket.customer(), ticket.id().session()) != FlushResult.QUEUED);
        }
        return new long[] {said.size() - refused, refused};
    }

    /** A reply that may still be taken back is waited for, since nothing would bring the copying back to this ticket. */
    private void untilNothingIsHeld(Ticket ticket) throws InterruptedException {
        for (int i = 0; i < HELD_LOOKS && desk.read(session -> session.messages().between(ticket.id(), 1, Long.MAX_VALUE).stream()
                .anyMatch(message -> message.delivery() == Message.Delivery.HELD)); i++) {
            Thread.sleep(HELD_PAUSE);
        }
    }

    /** One bad message must not take its neighbours with it: each is then handed over alone. */
    private long remember(Ticket ticket, CustomerMemory memory, List<Utterance> batch) throws MemoryException, InterruptedException {
        try {
            patiently(() -> memory.remember(ticket.customer(), ticket.id().session(), batch) != Kept.QUEUED);
            return 0;
        } catch (MemoryException e) {
            if (e.kind() != MemoryException.Kind.REFUSED) {
                throw e;
            }
            if (batch.size() == 1) {
                return 1;
            }
        }
        long refused = 0;
        for (Utterance one : batch) {
            refused += remember(ticket, memory, List.of(one));
        }
        return refused;
    }

    /** What Remembering would hand over: the subject, what the customer said and what was sent to them. Nothing that memory was to forget. */
    private List<Utterance> said(Ticket ticket) {
        return desk.read(session -> {
            Customer customer = session.customers().find(ticket.customer()).orElseThrow();
            var said = new ArrayList<Utterance>();
            OptionalLong forgotten = session.forgottenMemory().upTo(ticket.id());
            if (forgotten.isEmpty()) {
                said.add(Remembering.subject(ticket, customer));
            }
            session.messages().between(ticket.id(), forgotten.orElse(0) + 1, Long.MAX_VALUE).stream().filter(message -> isSaid(session, message)).map(Remembering::utterance).forEach(said::add);
            return said;
        });
    }

    /** A reply that is still held may be taken back; it is remembered when it goes. Of notes, briefs and decisions are remembered. */
    private static boolean isSaid(Session session, Message message) {
        return message.isFrom(Message.Kind.CUSTOMER)
                || message.isFrom(Message.Kind.NOTE) && session.outbox().of(message.id()).stream().anyMatch(effect -> effect.kind() == Effect.Kind.REMEMBER)
                || message.isFrom(Message.Kind.REPLY) && message.delivery() != Message.Delivery.HELD;
    }

    private interface Step {
        /** False where memory is still at work. */
        boolean done() throws MemoryException, InterruptedException;
    }

    private void patiently(Step step) throws MemoryException, InterruptedException {
        Duration wait = firstWait;
        for (int failures = 0; ; ) {
            try {
                if (step.done()) {
                    return;
                }
            } catch (MemoryException e) {
                boolean passing = switch (e.kind()) {
                    case AWAY, LATE, FAULT, BUSY, QUOTA -> true;
                    default -> false;
                };
                if (!passing || ++failures >= ATTEMPTS) {
                    throw e;
                }
                wait = e.retryAfter().filter(asked -> asked.compareTo(LONGEST_WAIT) <= 0).orElse(wait);
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }
}
