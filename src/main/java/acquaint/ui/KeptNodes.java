package acquaint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Shows things in nodes that stay where they are and are shown again for the next things: making and styling a node takes
 * many times as long as changing its words. What is left over is hidden. JavaFX thread only.
 */
final class KeptNodes<T, N extends Node> {

    private final Pane box;
    private final Supplier<N> make;
    private final BiConsumer<N, T> show;
    private final List<N> nodes = new ArrayList<>();
    private int shown;

    /** Puts its nodes into {@code box}, after what is there already. */
    KeptNodes(Pane box, Supplier<N> make, BiConsumer<N, T> show) {
        this.box = box;
        this.make = make;
        this.show = show;
    }

    void show(List<? extends T> things) {
        while (nodes.size() < things.size()) {
            N node = make.get();
            node.managedProperty().bind(node.visibleProperty());
            nodes.add(node);
            box.getChildren().add(node);
        }
        for (int i = 0; i < things.size(); i++) {
            show.accept(nodes.get(i), things.get(i));
        }
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).setVisible(i < things.size());
        }
        shown = things.size();
    }

    /** The node that shows such a thing now. */
    Optional<N> find(Predicate<N> wanted) {
        return nodes.stream().limit(shown).filter(wanted).findFirst();
    }

    /** How many are shown. */
    int shown() {
        return shown;
    }
}
