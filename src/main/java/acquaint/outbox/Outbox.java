package acquaint.outbox;

import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Effect;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Carries out the desk's effects on workers, a few tickets at once and the effects of a ticket's lane one after the other.
 * Looks for due ones when ticked, by {@link #start} or by {@link #drain}. Safe for several threads.
 */
public final class Outbox implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

    /**
     * How many tickets are worked on at once in each lane: enough to hide a slow service, few enough not to press it. The
     * lanes are counted apart, so that a memory that hangs never holds up a reply.
     */
    static final int AT_ONCE = 4;
    private static final Duration TICK = Duration.ofMillis(200);
    /** How long closing waits for what is being carried out before it interrupts. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Ledger ledger;
    private final Clock clock;
    private final Attempts attempts;
    private final ExecutorService workers;
    /** A ticket's lane, in which one run of effects is carried out at a time. */
    private record Slot(TicketId ticket, Effect.Lane lane) {

        static Slot of(List<Effect> run) {
            return new Slot(run.getFirst().ticket(), run.getFirst().lane());
        }
    }

    /** Where work is under way; also the monitor for {@link #closed} and for those who wait for an end. */
    private final Set<Slot> busy = new HashSet<>();
    private final Set<Thread> working = new HashSet<>();
    private ScheduledExecutorService ticking;
    private final Map<Effect.Lane, LanePause> pauses = new EnumMap<>(Effect.Lane.class);
    /** How many want quiet on a lane. */
    private final Map<Effect.Lane, Integer> held = new EnumMap<>(Effect.Lane.class);
    private boolean closed;
    private boolean recovered;

    /** Begins nothing yet. */
    public Outbox(Desk desk, Clock clock, Map<Effect.Kind, Handler> handlers, ExecutorService workers) {
        this.ledger = new Ledger(desk, clock);
        this.clock = clock;
        var backoff = new Backoff(new Random());
        for (Effect.Lane lane : Effect.Lane.values()) {
            pauses.put(lane, new LanePause(clock, backoff));
        }
        this.attempts = new Attempts(ledger, Map.copyOf(handlers), pauses, backoff);
        this.workers = workers;
    }

    /** Sorts out what an earlier run of the program left in the middle. The first {@link #tick} does it where nobody has. */
    public void recover() {
        synchronized (busy) {
            if (!recovered) {
                ledger.recover();
                recovered = true;
            }
        }
    }

    /** Begins what is due, as far as workers are free, and returns how many runs of effects were begun. */
    public int tick() {
        synchronized (busy) {
            if (closed) {
                return 0;
            }
            recover();
            return Arrays.stream(Effect.Lane.values()).mapToInt(this::tick).sum();
        }
    }

    private int tick(Effect.Lane lane) {
        int most = held.containsKey(lane) ? 0 : pauses.get(lane).most(AT_ONCE);
        Set<TicketId> at = busy.stream().filter(slot -> slot.lane() == lane).map(Slot::ticket).collect(Collectors.toSet());
        var runs = ledger.claim(lane, most - at.size(), at, attempts::batch);
        runs.forEach(this::begin);
        return runs.size();
    }

    private void begin(List<Effect> run) {
        busy.add(Slot.of(run));
        try {
            workers.execute(() -> work(run));
        } catch (RejectedExecutionException e) {
            busy.remove(Slot.of(run));
            ledger.interrupted(run);
        }
    }

    private void work(List<Effect> run) {
        synchronized (busy) {
            working.add(Thread.currentThread());
        }
        try {
            attempts.carryOut(run);
        } catch (RuntimeException e) {
            // The desk itself could not take the result: the effects stay as begun, and the next start sorts them out.
            LOG.log(Level.ERROR, "the outcome of an effect could not be stored", e);
        } finally {
            synchronized (busy) {
                working.remove(Thread.currentThread());
                busy.remove(Slot.of(run));
                busy.notifyAll();
            }
            nudge();
        }
    }

    /** How many effects are promised and not carried out. */
    public int remaining() {
        return ledger.remaining();
    }

    /**
     * Carries out everything that can be carried out now, and returns when nothing more is due: what is held back or waits
     * for another attempt stays. {@code remaining} is told after each step, on this thread.
     */
    public void drain(IntConsumer remaining) throws InterruptedException {
        while (step()) {
            remaining.accept(remaining());
        }
    }

    /** Begins what is due and waits until something ends; false when nothing is due, under way, or at work on the other side. */
    private boolean step() throws InterruptedException {
        synchronized (busy) {
            if (tick() > 0 || !busy.isEmpty()) {
                if (!busy.isEmpty()) {
                    busy.wait();
                }
                return true;
            }
            boolean paused = pauses.get(Effect.Lane.MEMORY).pause().isPresent();
            Optional<Instant> look = paused || closed ? Optional.empty() : ledger.nextLook();
            if (look.isPresent()) {
                busy.wait(Math.max(1, Duration.between(clock.instant(), look.get()).toMillis()));
            }
            return look.isPresent();
        }
    }

    /** Why nothing of a lane is begun at present, where that is so. */
    public Optional<Pause> pause(Effect.Lane lane) {
        return pauses.get(lane).pause();
    }

    /** Ends a pause of the lane at once: something was mended, or a person wants to know. */
    public void resume(Effect.Lane lane) {
        pauses.get(lane).end();
    }

    /** Does something while nothing of a lane is under way: waits for what is, and begins nothing until it is done. */
    public <T> T quietly(Effect.Lane lane, Callable<T> work) throws Exception {
        synchronized (busy) {
            held.merge(lane, 1, Integer::sum);
            try {
                while (busy.stream().anyMatch(slot -> slot.lane() == lane)) {
                    busy.wait();
                }
            } catch (InterruptedException e) {
                release(lane);
                throw e;
            }
        }
        try {
            return work.call();
        } finally {
            synchronized (busy) {
                release(lane);
            }
            nudge();
        }
    }

    private void release(Effect.Lane lane) {
        held.computeIfPresent(lane, (_, holding) -> holding == 1 ? null : holding - 1);
    }

    /** Ticks on {@code clock} from now on. */
    public void start(ScheduledExecutorService clock) {
        synchronized (busy) {
            this.ticking = clock;
        }
        clock.scheduleWithFixedDelay(this::tickSafely, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has due effects looked for at once. Returns immediately; does nothing before {@link #start}. */
    public void nudge() {
        synchronized (busy) {
            if (ticking != null && !closed) {
                try {
                    ticking.execute(this::tickSafely);
                } catch (RejectedExecutionException e) {
                    LOG.log(Level.DEBUG, "the clock has stopped", e);
                }
            }
        }
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException e) {
            // An exception would end the clock's ticking for good.
            LOG.log(Level.ERROR, "the outbox could not look for due effects", e);
        }
    }

    /** Begins nothing more, waits a little for what is under way, then interrupts it. The desk may be closed afterwards. */
    @Override
    public void close() {
        synchronized (busy) {
            closed = true;
            awaitIdle(GRACE);
            working.forEach(Thread::interrupt);
            awaitIdle(GRACE);
        }
    }

    private void awaitIdle(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        while (!busy.isEmpty() && System.nanoTime() < until) {
            try {
                busy.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            } catch (InterruptedException e) {
                interrupted = true;
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
