package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Errand;
import acquaint.model.Mode;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.settings.Appearance;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the window makes of mails and links that the desktop hands over. */
@Timeout(180)
class ErrandsWindowTest {

    private static final String MAIL = "From: Ana Ruiz <ana@example.org>\nSubject: Pole broken\nMessage-ID: <7@example.org>\n\nMy tent pole broke.\n";

    @TempDir
    Path directory;

    private DeskOnScreen desk;

    @BeforeEach
    void openTheWindow() throws Exception {
        desk = DeskOnScreen.open(directory.resolve("desk"));
    }

    @AfterEach
    void closeTheWindow() {
        desk.close();
    }

    /** Dialogs are modal, so the errand itself may not be waited for. */
    private void handOver(Errand... errands) {
        desk.window().background().onFxThread(() -> desk.window().errands().carryOut(List.of(errands)));
    }

    private Errand.MailFile mail(String name, String text) throws Exception {
        return new Errand.MailFile(Files.writeString(directory.resolve(name), text));
    }

    private Ticket arrives(String name, String address, String subject) {
        return desk.wiring().intake().open(new NewTicket(new Caller.New(name, List.of(Address.email(address))), subject, "email", "It drips.", Optional.empty()));
    }

    private String composed() throws Exception {
        return desk.composerText();
    }

    private String openSubject() {
        return desk.window().workspace().open().map(open -> open.conversation().ticket().subject()).orElse("");
    }

    @Test
    void aMailIsTakenInAndShownAndTheSecondTimeOnlyShown() throws Exception {
        handOver(mail("pole.eml", MAIL));
        desk.see("its ticket", () -> openSubject().equals("Pole broken"));
        desk.see("its words", () -> desk.shows("My tent pole broke."));
        Ticket other = arrives("Bo", "bo@example.org", "Kettle");
        desk.select(other.id());
        desk.see("another ticket", () -> desk.isOpen(other));
        handOver(mail("copy.eml", MAIL));
        desk.see("the mail's ticket again", () -> openSubject().equals("Pole broken"));
        assertEquals(2, desk.wiring().intake().customers("", 10).size());
    }

    @Test
    void whatIsNoMailIsSaidAndTheNextOneIsShownAllTheSame() throws Exception {
        handOver(mail("broken.eml", "no mail"));
        desk.see("what is wrong", () -> desk.dialogShows("does not say from whom"));
        desk.clickButton("OK");
        handOver(new Errand.MailFile(directory.resolve("gone.eml")));
        desk.see("what is wrong", () -> desk.dialogShows("not there any more"));
        desk.clickButton("OK");
        handOver(mail("pole.eml", MAIL));
        desk.see("its ticket", () -> openSubject().equals("Pole broken"));
    }

    @Test
    void withLessMotionNoticesStandOneAboveTheOtherUntilTheyAreClicked() throws Exception {
        desk.close();
        Path still = Files.createDirectories(directory.resolve("still"));
        Settings first = Settings.firstStart("lee.park").withLanguage(Optional.of("en"));
        new SettingsFile(still.resolve("settings.json")).save(first.withDesktop(first.desktop().withAppearance(first.desktop().appearance().withMotion(Appearance.Motion.REDUCED))));
        desk = DeskOnScreen.openAsLeft(still);
        handOver(mail("pole.eml", MAIL), mail("copy.eml", MAIL));
        desk.see("two notices", () -> notices().size() == 2);
        // At once, since a notice goes by itself after some seconds.
        desk.onFx(() -> {
            Node upper = notices().getFirst();
            Node lower = notices().getLast();
            assertTrue(upper.localToScreen(upper.getBoundsInLocal()).getMaxY() <= lower.localToScreen(lower.getBoundsInLocal()).getMinY());
            upper.getOnMouseClicked().handle(null);
            assertEquals(List.of(lower), notices());
            return null;
        });
    }

    private List<Node> notices() throws Exception {
        return desk.onFx(() -> Window.getWindows().stream().filter(Window::isShowing).flatMap(window -> window.getScene().getRoot().lookupAll(".notice").stream()).toList());
    }

