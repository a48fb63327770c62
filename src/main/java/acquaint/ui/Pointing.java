package acquaint.ui;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.util.Duration;

/** Scrolls to a node and marks it for a moment, so that the eye finds it. JavaFX thread only. */
final class Pointing {

    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final Duration MOMENT = Duration.seconds(3);

    private final PauseTransition moment = new PauseTransition(MOMENT);
    private Node pointed;

    Pointing() {
        moment.setOnFinished(_ -> end());
    }

    void at(Node node) {
        end();
        pointed = node;
        node.pseudoClassStateChanged(POINTED, true);
        scrollTo(node);
        moment.playFromStart();
    }

    private void end() {
        if (pointed != null) {
            pointed.pseudoClassStateChanged(POINTED, false);
        }
    }

    /** Scrolls as little as it takes to have all of a node in sight. */
    void reveal(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane scroll) {
                Bounds place = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double seen = scroll.getViewportBounds().getHeight();
                double beyond = scroll.getContent().getLayoutBounds().getHeight() - seen;
                double top = scroll.getVvalue() * beyond;
                double wanted = place.getMinY() < top ? place.getMinY() : Math.max(top, place.getMaxY() - seen);
                scroll.setVvalue(beyond <= 0 ? 0 : Math.clamp(wanted / beyond, 0.0, 1.0));
                return;
            }
        }
    }

    private static void scrollTo(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane scroll) {
                Bounds place = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double beyond = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
                double middle = place.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
                scroll.setVvalue(beyond <= 0 ? 0 : Math.clamp(middle / beyond, 0.0, 1.0));
                return;
            }
        }
    }
}
