package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.HandoffState;
import acquaint.model.Ticket;
import acquaint.ui.BoardOnScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board in the real window, worked with by the pointer: cards are clicked, pulled into other columns, and have a menu. */
class BoardPointerTest {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket pole;
    private Ticket refund;

    @BeforeEach
    void oneTicketIsNewAndAnotherInOtherHands() throws Exception {
        var handedOver = TwoHandoffs.in(directory);
        pole = handedOver.pole();
        refund = handedOver.refund();
        try (var vera = Colleague.enter(directory, "vera")) {
            vera.wiring().supervision().handoffs().accept(vera.wiring().supervision().handoffs().of(refund.id()).orElseThrow().handoff());
        }
        desk = DeskOnScreen.open(directory);
        desk.see("the queue", () -> desk.queueSize() == 2);
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        desk.see("the cards", () -> isIn(HandoffState.NEW, pole) && isIn(HandoffState.ACCEPTED, refund));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private BoardOnScreen board() {
        return new BoardOnScreen(desk.stage().getScene());
    }

    private boolean isIn(HandoffState column, Ticket ticket) {
        return board().isIn(column, ticket.id());
    }

    @Test
    void aClickSelectsTheCardAndOpensItsBrief() throws Exception {
        desk.click("#board-new .board-customer");
        desk.see("the brief", () -> desk.partShows(".handoff", "May she have a new tent?"));
        assertEquals(0, board().selectedRow(HandoffState.NEW));
        assertTrue(board().isFocused(HandoffState.NEW));
    }

    @Test
    void aCardPulledIntoAnotherColumnGoesThere() throws Exception {
        pull(pole);
        assertTrue(over(HandoffState.ACCEPTED), "a new card can be accepted");
        let(HandoffState.ACCEPTED);
        desk.see("the accepted card", () -> isIn(HandoffState.ACCEPTED, pole));
        assertFalse(board().target(HandoffState.ACCEPTED).getPseudoClassStates().contains(TARGET));
    }

    @Test
    void whatNeedsWordsAsksForThemOnceTheCardIsLetGo() throws Exception {
        pull(pole);
        assertTrue(over(HandoffState.RETURNED));
        let(HandoffState.RETURNED);
        desk.see("the question", () -> desk.dialogShows("Why does Noor get it back?"));
        desk.<TextArea>inDialog("#askedWords", area -> area.setText("Which pole was it?"));
        desk.clickButton("Return");
        desk.see("the returned card", () -> isIn(HandoffState.RETURNED, pole));
    }

    @Test
    void aCardStaysWhereItMayNotBePutElsewhere() throws Exception {
        pull(refund);
        for (HandoffState column : List.of(HandoffState.ACCEPTED, HandoffState.DECIDED, HandoffState.RETURNED, HandoffState.WAITING_ON_CUSTOMER)) {
            assertFalse(over(column), () -> "Vera has it: " + column);
            let(column);
        }
        assertTrue(isIn(HandoffState.ACCEPTED, refund));
    }

    @Test
    void aPullThatEndsElsewhereLeavesNothingBehind() throws Exception {
        pull(pole);
        desk.atOnce(() -> Event.fireEvent(board().card(pole.id()), event(DragEvent.DRAG_DONE)));
        assertFalse(over(HandoffState.ACCEPTED), "nothing is pulled any more");
    }

    @Test
    void theMenuOffersOnlyWhatMayBeDoneToTheCard() throws Exception {
        assertEquals(List.of("Accept", "Decide", "Return", "Ask the agent", "Wait for the house", "Give to", "Take over"), offered(pole));
        assertEquals(List.of("Give to", "Take over"), offered(refund));
        desk.press(KeyCode.O);
        desk.see("that it is mine now", () -> board().cards(HandoffState.ACCEPTED).getFirst().handoff().reviewer().filter("Lee Park"::equals).isPresent());
        assertEquals(List.of("Decide", "Return", "Ask the agent", "Wait for customer", "Wait for the house", "Give to"), offered(refund));
    }

    @Test
    void theMenuDoesWhatItSays() throws Exception {
        ContextMenu menu = menuOf(pole);
        desk.atOnce(() -> menu.getItems().stream().filter(item -> item.getText() != null && item.getText().startsWith("Accept")).findFirst().orElseThrow().fire());
        desk.see("the accepted card", () -> isIn(HandoffState.ACCEPTED, pole));
    }

    /** The actions of the menu that can be chosen, without their keys. */
    private List<String> offered(Ticket ticket) throws Exception {
        ContextMenu menu = menuOf(ticket);
        List<String> offered = menu.getItems().stream().filter(item -> !(item instanceof SeparatorMenuItem)).skip(2).filter(item -> !item.isDisable()).map(MenuItem::getText)
                .map(text -> text.replaceFirst("\\s*(\\(|   ).*$", "").replace("…", "")).toList();
        desk.atOnce(menu::hide);
        return offered;
    }

    private ContextMenu menuOf(Ticket ticket) throws Exception {
        desk.atOnce(() -> {
            board().choose(ticket.id());
            Node card = board().card(ticket.id());
            var middle = card.localToScreen(card.getBoundsInLocal().getCenterX(), card.getBoundsInLocal().getCenterY());
            Event.fireEvent(card, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, middle.getX(), middle.getY(), false, null));
        });
        desk.see("the menu", () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).findFirst().orElseThrow();
    }

    /** The headless platform has no drags: it refuses to begin one, after the card was taken. */
    private void pull(Ticket ticket) throws Exception {
        desk.atOnce(() -> {
            Node card = board().card(ticket.id());
            var pulled = new MouseEvent(MouseEvent.DRAG_DETECTED, 10, 10, 10, 10, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null);
            assertThrows(IllegalStateException.class, () -> Event.fireEvent(card, pulled));
        });
    }

    /** Moves what is pulled over a column; says whether that takes it. */
    private boolean over(HandoffState column) throws Exception {
        var taken = new AtomicBoolean();
        desk.atOnce(() -> {
            Event.fireEvent(board().target(column), event(DragEvent.DRAG_ENTERED));
            Event.fireEvent(board().target(column), event(DragEvent.DRAG_OVER));
            taken.set(board().target(column).getPseudoClassStates().contains(TARGET));
        });
        return taken.get();
    }

    private void let(HandoffState column) throws Exception {
        // What asks a question returns only when that is answered.
        Platform.runLater(() -> {
            Event.fireEvent(board().target(column), event(DragEvent.DRAG_DROPPED));
            Event.fireEvent(board().target(column), event(DragEvent.DRAG_EXITED));
        });
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    }

    private static DragEvent event(EventType<DragEvent> type) {
        return new DragEvent(type, null, 0, 0, 0, 0, TransferMode.MOVE, null, null, null);
    }
}
