package acquaint.ui;

import acquaint.casework.Digests;
import acquaint.model.TicketId;
import acquaint.reply.Digest;
import acquaint.reply.Progress;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the agent is told in short about the open ticket: what it is about, or what is new in it. JavaFX thread only. */
public final class TicketDigest {

    /** Where it stands. */
    public enum State {
        OFF,
        /** Being written; can be cancelled. */
        WRITING, READY,
        /** There is nothing to tell. */
        EMPTY,
        FAILED
    }

    /** What was asked for. */
    public enum Kind { SUMMARY, CATCH_UP }

    private final Digests digests;
    private final Workspace workspace;
    private final Writing<Digest> writing;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final ReadOnlyObjectWrapper<Digest> digest = new ReadOnlyObjectWrapper<>(this, "digest", Digest.NOTHING);
    private final ReadOnlyObjectWrapper<Throwable> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private Kind kind = Kind.SUMMARY;
    private long since;

    public TicketDigest(Digests digests, Workspace workspace, Background background) {
        this.digests = digests;
        this.workspace = workspace;
        this.writing = new Writing<>(background);
        workspace.selectedProperty().addListener((_, _, _) -> close());
    }

    public ScreenState<State> state() {
        return state;
    }

    Writing<Digest> writing() {
        return writing;
    }

    Kind kind() {
        return kind;
    }

    ReadOnlyObjectProperty<Digest> digestProperty() {
        return digest.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Throwable> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void summarise() {
        kind = Kind.SUMMARY;
        write();
    }

    /** {@code position} is that of the newest message that the agent had seen before. */
    void catchUp(long position) {
        kind = Kind.CATCH_UP;
        since = position;
        write();
    }

    void again() {
        write();
    }

    private void write() {
        workspace.open().ifPresent(open -> {
            state.set(State.WRITING);
            writing.start(progress -> digest(open.id(), progress), written -> {
                digest.set(written);
                state.set(written.isEmpty() ? State.EMPTY : State.READY);
            }, failure -> {
                problem.set(failure);
                state.set(State.FAILED);
            });
        });
    }

    private Digest digest(TicketId ticket, Progress progress) throws Exception {
        return kind == Kind.SUMMARY ? digests.summary(ticket, progress) : digests.catchUp(ticket, since, progress);
    }

    void close() {
        writing.cancel();
        state.set(State.OFF);
    }
}
