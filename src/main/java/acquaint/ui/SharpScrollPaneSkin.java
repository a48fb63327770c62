package acquaint.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that draws what it shows anew. JavaFX's own keeps a picture of it, which it lays between the pixels where the window is
 * shown at another size, so that text turns soft. For the stylesheet.
 */
public final class SharpScrollPaneSkin extends ScrollPaneSkin {

    public SharpScrollPaneSkin(ScrollPane pane) {
        super(pane);
        getChildren().forEach(part -> part.setCache(false));
    }
}
