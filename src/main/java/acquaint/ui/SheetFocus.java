package acquaint.ui;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.Pane;

/** Keeps the focus off what a sheet covers: whoever walks on by Tab comes to the sheet. JavaFX thread only. */
final class SheetFocus {

    private final Pane pane;
    private final Node beneath;
    private final BooleanSupplier covered;
    private final Background background;

    /** {@code pane} holds {@code beneath} and, above it, the sheets; {@code covered} says whether one lies there. */
    SheetFocus(Pane pane, Node beneath, BooleanSupplier covered, Background background) {
        this.pane = pane;
        this.beneath = beneath;
        this.covered = covered;
        this.background = background;
        pane.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                follow(scene);
            }
        });
    }

    private void follow(Scene scene) {
        scene.focusOwnerProperty().addListener((_, _, owner) -> {
            if (isAstray(owner)) {
                background.onFxThread(() -> bringBack(scene));
            }
        });
    }

    private boolean isAstray(Node owner) {
        return covered.getAsBoolean() && PlaceStack.isWithin(owner, beneath);
    }

    private void bringBack(Scene scene) {
        if (isAstray(scene.getFocusOwner())) {
            sheet().flatMap(SheetFocus::first).ifPresent(SheetFocus::walkTo);
        }
    }

    /** A focus that was walked to is drawn as such. */
    private static void walkTo(Node first) {
        first.requestFocusTraversal(TraversalDirection.NEXT);
        first.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
    }

    private Optional<Node> sheet() {
        return pane.getChildren().stream().filter(each -> each != beneath && each.isVisible()).reduce((_, last) -> last);
    }

    /** The first that can have the focus. */
    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().map(SheetFocus::first).flatMap(Optional::stream).findFirst() : Optional.empty();
    }
}
