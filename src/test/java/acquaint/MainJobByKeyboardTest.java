package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Recalled;
import acquaint.casework.Replies.SendRequest;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.ui.BoardOnScreen;
import acquaint.ui.FocusSign;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole main job from the start of the window on, by keys alone; after each step the focus is seen, and what was done is on the desk. */
class MainJobByKeyboardTest {

    /** More than there are stops in the window. */
    private static final int MOST_STOPS = 90;

    @TempDir
    Path directory;

    private final TreeMap<String, String> unseen = new TreeMap<>();
    private final AtomicInteger presses = new AtomicInteger();
    private DeskOnScreen desk;
    private Ticket kettle;
    private Ticket stove;
    private Ticket lamp;
    private Ticket invoice;

    @BeforeEach
    void messagesHaveCome() throws Exception {
        try (var lee = Colleague.enter(directory, "lee.park")) {
            solved(lee, lee.opens("Ana Ruiz", "Broken lid", "Hello, the lid of my kettle broke. Please write by e-mail, don't call me."), "I have sent you a new lid today.");
            solved(lee, lee.opens("Cem Kaya", "Wrong firm", "The invoice names the wrong firm. I prefer invoices as PDF."), "I have corrected it.");
            kettle = lee.opens("Ana Ruiz", "Kettle leaks", "Hello, the kettle of order 4711 leaks at the bottom. What can we do?");
            stove = lee.opens("Bo Lind", "Refund for the stove", "The stove leaks. I want my 340 euros back.");
            lamp = lee.opens("Dora Mills", "Thank you", "The lamp works again, thank you.");
            invoice = lee.opens("Cem Kaya", "Invoice of March", "I have not received the invoice of March.");
        }
        desk = DeskOnScreen.openAs(directory, "lee.park");
        desk.atOnce(() -> desk.stage().addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> presses.incrementAndGet()));
    }

    private static void solved(Colleague who, Ticket ticket, String words) {
        long seen = who.wiring().conversations().open(ticket.id()).messages().getLast().position();
        who.wiring().replies().send(new SendRequest(MessageId.random(), ticket.id(), words, seen, true));
    }

    @AfterEach
    void closeTheWindow() {
        desk.close();
    }

    @Test
    void aMessageIsAnsweredATicketHandedOverAndTakenOneClosedAndACustomerLookedUp() throws Exception {
        answerTheKettle();
        handOverTheStove();
        acceptOnTheBoard();
        closeTheLamp();
        lookUpTheCustomerOfTheInvoice();
        assertEquals(Map.of(), unseen, "the focus is seen everywhere");
        assertEquals(0, presses.get(), "no pointer was used");
    }

    private void answerTheKettle() throws Exception {
        see("the queue", () -> desk.queueShows("Kettle leaks") && desk.queueSize() == 4);
        goTo(kettle, KeyCode.J);
        see("the conversation and what is known", () -> desk.shows("What can we do?") && desk.memoryShows("Broken lid") && desk.memoryShows("call"));
        tabTo("the messages", node -> node.getStyleClass().contains("messages"));
        press(KeyCode.END);
        press(KeyCode.HOME);

        press(KeyCode.CONTROL, KeyCode.J);
        see("a draft", () -> desk.isVisible("#acceptDraft"));
        press(KeyCode.F6);
        press(KeyCode.RIGHT);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        see("the draft in the reply", () -> desk.composerText().contains("Ana"));
        press(KeyCode.R);
        see("the focus in the reply", () -> isFocused("#text"));
        press(KeyCode.CONTROL, KeyCode.END);
        desk.type(" Greetings, Lee");
        String written = desk.composerText().strip();
        assertTrue(written.endsWith("Greetings, Lee"), written);

        press(KeyCode.CONTROL, KeyCode.ENTER);
        see("the offer to take it back", () -> desk.isVisible("#undo"));
        press(KeyCode.CONTROL, KeyCode.U);
        see("the text again", () -> desk.composerText().strip().equals(written));
        press(KeyCode.CONTROL, KeyCode.ENTER);
        see("the reply sent", () -> desk.messages(kettle).stream().anyMatch(m -> m.delivery() == Message.Delivery.SENT));
        assertEquals(written, desk.messages(kettle).stream().filter(m -> m.isFrom(Message.Kind.REPLY)).findFirst().orElseThrow().text());
        assertEquals(TicketStatus.WAITING, desk.ticket(kettle).status());
    }

    private void handOverTheStove() throws Exception {
        goTo(stove, KeyCode.ALT, KeyCode.UP);
        press(KeyCode.CONTROL, KeyCode.E);
        see("the brief, filled in", () -> desk.isVisible(".brief-sections") && desk.partShows(".brief-sections", "I want my 340 euros back"));
        tabTo("to whom", id("handoffTo"));
        for (int down = 0; down < MOST_STOPS && !Recipient.role(Role.SUPERVISOR).equals(desk.read("#handoffTo", (ComboBox<?> to) -> to.getValue())); down++) {
            press(KeyCode.DOWN);
        }
        tabTo("why", id("handoffReason"));
        desk.type("Above what I may decide.");
        walkAround(id("handoffReason"));
        for (String nothing : new String[] {"nothingTried", "nothingPromised"}) {
            if (desk.isVisible("#" + nothing)) {
                tabTo(nothing, id(nothing));
                press(KeyCode.SPACE);
                see("that it is said", () -> !desk.isVisible("#" + nothing));
            }
        }
        press(KeyCode.CONTROL, KeyCode.ENTER);
        see("the ticket handed over", () -> desk.ticket(stove).status() == TicketStatus.ESCALATED && !desk.isVisible(".brief"));
        assertEquals("Above what I may decide.", handoff().reason());
        assertEquals(Recipient.role(Role.SUPERVISOR), handoff().to());
    }

    private Handoff handoff() {
        return desk.wiring().supervision().handoffs().of(stove.id()).orElseThrow().handoff();
    }

    private void acceptOnTheBoard() throws Exception {
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        see("the card", () -> new BoardOnScreen(desk.stage().getScene()).isIn(HandoffState.NEW, stove.id()));
        see("the focus on it", () -> new BoardOnScreen(desk.stage().getScene()).isFocused(HandoffState.NEW));
        press(KeyCode.ENTER);
        see("its brief", () -> desk.partShows(".handoff", "I want my 340 euros back"));
        press(KeyCode.A);
        see("that it is accepted, on the desk and on the board", () -> handoff().state() == HandoffState.ACCEPTED
                && new BoardOnScreen(desk.stage().getScene()).isIn(HandoffState.ACCEPTED, stove.id()));
        desk.calm();
        press(KeyCode.ESCAPE);
        see("the board alone", () -> !desk.isVisible(".handoff"));
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        see("the tickets", () -> desk.isVisible(".queue-rows"));
    }

    private void closeTheLamp() throws Exception {
        press(KeyCode.CONTROL, KeyCode.F);
        desk.type("lamp");
        see("the one ticket", () -> desk.queueSize() == 1);
        press(KeyCode.ENTER);
        see("it", () -> desk.isOpen(lamp));
        press(KeyCode.E);
        see("it closed", () -> desk.ticket(lamp).status() == TicketStatus.CLOSED);
    }

    private void lookUpTheCustomerOfTheInvoice() throws Exception {
        press(KeyCode.CONTROL, KeyCode.K);
        see("the palette", () -> desk.isVisible(".palette"));
        desk.type("cem kaya");
        see("the customer", () -> desk.partShows(".palette", "newest ticket"));
        press(KeyCode.ENTER);
        see("the newest ticket and what is known", () -> desk.isOpen(invoice) && desk.memoryShows("PDF"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        desk.type("Which form of invoice does he prefer?");
        press(KeyCode.ENTER);
        see("what memory says", () -> desk.partShows(".ask-memory", "PDF"));
        tabTo("what is known", node -> isWithin(node, "memory-item") && node.getAccessibleText() != null && node.getAccessibleText().contains("PDF"));
        desk.press(KeyCode.SPACE);
        desk.see("its menu", () -> desk.dialogShows("Pin"));
        desk.press(KeyCode.DOWN);
        desk.press(KeyCode.ENTER);
        see("it pinned", () -> desk.wiring().knowledge().recall(invoice.id()) instanceof Recalled.Known known
                && known.recall().profile().stream().anyMatch(item -> item.pinned() && item.text().contains("PDF")));
        press(KeyCode.CONTROL, KeyCode.T);
        see("the history", () -> desk.isVisible(".timeline-rows"));
        press(KeyCode.ESCAPE);
        see("the ticket again", () -> !desk.isVisible(".timeline-rows"));
    }

    /** Waits for what a key brings, and for the focus to be seen then. */
    private void see(String what, Callable<Boolean> there) throws Exception {
        desk.see(what, there);
        look("at " + what);
    }

    private void press(KeyCode... keys) throws Exception {
        desk.press(keys);
        look("after " + Arrays.toString(keys));
    }

    /** The focus may go to what is still being laid out. */
    private void look(String where) throws Exception {
        if (focus(FocusSign::missing).isPresent()) {
            desk.calm();
            focus(FocusSign::missing).ifPresent(problem -> unseen.putIfAbsent(problem, where));
        }
    }

    private <T> T focus(Function<Scene, T> question) throws Exception {
        return desk.read(".main", main -> question.apply(main.getScene()));
    }

    private boolean isFocused(String query) throws Exception {
        return desk.read(query, Node::isFocused);
    }

    /** With the same keys again and again, as far as the queue goes. */
    private void goTo(Ticket ticket, KeyCode... keys) throws Exception {
        for (int step = 0; step < desk.queueSize() && !desk.isOpen(ticket); step++) {
            press(keys);
            desk.calm();
        }
        see("ticket " + ticket.id(), () -> desk.isOpen(ticket));
    }

    private void tabTo(String what, Predicate<Node> wanted) throws Exception {
        var passed = new ArrayList<String>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (focus(scene -> wanted.test(scene.getFocusOwner()))) {
                return;
            }
            // In a text of several lines, Tab alone writes one.
            press(focus(scene -> scene.getFocusOwner() instanceof TextArea) ? new KeyCode[] {KeyCode.CONTROL, KeyCode.TAB} : new KeyCode[] {KeyCode.TAB});
            passed.add(focus(scene -> String.valueOf(scene.getFocusOwner())));
        }
        throw new AssertionError("Tab never comes to " + what + ", only to " + passed);
    }

    /** By Tab through all there is, until the focus is here again. */
    private void walkAround(Predicate<Node> here) throws Exception {
        press(KeyCode.TAB);
        tabTo("where it was", here);
    }

    private static Predicate<Node> id(String id) {
        return node -> id.equals(node.getId());
    }

    private static boolean isWithin(Node node, String style) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }
}
