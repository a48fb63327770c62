package acquaint.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Shows one place of the window at a time, loads each when it is first wanted, and gives the focus back to where it was in it. JavaFX thread only. */
final class PlaceStack {

    private final Pane pane;
    private final Views views;
    private final Map<Place, Node> roots = new EnumMap<>(Place.class);
    private final Map<Place, Node> focused = new EnumMap<>(Place.class);

    /** {@code tickets} stands in {@code pane} from the beginning. */
    PlaceStack(Pane pane, Node tickets, Views views, Places places) {
        this.pane = pane;
        this.views = views;
        roots.put(Place.TICKETS, tickets);
        places.currentProperty().addListener((_, left, entered) -> change(left, entered));
    }

    private void change(Place left, Place entered) {
        Node owner = pane.getScene().getFocusOwner();
        if (owner != null && isWithin(owner, roots.get(left))) {
            focused.put(left, owner);
        }
        Node root = roots.computeIfAbsent(entered, this::load);
        // Hidden and not taken away: what comes back to the scene would be styled anew, every cell of it.
        show(roots.get(left), false);
        show(root, true);
        Node before = focused.get(entered);
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        } else {
            root.requestFocus();
        }
    }

    private Node load(Place place) {
        Node root = views.load(place.view().orElseThrow()).root();
        pane.getChildren().add(root);
        return root;
    }

    /** What is hidden is neither laid out nor reached by the focus. */
    private static void show(Node root, boolean shown) {
        root.setManaged(shown);
        root.setVisible(shown);
    }

    static boolean isWithin(Node node, Node root) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == root) {
                return true;
            }
        }
        return false;
    }
}
