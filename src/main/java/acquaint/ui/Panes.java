package acquaint.ui;

import acquaint.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * Queue, conversation and memory side by side, as many of them as there is room for: in a narrow window, or one that is zoomed in, the
 * pane that is wanted stays and others fold away until they are asked for. JavaFX thread only.
 */
final class Panes {

    /** A customary division of such windows: list, conversation, context at about 25 : 52 : 23. */
    private static final double[] DIVIDERS = {0.345, 0.775};
    /** Where the conversation ends when memory stands beside it alone. */
    private static final double NARROW_DIVIDER = 0.62;

    /** The three, in their order on screen. */
    enum Pane {
        QUEUE(312), CONVERSATION(400), MEMORY(240);

        private final double least;

        /** In logical pixels. */
        Pane(double least) {
            this.least = least;
        }
    }

    /** What stays longest after the pane that is wanted. */
    private static final List<Pane> BY_NEED = List.of(Pane.CONVERSATION, Pane.QUEUE, Pane.MEMORY);

    private final SplitPane split;
    private final List<Node> nodes;
    private final Preferences preferences;
    private final ReadOnlyBooleanWrapper memoryShown = new ReadOnlyBooleanWrapper(this, "memoryShown", true);
    private List<Pane> shown = List.of(Pane.values());
    private Pane front = Pane.QUEUE;
    private boolean memoryWanted = true;

    /** {@code split} holds the three. */
    Panes(SplitPane split, Preferences preferences) {
        this.split = split;
        this.preferences = preferences;
        nodes = List.copyOf(split.getItems());
        split.widthProperty().subscribe(this::fit);
        restoreDividers();
    }

    /** Whether memory is on screen. */
    ReadOnlyBooleanProperty memoryShownProperty() {
        return memoryShown.getReadOnlyProperty();
    }

    void toggleMemory() {
        memoryWanted = !memoryShown.get();
        front = memoryWanted ? Pane.MEMORY : Pane.CONVERSATION;
        fit();
    }

    /** Brings a pane on screen, whatever has to go for it; nothing goes for one that is there. */
    void bring(Pane pane) {
        front = pane;
        memoryWanted |= pane == Pane.MEMORY;
        if (!shown.contains(pane)) {
            fit();
        }
    }

    /** For the next start. */
    void rememberDividers() {
        double[] positions = split.getDividerPositions();
        preferences.change(settings -> {
            Settings next = settings;
            for (int i = 0; i < positions.length; i++) {
                next = next.withDivider(name(i), positions[i]);
            }
            return next;
        });
    }

    private void fit() {
        List<Pane> fitting = fitting();
        if (split.getWidth() <= 0 || fitting.equals(shown)) {
            return;
        }
        rememberDividers();
        shown = fitting;
        split.getItems().setAll(shown.stream().map(pane -> nodes.get(pane.ordinal())).toList());
        memoryShown.set(shown.contains(Pane.MEMORY));
        restoreDividers();
    }

    private List<Pane> fitting() {
        var chosen = new ArrayList<Pane>(List.of(front));
        double room = split.getWidth() - front.least;
        for (Pane pane : BY_NEED) {
            boolean wanted = pane != Pane.MEMORY || memoryWanted;
            if (chosen.contains(pane) || !wanted) {
                continue;
            }
            if (pane.least > room) {
                break;
            }
            chosen.add(pane);
            room -= pane.least;
        }
        chosen.sort(null);
        return List.copyOf(chosen);
    }

    private void restoreDividers() {
        for (int i = 0; i < split.getDividers().size(); i++) {
            double usual = shown.getFirst() == Pane.QUEUE ? DIVIDERS[i] : NARROW_DIVIDER;
            split.setDividerPosition(i, preferences.get().dividers().getOrDefault(name(i), usual));
        }
    }

    /** The divider after the queue keeps its name whatever else is shown. */
    private String name(int divider) {
        return shown.getFirst() == Pane.QUEUE ? "main-" + divider : "main-narrow";
    }
}
