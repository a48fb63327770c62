package acquaint.ui;

import acquaint.casework.Board;
import acquaint.casework.BoardCard;
import acquaint.casework.Queue;
import acquaint.model.Folded;
import acquaint.model.HandoffState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/**
 * The palette: a field that finds actions, tickets, customers, handoffs, places and settings, and does what is chosen. Tickets and customers are
 * found in the queue's index, by words as its filter finds them, off this thread; only what was asked for last is shown.
 */
public final class PaletteController {

    /** What stands below the field. */
    public enum State { LOADING, READY, NOTHING_FOUND, FAILED }

    /** What was found by words. */
    private record Found(Queue.Found queue, List<BoardCard> cards) {}

    private static final int MOST = 40;
    private static final int PAGE = 8;

    private final Queue queue;
    private final Board board;
    private final BoardWatch watch;
    private final PaletteEntries entries;
    private final PaletteRanking ranking = new PaletteRanking();
    private final Places places;
    private final Background background;
    private final Background.Slot finding;
    private final Keys keys;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");

    @FXML private StackPane root;
    @FXML private TextField wanted;
    @FXML private ListView<PaletteRow> found;
    @FXML private Label reading;

    private List<Menu> menus = List.of();
    private Menu ofTicket = new Menu();
    private Consumer<SettingsController.Page> settings = _ -> {};
    private List<PaletteEntry> possible = List.of();
    private Node before;

    public PaletteController(Queue queue, Board board, BoardWatch watch, PaletteEntries entries, Places places, Background background, Keys keys, Texts texts) {
        this.queue = queue;
        this.board = board;
        this.watch = watch;
        this.entries = entries;
        this.places = places;
        this.background = background;
        this.finding = background.slot();
        this.keys = keys;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        keys.on(Shortcut.PALETTE, this::toggle);
        keys.coveredWhile(open::get);
        places.currentProperty().addListener(_ -> leave());
        var spoken = new PaletteCell(keys.keymap(), texts);
        found.setCellFactory(_ -> cell());
        found.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> wanted.setAccessibleHelp(row == null ? null : spoken.spoken(row)));
        wanted.textProperty().addListener(_ -> find());
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        wanted.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && wanted.getScene().getWindow().isFocused()) {
                leave();
            }
        });
        root.setOnMousePressed(event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
    }

    private PaletteCell cell() {
        var cell = new PaletteCell(keys.keymap(), texts);
        cell.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                run(cell.getItem().entry(), event.isShiftDown());
            }
        });
        return cell;
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Whether the palette is there. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return open.get();
    }

    /** Says what stands in menus, and who shows a page of the settings. */
    void offer(List<Menu> ofWindow, Menu ticketMenu, Consumer<SettingsController.Page> showSettings) {
        menus = ofWindow;
        ofTicket = ticketMenu;
        settings = showSettings;
    }

    private void toggle() {
        if (open.get()) {
            close();
            return;
        }
        before = root.getScene().getFocusOwner();
        possible = entries.now(menus, ofTicket, settings);
        state.set(State.LOADING);
        open.set(true);
        wanted.clear();
        find();
        wanted.requestFocus();
    }

    @FXML
    private void find() {
        if (!open.get()) {
            return;
        }
        List<String> words = Folded.words(wanted.getText());
        if (words.isEmpty()) {
            finding.cancel();
            reading.setVisible(false);
            show(ranking.unasked(possible));
            return;
        }
        String filter = wanted.getText();
        boolean handoffs = watch.isAllowed();
        finding.run(() -> new Found(queue.find(filter, MOST), handoffs ? cards(filter) : List.of())).then(answer -> {
            var given = new ArrayList<PaletteEntry>();
            answer.queue().tickets().stream().map(entries::ticket).forEach(given::add);
            answer.queue().customers().stream().map(entries::customer).forEach(given::add);
            answer.cards().stream().map(entries::handoff).forEach(given::add);
            reading.setVisible(!answer.queue().complete());
            show(ranking.rows(words, possible, given));
        }).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    private List<BoardCard> cards(String filter) {
        return board.cards(filter).entrySet().stream().filter(each -> each.getKey() != HandoffState.DECIDED && each.getKey() != HandoffState.RETURNED)
                .flatMap(each -> each.getValue().stream()).limit(MOST).toList();
    }

    private void show(List<PaletteRow> rows) {
        found.getItems().setAll(rows);
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
        state.set(rows.isEmpty() ? State.NOTHING_FOUND : State.READY);
    }

    private void pressed(KeyEvent event) {
        int last = found.getItems().size() - 1;
        int at = found.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(at == last ? 0 : at + 1);
            case UP -> select(at <= 0 ? last : at - 1);
            case PAGE_DOWN -> select(Math.min(last, at + PAGE));
            case PAGE_UP -> select(Math.max(0, at - PAGE));
            case HOME -> select(0);
            case END -> select(last);
            case ESCAPE -> close();
            case TAB -> { }
            case ENTER -> {
                if (!event.isShortcutDown() && found.getSelectionModel().getSelectedItem() != null) {
                    run(found.getSelectionModel().getSelectedItem().entry(), event.isShiftDown());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int row) {
        if (row >= 0) {
            found.getSelectionModel().clearAndSelect(row);
            found.scrollTo(Math.max(0, row - PAGE / 2));
        }
    }

    private void run(PaletteEntry entry, boolean other) {
        if (entry.refusal().isPresent()) {
            return;
        }
        ranking.used(entry);
        close();
        (other ? entry.other().orElse(entry.action()) : entry.action()).run();
    }

    /** The focus goes back to where it was. */
    private void close() {
        if (open.get()) {
            leave();
            if (before != null && before.getScene() != null) {
                before.requestFocus();
            }
        }
    }

    private void leave() {
        finding.cancel();
        open.set(false);
    }
}
