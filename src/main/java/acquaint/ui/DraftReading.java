package acquaint.ui;

import acquaint.casework.DraftReplies;
import acquaint.casework.DraftReplies.Drafted;
import acquaint.model.TicketId;
import acquaint.reply.Wish;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A translation of the draft into the agent's language, to read beside it; it never goes into a reply. JavaFX thread only. */
final class DraftReading {

    /** Where the translation stands. */
    enum State { OFF, WRITING, READY, FAILED }

    private final DraftReplies drafts;
    private final Writing<Drafted> writing;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyObjectWrapper<Throwable> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");

    DraftReading(DraftReplies drafts, Background background) {
        this.drafts = drafts;
        this.writing = new Writing<>(background);
        writing.onText(() -> text.set(""), piece -> text.set(text.get() + piece));
    }

    ScreenState<State> state() {
        return state;
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Throwable> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    void read(TicketId ticket, String draft) {
        state.set(State.WRITING);
        writing.start(progress -> drafts.draft(ticket, new Wish(Wish.Kind.FOR_READING, draft, ""), progress), drafted -> {
            text.set(drafted.reply().text());
            state.set(State.READY);
        }, problem -> {
            trouble.set(problem);
            state.set(State.FAILED);
        });
    }

    void close() {
        writing.cancel();
        state.set(State.OFF);
    }
}
