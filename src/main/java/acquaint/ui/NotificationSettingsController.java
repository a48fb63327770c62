package acquaint.ui;

import acquaint.settings.Notifications;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What the system tells the agent of, and when not; each choice is in force at once. */
public final class NotificationSettingsController {

    private static final List<LocalTime> TIMES = IntStream.range(0, 48).mapToObj(half -> LocalTime.MIDNIGHT.plusMinutes(30L * half)).toList();
    private static final Notifications.QuietHours EVENING = new Notifications.QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0));

    private final Preferences preferences;
    private final DesktopAlerts alerts;
    private final boolean mayStayReady;
    private final Texts texts;
    private final Map<Notifications.Kind, CheckBox> boxes = new EnumMap<>(Notifications.Kind.class);

    @FXML private CheckBox messages;
    @FXML private CheckBox escalations;
    @FXML private CheckBox promises;
    @FXML private CheckBox withText;
    @FXML private CheckBox quiet;
    @FXML private ComboBox<LocalTime> from;
    @FXML private ComboBox<LocalTime> to;
    @FXML private Label sameTime;
    @FXML private Button tryOut;
    @FXML private Label tried;
    @FXML private CheckBox staysReady;
    @FXML private VBox closing;

    /** {@code mayStayReady}: whether the program can go on without its window. */
    public NotificationSettingsController(Preferences preferences, DesktopAlerts alerts, boolean mayStayReady, Texts texts) {
        this.preferences = preferences;
        this.alerts = alerts;
        this.mayStayReady = mayStayReady;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        Notifications chosen = preferences.get().desktop().notifications();
        boxes.putAll(Map.of(Notifications.Kind.MESSAGE, messages, Notifications.Kind.ESCALATION, escalations, Notifications.Kind.PROMISE, promises));
        boxes.forEach((kind, box) -> {
            box.setSelected(chosen.kinds().contains(kind));
            box.setOnAction(_ -> change(now -> now.with(kind, box.isSelected())));
        });
        withText.setSelected(chosen.withText());
        withText.setOnAction(_ -> change(now -> now.withText(withText.isSelected())));
        quiet.setSelected(chosen.quiet().isPresent());
        for (ComboBox<LocalTime> each : List.of(from, to)) {
            each.getItems().setAll(TIMES);
            each.setConverter(new Words(texts));
            each.disableProperty().bind(quiet.selectedProperty().not());
        }
        from.setValue(chosen.quiet().orElse(EVENING).from());
        to.setValue(chosen.quiet().orElse(EVENING).to());
        quiet.setOnAction(_ -> changeQuiet());
        from.setOnAction(_ -> changeQuiet());
        to.setOnAction(_ -> changeQuiet());
        closing.setVisible(mayStayReady);
        staysReady.setSelected(preferences.get().desktop().staysReady());
        staysReady.setOnAction(_ -> preferences.change(settings -> settings.withDesktop(settings.desktop().withStaysReady(staysReady.isSelected()))));
    }

    @FXML
    private void tryOut() {
        tried.setText("");
        tryOut.setDisable(true);
        alerts.tryOut(shown -> {
            tryOut.setDisable(false);
            tried.setText(texts.get(shown ? "notification.tried" : "notification.none"));
        });
    }

    private void changeQuiet() {
        boolean same = from.getValue().equals(to.getValue());
        sameTime.setVisible(quiet.isSelected() && same);
        if (!same) {
            change(now -> now.withQuiet(quiet.isSelected() ? Optional.of(new Notifications.QuietHours(from.getValue(), to.getValue())) : Optional.empty()));
        }
    }

    private void change(UnaryOperator<Notifications> change) {
        preferences.change(settings -> settings.withDesktop(settings.desktop().withNotifications(change.apply(settings.desktop().notifications()))));
    }

    private static final class Words extends StringConverter<LocalTime> {

        private final DateTimeFormatter format;

        Words(Texts texts) {
            format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
        }

        @Override
        public String toString(LocalTime time) {
            return time == null ? "" : format.format(time);
        }

        @Override
        public LocalTime fromString(String text) {
            throw new UnsupportedOperationException("a time is chosen, not typed");
        }
    }
}
