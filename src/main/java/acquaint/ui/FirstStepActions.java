package acquaint.ui;

import acquaint.settings.FirstRun.Step;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Where the steps of the checklist lead. JavaFX thread only. */
public final class FirstStepActions {

    private final DemoVisit visit;
    private final Welcome welcome;
    private final Workspace workspace;
    private final Places places;
    private final Background background;
    private final Keys keys;

    public FirstStepActions(DemoVisit visit, Welcome welcome, Workspace workspace, Places places, Background background, Keys keys) {
        this.visit = visit;
        this.welcome = welcome;
        this.workspace = workspace;
        this.places = places;
        this.background = background;
        this.keys = keys;
    }

    /** The demo desk is looked at, not begun with. */
    boolean areOffered() {
        return !visit.isHere();
    }

    void go(Step step) {
        switch (step) {
            case LOOK_AROUND -> lookAround();
            case CONNECT_MEMORY -> keys.run(Shortcut.SETTINGS);
            case CONNECT_MODEL -> keys.run(Shortcut.MODEL_SETTINGS);
            case BRING_HISTORY -> welcome.open(Welcome.Page.HISTORY);
            case FIRST_REPLY -> reply();
            case LEARN_KEYS -> keys.run(Shortcut.SHORTCUTS);
        }
    }

    private void lookAround() {
        if (visit.canEnter().get()) {
            visit.enter();
        } else {
            welcome.open(Welcome.Page.LOOK_AROUND);
        }
    }

    /** To the ticket that is open, or the first one; a desk without any has none to answer. */
    private void reply() {
        places.show(Place.TICKETS);
        if (workspace.selectedProperty().get() == null) {
            keys.run(Shortcut.NEXT_TICKET);
        }
        if (workspace.selectedProperty().get() == null) {
            keys.run(Shortcut.NEW_TICKET);
        } else {
            whenRead(() -> keys.run(Shortcut.REPLY));
        }
    }

    /** There is nothing to write in before a ticket has been read. */
    private void whenRead(Runnable action) {
        if (workspace.stateProperty().get() == Workspace.Reading.READY) {
            action.run();
            return;
        }
        workspace.stateProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Workspace.Reading> state, Workspace.Reading before, Workspace.Reading now) {
                if (now == Workspace.Reading.READY) {
                    state.removeListener(this);
                    background.onFxThread(action);
                }
            }
        });
    }
}
