package acquaint.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words of any length, wrapped and never cut. */
final class WrappedLabel extends Label {

    WrappedLabel(String style) {
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        getStyleClass().add(style);
    }

    void show(String words) {
        setText(Emoji.showable(words));
    }
}