    @Test
    void inGermanTheReasonIsGivenInGerman() throws Exception {
        desk.close();
        desk = DeskOnScreen.open(directory.resolve("german"), Settings.Theme.LIGHT, "de", 1000, 800);
        handOver(mail("broken.eml", "no mail"));
        desk.see("what is wrong", () -> desk.dialogShows("Es steht nicht darin, von wem sie ist."));
        desk.clickButton("OK");
        handOver(mail("empty.eml", "From: a@b.example\n\n\n"));
        desk.see("what is wrong", () -> desk.dialogShows("Die E-Mail enthält keine Worte und keine Anhänge."));
        desk.clickButton("OK");
    }

    @Test
    void aLinkToACustomerWithAnOpenTicketWritesIntoItsReplyBesideWhatIsTyped() throws Exception {
        Ticket ticket = arrives("Ana Ruiz", "ana@example.org", "Kettle");
        desk.wiring().drafts().save(ticket.id(), Mode.REPLY, "Dear Ana,");
        handOver(new Errand.MailLink("mailto:ana@example.org?subject=Hello&body=Your%20kettle%0D%0Ais%20ready."));
        desk.see("the ticket", () -> desk.isOpen(ticket));
        desk.see("the words", () -> composed().equals("Dear Ana,\n\nYour kettle\nis ready."));
        handOver(new Errand.MailLink("mailto:ana@example.org?body=Your%20kettle%0D%0Ais%20ready."));
        desk.calm();
        assertEquals("Dear Ana,\n\nYour kettle\nis ready.", composed(), "the same link twice writes once");
    }

    @Test
    void aLinkToSomebodyUnknownOpensAFormWithWhatItSays() throws Exception {
        handOver(new Errand.MailLink("mailto:new.one@example.org?subject=Your%20order&body=It%20is%20ready."));
        desk.see("the form", () -> desk.dialogShows("Write to a customer"));
        desk.inDialog("#email", (TextField email) -> assertEquals("new.one@example.org", email.getText()));
        desk.inDialog("#subject", (TextField subject) -> assertEquals("Your order", subject.getText()));
        desk.inDialog("#message", (TextArea message) -> assertFalse(message.getParent().isVisible()));
        desk.inDialog("#name", (TextField name) -> {
            assertTrue(name.isFocused());
            name.setText("New One");
        });
        desk.clickButton("Open ticket");
        desk.see("the ticket", () -> openSubject().equals("Your order"));
        desk.see("the words", () -> composed().equals("It is ready."));
        assertTrue(desk.window().workspace().open().orElseThrow().conversation().messages().stream().noneMatch(m -> m.text().equals("It is ready.")), "nothing is sent by itself");
    }

    @Test
    void aLinkToACustomerWithoutAnOpenTicketOpensAFormForThatCustomer() throws Exception {
        Ticket ticket = arrives("Ana Ruiz", "ana@example.org", "Kettle");
        desk.wiring().changes().status(ticket.id(), TicketStatus.CLOSED);
        handOver(new Errand.MailLink("mailto:nobody@example.org,ana@example.org?subject=Once%20more"));
        desk.see("the form", () -> desk.dialogShows("Write to a customer"));
        desk.clickButton("Open ticket");
        desk.see("the new ticket", () -> openSubject().equals("Once more"));
        assertEquals(ticket.customer(), desk.window().workspace().open().orElseThrow().conversation().customer().id());
    }

    @Test
    void aLinkThatIsWrongIsSaidInWords() throws Exception {
        handOver(new Errand.MailLink("mailto:?subject=x"));
        desk.see("what is wrong", () -> desk.dialogShows("It names nobody to write to"));
        desk.clickButton("OK");
        handOver(new Errand.MailLink("mailto:ana@example.org?subject=50%"));
        desk.see("what is wrong", () -> desk.dialogShows("cut off or written wrongly"));
        desk.clickButton("OK");
    }
}
