package acquaint.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The keys of every action, and the way to other ones; a change holds at once. */
public final class KeyboardSettingsController {

    /** What is being done with the list. */
    public enum State { CHOOSING,
        /** The next keys pressed are the action's. */
        RECORDING,
        /** They belong to another action. */
        TAKEN
    }

    /** Keys that an action is to have, and who has some of them. */
    private record Wish(Shortcut shortcut, List<Chord> keys, List<Shortcut> holders) {}

    private static final KeyCombination UNDO = KeyCombination.keyCombination("Shortcut+Z");

    private final Keymap keymap;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.CHOOSING);

    @FXML private VBox root;
    @FXML private TextField keyFilter;
    @FXML private ListView<KeyRow> keyRows;
    @FXML private Placeholder nothing;
    @FXML private KeyRecorder recorder;
    @FXML private Label refused;
    @FXML private Label taken;
    @FXML private Button take;
    @FXML private Button changeKeys;
    @FXML private Button addKeys;
    @FXML private Button removeKeys;
    @FXML private Button usualKeys;
    @FXML private Button undoKeys;
    @FXML private Button allUsual;
    @FXML private Label said;

    private Subscription following = Subscription.EMPTY;
    private boolean adding;
    private Wish wish;

    public KeyboardSettingsController(Keymap keymap, Texts texts) {
        this.keymap = keymap;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        keyRows.setCellFactory(_ -> {
            var cell = new KeyCell(texts);
            cell.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !cell.isEmpty()) {
                    change();
                }
            });
            return cell;
        });
        nothing.visibleProperty().bind(Bindings.isEmpty(keyRows.getItems()));
        keyFilter.textProperty().addListener(_ -> show());
        keyFilter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                event.consume();
                keyRows.requestFocus();
            }
        });
        keyRows.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event)) {
                event.consume();
                undo();
            } else if (event.getCode() == KeyCode.ESCAPE && state.get() == State.TAKEN) {
                event.consume();
                giveUp();
            }
        });
        recorder.onHeard(this::heard);
        recorder.onGivenUp(this::giveUp);
        recorder.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && state.get() == State.RECORDING) {
                state.set(State.CHOOSING);
            }
        });
        var selected = keyRows.getSelectionModel().selectedItemProperty();
        for (Button each : new Button[] {changeKeys, addKeys}) {
            each.disableProperty().bind(selected.isNull());
        }
        removeKeys.disableProperty().bind(Bindings.createBooleanBinding(() -> selected.get() == null || selected.get().keys().isEmpty(), selected));
        usualKeys.disableProperty().bind(Bindings.createBooleanBinding(() -> selected.get() == null || selected.get().usual(), selected));
        undoKeys.disableProperty().bind(keymap.undoableProperty().not());
        following = keymap.inForceProperty().subscribe(_ -> show());
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Gives up what is under way: the settings are closed. */
    void leave() {
        following.unsubscribe();
    }

    private void show() {
        Optional<Shortcut> selected = selected();
        List<KeyRow> rows = KeyRow.of(keymap, keyFilter.getText(), texts);
        keyRows.getItems().setAll(rows);
        int row = selected.flatMap(shortcut -> rows.stream().filter(each -> each.shortcut() == shortcut).findFirst()).map(rows::indexOf).orElse(0);
        keyRows.getSelectionModel().select(row);
        allUsual.setDisable(keymap.isAllUsual());
    }

    private Optional<Shortcut> selected() {
        return Optional.ofNullable(keyRows.getSelectionModel().getSelectedItem()).map(KeyRow::shortcut);
    }

    private void pressed(KeyEvent event) {
        boolean modified = event.isShortcutDown() || event.isAltDown();
        if (!modified && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
            change();
        } else if (!modified && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE)) {
            remove();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            // A list keeps Esc to itself, though it has no use for it here; it is to close the settings.
            root.fireEvent(event.copyFor(root, root));
        } else {
            return;
        }
        event.consume();
    }

    @FXML
    private void toList() {
        keyRows.requestFocus();
    }

    @FXML
    private void change() {
        record(false);
    }

    @FXML
    private void add() {
        record(true);
    }

    private void record(boolean another) {
        selected().ifPresent(shortcut -> {
            adding = another;
            refused.setText("");
            recorder.setText(texts.get("keyboard-settings.press", texts.of(shortcut)));
            recorder.setAccessibleText(recorder.getText());
            state.set(State.RECORDING);
            recorder.requestFocus();
        });
    }

    private void heard(Chord chord) {
        Optional<KeyRefusal> refusal = KeyRefusal.of(chord);
        if (refusal.isPresent()) {
            refused.setText(texts.get("keyboard-settings.refused", chord.display(), texts.of(refusal.get())));
            recorder.setAccessibleText(refused.getText() + " " + recorder.getText());
            return;
        }
        selected().ifPresent(shortcut -> {
            var keys = new ArrayList<Chord>(adding ? keymap.keys(shortcut) : List.of());
            keys.remove(chord);
            keys.add(chord);
            wish(shortcut, keys);
        });
    }

    /** Does it, or asks first where another action would lose a key. */
    private void wish(Shortcut shortcut, List<Chord> keys) {
        List<Shortcut> holders = keys.stream().flatMap(key -> keymap.holders(key, shortcut).stream()).distinct().toList();
        wish = new Wish(shortcut, keys, holders);
        if (holders.isEmpty()) {
            take();
            return;
        }
        String names = holders.stream().map(texts::of).map(this::quoted).collect(Collectors.joining(", "));
        String clashing = keys.stream().filter(key -> !keymap.holders(key, shortcut).isEmpty()).map(Chord::display).collect(Collectors.joining(", "));
        taken.setText(texts.get("keyboard-settings.taken", clashing, names));
        take.setText(texts.get("keyboard-settings.take", names));
        take.setAccessibleText(taken.getText() + " " + take.getText());
        state.set(State.TAKEN);
        take.requestFocus();
    }

    @FXML
    private void take() {
        keymap.assign(wish.shortcut(), wish.keys());
        String keys = keymap.keys(wish.shortcut()).stream().map(Chord::display).collect(Collectors.joining(", "));
        done(wish.keys().isEmpty() ? texts.get("keyboard-settings.done.none", texts.of(wish.shortcut())) : texts.get("keyboard-settings.done", texts.of(wish.shortcut()), keys));
    }

    @FXML
    private void giveUp() {
        done("");
    }

    @FXML
    private void remove() {
        selected().filter(shortcut -> !keymap.keys(shortcut).isEmpty()).ifPresent(shortcut -> wish(shortcut, List.of()));
    }

    @FXML
    private void resetOne() {
        selected().ifPresent(shortcut -> wish(shortcut, shortcut.usual()));
    }

    @FXML
    private void resetAll() {
        keymap.resetAll();
        done(texts.get("keyboard-settings.done.all"));
    }

    @FXML
    private void undo() {
        if (keymap.undoableProperty().get()) {
            keymap.undo();
            done(texts.get("keyboard-settings.done.undo"));
        }
    }

    private void done(String words) {
        said.setText(words);
        keyRows.setAccessibleHelp(words);
        keyRows.requestFocus();
        state.set(State.CHOOSING);
    }

    private String quoted(String name) {
        return texts.get("keyboard-settings.quoted", name.replace("…", "").strip());
    }
}
