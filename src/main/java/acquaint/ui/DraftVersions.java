package acquaint.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a draft has been, with the way back and forth. JavaFX thread only. */
final class DraftVersions {

    private final List<DraftVersion> versions = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int at = -1;

    /** The draft goes on from the current version; what was undone is gone. */
    void add(DraftVersion next) {
        versions.subList(at + 1, versions.size()).clear();
        versions.add(next);
        at++;
    }

    Optional<DraftVersion> current() {
        return at < 0 ? Optional.empty() : Optional.of(versions.get(at));
    }

    /** What the current version was made from. */
    Optional<DraftVersion> before() {
        return at < 1 ? Optional.empty() : Optional.of(versions.get(at - 1));
    }

    boolean canUndo() {
        return at > 0;
    }

    boolean canRedo() {
        return at < versions.size() - 1;
    }

    void undo() {
        at = Math.max(0, at - 1);
    }

    void redo() {
        at = Math.min(versions.size() - 1, at + 1);
    }

    /** This sentence is in the reply now. */
    void take(String sentence) {
        taken.add(sentence);
    }

    boolean isAnyTaken() {
        return !taken.isEmpty();
    }

    boolean isTaken(String sentence) {
        return taken.contains(sentence);
    }
}
