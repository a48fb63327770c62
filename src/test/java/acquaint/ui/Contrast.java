package acquaint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How well text stands out from what is behind it, as drawn: contrast ratio and thresholds of WCAG 2.2, success criteria 1.4.3 and 1.4.11, level
 * AA. What is disabled is excepted there. JavaFX thread.
 */
public final class Contrast {

    private static final double TEXT = 4.5;
    private static final double LARGE_TEXT_AND_SIGNS = 3;
    /** In pixels: 18 points, or 14 points in bold. */
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;

    private Contrast() {}

    /** Each pair of colours of shown text that does not stand out enough, with an example. */
    public static List<String> tooLow(Parent root) {
        var low = new ArrayList<String>();
        AccessibleTree.nodes(root).filter(Text.class::isInstance).map(Text.class::cast).filter(Contrast::counts).forEach(text -> {
            Optional<Color> behind = behind(text);
            if (behind.isEmpty() || !(text.getFill() instanceof Color fill)) {
                return;
            }
            Color shown = over(faded(fill, text), behind.get());
            double ratio = ratio(shown, behind.get());
            if (ratio < least(text)) {
                low.add(String.format(Locale.ROOT, "%.2f < %.1f: %s on %s, such as '%s' in %s",
                        ratio, least(text), hex(shown), hex(behind.get()), text instanceof FontIcon icon ? icon.getIconLiteral() : text.getText(), path(text)));
            }
        });
        return low;
    }

    /** From 1 for equal colours to 21 for black and white (WCAG 2.2, definition of contrast ratio). */
    static double ratio(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static boolean counts(Text text) {
        return AccessibleTree.isShown(text) && !text.isDisabled() && text.getText() != null && !text.getText().isBlank()
                && text.getFill() instanceof Color fill && faded(fill, text).getOpacity() > 0;
    }

    private static double least(Text text) {
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold") || text.getFont().getName().contains("Semi Bold");
        return text instanceof FontIcon || size >= LARGE || bold && size >= LARGE_BOLD ? LARGE_TEXT_AND_SIGNS : TEXT;
    }

    /** The colour behind a node: the fills of what it lies in, one over the other, down to one that nothing shines through. */
    private static Optional<Color> behind(Node node) {
        var fills = new ArrayList<Color>();
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> layers = region.getBackground().getFills();
                for (int i = layers.size() - 1; i >= 0; i--) {
                    if (!(layers.get(i).getFill() instanceof Color color)) {
                        return Optional.empty();
                    }
                    Color fill = faded(color, region);
                    fills.add(fill);
                    if (fill.isOpaque()) {
                        return Optional.of(fills.reversed().stream().reduce((below, above) -> over(above, below)).orElseThrow());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Color faded(Color color, Node in) {
        double opacity = color.getOpacity();
        for (Node each = in; each != null; each = each.getParent()) {
            opacity *= each.getOpacity();
        }
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    private static Color over(Color above, Color below) {
        double opacity = above.getOpacity();
        return Color.color(
                above.getRed() * opacity + below.getRed() * (1 - opacity),
                above.getGreen() * opacity + below.getGreen() * (1 - opacity),
                above.getBlue() * opacity + below.getBlue() * (1 - opacity));
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255), Math.round(color.getBlue() * 255));
    }

    private static String path(Node node) {
        var path = new ArrayList<String>();
        for (Node each = node; each != null && path.size() < 5; each = each.getParent()) {
            if (!each.getStyleClass().isEmpty()) {
                path.addFirst(String.join(".", each.getStyleClass()));
            }
        }
        return String.join(" > ", path);
    }
}
