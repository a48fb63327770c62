package acquaint.memory.everos;

import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static acquaint.memory.Say.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.DeskOverlay;
import acquaint.memory.FlushResult;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.Utterance;
import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Fault;
import acquaint.memory.everos.server.Speech;
import acquaint.memory.everos.server.Spoken;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import acquaint.store.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A message arrives once, whatever goes wrong while it is handed over, and as often as its sender tries again. */
class EverOsFaultsTest {

    private static final CustomerId ANA = new CustomerId("ana");
    private static final SessionId TICKET = new SessionId("ticket_1");
    private static final Limits IMPATIENT = new Limits(4, 2, 0, Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofMillis(400));
    private static final Duration GRACE = Duration.ofMillis(600);

    @TempDir
    Path directory;

    private Desk desk;
    private EverOsServer server;
    private EverOsMemory memory;

    @BeforeEach
    void openDesk() {
        desk = Desk.open(directory, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        memory.close();
        server.close();
        desk.close();
    }

    private void start(Speech speech) {
        server = EverOsServer.start(speech).slow(Duration.ofMillis(700));
        memory = memory(speech);
    }

    private EverOsMemory memory(Speech speech) {
        Dialect dialect = switch (speech) {
            case CLOUD_V1 -> new CloudV1();
            case CLOUD_V2 -> new CloudV2();
            default -> new SelfHosted();
        };
        return new EverOsMemory(new EverOsClient(new EverOsHttp(server.url(), Optional.of(EverOsServer.KEY), IMPATIENT, Clock.systemUTC()), dialect),
                new DeskOverlay(desk, "space"), Clock.systemUTC(), GRACE);
    }

    static Stream<Arguments> faults() {
        return Stream.of(Speech.CLOUD_V1, Speech.CLOUD_V2, Speech.SELF_HOSTED).flatMap(speech ->
                Stream.of(Fault.values()).filter(fault -> !fault.isFinal()).map(fault -> Arguments.of(speech, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void eachMessageArrivesOnceAndInOrder(Speech speech, Fault fault) throws Exception {
        start(speech);
        List<Utterance> said = List.of(subject(1, "Leaking kettle"), customer(2, "It leaks."), agent(3, "A new one is sent."), customer(4, "Thanks."));

        untilKept(said.subList(0, 2));
        server.next(fault);
        untilKept(said.subList(2, 4));
        server.next(fault);
        untilFlushed();

        assertEquals(said.stream().map(Utterance::text).toList(), server.messages("ticket_1").stream().map(Spoken::content).toList());
        assertEquals(1, server.episodes("ana"));
    }

    /** As the outbox does: again and again, until it is kept. */
    private void untilKept(List<Utterance> said) throws Exception {
        for (int attempt = 1; attempt <= 100; attempt++) {
            try {
                if (memory.remember(ANA, TICKET, said) != Kept.QUEUED) {
                    return;
                }
            } catch (MemoryException e) {
                assertTrue(e.kind() != MemoryException.Kind.REFUSED && e.kind() != MemoryException.Kind.UNCERTAIN, e.toString());
            }
            Thread.sleep(40);
        }
        throw new AssertionError("never kept");
    }

    private void untilFlushed() throws Exception {
        for (int attempt = 1; attempt <= 100; attempt++) {
            try {
                if (memory.flush(ANA, TICKET) != FlushResult.QUEUED) {
                    return;
                }
            } catch (MemoryException e) {
                assertTrue(e.kind() != MemoryException.Kind.REFUSED, e.toString());
            }
            Thread.sleep(40);
        }
        throw new AssertionError("never flushed");
    }

    @ParameterizedTest
    @EnumSource(value = Speech.class, names = {"CLOUD_V1", "CLOUD_V2", "SELF_HOSTED"})
    void thousandsOfMessagesGoInBatchesAndInOrder(Speech speech) throws Exception {
        start(speech);
        List<Utterance> said = IntStream.rangeClosed(1, 1_234).mapToObj(i -> customer(i, "Message " + i)).toList();

        untilKept(said);
        untilFlushed();

        assertEquals(said.stream().map(Utterance::text).toList(), server.messages("ticket_1").stream().map(Spoken::content).toList());
        assertTrue(server.asked().stream().filter(asked -> asked.body().has("messages")).allMatch(asked -> asked.body().path("messages").size() <= 500));
    }

    @ParameterizedTest
    @EnumSource(value = Speech.class, names = {"CLOUD_V1", "CLOUD_V2"})
    void aFlushWaitsForMessagesThatTheServiceTookAndHasNotWorkedOn(Speech speech) throws Exception {
        start(speech);
        server.processing(Duration.ofMillis(500)).taskIdsOfRequests(false);
        List<Utterance> said = IntStream.rangeClosed(1, 30).mapToObj(i -> customer(i, "Message " + i)).toList();

        assertEquals(Kept.QUEUED, memory.remember(ANA, TICKET, said));
        assertEquals(FlushResult.QUEUED, memory.flush(ANA, TICKET));
        assertEquals(List.of(), server.flushes("ticket_1"));
        untilFlushed();

        assertEquals(List.of(30), server.flushes("ticket_1"));
    }

    @Test
    void whatAnotherProgramWroteIsLookedForBeforeItIsRepeatedAfterARestart() throws Exception {
        start(Speech.SELF_HOSTED);
        server.next(Fault.RESET_AFTER);
        assertThrows(MemoryException.class, () -> memory.remember(ANA, TICKET, List.of(customer(1, "It leaks."))));

        memory.close();
        memory = memory(Speech.SELF_HOSTED);
        untilKept(List.of(customer(1, "It leaks."), customer(2, "Still.")));

        assertEquals(List.of("It leaks.", "Still."), server.messages("ticket_1").stream().map(Spoken::content).toList());
    }

    @Test
    void whatNobodyCanTellIsSaidAndNotSentTwice() throws Exception {
        start(Speech.CLOUD_V1);
        server.listsAgents(false);
        server.next(Fault.RESET_AFTER);
        var kinds = new ArrayList<MemoryException.Kind>();
        for (int attempt = 0; attempt < 40 && !kinds.contains(MemoryException.Kind.UNCERTAIN); attempt++) {
            kinds.add(assertThrows(MemoryException.class, () -> memory.remember(ANA, TICKET, List.of(agent(1, "It is sent.")))).kind());
            Thread.sleep(40);
        }

        assertTrue(kinds.contains(MemoryException.Kind.UNCERTAIN), kinds.toString());
        assertEquals(1, server.messages("ticket_1").size());
    }

    @Test
    void twoMessagesOfTheSameTimeKeepTheirOrder() throws Exception {
        start(Speech.CLOUD_V1);
        Utterance first = customer(1, "First.");
        untilKept(List.of(first, new Utterance(new acquaint.model.MessageId("other"), Utterance.Speaker.CUSTOMER, "Ana", first.at(), "Second.")));

        List<Spoken> messages = server.messages("ticket_1");
        assertTrue(messages.get(0).timestamp() < messages.get(1).timestamp());
    }
}
