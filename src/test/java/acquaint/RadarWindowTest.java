package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Incident;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.settings.DataDirectory;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group of like reports is seen rising, becomes an incident, and its customers are told at once, in the real window. */
class RadarWindowTest {

    private static final List<String> USUAL = List.of("Where is my parcel? The tracking shows nothing new.", "I want to return the kettle, please send a label.",
            "How do I change my password?");
    private static final List<String> NAMES = List.of("Ana Ruiz", "Bo Lind", "Cem Kaya", "Dana Cole", "Eva Holm", "Finn Berg", "Gil Sosa");

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private final List<Ticket> tickets = new ArrayList<>();

    @BeforeEach
    void sevenCustomersReportTheSame() throws Exception {
        fill(directory);
        desk = DeskOnScreen.open(directory);
        report(desk, tickets);
        desk.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        desk.see("the alarm", () -> desk.partShows(".radar", "report of this since"));
    }

    @AfterEach
    void closeTheWindow() {
        desk.close();
    }

    /** Two weeks of what is usual. */
    static void fill(Path directory) throws Exception {
        Path file = directory.resolve("usual.jsonl");
        Instant first = Instant.now().minus(Duration.ofDays(14));
        var lines = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            Instant at = first.plus(Duration.ofMinutes(65).multipliedBy(i));
            lines.add("{\"id\":\"U-%d\",\"channel\":\"email\",\"subject\":\"Question %d\",\"customer\":{\"id\":\"u-%d\",\"name\":\"Una %d\"},\"messages\":[{\"from\":\"customer\",\"at\":\"%s\",\"text\":\"%s\"},{\"from\":\"agent\",\"at\":\"%s\",\"text\":\"Done.\",\"author\":\"Noor\"}]}"
                    .formatted(i, i, i, i, at, USUAL.get(i % USUAL.size()), at.plusSeconds(60)));
        }
        Files.write(file, lines);
        // The first who comes is the desk's admin.
        new SettingsFile(new DataDirectory(directory).settings()).save(Settings.firstStart("lee.park"));
        try (var wiring = Wiring.open(new DataDirectory(directory), false)) {
            wiring.imports().run(file, _ -> {});
        }
    }

    static void report(DeskOnScreen desk, List<Ticket> tickets) {
        for (int i = 0; i < NAMES.size(); i++) {
            tickets.add(desk.wiring().intake().open(new NewTicket(new Caller.New(NAMES.get(i), List.of(Address.email("c" + i + "@example.org"))),
                    "Checkout fails", "email", "Your checkout page shows error 504 when I pay by card.", Optional.empty())));
        }
    }

    @Test
    void anAlarmIsCountedAtTheBarAndShowsItsTickets() throws Exception {
        desk.see("the count", () -> desk.textIn("#place-radar").contains("1"));
        desk.see("the tickets", () -> desk.partShows(".alarm", "Cem Kaya") && desk.partShows(".alarm", "Reports an hour"));
        desk.atOnce(() -> {
            ListView<?> list = (ListView<?>) desk.stage().getScene().lookup(".alarm .ticket-lines");
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        desk.press(KeyCode.ENTER);
        desk.see("the newest ticket", () -> desk.isOpen(tickets.getLast()) && desk.isVisible(".messages"));
    }

    @Test
    void aDismissedAlarmIsGone() throws Exception {
        desk.fire("#dismiss");
        desk.see("that nothing rises", () -> desk.showsText("Nothing rises"));
    }

    @Test
    void anIncidentIsDeclaredTicketsGoInAndOutAndEachCustomerIsToldByName() throws Exception {
        javafx.application.Platform.runLater(() -> desk.fire("#declare"));
        desk.see("the question", () -> desk.dialogShows("What is it called"));
        desk.<TextField>inDialog(".text-field", field -> field.setText("Checkout is down"));
        desk.clickButton("OK");
        desk.see("the incident", () -> desk.isVisible(".incident") && desk.partShows(".incident", "Checkout is down") && desk.partShows(".incident", "Ana Ruiz"));
        desk.atOnce(() -> {
            ListView<?> list = (ListView<?>) desk.stage().getScene().lookup(".incident .ticket-lines");
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        desk.press(KeyCode.DELETE);
        desk.see("one ticket less", () -> incident().tickets().size() == NAMES.size() - 1);
        desk.atOnce(() -> ((TextField) desk.stage().getScene().lookup("#number")).setText("Z-9"));
        desk.fire("#link");
        desk.see("that there is none", () -> desk.partShows(".incident", "There is no ticket with this number"));
        desk.atOnce(() -> ((TextField) desk.stage().getScene().lookup("#number")).setText(tickets.getFirst().id().value()));
        desk.fire("#link");
        desk.see("the ticket again", () -> incident().tickets().size() == NAMES.size());
        desk.see("it on screen", () -> desk.partShows(".incident .ticket-lines", "Ana Ruiz"));
        desk.fire("#update");
        desk.see("the editor", () -> desk.dialogShows("Goes to 7 open tickets"));
        desk.<TextArea>inDialog("#text", area -> area.setText("Dear {name}, the checkout works again."));
        desk.see("what a customer will read", () -> desk.dialogShows("Dear Bo Lind,"));
        desk.answer("#send", () -> desk.dialogShows("7 customers get this reply"), "Send");
        desk.see("how it went", () -> desk.dialogShows("7 customers were sent the update"));
        desk.clickButton("Close");
        assertTrue(desk.messages(tickets.get(2)).stream().anyMatch(message -> message.isFrom(Message.Kind.REPLY) && message.text().equals("Dear Cem Kaya, the checkout works again.")));
        javafx.application.Platform.runLater(() -> desk.fire("#closeIncident"));
        desk.see("the question", () -> desk.dialogShows("Close the incident"));
        desk.clickButton("Close incident");
        desk.see("the incident closed", () -> incident().closedAt().isPresent());
    }

    private Incident incident() {
        List<Incident> all = desk.wiring().supervision().incidents().all();
        assertEquals(1, all.size());
        return all.getFirst();
    }
}
