package acquaint.ui;

import acquaint.casework.Queue;
import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.model.QueueRow;
import acquaint.model.TicketId;
import acquaint.settings.Settings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;

/** The ticket queue: views with counts, a filter that answers at every key, and the rows. */
public final class QueueController {

    /** A window that would wait for its first rows longer than this is shown without them. */
    static final Duration FIRST_ROWS = Duration.millis(400);

    /** What the list area shows. */
    public enum State { LOADING, ROWS, EMPTY_DESK, EMPTY_VIEW, NO_MATCH }

    /** No row is selected that could show where the focus is. */
    private static final PseudoClass UNCHOSEN = PseudoClass.getPseudoClass("unchosen");

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
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
    private final Map<QueueView, ViewButton> views = new EnumMap<>(QueueView.class);
    private final ToggleGroup viewGroup = new ToggleGroup();

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

    private QueueView view;
    private boolean following;
    private boolean walking;
    private boolean answered;
    private Runnable whenAnswered = () -> {};
    private Runnable chosen = () -> {};

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
        for (QueueView each : QueueView.values()) {
            var button = new ViewButton(each, texts);
            button.setToggleGroup(viewGroup);
            button.setOnAction(_ -> choose(each));
            views.put(each, button);
            viewList.getChildren().add(button);
        }
        view = named(QueueView.values(), preferences.get().view(), QueueView.ALL_OPEN);
        views.get(view).setSelected(true);
        sort.getItems().setAll(QueueSort.values());
        sort.setConverter(new EnumWords<>(texts));
        sort.setValue(named(QueueSort.values(), preferences.get().sort(), QueueSort.WAITING_LONGEST));
        sort.valueProperty().addListener((_, _, order) -> {
            preferences.change(settings -> settings.withSort(order.name()));
            ask();
        });
        filter.textProperty().addListener(_ -> ask());
        filter.setOnAction(_ -> selectFirst());
        compact.setSelected(preferences.get().density() == Settings.Density.COMPACT);
        showDensity();
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null && !following) {
                select(row.ticket());
            }
        });
        workspace.selectedProperty().subscribe(_ -> {
            if (!walking) {
                selectOpen();
            }
        });
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> list.pseudoClassStateChanged(UNCHOSEN, index.intValue() < 0));
        keys.on(Shortcut.NEXT_TICKET, () -> move(1));
        keys.on(Shortcut.PREVIOUS_TICKET, () -> move(-1));
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
        if (answered) {
            then.run();
            return;
        }
        whenAnswered = then;
        var late = new PauseTransition(FIRST_ROWS);
        late.setOnFinished(_ -> answered());
        late.play();
    }

    private void answered() {
        answered = true;
        Runnable then = whenAnswered;
        whenAnswered = () -> {};
        then.run();
    }

    /** Says what follows when a ticket is chosen, be it the one that is open already. */
    void onChosen(Runnable then) {
        chosen = then;
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && list.getSelectionModel().getSelectedItem() != null) {
                chosen.run();
            }
        });
    }

    /** Shows a view, as a click on it would. */
    public void choose(QueueView next) {
        view = next;
        views.get(next).setSelected(true);
        preferences.change(settings -> settings.withView(next.name()));
        list.scrollTo(0);
        ask();
    }

    /** Whether the ticket that was selected last is only passed by: arrows walk through the queue, and leave it for a conversation by no means of their own. */
    boolean isWalking() {
        return walking;
    }

    private void select(TicketId ticket) {
        walking = true;
        workspace.select(ticket);
        walking = false;
    }

    @FXML
    private void clearFilter() {
        filter.clear();
        list.requestFocus();
    }

    @FXML
    private void changeDensity() {
        preferences.change(settings -> settings.withDensity(compact.isSelected() ? Settings.Density.COMPACT : Settings.Density.COMFORTABLE));
        showDensity();
    }

    private void showDensity() {
        boolean narrow = compact.isSelected();
        list.setFixedCellSize(QueueCell.height(narrow));
        list.setCellFactory(_ -> {
            var cell = new QueueCell(narrow, texts, times);
            cell.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                    chosen.run();
                }
            });
            return cell;
        });
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
            return queue.rows(view, sort.getValue(), "");
        }).then(answer -> {
            show(answer);
            answered();
            list.requestFocus();
            // Folded away, or in a window that was closed before it could be shown, it is not painted.
            if (list.getScene() == null) {
                readTheRest();
            } else {
                background.afterPainting(list.getScene(), this::readTheRest);
            }
        }).onFailure(problem -> {
            answered();
            background.report(problem);
            whenShown.run();
        });
        // Ages are words such as "3 min": they change with the clock, not with the desk.
        var ageing = new Timeline(new KeyFrame(Duration.minutes(1), _ -> list.refresh()));
        ageing.setCycleCount(Animation.INDEFINITE);
        // A clock that runs keeps what it looks at, also when the window is gone.
        list.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false).subscribe(shown -> {
            if (shown) {
                ageing.play();
            } else {
                ageing.stop();
            }
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
        QueueView asked = view;
        QueueSort order = sort.getValue();
        String words = filter.getText();
        asking.run(() -> queue.rows(asked, order, words)).then(this::show);
    }

    private void show(Queue.Answer answer) {
        following = true;
        List<QueueRow> rows = answer.rows();
        list.getSelectionModel().clearSelection();
        Rows.update(list.getItems(), rows);
        following = false;
        selectOpen();
        answer.counts().forEach((each, count) -> views.get(each).setCount(count));
        shown.setText(filter.getText().isBlank() ? "" : texts.get("queue.filter.found", rows.size()));
        state.set(stateOf(answer));
    }

    /** Selects the row of the ticket that is open, whoever opened it. */
    private void selectOpen() {
        following = true;
        int index = indexOf(list.getItems(), workspace.selectedProperty().get());
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
        } else {
            list.getSelectionModel().clearSelection();
        }
        following = false;
    }

    private State stateOf(Queue.Answer answer) {
        if (!answer.rows().isEmpty()) {
            return State.ROWS;
        }
        if (!filter.getText().isBlank()) {
            return State.NO_MATCH;
        }
        if (!answer.complete()) {
            return view == QueueView.CLOSED ? State.LOADING : State.EMPTY_VIEW;
        }
        boolean emptyDesk = answer.counts().values().stream().allMatch(count -> count == 0);
        return emptyDesk ? State.EMPTY_DESK : State.EMPTY_VIEW;
    }

    private void move(int by) {
        int size = list.getItems().size();
        if (size == 0) {
            return;
        }
        int current = list.getSelectionModel().getSelectedIndex();
        int next = current < 0 ? 0 : Math.clamp(current + by, 0, size - 1);
        list.getSelectionModel().clearAndSelect(next);
        if (!isInSight(next)) {
            list.scrollTo(Math.max(0, next - (by > 0 ? 3 : 0)));
        }
    }

    private boolean isInSight(int row) {
        var flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = first == null ? null : flow.getLastVisibleCell();
        return last != null
                && row >= first.getIndex() + (first.getBoundsInParent().getMinY() < 0 ? 1 : 0)
                && row <= last.getIndex() - (last.getBoundsInParent().getMaxY() > flow.getHeight() ? 1 : 0);
    }

    private void selectFirst() {
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().clearAndSelect(0);
            list.requestFocus();
        }
    }

    private void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private static <E extends Enum<E>> E named(E[] constants, Optional<String> name, E otherwise) {
        return Arrays.stream(constants).filter(each -> name.filter(each.name()::equals).isPresent()).findFirst().orElse(otherwise);
    }

    private static int indexOf(List<QueueRow> rows, TicketId ticket) {
        for (int i = 0; ticket != null && i < rows.size(); i++) {
            if (rows.get(i).ticket().equals(ticket)) {
                return i;
            }
        }
        return -1;
    }
}
