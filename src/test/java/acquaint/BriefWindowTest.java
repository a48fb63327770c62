package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.brief.BriefPart;
import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Handoff;
import acquaint.model.MessageId;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an agent hands a ticket over with a brief, in the real window and without a model. */
class BriefWindowTest {

    private static final String ASKED = "I want my money back for the kettle of order 4711, it leaks.";

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket kettle;

    @BeforeEach
    void openTheTicket() throws Exception {
        desk = DeskOnScreen.open(directory);
        kettle = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))),
                "Kettle leaks", "email", ASKED, Optional.empty()));
        desk.select(kettle.id());
        desk.see("the ticket", () -> desk.isOpen(kettle));
    }

    @AfterEach
    void closeTheWindow() {
        desk.close();
    }

    @Test
    void aTicketIsHandedOverByKeysWhenTheBriefSaysWhatItMust() throws Exception {
        openTheBrief();
        desk.see("what is missing", () -> desk.isVisible("#nothingTried") && desk.isVisible("#nothingPromised"));
        assertTrue(desk.isDisabled("#handOver"));
        desk.fire("#nothingTried");
        desk.fire("#nothingPromised");
        desk.see("that nothing is missing", () -> desk.partShows(".brief-side", "What was asked, tried and promised is there"));
        assertTrue(desk.isDisabled("#handOver"), "nobody was chosen");
        chooseSupervisors();
        assertFalse(desk.isDisabled("#handOver"));
        desk.press(KeyCode.CONTROL, KeyCode.ENTER);
        desk.see("the ticket handed over", () -> desk.ticket(kettle).status() == TicketStatus.ESCALATED && !desk.isVisible(".brief"));
        Handoff handoff = handoff();
        assertEquals(Recipient.role(Role.SUPERVISOR), handoff.to());
        assertTrue(desk.wiring().supervision().handoffs().of(kettle.id()).orElseThrow().brief().of(BriefPart.TRIED).getFirst().text().contains("Nothing was tried"));
        desk.see("the brief as a note", () -> desk.shows("Nothing was promised"));
    }

    @Test
    void aLineIsEditedMovedRemovedAndBroughtBackByKeysAlone() throws Exception {
        openTheBrief();
        desk.press(KeyCode.ENTER);
        desk.see("the line being edited", () -> desk.isVisible(".brief-editor"));
        desk.press(KeyCode.CONTROL, KeyCode.A);
        desk.type("Wants her money back");
        desk.press(KeyCode.ENTER);
        desk.see("the line in the agent's words", () -> desk.partShows(".brief-sections", "Wants her money back") && !desk.isVisible(".brief-editor"));
        desk.press(KeyCode.SHIFT, KeyCode.ENTER);
        desk.type("Or a new kettle");
        desk.press(KeyCode.ENTER);
        desk.see("the new line", () -> lines().contains("Wants her money back\n") && lines().indexOf("Wants") < lines().indexOf("Or a new"));
        desk.press(KeyCode.CONTROL, KeyCode.UP);
        desk.see("the lines changed over", () -> lines().indexOf("Or a new") < lines().indexOf("Wants"));
        desk.press(KeyCode.DELETE);
        desk.see("the line gone", () -> !lines().contains("Or a new kettle"));
        desk.press(KeyCode.CONTROL, KeyCode.Z);
        desk.see("the line back", () -> lines().contains("Or a new kettle"));
        desk.press(KeyCode.ESCAPE);
        desk.see("the brief put away", () -> !desk.isVisible(".brief"));
    }

    @Test
    void partsThatSayNothingShareOneRowAndEachIsBegunFromThere() throws Exception {
        openTheBrief();
        assertTrue(desk.partShows(".brief-empty", "Tried") && desk.partShows(".brief-empty", "Promised"), desk.textIn(".brief-empty"));
        assertFalse(desk.partShows(".brief-empty", "Asked"));
        desk.fire("#begin-tried");
        desk.see("a line to write", () -> desk.isVisible(".brief-editor") && !desk.partShows(".brief-empty", "Tried"));
        desk.type("Sent a new lid");
        desk.press(KeyCode.ENTER);
        desk.see("the line in its part", () -> desk.partShows(".brief-sections", "Sent a new lid"));
        desk.press(KeyCode.DELETE);
        desk.see("the part in the row again, and the focus with it", () -> desk.partShows(".brief-empty", "Tried")
                && desk.<Node, Boolean>read("#begin-tried", Node::isFocused));
    }

    @Test
    void whatWasChangedIsThereAfterARestart() throws Exception {
        openTheBrief();
        desk.fire("#nothingTried");
        chooseSupervisors();
        desk.atOnce(() -> {
            node("#handoffReason", TextField.class).setText("above my limit");
            node("#tellCustomer", CheckBox.class).fire();
        });
        desk.see("a sentence for the customer", () -> desk.<TextArea, String>read("#customerWords", TextArea::getText).contains("our supervisors"));
        desk.atOnce(() -> node("#customerWords", TextArea.class).setText("Kim goes on with it tomorrow."));
        desk.close();
        desk = DeskOnScreen.open(directory);
        desk.select(kettle.id());
        desk.see("the ticket", () -> desk.isOpen(kettle));
        openTheBrief();
        desk.see("all of it", () -> desk.partShows(".brief-sections", "Nothing was tried") && desk.isVisible("#nothingPromised"));
        assertEquals("above my limit", desk.<TextField, String>read("#handoffReason", TextField::getText));
        assertEquals("Kim goes on with it tomorrow.", desk.<TextArea, String>read("#customerWords", TextArea::getText));
        assertEquals(Recipient.role(Role.SUPERVISOR), desk.<ComboBox<Recipient>, Recipient>read("#handoffTo", ComboBox::getValue));
    }

    @Test
    void aBriefGoesWithoutAPartForAReasonAndTheCustomerIsTold() throws Exception {
        openTheBrief();
        chooseSupervisors();
        assertTrue(desk.isDisabled("#handOver"));
        desk.atOnce(() -> {
            node("#overrideReason", TextField.class).setText("the customer is on the phone");
            node("#tellCustomer", CheckBox.class).fire();
        });
        desk.fire("#handOver");
        desk.see("the ticket handed over", () -> desk.ticket(kettle).status() == TicketStatus.ESCALATED);
        assertEquals(Optional.of("the customer is on the phone"), handoff().gapsReason());
        assertTrue(desk.messages(kettle).stream().anyMatch(message -> message.text().contains("our supervisors")));
    }

    @Test
    void aSourceIsLookedAtAndTheBriefWaitsAside() throws Exception {
        openTheBrief();
        desk.fire(".brief-sections .evidence-source");
        desk.see("the conversation and the way back", () -> !desk.isVisible(".brief") && desk.isVisible(".brief-strip"));
        desk.fire("#backToBrief");
        desk.see("the brief again", () -> desk.isVisible(".brief-sections"));
        assertFalse(desk.isVisible(".brief-strip"));
    }

    @Test
    void newsOfTheCustomerIsToldAndNothingIsHandedOverOverIt() throws Exception {
        openTheBrief();
        desk.fire("#nothingTried");
        desk.fire("#nothingPromised");
        chooseSupervisors();
        desk.atOnce(() -> node("#tellCustomer", CheckBox.class).fire());
        desk.wiring().intake().log(MessageId.random(), kettle.id(), "Never mind, it was the lid.");
        desk.see("that there is news", () -> desk.isVisible("#lookAtNews"));
        desk.fire("#handOver");
        desk.see("why it was not handed over", () -> desk.partShows(".brief", "that you have not seen"));
        assertEquals(TicketStatus.OPEN, desk.ticket(kettle).status());
        desk.fire("#lookAtNews");
        desk.see("the message", () -> desk.shows("it was the lid") && !desk.isVisible(".brief"));
        desk.press(KeyCode.CONTROL, KeyCode.E);
        desk.see("the brief as it was", () -> desk.isVisible(".brief") && desk.partShows(".brief-sections", "Nothing was tried"));
        desk.fire("#handOver");
        desk.see("the ticket handed over", () -> desk.ticket(kettle).status() == TicketStatus.ESCALATED);
    }

    @Test
    void whatIsHandedOverIsNotHandedOverAgain() throws Exception {
        openTheBrief();
        desk.fire("#nothingTried");
        desk.fire("#nothingPromised");
        chooseSupervisors();
        desk.fire("#handOver");
        desk.see("the ticket handed over", () -> desk.ticket(kettle).status() == TicketStatus.ESCALATED && !desk.isVisible(".brief"));
        desk.press(KeyCode.CONTROL, KeyCode.E);
        desk.see("that it is in somebody's hands", () -> desk.dialogShows("was handed over"));
        assertFalse(desk.isVisible(".brief"));
    }

    @Test
    void escapeWhileItIsHandedOverDoesNotLeaveTheBriefAndNoDraftStays() throws Exception {
        openTheBrief();
        desk.fire("#nothingTried");
        desk.fire("#nothingPromised");
        chooseSupervisors();
        desk.atOnce(() -> {
            node("#handoffReason", TextField.class).setText("above my limit");
            node("#handOver", Button.class).fire();
            Node sections = node(".brief-sections", Node.class);
            Event.fireEvent(sections, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertTrue(node(".brief", Node.class) != null && node(".brief", Node.class).isVisible(), "the brief was left while it was handed over");
        });
        desk.see("the ticket handed over", () -> desk.ticket(kettle).status() == TicketStatus.ESCALATED && !desk.isVisible(".brief"));
        desk.close();
        desk = DeskOnScreen.open(directory);
        assertEquals(Optional.empty(), desk.wiring().supervision().handoffs().draft(kettle.id()));
    }

    @Test
    void aBriefThatWasOnlyLookedAtLeavesNoDraft() throws Exception {
        openTheBrief();
        desk.press(KeyCode.ESCAPE);
        desk.see("the brief put away", () -> !desk.isVisible(".brief"));
        desk.close();
        desk = DeskOnScreen.open(directory);
        assertEquals(Optional.empty(), desk.wiring().supervision().handoffs().draft(kettle.id()));
    }

    private void openTheBrief() throws Exception {
        desk.press(KeyCode.CONTROL, KeyCode.E);
        desk.see("the brief", () -> desk.isVisible(".brief-sections") && desk.partShows(".brief-sections", "Asked"));
    }

    private void chooseSupervisors() throws Exception {
        desk.atOnce(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Recipient> recipient = node("#handoffTo", ComboBox.class);
            recipient.setValue(Recipient.role(Role.SUPERVISOR));
        });
    }

    private Handoff handoff() {
        return desk.wiring().supervision().handoffs().of(kettle.id()).orElseThrow().handoff();
    }

    private String lines() throws Exception {
        return desk.textIn(".brief-sections");
    }

    private <N> N node(String query, Class<N> type) {
        return type.cast(desk.stage().getScene().lookup(query));
    }
}
