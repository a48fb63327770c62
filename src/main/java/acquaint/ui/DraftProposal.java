package acquaint.ui;

import acquaint.casework.DraftReplies;
import acquaint.model.Message;
import acquaint.model.TicketId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The reply that is proposed for the open ticket, from the asking to the accepting. It lives in a layer of its own and
 * touches the composer only when the agent accepts. JavaFX thread only.
 */
public final class DraftProposal {

    /** Where the proposal stands. */
    public enum State {
        /** None was asked for, or it was put away. */
        OFF,
        /** Being written; can be cancelled. */
        WRITING,
        READY,
        /** The conversation went on after the draft was written. */
        STALE,
        FAILED
    }

    /** Takes an accepted text into the composer; {@code edit} asks for the caret to go there. */
    interface Taker {
        void take(TicketId ticket, String text, boolean edit);
    }

    private final DraftReplies drafts;
    private final Workspace workspace;
    private final Background background;
    private final Background.Slot writing;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final ReadOnlyObjectWrapper<DraftReplies.Drafted> draft = new ReadOnlyObjectWrapper<>(this, "draft");
    private Taker accepted = (_, _, _) -> {};
    private TicketId ticket;

    public DraftProposal(DraftReplies drafts, Workspace workspace, Background background) {
        this.drafts = drafts;
        this.workspace = workspace;
        this.background = background;
        this.writing = background.slot();
        workspace.selectedProperty().addListener((_, _, _) -> discard());
        workspace.openProperty().addListener((_, _, open) -> checkFreshness(open));
    }

    public ScreenState<State> state() {
        return state;
    }

    /** The draft while the state is READY or STALE. */
    public ReadOnlyObjectProperty<DraftReplies.Drafted> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Has a reply written for the open ticket; asking again starts over. */
    void ask() {
        workspace.open().ifPresent(open -> {
            ticket = open.id();
            state.set(State.WRITING);
            writing.run(() -> drafts.compose(open.id())).then(written -> {
                draft.set(written);
                state.set(State.READY);
                workspace.open().ifPresent(this::checkFreshness);
            }).onFailure(problem -> {
                state.set(State.FAILED);
                background.report(problem);
            });
        });
    }

    void accept(boolean edit) {
        if (draft.get() != null) {
            String words = draft.get().reply().text();
            TicketId where = ticket;
            discard();
            accepted.take(where, words, edit);
        }
    }

    void discard() {
        writing.cancel();
        draft.set(null);
        state.set(State.OFF);
    }

    /** Says who takes an accepted text. */
    void onAccepted(Taker taker) {
        accepted = taker;
    }

    private void checkFreshness(OpenTicket open) {
        if (state.get() != State.READY || !open.id().equals(ticket)) {
            return;
        }
        long newest = open.conversation().messages().stream()
                .filter(m -> !m.isFrom(Message.Kind.EVENT) && !m.isFrom(Message.Kind.NOTE))
                .mapToLong(Message::position).max().orElse(0);
        if (newest > draft.get().reply().answered()) {
            state.set(State.STALE);
        }
    }
}
