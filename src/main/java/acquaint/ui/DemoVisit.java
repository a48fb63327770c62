package acquaint.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The ways from the own desk to the demo desk and back, as far as the start of the program offers them. JavaFX thread only. */
public final class DemoVisit {

    /** One of the ways. */
    private static final class Way {

        private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
        private Runnable go = () -> {};

        private void lead(Runnable handler) {
            go = handler;
            open.set(true);
        }
    }

    private final boolean here;
    private final Dialogs dialogs;
    private final Way in = new Way();
    private final Way anew = new Way();
    private final Way home = new Way();
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");

    /** {@code here}: whether this window shows the demo desk. */
    public DemoVisit(boolean here, Dialogs dialogs) {
        this.here = here;
        this.dialogs = dialogs;
    }

    boolean isHere() {
        return here;
    }

    /** Says how the demo desk is opened. */
    public void onEnter(Runnable handler) {
        in.lead(handler);
    }

    /** Says how the demo desk is made as on its first day. */
    public void onReset(Runnable handler) {
        anew.lead(handler);
    }

    /** Says how the own desk is opened again. */
    public void onLeave(Runnable handler) {
        home.lead(handler);
    }

    /** Whether another desk is being opened, which takes a moment. */
    public void busy(boolean now) {
        busy.set(now);
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ReadOnlyBooleanProperty canEnter() {
        return in.open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canReset() {
        return anew.open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canLeave() {
        return home.open.getReadOnlyProperty();
    }

    void enter() {
        if (!busy.get()) {
            in.go.run();
        }
    }

    void reset() {
        if (!busy.get()) {
            anew.go.run();
        }
    }

    /** Asks whether the demo desk is to be as on its first day. */
    public boolean mayReset() {
        return dialogs.confirm("demo.reset.title", "demo.reset.question", "demo.reset.do");
    }

    void leave() {
        if (!busy.get()) {
            home.go.run();
        }
    }
}
