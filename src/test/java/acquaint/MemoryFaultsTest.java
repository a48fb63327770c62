package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Fault;
import acquaint.memory.everos.server.Speech;
import acquaint.memory.everos.server.Spoken;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that can go wrong at the memory service while an agent works in the real window: the reply goes out all the
 * same, and when the service is well again it holds each message once, in order.
 */
class MemoryFaultsTest {

    /** One window for all faults of one service: each fault has a ticket of its own. */
    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Faults {

        private final Speech speech;
        private EverOsServer server;
        private DeskOnScreen desk;
        private int tickets;

        Faults(Speech speech) {
            this.speech = speech;
        }

        @BeforeAll
        void open(@TempDir Path directory) throws Exception {
            server = EverOsServer.start(speech).slow(Duration.ofMillis(2_200));
            desk = DeskOnScreen.openAt(server, directory, false, 1000, 800);
        }

        @AfterAll
        void close() {
            desk.close();
            server.close();
        }

        /** Every reply is held back for eight seconds, so a test run takes a few of the faults, and the soak all. */
        static Stream<Arguments> few() {
            Set<String> few = Set.of("nobody listens", "RESET_AFTER", "SLOW_AFTER", "BAD_GATEWAY_BEFORE");
            return all().filter(each -> few.contains(String.valueOf(each.get()[0])));
        }

        static Stream<Arguments> all() {
            return Stream.concat(Stream.of(Arguments.of("nobody listens", Optional.empty())),
                    Stream.of(Fault.values()).filter(fault -> !fault.isFinal()).map(fault -> Arguments.of(fault.name(), Optional.of(fault))));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("few")
        void theReplyGoesOutAndEachMessageArrivesOnceAndInOrder(String name, Optional<Fault> fault) throws Exception {
            check(name, fault);
        }

        @Tag("soak")
        @ParameterizedTest(name = "{0}")
        @MethodSource("all")
        void theReplyGoesOutAndEachMessageArrivesOnceAndInOrderWhateverGoesWrong(String name, Optional<Fault> fault) throws Exception {
            check(name, fault);
        }

        private void check(String name, Optional<Fault> fault) throws Exception {
            Ticket ticket = arrives();
            desk.settle();
            fail(fault);
            try {
                desk.wiring().intake().log(MessageId.random(), ticket.id(), "It still drips, " + name + ".");
                desk.select(ticket.id());
                desk.see("the conversation", () -> desk.isOpen(ticket) && desk.shows("It still drips"));
                desk.click("#text");
                desk.press(KeyCode.CONTROL, KeyCode.A);
                desk.type("A new lid is on its way.");
                assertEquals("A new lid is on its way.", desk.composerText());
                desk.replyAsColleague(ticket.id(), "I look into it, " + name + ".", false);
                desk.see("the reply on its way while memory fails", () -> desk.messages(ticket).stream()
                        .anyMatch(message -> message.isFrom(Message.Kind.REPLY) && message.delivery() == Message.Delivery.SENT));
                desk.see("an attempt that failed", () -> desk.wiring().outbox().remaining() > 0 || fault.isEmpty());
            } finally {
                mend(fault);
            }
            desk.wiring().backlog().retry(ticket.customer());
            desk.settle();

            List<String> expected = new ArrayList<>(List.of("Leaking kettle", "The kettle leaks, no. " + tickets + "."));
            expected.addAll(List.of("It still drips, " + name + ".", "I look into it, " + name + "."));
            assertEquals(expected, server.messages("ticket_" + ticket.id()).stream().map(Spoken::content).toList());
            assertTrue(inOrder(server.messages("ticket_" + ticket.id())));
        }

        /** What the service refuses for good is told, and holds up nothing. */
        @Test
        void aMessageThatIsRefusedHoldsUpNothing() throws Exception {
            Ticket ticket = arrives();
            desk.settle();
            server.next(Fault.UNPROCESSABLE);
            desk.wiring().intake().log(MessageId.random(), ticket.id(), "Refused.");
            desk.see("the refusal", () -> desk.wiring().backlog().of(ticket.customer()).failed() == 1);
            desk.wiring().intake().log(MessageId.random(), ticket.id(), "Taken.");
            desk.settle();
            assertEquals("Taken.", server.messages("ticket_" + ticket.id()).getLast().content());

            desk.wiring().backlog().retry(ticket.customer());
            desk.settle();
            assertTrue(desk.wiring().backlog().of(ticket.customer()).isEmpty());
        }

        private Ticket arrives() {
            tickets++;
            return desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz " + tickets, List.of(Address.email("ana" + tickets + "@example.org"))),
                    "Leaking kettle", "email", "The kettle leaks, no. " + tickets + ".", Optional.empty()));
        }

        private void fail(Optional<Fault> fault) {
            if (fault.isPresent()) {
                server.always(fault.get());
            } else {
                server.stop();
            }
        }

        private void mend(Optional<Fault> fault) {
            if (fault.isPresent()) {
                server.always(null);
            } else {
                server.resume();
            }
        }

        private static boolean inOrder(List<Spoken> messages) {
            for (int i = 1; i < messages.size(); i++) {
                if (messages.get(i).timestamp() <= messages.get(i - 1).timestamp()) {
                    return false;
                }
            }
            return true;
        }
    }

    @Nested
    class OnCloudV1 extends Faults {
        OnCloudV1() {
            super(Speech.CLOUD_V1);
        }
    }

    @Tag("soak")
    @Nested
    class OnCloudV2 extends Faults {
        OnCloudV2() {
            super(Speech.CLOUD_V2);
        }
    }

    @Tag("soak")
    @Nested
    class OnAServerOfOnesOwn extends Faults {
        OnAServerOfOnesOwn() {
            super(Speech.SELF_HOSTED);
        }
    }
}
