package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.settings.Settings;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

    /** With a bar of 30 pixels above. */
    private static final Rectangle2D SMALL = new Rectangle2D(0, 30, 1280, 690);
    private static final Rectangle2D RIGHT = new Rectangle2D(1280, 0, 1920, 1080);

    private static Optional<Settings.Window> on(List<Rectangle2D> screens, double x, double y, double width, double height) {
        return WindowPlace.on(screens, window(x, y, width, height));
    }

    private static Settings.Window window(double x, double y, double width, double height) {
        return new Settings.Window(x, y, width, height, false);
    }

    @Test
    void whatIsWhollyOnScreenStaysWhereItWas() {
        assertEquals(Optional.of(window(100, 40, 1000, 650)), on(List.of(SMALL), 100, 40, 1000, 650));
        assertEquals(Optional.of(window(800, 30, 1000, 650)), on(List.of(SMALL, RIGHT), 800, 30, 1000, 650), "over two screens");
    }

    @Test
    void whatReachesOverAnEdgeIsPulledIn() {
        assertEquals(Optional.of(window(280, 70, 1000, 650)), on(List.of(SMALL), 900, 400, 1000, 650));
        assertEquals(Optional.of(window(0, 30, 1000, 650)), on(List.of(SMALL), -500, -20, 1000, 650), "so that the title can be taken hold of");
    }

    @Test
    void whatIsLargerThanTheScreenIsMadeToFit() {
        assertEquals(Optional.of(window(0, 30, 1280, 690)), on(List.of(SMALL), 200, 100, 1920, 1080));
    }

    @Test
    void theScreenThatShowsMostOfItIsTaken() {
        assertEquals(Optional.of(window(1280, 430, 1000, 650)), on(List.of(SMALL, RIGHT), 1200, 700, 1000, 650));
    }

    @Test
    void whatNoScreenShowsHasNoPlace() {
        assertEquals(Optional.empty(), on(List.of(SMALL), 3000, 100, 1000, 650));
        assertEquals(Optional.empty(), on(List.of(SMALL), 100, 100, 0, 0));
        assertEquals(Optional.empty(), on(List.of(), 100, 100, 1000, 650));
    }

    @Test
    void aMaximizedWindowStaysSo() {
        assertEquals(Optional.of(new Settings.Window(0, 30, 1280, 690, true)), WindowPlace.on(List.of(SMALL), new Settings.Window(0, 0, 1920, 1080, true)));
    }
}
