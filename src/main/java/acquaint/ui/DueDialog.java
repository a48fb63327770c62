package acquaint.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks until when something is to be done. JavaFX thread only. */
final class DueDialog {

    private static final Duration USUAL = Duration.ofDays(1);

    private final Texts texts;
    private final TimeWords times;
    private final DatePicker day = new DatePicker();
    private final TextField hour = new TextField();
    private final CheckBox never = new CheckBox();
    private final DateTimeFormatter format;

    DueDialog(Texts texts, TimeWords times) {
        this.texts = texts;
        this.times = times;
        this.format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale());
    }

    /** Nothing when cancelled; an empty time for one that has none. */
    Optional<Optional<Instant>> ask(Dialogs dialogs, Optional<Instant> before) {
        var dialog = new Dialog<Optional<Instant>>();
        dialogs.dress(dialog, texts.get("owed.due.title"), texts.get("owed.due.question"));
        var keep = new ButtonType(texts.get("owed.due.do"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(keep, new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().setContent(content(before.orElseGet(() -> times.now().plus(USUAL))));
        dialog.getDialogPane().lookupButton(keep).disableProperty().bind(Bindings.createBooleanBinding(
                () -> !never.isSelected() && chosen().isEmpty(), never.selectedProperty(), day.valueProperty(), hour.textProperty()));
        dialog.setResultConverter(button -> button == keep ? never.isSelected() ? Optional.empty() : chosen() : null);
        return dialog.showAndWait();
    }

    private VBox content(Instant proposal) {
        day.setValue(times.date(proposal));
        day.setId("dueDay");
        day.setAccessibleText(texts.get("owed.due.day"));
        hour.setText(times.time(proposal));
        hour.setId("dueTime");
        hour.setPrefColumnCount(8);
        hour.setAccessibleText(texts.get("owed.due.time"));
        never.setText(texts.get("owed.due.never"));
        day.disableProperty().bind(never.selectedProperty());
        hour.disableProperty().bind(never.selectedProperty());
        var wrong = new Label(texts.get("owed.due.wrong"));
        wrong.getStyleClass().add("muted");
        wrong.visibleProperty().bind(Bindings.createBooleanBinding(() -> time().isEmpty(), hour.textProperty()));
        return new VBox(10, new HBox(8, day, hour), wrong, never);
    }

    private Optional<Instant> chosen() {
        return Optional.ofNullable(day.getValue()).flatMap(date -> time().map(time -> times.at(date, time)));
    }

    /** As the language writes it, or by 24 hours. */
    private Optional<LocalTime> time() {
        String typed = hour.getText().strip();
        for (DateTimeFormatter each : new DateTimeFormatter[] {format, DateTimeFormatter.ofPattern("H:mm")}) {
            try {
                return Optional.of(LocalTime.parse(typed, each));
            } catch (DateTimeParseException e) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }
}
