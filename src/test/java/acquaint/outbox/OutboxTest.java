package acquaint.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.StandingClock;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Effect;
import acquaint.store.Effect.Kind;
import acquaint.store.Effect.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final CustomerId ANA = new CustomerId("ana");

    private interface Instead {
        void happens(List<Effect> effects) throws Handler.Retryable, Handler.Rejected, Handler.Unclear, InterruptedException;
    }

    /** Writes down what it was given, or does what a test wants instead. */
    private final class Recorder implements Handler {
        private final int batch;
        private volatile Instead instead = _ -> {};

        private volatile Outcome outcome = Outcome.DONE;

        Recorder(int batch) {
            this.batch = batch;
        }

        @Override
        public int batch() {
            return batch;
        }

        @Override
        public Outcome carryOut(List<Effect> effects) throws Retryable, Rejected, Unclear, InterruptedException {
            instead.happens(effects);
            carriedOut.add(effects.getFirst().ticket() + ":" + effects.getFirst().kind() + effects.stream().map(e -> e.message().value()).toList());
            return outcome;
        }
    }

    @TempDir
    private Path directory;

    private final StandingClock hands = new StandingClock(NOW);
    private final List<String> carriedOut = Collections.synchronizedList(new ArrayList<>());
    private final Recorder deliver = new Recorder(1);
    private final Recorder remember = new Recorder(500);
    private final Recorder flush = new Recorder(1);
    private final Recorder find = new Recorder(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Desk desk;
    private Outbox outbox;

    @BeforeEach
    void open() {
        desk = Desk.open(directory, hands);
        outbox = newOutbox();
    }

    @AfterEach
    void close() {
        outbox.close();
        workers.close();
        desk.close();
    }

    private Outbox newOutbox() {
        return new Outbox(desk, hands, Map.of(Kind.DELIVER, deliver, Kind.REMEMBER, remember, Kind.FLUSH, flush, Kind.FIND_PROMISES, find), workers);
    }

    private void ticket(String id) {
        desk.write(session -> {
            if (session.customers().find(ANA).isEmpty()) {
                session.customers().insert(new Customer(ANA, "Ana", Optional.empty(), Optional.empty(), NOW, List.of()));
            }
            session.tickets().insert(Ticket.opened(new TicketId(id), ANA, "subject", "mail", NOW));
            return null;
        });
    }

    private void reply(String ticket, long position, String message) {
        desk.write(session -> {
            session.messages().add(new Message(new MessageId(message), new TicketId(ticket), position, Message.Kind.REPLY, "Sam", NOW, message,
                    Message.Delivery.HELD));
            return null;
        });
    }

    private static Effect effect(Kind kind, String ticket, String message) {
        return Effect.promised(kind, new TicketId(ticket), ANA, new MessageId(message), "", NOW);
    }

    private void promise(Effect... effects) {
        desk.write(session -> {
            session.outbox().add(List.of(effects));
            return null;
        });
    }

    private List<State> states(String message) {
        return desk.read(session -> session.outbox().of(new MessageId(message))).stream().map(Effect::state).toList();
    }

    private Message.Delivery delivery(String message) {
        return desk.read(session -> session.messages().find(new MessageId(message))).orElseThrow().delivery();
    }

    private void drain() {
        try {
            outbox.drain(left -> {});
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withinALaneEverythingHappensInOrderAndConsecutiveMessagesTogether() {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"), effect(Kind.REMEMBER, "T", "b"), effect(Kind.FLUSH, "T", "c"), effect(Kind.REMEMBER, "T", "d"));
        drain();
        assertEquals(List.of("T:REMEMBER[a, b]", "T:FLUSH[c]", "T:REMEMBER[d]"), carriedOut);
        assertEquals(0, outbox.remaining());
    }

    @Test
    void whatIsHeldBackWaitsAndSoDoesWhatStandsBehindIt() {
        ticket("T");
        reply("T", 1, "a");
        reply("T", 2, "b");
        Effect held = effect(Kind.DELIVER, "T", "a");
        promise(Effect.promised(Kind.DELIVER, held.ticket(), ANA, held.message(), "", NOW.plusSeconds(8)), effect(Kind.DELIVER, "T", "b"));
        drain();
        assertEquals(List.of(), carriedOut);
        hands.set(NOW.plusSeconds(8));
        drain();
        assertEquals(List.of("T:DELIVER[a]", "T:DELIVER[b]"), carriedOut);
        assertEquals(Message.Delivery.SENT, delivery("b"));
    }

    @Test
    void aMemoryThatHangsDoesNotHoldUpAReply() throws Exception {
        var release = new CountDownLatch(1);
        remember.instead = effects -> release.await();
        for (int i = 0; i < 2 * Outbox.AT_ONCE; i++) {
            ticket("M" + i);
            promise(effect(Kind.REMEMBER, "M" + i, "m" + i));
        }
        reply("M0", 1, "r");
        promise(effect(Kind.DELIVER, "M0", "r"));
        var sent = new CountDownLatch(1);
        deliver.instead = effects -> sent.countDown();
        outbox.tick();
        sent.await();
        release.countDown();
        drain();
        assertEquals(0, outbox.remaining());
    }

    @Test
    void noMoreThanFourTicketsAreWorkedOnAtOnceInALane() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        remember.instead = effects -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
        };
        for (int i = 0; i < 40; i++) {
            ticket("T" + i);
            promise(effect(Kind.REMEMBER, "T" + i, "m" + i));
        }
        drain();
        assertEquals(40, carriedOut.size());
        assertTrue(most.get() <= Outbox.AT_ONCE, () -> most + " at once");
    }

    @Test
    void aFailureThatMayPassIsTriedAgainLaterAndLaterEach() {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"), effect(Kind.FLUSH, "T", "b"));
        remember.instead = effects -> {
            throw new Handler.Retryable(new Exception("away"));
        };
        drain();
        Effect after = desk.read(session -> session.outbox().of(new MessageId("a"))).getFirst();
        assertEquals(State.WAITING, after.state());
        assertEquals(1, after.attempts());
        assertEquals(Optional.of("away"), after.lastError());
        assertTrue(after.nextTry().isAfter(NOW) && !after.nextTry().isAfter(NOW.plusSeconds(1)), after::toString);
        drain();
        assertEquals(List.of(), carriedOut);
        remember.instead = effects -> {};
        hands.set(NOW.plusSeconds(1));
        drain();
        assertEquals(List.of("T:REMEMBER[a]", "T:FLUSH[b]"), carriedOut);
    }

    @Test
    void waitsDoubleUpToFiveMinutesAndAreSpread() {
        var backoff = new Backoff(new java.util.Random(7));
        for (int failures = 1; failures <= 60; failures++) {
            long full = Math.min(300_000, 1000L << Math.min(failures - 1, 20));
            long wait = backoff.after(failures).toMillis();
            assertTrue(wait >= full / 2 && wait <= full, failures + " failures: " + wait);
        }
    }

    @Test
    void aRejectedReplyIsFailedAndTheNextOfItsTicketWaitsForTheAgent() {
        ticket("T");
        reply("T", 1, "a");
        reply("T", 2, "b");
        promise(effect(Kind.DELIVER, "T", "a"), effect(Kind.DELIVER, "T", "b"));
        deliver.instead = effects -> {
            throw new Handler.Rejected(new Exception("no such address"));
        };
        drain();
        assertEquals(Message.Delivery.FAILED, delivery("a"));
        assertEquals(List.of(State.FAILED), states("a"));
        assertEquals(List.of(State.WAITING), states("b"));
    }

    @Test
    void oneMessageThatMemoryRefusesDoesNotTakeItsNeighboursWithIt() {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"), effect(Kind.REMEMBER, "T", "bad"), effect(Kind.REMEMBER, "T", "c"), effect(Kind.FLUSH, "T", "d"));
        remember.instead = effects -> {
            if (effects.stream().anyMatch(e -> e.message().value().equals("bad"))) {
                throw new Handler.Rejected(new Exception("refused"));
            }
        };
        drain();
        assertEquals(List.of("T:REMEMBER[a]", "T:REMEMBER[c]", "T:FLUSH[d]"), carriedOut);
        assertEquals(List.of(State.FAILED), states("bad"));
    }

    @Test
    void aDeliveryThatBreaksOffUnexpectedlyIsUncertain() {
        ticket("T");
        reply("T", 1, "a");
        promise(effect(Kind.DELIVER, "T", "a"));
        deliver.instead = effects -> {
            throw new IllegalStateException("a bug");
        };
        drain();
        assertEquals(List.of(State.UNCERTAIN), states("a"));
        assertEquals(Message.Delivery.UNCERTAIN, delivery("a"));
    }

    @Test
    void whatCannotBeLookedForPromisesIsSetAsideAfterSomeTriesAndRepliesGoOn() {
        ticket("T-1");
        reply("T-1", 1, "r1");
        reply("T-1", 2, "r2");
        promise(effect(Kind.DELIVER, "T-1", "r1"), effect(Kind.FIND_PROMISES, "T-1", "r1"), effect(Kind.DELIVER, "T-1", "r2"), effect(Kind.FIND_PROMISES, "T-1", "r2"));
        find.instead = effects -> {
            if (effects.getFirst().message().value().equals("r1")) {
                throw new StackOverflowError();
            }
        };
        for (int i = 0; i < Attempts.FINDING_TRIES; i++) {
            drain();
            hands.forward(Duration.ofSeconds(10));
        }
        drain();
        assertEquals(List.of("T-1:DELIVER[r1]", "T-1:DELIVER[r2]", "T-1:FIND_PROMISES[r2]"), carriedOut);
        assertEquals(0, outbox.remaining());
    }

    @Test
    void afterACrashADeliveryIsUncertainAndMemoryIsAskedAgain() {
        ticket("T");
        reply("T", 1, "a");
        promise(effect(Kind.DELIVER, "T", "a"), effect(Kind.REMEMBER, "T", "b"));
        // What a killed program leaves: effects that were begun and never ended.
        desk.write(session -> {
            session.outbox().state(Stream.of("a", "b").flatMap(m -> session.outbox().of(new MessageId(m)).stream()).toList(), State.RUNNING, Optional.empty());
            session.messages().delivery(new MessageId("a"), Message.Delivery.SENDING);
            return null;
        });
        outbox.close();
        outbox = newOutbox();
        drain();
        assertEquals(List.of("T:REMEMBER[b]"), carriedOut);
        assertEquals(List.of(State.UNCERTAIN), states("a"));
        assertEquals(Message.Delivery.UNCERTAIN, delivery("a"));
    }

    @Test
    void closingInterruptsWhatDoesNotEndAndLeavesItToBeRepeated() throws Exception {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"));
        var begun = new CountDownLatch(1);
        remember.instead = effects -> {
            begun.countDown();
            new CountDownLatch(1).await();
        };
        outbox.tick();
        begun.await();
        outbox.close();
        assertEquals(List.of(State.WAITING), states("a"));
        assertEquals(0, outbox.tick());
    }

    @Test
    void drainingCanBeInterrupted() {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"));
        var release = new CountDownLatch(1);
        remember.instead = effects -> release.await();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> outbox.drain(left -> {}));
        release.countDown();
    }

    @Test
    void aStartedOutboxWorksByItself() throws Exception {
        var done = new CountDownLatch(1);
        flush.instead = effects -> done.countDown();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            outbox.start(clock);
            ticket("T");
            promise(effect(Kind.REMEMBER, "T", "a"), effect(Kind.FLUSH, "T", "b"));
            outbox.nudge();
            done.await();
            outbox.close();
        }
    }

    @Test
    void twoThousandEffectsOfManyTicketsAreQuick() {
        desk.write(session -> {
            session.customers().insert(new Customer(ANA, "Ana", Optional.empty(), Optional.empty(), NOW, List.of()));
            IntStream.range(0, 138).forEach(t -> {
                session.tickets().insert(Ticket.opened(new TicketId("T" + t), ANA, "subject", "mail", NOW));
                session.outbox().add(Stream.concat(
                        IntStream.range(0, 14).mapToObj(m -> effect(Kind.REMEMBER, "T" + t, "m" + t + "/" + m)),
                        Stream.of(effect(Kind.FLUSH, "T" + t, "f" + t))).toList());
            });
            return null;
        });
        assertTimeoutPreemptively(Duration.ofSeconds(10), this::drain);
        assertEquals(276, carriedOut.size());
        assertEquals(0, outbox.remaining());
    }

    private static Handler.Retryable away() {
        return new Handler.Retryable(new Exception("away"), "AWAY", true, Optional.empty());
    }

    @Test
    void aServiceThatIsAwayIsAskedForOneTicketOnlyUntilItAnswers() {
        var asked = new AtomicInteger();
        remember.instead = _ -> {
            asked.incrementAndGet();
            throw away();
        };
        for (int i = 0; i < 20; i++) {
            ticket("T" + i);
            promise(effect(Kind.REMEMBER, "T" + i, "m" + i));
        }
        drain();
        assertTrue(asked.get() <= Outbox.AT_ONCE, () -> asked + " asked");
        Pause pause = outbox.pause(Effect.Lane.MEMORY).orElseThrow();
        assertEquals("AWAY", pause.kind());
        assertEquals(Optional.empty(), outbox.pause(Effect.Lane.DELIVERY));

        int before = asked.get();
        hands.set(pause.until());
        drain();
        assertEquals(before + 1, asked.get(), "one probe");
        assertTrue(outbox.pause(Effect.Lane.MEMORY).orElseThrow().until().isAfter(hands.instant()));

        remember.instead = _ -> {};
        hands.set(hands.instant().plusSeconds(300));
        drain();
        assertEquals(20, carriedOut.size());
        assertEquals(Optional.empty(), outbox.pause(Effect.Lane.MEMORY));
    }

    @Test
    void oneMessageThatTheServiceCannotBearDoesNotStopTheOthers() {
        for (int i = 0; i < 6; i++) {
            ticket("T" + i);
            promise(effect(Kind.REMEMBER, "T" + i, i == 0 ? "poison" : "m" + i));
        }
        remember.instead = effects -> {
            if (effects.getFirst().message().value().equals("poison")) {
                throw new Handler.Retryable(new Exception("forbidden"), "WRONG_VERSION", true, Optional.empty());
            }
        };
        for (int i = 0; i < 10; i++) {
            drain();
            hands.set(hands.instant().plusSeconds(400));
        }
        assertEquals(5, carriedOut.size(), carriedOut.toString());
        ticket("T9");
        promise(effect(Kind.REMEMBER, "T9", "later"));
        drain();
        assertEquals(6, carriedOut.size(), "the lane is open");
        assertEquals(Optional.empty(), outbox.pause(Effect.Lane.MEMORY));
        assertEquals(List.of(State.WAITING), states("poison"));
    }

    @Test
    void amongRefusedNeighboursNothingOvertakesWhatWasPutOff() {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"), effect(Kind.REMEMBER, "T", "b"), effect(Kind.REMEMBER, "T", "bad"));
        var away = new AtomicBoolean(true);
        remember.instead = effects -> {
            if (effects.size() > 1 || effects.getFirst().message().value().equals("bad")) {
                throw new Handler.Rejected(new Exception("refused"));
            }
            if (effects.getFirst().message().value().equals("a") && away.getAndSet(false)) {
                throw away();
            }
        };
        drain();
        assertEquals(List.of(), carriedOut);
        hands.set(hands.instant().plusSeconds(300));
        drain();
        assertEquals(List.of("T:REMEMBER[a]", "T:REMEMBER[b]"), carriedOut);
        assertEquals(List.of(State.FAILED), states("bad"));
    }

    @Test
    void aServiceThatSaysHowLongIsNotAskedBefore() {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"));
        remember.instead = _ -> {
            throw new Handler.Retryable(new Exception("busy"), "BUSY", true, Optional.of(Duration.ofMinutes(10)));
        };
        drain();
        assertEquals(NOW.plusSeconds(600), outbox.pause(Effect.Lane.MEMORY).orElseThrow().until());
    }

    @Test
    void aPauseEndsWhenAPersonWantsToKnow() {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"));
        remember.instead = _ -> {
            throw away();
        };
        drain();
        remember.instead = _ -> {};
        drain();
        assertEquals(List.of(), carriedOut);
        outbox.resume(Effect.Lane.MEMORY);
        drain();
        assertEquals(List.of("T:REMEMBER[a]"), carriedOut);
    }

    @Test
    void whatTheOtherSideWorksOnIsLookedForAgainAndHoldsBackWhatFollows() throws Exception {
        ticket("T");
        promise(effect(Kind.REMEMBER, "T", "a"), effect(Kind.FLUSH, "T", "b"));
        remember.outcome = new Handler.Outcome.LookAgain(State.QUEUED, Duration.ofSeconds(2), Optional.of("task"));
        outbox.tick();
        outbox.quietly(Effect.Lane.MEMORY, () -> null);
        assertEquals(List.of(State.QUEUED), states("a"));
        outbox.tick();
        outbox.quietly(Effect.Lane.MEMORY, () -> null);
        assertEquals(List.of("T:REMEMBER[a]"), carriedOut, "it is not time to look yet, and the flush waits");

        remember.outcome = Handler.Outcome.DONE;
        hands.set(NOW.plusSeconds(2));
        drain();
        assertEquals(List.of("T:REMEMBER[a]", "T:REMEMBER[a]", "T:FLUSH[b]"), carriedOut);
    }

    @Test
    void whatNobodyCanTellHoldsBackItsTicketAndNoOther() {
        ticket("T");
        ticket("U");
        promise(effect(Kind.REMEMBER, "T", "a"), effect(Kind.FLUSH, "T", "b"), effect(Kind.REMEMBER, "U", "c"));
        remember.instead = effects -> {
            if (effects.getFirst().message().value().equals("a")) {
                throw new Handler.Unclear(new Exception("nobody knows"));
            }
        };
        drain();
        assertEquals(List.of(State.UNCERTAIN), states("a"));
        assertEquals(List.of(State.WAITING), states("b"));
        assertEquals(List.of("U:REMEMBER[c]"), carriedOut);
    }

    @Test
    void quietWorkWaitsForWhatIsUnderWayAndNothingOfItsLaneIsBegunMeanwhile() throws Exception {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        remember.instead = _ -> {
            begun.countDown();
            release.await();
        };
        ticket("T");
        ticket("U");
        promise(effect(Kind.REMEMBER, "T", "a"));
        outbox.tick();
        begun.await();
        var quiet = workers.submit(() -> outbox.quietly(Effect.Lane.MEMORY, () -> {
            int before = carriedOut.size();
            promise(effect(Kind.REMEMBER, "U", "b"));
            assertEquals(0, outbox.tick());
            return before;
        }));
        release.countDown();
        assertEquals(1, quiet.get());
        drain();
        assertEquals(List.of("T:REMEMBER[a]", "U:REMEMBER[b]"), carriedOut);
    }
}
