package acquaint;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** Looks whether what is shown can be read: whole, sharp, and within its window or in something that scrolls. On the JavaFX thread only. */
final class Legible {

    /** What rounding to pixels may take. */
    private static final double PIXEL = 1.5;

    private Legible() {}

    /** The scroll panes in sight, of all windows, that are drawn from a picture of what they show. */
    static Collection<String> drawnFromPictures() {
        var found = new TreeSet<String>();
        List.copyOf(Window.getWindows()).stream().filter(Window::isShowing).flatMap(window -> window.getScene().getRoot().lookupAll(".scroll-pane > .viewport").stream())
                .filter(Node::isCache).map(viewport -> viewport.getParent().toString()).forEach(found::add);
        return found;
    }

    /** What is cut off in this part: words that end in dots, controls beyond the window, and what would have to be scrolled sideways. */
    static Collection<String> cutOff(Node part) {
        var found = new TreeSet<String>();
        shown(part).forEach(node -> {
            if (node instanceof Labeled labeled && isShortened(labeled)) {
                found.add("shortened: " + labeled.getText());
            }
            if (node instanceof Control control && !isWithinReach(control)) {
                found.add("beyond what holds it: " + control);
            }
            if (node instanceof ScrollBar bar && bar.getOrientation() == javafx.geometry.Orientation.HORIZONTAL && bar.getParent() instanceof ScrollPane pane) {
                found.add("wider than its scroll pane: " + pane);
            }
        });
        return found;
    }

    private static Stream<Node> shown(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        return node instanceof Parent parent ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Legible::shown)) : Stream.of(node);
    }

    private static boolean isShortened(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(text -> ((Text) text).getText())
                .anyMatch(text -> !text.isEmpty() && text.endsWith(labeled.getEllipsisString()) && !labeled.getText().endsWith(labeled.getEllipsisString()));
    }

    /** Sideways it must be within every pane that holds it, up and down within the window or a pane that scrolls. */
    private static boolean isWithinReach(Control control) {
        var bounds = control.localToScene(control.getLayoutBounds());
        boolean scrolls = false;
        for (Node each = control.getParent(); each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("viewport") || each.getStyleClass().contains("virtual-flow")) {
                scrolls = true;
                var around = each.localToScene(each.getLayoutBounds());
                if (bounds.getMinX() < around.getMinX() - PIXEL || bounds.getMaxX() > around.getMaxX() + PIXEL) {
                    return false;
                }
            }
        }
        var scene = control.getScene();
        return bounds.getMinX() >= -PIXEL && bounds.getMaxX() <= scene.getWidth() + PIXEL
                && (scrolls || bounds.getMinY() >= -PIXEL && bounds.getMaxY() <= scene.getHeight() + PIXEL);
    }
}
