package acquaint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.ToggleSwitch;

/** What a screen reader finds in a part of a window. JavaFX thread. */
public final class AccessibleTree {

    private AccessibleTree() {}

    /** The shown controls that have no name to read out, and what can be focused without saying what it is. */
    public static List<String> nameless(Parent root) {
        return nameless(nodes(root).filter(AccessibleTree::isShown).toList());
    }

    /** As above, of a view that was only loaded, with what is hidden yet; words that its controller gives later are not there. */
    static List<String> namelessInView(Parent root) {
        return nameless(nodes(root).filter(node -> !(node instanceof Labeled words && words.getGraphic() == null)).toList());
    }

    private static List<String> nameless(List<Node> all) {
        Set<Node> labelled = all.stream().filter(Label.class::isInstance).map(node -> ((Label) node).getLabelFor()).collect(Collectors.toSet());
        var nameless = new ArrayList<String>();
        for (Node node : all) {
            if (isControl(node) && !isNamed(node, labelled)) {
                nameless.add("no name: " + node);
            } else if (node.isFocusTraversable() && hasNoRole(node)) {
                nameless.add("no role: " + node);
            }
        }
        return nameless;
    }

    /** How many controls there are. */
    static long controls(Parent root) {
        return nodes(root).filter(AccessibleTree::isControl).count();
    }

    private static boolean isNamed(Node node, Set<Node> labelled) {
        boolean words = node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        boolean spoken = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        return words || spoken || labelled.contains(node);
    }

    private static boolean isControl(Node node) {
        return node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ListView<?> || node instanceof ComboBoxBase<?>
                || node instanceof ToggleSwitch || node instanceof Slider || node instanceof Spinner<?> || node instanceof TableView<?> || node instanceof CheckComboBox<?>;
    }

    private static boolean hasNoRole(Node node) {
        return node.getAccessibleRole() == null || node.getAccessibleRole() == AccessibleRole.NODE || node.getAccessibleRole() == AccessibleRole.PARENT;
    }

    static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    private static boolean isOneThing(Node node) {
        return node instanceof ComboBoxBase<?> || node instanceof CheckComboBox<?> || node instanceof Spinner<?>;
    }

    /** The node and what is in it; a choice or a spinner is one thing. */
    static Stream<Node> nodes(Node node) {
        return Stream.concat(Stream.of(node), node instanceof Parent parent && !isOneThing(node)
                ? parent.getChildrenUnmodifiable().stream().flatMap(AccessibleTree::nodes) : Stream.empty());
    }
}
