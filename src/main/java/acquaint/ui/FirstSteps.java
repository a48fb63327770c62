package acquaint.ui;

import acquaint.casework.Beginnings;
import acquaint.settings.FirstRun;
import acquaint.settings.FirstRun.Step;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How far somebody who is new here has come: a step is done when the thing has happened, whoever or whatever did it. JavaFX thread only. */
public final class FirstSteps {

    private final Preferences preferences;
    private final Beginnings beginnings;
    private final BooleanSupplier service;
    private final BooleanSupplier model;
    private final Background background;
    private final Background.Slot looking;
    private final DeskChanges changes;
    private final ReadOnlyObjectWrapper<FirstRun> state;
    private boolean following;

    /** {@code service}: whether a memory service is in use; {@code model}: whether a model writes. Neither blocks. */
    public FirstSteps(Preferences preferences, Beginnings beginnings, BooleanSupplier service, BooleanSupplier model, DeskChanges changes, Background background) {
        this.preferences = preferences;
        this.beginnings = beginnings;
        this.service = service;
        this.model = model;
        this.changes = changes;
        this.background = background;
        this.looking = background.slot();
        this.state = new ReadOnlyObjectWrapper<>(this, "state", preferences.get().desktop().firstRun());
    }

    ReadOnlyObjectProperty<FirstRun> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean isDone(Step step) {
        return state.get().done().contains(step);
    }

    /** The step has been taken. */
    public void done(Step step) {
        change(before -> before.with(step));
    }

    void change(UnaryOperator<FirstRun> change) {
        preferences.change(settings -> settings.withDesktop(settings.desktop().withFirstRun(change.apply(settings.desktop().firstRun()))));
        state.set(preferences.get().desktop().firstRun());
    }

    /**
     * Looks whether anybody is new here: {@code first} hears of it on a desk without a ticket. On one that was worked with before there was a checklist, it is
     * not wanted.
     */
    void greet(Runnable first) {
        if (state.get().welcomed()) {
            follow();
            return;
        }
        background.run(() -> beginnings.isEmpty() ? null : beginnings.look()).then(begun -> {
            if (begun == null) {
                first.run();
            } else {
                change(before -> before.asWelcomed().withDismissed(begun.replied()));
            }
            follow();
        });
    }

    /** Follows from now on what happens on the desk. */
    private void follow() {
        if (!following) {
            following = true;
            changes.listen(this::look);
            look();
        }
    }

    /** Looks what has happened meanwhile. */
    void look() {
        if (!following || state.get().isComplete() || state.get().dismissed()) {
            return;
        }
        if (service.getAsBoolean()) {
            done(Step.CONNECT_MEMORY);
        }
        if (model.getAsBoolean()) {
            done(Step.CONNECT_MODEL);
        }
        if (!isDone(Step.BRING_HISTORY) || !isDone(Step.FIRST_REPLY)) {
            looking.run(beginnings::look).then((Consumer<Beginnings.Begun>) this::learn);
        }
    }

    private void learn(Beginnings.Begun begun) {
        if (begun.imported()) {
            done(Step.BRING_HISTORY);
        }
        if (begun.replied()) {
            done(Step.FIRST_REPLY);
        }
    }
}
