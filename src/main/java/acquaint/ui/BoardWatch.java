package acquaint.ui;

import acquaint.casework.Board;
import acquaint.casework.Permission;
import acquaint.casework.Permissions;
import acquaint.casework.Reviews;
import acquaint.model.HandoffState;
import java.util.ArrayList;
import java.util.List;

/** Follows the board from the start, so that its place tells how much waits there, and the panes hear of changes. JavaFX thread only. */
public final class BoardWatch {

    /** What a supervisor has not taken yet. */
    record Waiting(int fresh, List<Reviews.Waiting> replies) {}

    private final Board board;
    private final Reviews reviews;
    private final Permissions permissions;
    private final Places places;
    private final DeskChanges boardChanges;
    private final DeskChanges deskChanges;
    private final Background background;
    private final Background.Slot counting;
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Reviews.Waiting> replies = List.of();
    private boolean failed;

    public BoardWatch(Board board, Reviews reviews, Permissions permissions, Places places, DeskChanges deskChanges, Background background) {
        this.board = board;
        this.reviews = reviews;
        this.permissions = permissions;
        this.places = places;
        this.boardChanges = new DeskChanges(board::onChange, background);
        this.deskChanges = deskChanges;
        this.background = background;
        this.counting = background.slot();
    }

    /** Reads the board where the role has one; called when the first rows of the queue stand on screen. */
    public void begin() {
        if (!isAllowed()) {
            return;
        }
        boardChanges.listen(this::count);
        deskChanges.listen(this::count);
        load();
    }

    void load() {
        failed = false;
        background.run(() -> {
            board.load();
            return null;
        }).then(_ -> count()).onFailure(problem -> {
            failed = true;
            tell();
            background.report(problem);
        });
    }

    boolean isAllowed() {
        return permissions.allows(Permission.SEE_BOARD);
    }

    /** Whether the board could not be read. */
    boolean isFailed() {
        return failed;
    }

    /** Replies that wait for a second person, the longest waiting first. */
    List<Reviews.Waiting> replies() {
        return replies;
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void count() {
        counting.run(() -> new Waiting(board.cards("").get(HandoffState.NEW).size(), reviews.waiting())).then(waiting -> {
            replies = waiting.replies();
            places.waiting(Place.BOARD).set(waiting.fresh() + waiting.replies().size());
            tell();
        });
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
