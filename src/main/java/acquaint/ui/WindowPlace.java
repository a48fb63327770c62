package acquaint.ui;

import acquaint.settings.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/** Where a window that was left somewhere opens on the screens that are there now. In pixels of the desktop; no state. */
final class WindowPlace {

    private WindowPlace() {}

    /** {@code left} as it was if all of it is on screens; otherwise moved and, where it must be, made smaller to lie on the one that shows most of it. Empty where none shows any. */
    static Optional<Settings.Window> on(List<Rectangle2D> screens, Settings.Window left) {
        double seen = screens.stream().mapToDouble(screen -> overlap(screen, left)).sum();
        if (seen >= left.width() * left.height() && seen > 0) {
            return Optional.of(left);
        }
        return screens.stream().filter(screen -> overlap(screen, left) > 0).max(Comparator.comparingDouble(screen -> overlap(screen, left)))
                .map(screen -> within(screen, left));
    }

    private static Settings.Window within(Rectangle2D screen, Settings.Window left) {
        double width = Math.min(left.width(), screen.getWidth());
        double height = Math.min(left.height(), screen.getHeight());
        return new Settings.Window(Math.clamp(left.x(), screen.getMinX(), screen.getMaxX() - width), Math.clamp(left.y(), screen.getMinY(), screen.getMaxY() - height),
                width, height, left.maximized());
    }

    private static double overlap(Rectangle2D screen, Settings.Window place) {
        double width = Math.min(screen.getMaxX(), place.x() + place.width()) - Math.max(screen.getMinX(), place.x());
        double height = Math.min(screen.getMaxY(), place.y() + place.height()) - Math.max(screen.getMinY(), place.y());
        return width <= 0 || height <= 0 ? 0 : width * height;
    }
}
