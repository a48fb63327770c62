package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Fault;
import acquaint.memory.everos.server.Speech;
import acquaint.model.Address;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.settings.MemoryChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing a memory service in the real window, and what the sidebar says of it. */
class MemoryServiceWindowTest {

    @TempDir
    Path directory;

    private static Ticket arrives(DeskOnScreen desk, String who, String subject, String words) {
        return desk.wiring().intake().open(new NewTicket(new Caller.New(who, List.of(Address.email(who.toLowerCase() + "@example.org"))),
                subject, "email", words, Optional.empty()));
    }

    @Test
    void aServiceIsTestedChosenAndGivenTheHistoryAndItsKeyIsNeverShownAgain() throws Exception {
        try (var server = EverOsServer.start(Speech.CLOUD_V2); var desk = DeskOnScreen.open(directory)) {
            Ticket ticket = arrives(desk, "Ana", "Leaking kettle", "It leaks.");
            desk.settle();
            desk.press(KeyCode.CONTROL, KeyCode.COMMA);
            desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
            desk.<RadioButton>inDialog("#cloud", RadioButton::fire);

            desk.<TextField>inDialog("#address", field -> field.setText("http://api.example.org"));
            assertTrue(desk.dialogShows("must begin with https://"));
            desk.<Button>inDialog("#test", button -> assertTrue(button.isDisabled()));
            desk.<TextField>inDialog("#address", field -> field.setText(server.url().toString()));
            desk.<Button>inDialog("#test", Button::fire);
            desk.see("that a key is needed", () -> desk.dialogShows("asks for a key"));

            desk.<PasswordField>inDialog("#key", field -> field.setText(EverOsServer.KEY));
            desk.<Button>inDialog("#test", Button::fire);
            desk.see("that it is the other version", () -> desk.dialogShows("another version"));
            desk.<Button>inDialog("#takeOther", Button::fire);
            desk.see("the connection", () -> desk.dialogShows("Connected: EverOS cloud v2"));
            desk.<ToggleButton>inDialog("#second", toggle -> assertTrue(toggle.isSelected()));

            // The question about the history is modal: it is answered while the button's own action still waits for it.
            desk.answer("#apply", () -> desk.dialogShows("Take the history along?"), "Copy, then switch");
            desk.see("the history at the service", () -> server.messages("ticket_" + ticket.id()).size() == 2);
            desk.see("that it is in use", () -> desk.showsText("is in use now"));
            assertTrue(desk.wiring().memory().engines().current() instanceof MemoryChoice.EverOs);

            desk.wiring().intake().log(MessageId.random(), ticket.id(), "Still.");
            desk.settle();
            assertEquals(3, server.messages("ticket_" + ticket.id()).size());
            assertFalse(Files.readString(directory.resolve("settings.json")).contains(EverOsServer.KEY));

            desk.press(KeyCode.CONTROL, KeyCode.COMMA);
            desk.see("the settings again", () -> desk.dialogShows("Where customers are remembered"));
            desk.<PasswordField>inDialog("#key", field -> {
                assertEquals("", field.getText());
                assertTrue(field.getPromptText().contains("is kept"), field.getPromptText());
            });
            desk.press(KeyCode.ESCAPE);
        }
    }

    @Test
    void onAnEmptyDeskThereIsNoHistoryToAskAbout() throws Exception {
        try (var server = EverOsServer.start(Speech.CLOUD_V2); var desk = DeskOnScreen.open(directory)) {
            desk.press(KeyCode.CONTROL, KeyCode.COMMA);
            desk.see("the settings", () -> desk.dialogShows("Where customers are remembered"));
            desk.<RadioButton>inDialog("#cloud", RadioButton::fire);
            desk.<ToggleButton>inDialog("#second", ToggleButton::fire);
            desk.<TextField>inDialog("#address", field -> field.setText(server.url().toString()));
            desk.<PasswordField>inDialog("#key", field -> field.setText(EverOsServer.KEY));
            desk.<Button>inDialog("#test", Button::fire);
            desk.see("the connection", () -> desk.dialogShows("Connected: EverOS cloud v2"));
            desk.<Button>inDialog("#apply", Button::fire);
            desk.see("that it is in use", () -> desk.wiring().memory().engines().current() instanceof MemoryChoice.EverOs);
        }
    }

