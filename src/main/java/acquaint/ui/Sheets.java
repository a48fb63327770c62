package acquaint.ui;

import javafx.scene.Node;

/** What lies over the tickets for a while, one sheet at a time; the focus goes back to where it was. JavaFX thread only. */
public final class Sheets {

    /** The sheets there are. */
    public enum Sheet {
        NONE,
        /** The brief of a handoff being written. */
        BRIEF,
        /** A customer's history over all tickets. */
        TIMELINE,
        /** What greets somebody who is new. */
        WELCOME
    }

    private final ScreenState<Sheet> state = new ScreenState<>(Sheet.NONE);
    private Node before;

    public Sheets(Keys keys) {
        keys.coveredWhile(() -> state.get() != Sheet.NONE);
    }

    public ScreenState<Sheet> state() {
        return state;
    }

    /** {@code beneath} is in the window; its focus comes back when the sheet is closed. */
    void open(Sheet sheet, Node beneath) {
        if (state.get() == Sheet.NONE && beneath.getScene() != null) {
            before = beneath.getScene().getFocusOwner();
        }
        state.set(sheet);
    }

    /** Takes this sheet away, if it is the one that lies there. */
    void close(Sheet sheet) {
        if (state.get() == sheet) {
            state.set(Sheet.NONE);
            if (before != null && before.getScene() != null) {
                before.requestFocus();
            }
            before = null;
        }
    }
}
