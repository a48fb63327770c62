package acquaint.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a test on the spot found, good or bad; takes no room while there is nothing to say. For FXML. */
public final class TestResult extends VBox {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
    private final Label words = wrapping("memory-subject");
    private final Label detail = wrapping("muted");

    public TestResult() {
        getStyleClass().add("settings-tested");
        visibleProperty().bind(words.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        detail.visibleProperty().bind(detail.textProperty().isNotEmpty());
        detail.managedProperty().bind(detail.visibleProperty());
        var line = new HBox(icon, words);
        line.getStyleClass().add("memory-waiting-line");
        getChildren().setAll(line, detail);
    }

    private static Label wrapping(String style) {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    void show(boolean good, String found, String more) {
        pseudoClassStateChanged(BAD, !good);
        icon.setIconCode(good ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
        words.setText(found);
        detail.setText(more);
    }

    void clear() {
        words.setText("");
        detail.setText("");
    }
}
