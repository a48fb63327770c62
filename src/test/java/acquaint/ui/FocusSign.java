package acquaint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Whether somebody who looks at a window sees where its focus is: the owner is shown and in sight, and is drawn otherwise than without the focus, or
 * is a field with a caret (WCAG 2.2, success criterion 2.4.7). JavaFX thread.
 */
public final class FocusSign {

    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("focus-within");
    /** As far apart as the tints of a theme are; less is not seen at a glance. */
    private static final double LEAST_RATIO = 1.05;
    /** As many pixels as a thin line of an inch has. */
    private static final int LEAST_PIXELS = 90;

    private FocusSign() {}

    /** Why nobody sees where the focus of this window is; empty where it is seen. */
    public static Optional<String> missing(Scene scene) {
        Node owner = scene.getFocusOwner();
        if (owner == null) {
            return Optional.of("nothing has the focus");
        }
        if (!AccessibleTree.isShown(owner) || owner.isDisabled()) {
            return Optional.of("the focus is on what is hidden or disabled: " + owner);
        }
        if (!isInSight(owner, scene)) {
            return Optional.of("the focus is out of sight: " + owner);
        }
        if (owner instanceof TextInputControl input && input.isEditable() && input.isFocused()) {
            return Optional.empty();
        }
        int pixels = changed(owner, scene);
        return pixels >= LEAST_PIXELS ? Optional.empty() : Optional.of("only " + pixels + " pixels tell of the focus of " + owner);
    }

    private static boolean isInSight(Node owner, Scene scene) {
        Bounds place = owner.localToScene(owner.getLayoutBounds());
        if (place.getWidth() <= 0 || place.getHeight() <= 0 || !place.intersects(0, 0, scene.getWidth(), scene.getHeight())) {
            return false;
        }
        for (Parent each = owner.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane && !each.localToScene(each.getLayoutBounds()).intersects(place)) {
                return false;
            }
        }
        return true;
    }

    /** How many pixels of the window look otherwise when the owner of the focus is drawn without it. */
    private static int changed(Node owner, Scene scene) {
        int[] with = drawn(scene);
        List<Runnable> back = new ArrayList<>();
        without(owner, FOCUSED, back);
        without(owner, VISIBLE, back);
        for (Node each = owner; each != null; each = each.getParent()) {
            without(each, WITHIN, back);
        }
        int[] without = drawn(scene);
        back.forEach(Runnable::run);
        return (int) IntStream.range(0, with.length).filter(i -> with[i] != without[i] && Contrast.ratio(color(with[i]), color(without[i])) >= LEAST_RATIO).count();
    }

    private static void without(Node node, PseudoClass state, List<Runnable> back) {
        if (node.getPseudoClassStates().contains(state)) {
            node.pseudoClassStateChanged(state, false);
            back.add(() -> node.pseudoClassStateChanged(state, true));
        }
    }

    private static int[] drawn(Scene scene) {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }
}
