package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ContrastTest {

    /** Figures that WCAG's own definition gives for these pairs. */
    @Test
    void theRatioIsThatOfTheGuidelines() {
        assertEquals(21, Contrast.ratio(Color.BLACK, Color.WHITE), 0.001);
        assertEquals(1, Contrast.ratio(Color.RED, Color.RED), 0.001);
        assertEquals(4.54, Contrast.ratio(Color.web("#767676"), Color.WHITE), 0.01);
    }

    @Test
    void greyOnGreyIsToldAndBlackOnWhiteIsNot() {
        FxThread.run(() -> {
            var faint = new Label("faint");
            faint.setTextFill(Color.web("#999999"));
            var clear = new Label("clear");
            clear.setTextFill(Color.BLACK);
            var pane = new StackPane(faint, clear);
            pane.setBackground(Background.fill(Color.WHITE));
            var scene = new Scene(pane);
            pane.resize(200, 100);
            pane.applyCss();
            pane.layout();
            List<String> low = Contrast.tooLow(scene.getRoot());
            assertEquals(1, low.size(), low::toString);
            assertEquals(true, low.getFirst().startsWith("2.85 < 4.5: #999999 on #ffffff, such as 'faint'"), low::toString);
        });
    }
}
