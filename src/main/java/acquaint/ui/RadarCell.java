package acquaint.ui;

import acquaint.model.Incident;
import acquaint.pattern.Alarm;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows one alarm or incident in the list of the radar. */
final class RadarCell extends ListCell<RadarEntry> {

    private static final PseudoClass RISING = PseudoClass.getPseudoClass("rising");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Texts texts;
    private final RadarWords words;
    private final FontIcon sign = new FontIcon(Feather.ACTIVITY);
    private final Label title = new Label();
    private final Label below = new Label();
    private final HBox row = new HBox(10, sign, new VBox(2, title, below));

    RadarCell(Texts texts, TimeWords times) {
        this.texts = texts;
        this.words = new RadarWords(texts, times);
        title.getStyleClass().add("radar-title");
        title.setWrapText(true);
        below.getStyleClass().add("memory-former");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("radar-row");
        HBox.setHgrow(row.getChildren().getLast(), Priority.ALWAYS);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RadarEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty || entry == null ? null : row);
        switch (entry) {
            case RadarEntry.Rising(var alarm) -> show(alarm);
            case RadarEntry.Declared(var incident) -> show(incident);
            case null -> setAccessibleText(null);
        }
    }

    private void show(Alarm alarm) {
        sign.setIconCode(Feather.ACTIVITY);
        title.setText(words.title(alarm));
        below.setText(words.topic(alarm));
        become(true, false);
    }

    private void show(Incident incident) {
        sign.setIconCode(incident.closedAt().isPresent() ? Feather.CHECK_CIRCLE : Feather.ALERT_OCTAGON);
        title.setText(incident.title());
        below.setText(incident.closedAt().map(at -> texts.get("radar.incident.closed", words.since(at), incident.tickets().size()))
                .orElseGet(() -> texts.get("radar.incident.open", words.since(incident.since()), incident.tickets().size())));
        become(false, incident.closedAt().isPresent());
    }

    private void become(boolean rising, boolean over) {
        row.pseudoClassStateChanged(RISING, rising);
        row.pseudoClassStateChanged(OVER, over);
        setAccessibleText(title.getText() + ", " + below.getText());
    }
}
