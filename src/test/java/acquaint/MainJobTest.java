package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.casework.QueueView;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole main job in the real window, by clicks and keys, on a real desk with its memory. */
class MainJobTest {

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket poles;

    @BeforeEach
    void openTheWindow() throws Exception {
        desk = DeskOnScreen.open(directory);
        // An earlier ticket of the same customer, closed and remembered.
        Ticket earlier = desk.wiring().intake().open(new NewTicket(
                new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))),
                "Broken tent pole", "email", "Hello, the tent pole of my Siskin broke. Please write by e-mail, don't call me.", Optional.empty()));
        desk.replyAsColleague(earlier.id(), "I have sent you a new 9 mm pole free of charge today.", true);
        desk.settle();
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        desk.close();
    }

    @Test
    void anAgentAnswersAMessageWithADraftUndoesSendsAgainAndTheNextTicketKnowsOfIt() throws Exception {
        poles = arrives("Second tent pole broken", "Hello, the new tent pole is broken too. What can we do?");

        desk.see("the new ticket in the queue", () -> desk.queueShows("Second tent pole broken"));
        desk.clickQueueRow("Second tent pole broken");
        desk.see("the conversation", () -> desk.shows("What can we do?"));
        desk.see("the recalled episode", () -> desk.memoryShows("Broken tent pole"));
        desk.see("the stated preference", () -> desk.memoryShows("call"));

        desk.press(KeyCode.CONTROL, KeyCode.J);
        desk.see("a draft", () -> desk.isVisible("#acceptDraft"));
        assertTrue(desk.shows("Ana"), "the draft addresses the customer by name");
        assertEquals("", desk.composerText(), "a draft never goes into the composer by itself");
        desk.click("#editDraft");
        desk.see("the draft in the composer", () -> desk.composerText().contains("Ana"));
        desk.type(" See you.");
        String written = desk.composerText();
        assertTrue(written.contains("See you."));

        assertEquals("Send to Ana Ruiz", desk.textOf("#send"));
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the offer to undo", () -> desk.isVisible("#undo"));
        assertEquals("", desk.composerText());
        desk.click("#undo");
        desk.see("the text back in the composer", () -> desk.composerText().equals(written.strip()));
        assertTrue(desk.messages(poles).stream().noneMatch(m -> m.isFrom(Message.Kind.REPLY)), "an undone reply is no message");

        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the offer to undo, again", () -> desk.isVisible("#undo"));
        desk.see("the reply on its way", () -> desk.messages(poles).stream().anyMatch(m -> m.delivery() == Message.Delivery.SENT));
        assertEquals(1, desk.messages(poles).stream().filter(m -> m.isFrom(Message.Kind.REPLY)).count(), "sent once");
        assertEquals(1, outgoing(poles), "handed out once");
        assertEquals(TicketStatus.WAITING, desk.ticket(poles).status());

        desk.click("#close");
        desk.see("the ticket closed", () -> desk.ticket(poles).status() == TicketStatus.CLOSED);
        desk.see("everything remembered", () -> desk.wiring().outbox().remaining() == 0);

        arrives("Third pole", "Hello again, the tent pole story goes on.");
        desk.see("the next ticket in the queue", () -> desk.queueShows("Third pole"));
        desk.clickQueueRow("Third pole");
        desk.see("the episode of the ticket just closed", () -> desk.memoryShows("Second tent pole broken"));
    }

    @Test
    void aReplyIsNotSentOverAMessageThatArrivedUnseenAndItsTextIsKept() throws Exception {
        poles = arrives("Pole", "Where is my pole?");
        desk.see("the ticket", () -> desk.queueShows("Pole"));
        desk.clickQueueRow("Pole");
        desk.see("the conversation", () -> desk.shows("Where is my pole?"));
        desk.click("#text");
        desk.type("It is on its way.");
        desk.atOnce(() -> {
            desk.wiring().intake().log(MessageId.random(), poles.id(), "Stop, do not send it to my old address!");
            desk.fire("#send");
        });
        desk.see("the refusal", () -> desk.isVisible("#understood"));
        desk.see("what had arrived", () -> desk.shows("do not send it to my old address"));
        assertEquals("It is on its way.", desk.composerText());
        assertTrue(desk.messages(poles).stream().noneMatch(m -> m.isFrom(Message.Kind.REPLY)));
        desk.see("the text on disk", () -> "It is on its way.".equals(desk.wiring().drafts().of(poles.id()).get(Mode.REPLY)));
    }

    @Test
    void aNoteNeverLeavesTheDeskAndTheButtonSaysWhichItIs() throws Exception {
        poles = arrives("Pole", "Where is my pole?");
        desk.see("the ticket", () -> desk.queueShows("Pole"));
        desk.clickQueueRow("Pole");
        desk.see("the conversation", () -> desk.shows("Where is my pole?"));
        desk.press(KeyCode.N);
        desk.see("note mode", () -> desk.isVisible("#addNote"));
        assertFalse(desk.isVisible("#send"));
        desk.type("Ask the warehouse.");
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        desk.see("reply mode", () -> desk.isVisible("#send"));
        assertEquals("", desk.composerText(), "modes keep their texts apart");
        desk.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        desk.see("the note again", () -> desk.composerText().equals("Ask the warehouse."));
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the note in the conversation", () -> desk.messages(poles).stream()
                .anyMatch(m -> m.isFrom(Message.Kind.NOTE) && m.text().equals("Ask the warehouse.")));
        desk.settle();
        assertEquals(0, outgoing(poles));
    }

    @Test
    void keysWalkThroughTheQueueAndTypingIsKeptPerTicket() throws Exception {
        Ticket first = arrives("First matter", "One.");
        Ticket second = arrives("Second matter", "Two.");
        desk.see("both tickets", () -> desk.queueShows("First matter") && desk.queueShows("Second matter"));
        desk.focusQueue();
        desk.press(KeyCode.J);
        desk.see("the longest waiting ticket", () -> desk.isOpen(first));
        desk.press(KeyCode.R);
        desk.type("for the first");
        desk.press(KeyCode.ALT, KeyCode.DOWN);
        desk.see("the next ticket", () -> desk.isOpen(second));
        assertEquals("", desk.composerText());
        desk.press(KeyCode.ALT, KeyCode.UP);
        desk.see("the first ticket's text", () -> desk.isOpen(first) && desk.composerText().equals("for the first"));
    }

    @Test
    void theFilterNarrowsTheQueueAtEveryKeyAndSaysWhenNothingMatches() throws Exception {
        arrives("Red rope", "Too short.");
        arrives("Blue stove", "Leaks.");
        desk.see("both tickets", () -> desk.queueShows("Red rope") && desk.queueShows("Blue stove"));
        desk.focusQueue();
        desk.press(KeyCode.SLASH);
        desk.type("stov");
        desk.see("only the stove", () -> desk.queueShows("Blue stove") && !desk.queueShows("Red rope"));
        desk.type("x");
        desk.see("that nothing matches", () -> desk.showsText("Nothing matches"));
        desk.chooseView(QueueView.CLOSED);
        desk.type("");
        desk.see("nothing in another view either", () -> desk.showsText("Nothing matches"));
    }

    private Ticket arrives(String subject, String words) {
        var ana = desk.wiring().intake().customers("Ana Ruiz", 1).getFirst();
        return desk.wiring().intake().open(new NewTicket(new Caller.Known(ana.id()), subject, "email", words, Optional.empty()));
    }

    /** How many replies of this ticket left the desk; their files begin with the ticket's id. */
    private long outgoing(Ticket ticket) throws Exception {
        try (var files = Files.list(directory.resolve("outgoing"))) {
            return files.filter(f -> f.getFileName().toString().startsWith(ticket.id() + ".")).count();
        }
    }
}
