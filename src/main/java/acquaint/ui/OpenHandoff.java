package acquaint.ui;

import acquaint.casework.BoardCard;
import acquaint.casework.HandoffView;
import acquaint.casework.Handoffs;
import acquaint.model.HandoffId;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The handoff whose brief is read beside the board. JavaFX thread only. */
public final class OpenHandoff {

    /** Where reading it stands. */
    public enum State { NONE, LOADING, READY, GONE, FAILED }

    private final Handoffs handoffs;
    private final Background background;
    private final Background.Slot reading;
    private final ScreenState<State> state = new ScreenState<>(State.NONE);
    private final ReadOnlyObjectWrapper<HandoffView> view = new ReadOnlyObjectWrapper<>(this, "view");
    private final ReadOnlyObjectWrapper<BoardCard> card = new ReadOnlyObjectWrapper<>(this, "card");
    private HandoffId wanted;

    public OpenHandoff(Handoffs handoffs, Background background) {
        this.handoffs = handoffs;
        this.background = background;
        this.reading = background.slot();
    }

    ScreenState<State> state() {
        return state;
    }

    /** Null while there is none. */
    ReadOnlyObjectProperty<HandoffView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** The card that it was opened from; null while there is none. */
    ReadOnlyObjectProperty<BoardCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    boolean isOpen() {
        return wanted != null;
    }

    void open(BoardCard from) {
        HandoffId id = from.handoff().id();
        card.set(from);
        if (!id.equals(wanted)) {
            wanted = id;
            view.set(null);
            state.set(State.LOADING);
            read();
        }
    }

    void close() {
        wanted = null;
        reading.cancel();
        view.set(null);
        state.set(State.NONE);
    }

    /** Reads it again, for somebody may have changed it. */
    void refresh() {
        if (wanted != null) {
            read();
        }
    }

    private void read() {
        HandoffId id = wanted;
        reading.run(() -> handoffs.find(id)).then(this::show).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    private void show(Optional<HandoffView> found) {
        found.filter(next -> !Objects.equals(next, view.get())).ifPresent(view::set);
        state.set(found.isPresent() ? State.READY : State.GONE);
    }
}
