package acquaint.ui;

import acquaint.casework.Queue;
import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.model.QueueRow;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The ticket queue: views with counts, a filter that answers at every key, and the rows. */
public final class QueueController {

    /** A window that would wait for its first rows longer than this is shown without them. */
    private static final Duration FIRST_ROWS = Duration.millis(400);

    /** What the list area shows. */
    public enum State { LOADING, ROWS, EMPTY_DESK, EMPTY_VIEW, NO_MATCH }

    private final Queue queue;
    private final Workspace workspace;
    private final DeskChanges changes;
    private final Preferences preferences;
    private final Background background;
    private final Background.Slot asking;
    private final Keys keys;
    private final Texts texts;
    private final TimeWords times;
    private final Runnable whenShown;
    private final FirstAnswer first = new FirstAnswer(FIRST_ROWS);
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);

    @FXML private HBox pane;
    @FXML private VBox rail;
    @FXML private HBox filterLine;
    @FXML private FlowPane viewLines;
    @FXML private Button newTicket;
    @FXML private VBox viewList;
    @FXML private TextField filter;
    @FXML private ComboBox<QueueSort> sort;
    @FXML private ListView<QueueRow> list;
    @FXML private Label shown;
    @FXML private ToggleButton compact;
    @FXML private Button importFile;

    private QueueChoice choice;
    private QueueList rows;
    private QueueSelection selection;

    /** {@code whenShown} begins what can wait until the first rows stand on screen. */
    public QueueController(Queue queue, Workspace workspace, DeskChanges changes, Preferences preferences,
            Background background, Keys keys, Texts texts, TimeWords times, Runnable whenShown) {
        this.queue = queue;
        this.workspace = workspace;
        this.changes = changes;
        this.preferences = preferences;
        this.background = background;
        this.asking = background.slot();
        this.keys = keys;
        this.texts = texts;
        this.times = times;
        this.whenShown = whenShown;
    }

    @FXML
    private void initialize() {
        choice = new QueueChoice(viewList, sort, filter, preferences, texts);
        choice.onView(() -> list.scrollTo(0));
        choice.onChange(this::ask);
        rows = new QueueList(list, compact, preferences, texts, times);
        selection = new QueueSelection(list, workspace);
        filter.setOnAction(_ -> selection.selectFirst());
        keys.on(Shortcut.NEXT_TICKET, () -> selection.move(1));
        keys.on(Shortcut.PREVIOUS_TICKET, () -> selection.move(-1));
        keys.on(Shortcut.FILTER, this::focusFilter);
        new QueueFolding(pane, rail, viewList, viewLines, filterLine, newTicket);
        var hints = new KeyHints(keys.keymap(), texts);
        hints.tip(newTicket, Shortcut.NEW_TICKET);
        hints.tip(importFile, Shortcut.IMPORT);
        hints.tip(filter, Shortcut.FILTER);
        startFollowing();
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Has one caller's {@code then} run once: when the first answer stands in the list, or could not be had, or is later than {@link #FIRST_ROWS}. */
    void whenAnswered(Runnable then) {
        first.then(then);
    }

    /** Says what follows when a ticket is chosen, be it the one that is open already. */
    void onChosen(Runnable then) {
        rows.onChosen(then);
    }

    /** Shows a view, as a click on it would. */
    public void choose(QueueView next) {
        choice.choose(next);
    }

    /** Shows a view without what the filter holds back. */
    void chooseAll(QueueView next) {
        filter.clear();
        choose(next);
    }

    /** Whether the ticket that was selected last is only passed by: arrows walk through the queue, and leave it for a conversation by no means of their own. */
    boolean isWalking() {
        return selection.isWalking();
    }

    @FXML
    private void clearFilter() {
        filter.clear();
        list.requestFocus();
    }

    @FXML
    private void newTicket() {
        keys.run(Shortcut.NEW_TICKET);
    }

    @FXML
    private void importFile() {
        keys.run(Shortcut.IMPORT);
    }

    private void startFollowing() {
        changes.listen(this::ask);
        background.run(() -> {
            queue.loadOpen();
            return queue.rows(choice.view(), choice.order(), "");
        }).then(answer -> {
            show(answer);
            first.arrived();
            list.requestFocus();
            // Folded away, or in a window that was closed before it could be shown, it is not painted.
            if (list.getScene() == null) {
                readTheRest();
            } else {
                background.afterPainting(list.getScene(), this::readTheRest);
            }
        }).onFailure(problem -> {
            first.arrived();
            background.report(problem);
            whenShown.run();
        });
    }

    private void readTheRest() {
        whenShown.run();
        background.run(() -> {
            queue.loadClosed();
            return null;
        }).then(_ -> ask());
    }

    private void ask() {
        QueueView view = choice.view();
        QueueSort order = choice.order();
        String words = choice.words();
        asking.run(() -> queue.rows(view, order, words)).then(this::show);
    }

    private void show(Queue.Answer answer) {
        selection.show(answer.rows());
        choice.showCounts(answer.counts());
        shown.setText(choice.isFiltered() ? texts.get("queue.filter.found", answer.rows().size()) : "");
        state.set(stateOf(answer));
    }

    private State stateOf(Queue.Answer answer) {
        if (!answer.rows().isEmpty()) {
            return State.ROWS;
        }
        if (choice.isFiltered()) {
            return State.NO_MATCH;
        }
        if (!answer.complete()) {
            return choice.view() == QueueView.CLOSED ? State.LOADING : State.EMPTY_VIEW;
        }
        boolean emptyDesk = answer.counts().values().stream().allMatch(count -> count == 0);
        return emptyDesk ? State.EMPTY_DESK : State.EMPTY_VIEW;
    }

    private void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}