    @Test
    void theSidebarSaysWhatWaitsAndWhyAndTriesAgainOnDemand() throws Exception {
        try (var server = EverOsServer.start(Speech.SELF_HOSTED); var desk = DeskOnScreen.openAt(server, directory, false, 1000, 800)) {
            Ticket ticket = arrives(desk, "Ana", "Leaking kettle", "It leaks.");
            desk.settle();
            desk.select(ticket.id());
            desk.see("the ticket", () -> desk.isOpen(ticket));
            server.stop();
            desk.wiring().intake().log(MessageId.random(), ticket.id(), "It leaks more.");
            desk.see("what waits", () -> desk.isVisible("#waitingRetry"));
            desk.see("why", () -> desk.showsText("cannot be reached"));

            desk.atOnce(() -> desk.fire("#waitingDetails"));
            desk.see("the details", () -> desk.dialogShows("It leaks more."));
            desk.atOnce(() -> desk.fire("#waitingDetails"));

            server.resume();
            desk.atOnce(() -> desk.fire("#waitingRetry"));
            // The button also goes away while what waits is on its way.
            desk.see("all that was said at the service", () -> server.messages("ticket_" + ticket.id()).size() == 3);
            desk.see("nothing waiting", () -> !desk.isVisible("#waitingRetry"));
        }
    }

    @Test
    void aClosedTicketSaysRememberedOnlyWhenTheServiceReportedIt() throws Exception {
        try (var server = EverOsServer.start(Speech.CLOUD_V1); var desk = DeskOnScreen.openAt(server, directory, false, 1000, 800)) {
            Ticket ticket = arrives(desk, "Ana", "Leaking kettle", "It leaks.");
            desk.settle();
            desk.select(ticket.id());
            desk.see("the ticket", () -> desk.isOpen(ticket));
            server.always(Fault.UNAVAILABLE);
            desk.atOnce(() -> desk.fire("#close"));
            desk.see("that it waits", () -> desk.showsText("Waits to be remembered"));
            assertFalse(desk.showsText("Remembered"));

            server.always(null);
            desk.wiring().backlog().retry(ticket.customer());
            desk.see("that it is remembered", () -> desk.showsText("Remembered"));
            assertEquals(1, server.episodes(ticket.customer().value()));
        }
    }

    @Test
    void whatAnotherProgramSaidInTheTicketIsShown() throws Exception {
        try (var server = EverOsServer.start(Speech.SELF_HOSTED); var desk = DeskOnScreen.openAt(server, directory, false, 1000, 800)) {
            Ticket ticket = arrives(desk, "Ana", "Leaking kettle", "It leaks.");
            desk.settle();
            server.said(ticket.customer().value(), "ticket_" + ticket.id(), "I told your bot that the handle is warm, too.");
            desk.select(ticket.id());
            desk.see("what the bot was told", () -> desk.showsText("the handle is warm"));
            assertTrue(desk.isVisible("#elsewhere"));
        }
    }

    /** The selection is driven faster than the service answers, so that answers for tickets left behind come in late. */
    @Test
    void aLateAnswerForOneTicketNeverAppearsOnAnother() throws Exception {
        try (var server = EverOsServer.start(Speech.CLOUD_V1); var desk = DeskOnScreen.openAt(server, directory, false, 1000, 800)) {
            List<String> everybody = List.of("Ana", "Ben", "Cem", "Dora");
            var before = new ArrayList<Ticket>();
            for (String who : everybody) {
                before.add(arrives(desk, who, "Kettle of " + who, "My name is " + who + " Canary" + who + "."));
                desk.replyAsColleague(before.getLast().id(), "Done.", true);
            }
            desk.settle();
            List<Ticket> tickets = before.stream().map(ticket -> desk.wiring().intake().open(new NewTicket(new Caller.Known(ticket.customer()),
                    ticket.subject().replace("Kettle of", "Again"), "email", "Again.", Optional.empty()))).toList();
            desk.settle();
            server.latency(Duration.ofMillis(250));
            var random = new Random(20_261_123);
            var beside = new AtomicInteger();
            for (int step = 0; step < 40; step++) {
                Ticket next = tickets.get(random.nextInt(tickets.size()));
                desk.select(next.id());
                // Most are left before the answer comes, some after.
                Thread.sleep(step % 8 == 7 ? 800 : random.nextInt(120));
                desk.atOnce(() -> desk.window().workspace().open().ifPresent(open -> {
                    String who = open.conversation().ticket().subject().replace("Again ", "");
                    String shown = DeskOnScreen.texts(desk.stage().getScene().lookup(".memory-sections"));
                    if (shown.contains("Canary" + who)) {
                        beside.incrementAndGet();
                    }
                    for (String other : everybody) {
                        assertTrue(other.equals(who) || !shown.contains("Canary" + other), () -> "beside " + who + " stood " + shown);
                    }
                }));
            }
            assertTrue(beside.get() > 0, "no answer was seen at all");
            Ticket last = tickets.getLast();
            desk.select(last.id());
            desk.see("the last one's own memory", () -> desk.memoryShows("CanaryDora"));
        }
    }
}
