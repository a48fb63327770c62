package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.QueueView;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

class ViewButtonTest {

    @Test
    void inALineNoRoomIsKeptForACountThatIsNotThere() throws Exception {
        assertEquals(0, gap(0), 0.5);
        assertTrue(gap(12) > 6);
        assertEquals(0, gap(12, 0), 0.5, "also after there was one");
    }

    /** What is right of the name, in pixels. */
    private static double gap(int... counts) throws Exception {
        return FxThread.get(() -> {
            var button = new ViewButton(QueueView.MINE, new Texts(Locale.ENGLISH));
            button.setInline(true);
            new Scene(new Group(button));
            for (int count : counts) {
                button.setCount(count);
            }
            button.getParent().applyCss();
            button.getParent().layout();
            var line = (HBox) button.getGraphic();
            Node name = line.getChildren().getFirst();
            return line.getWidth() - name.getBoundsInParent().getMaxX();
        });
    }
}
