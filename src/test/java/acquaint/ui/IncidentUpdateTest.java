package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.TicketLine;
import acquaint.memory.local.LocalMemory;
import acquaint.model.Incident;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.pattern.Alarm;
import acquaint.store.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** What an update to all of an incident looks like. */
class IncidentUpdateTest {

    /** As wide as the dialog leaves it. */
    private static final double WIDTH = 734;
    private static final String SUBJECT = "Checkout is down";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theSubjectsOfTheReceiversCanBeRead(String language) throws Exception {
        FxToolkit.registerPrimaryStage();
        try (var desk = Desk.open(folder, Clock.systemUTC()); var memory = LocalMemory.open(folder.resolve("memory"))) {
            FxThread.run(() -> {
                Theme.loadFonts();
                var parts = new WindowParts(desk, memory, folder.resolve("settings.json"), Locale.of(language), Runnable::run);
                Views.View<IncidentUpdateController> view = parts.views.load("incident-update");
                Incident incident = parts.incidents.declare(new Alarm("a", List.of("shop"), List.of(), 0, Instant.EPOCH, Instant.EPOCH, 0), "Checkout");
                view.controller().begin(incident, List.of(new TicketLine(new TicketId("LF-1051"), "Ana Ruiz", SUBJECT, TicketStatus.OPEN, Instant.parse("2026-11-28T15:50:00Z"))));
                var stage = new Stage();
                stage.setScene(new Scene(view.root(), WIDTH, 460));
                stage.getScene().getStylesheets().add("/style/acquaint.css");
                stage.show();
                view.root().applyCss();
                view.root().layout();
                for (Label label : labels(view)) {
                    assertTrue(label.getWidth() >= label.prefWidth(-1) - 0.5, () -> label.getText() + " has " + label.getWidth() + " of " + label.prefWidth(-1));
                }
                assertTrue(labels(view).stream().anyMatch(label -> label.getText().startsWith(SUBJECT)));
                stage.hide();
            });
        }
    }

    private static List<Label> labels(Views.View<IncidentUpdateController> view) {
        return view.root().lookupAll("#receivers .label").stream().map(Label.class::cast).toList();
    }
}
