package acquaint.ui;

import acquaint.casework.PromiseLedger;
import acquaint.casework.PromiseLedger.Owed;
import acquaint.model.Folded;
import acquaint.model.Promise;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The ledger of what customers were promised and is still to be kept: overdue first. */
public final class PromisesController {

    /** Where reading it stands. */
    public enum State { LOADING, READY,
        /** Nothing is owed. */
        EMPTY,
        /** Nothing that the filter lets through. */
        NOTHING_FOUND,
        FAILED
    }

    private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");

    private final PromiseLedger ledger;
    private final PromiseActions actions;
    private final EvidenceOpening opening;
    private final Places places;
    private final Background background;
    private final Background.Slot reading;
    private final Keys keys;
    private final Texts texts;
    private final TimeWords times;
    private final String me;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
    private final Map<PromiseFilter, ToggleButton> filters = new EnumMap<>(PromiseFilter.class);
    private final ToggleGroup group = new ToggleGroup();

    @FXML private StackPane root;
    @FXML private HBox filterButtons;
    @FXML private TextField promiseFilter;
    @FXML private TableView<Owed> table;
    @FXML private Button kept;
    @FXML private Button withdraw;
    @FXML private Button due;
    @FXML private Button show;

    private PromiseFilter chosen = PromiseFilter.ALL;
    private List<Owed> all = List.of();

    public PromisesController(PromiseLedger ledger, PromiseActions actions, EvidenceOpening opening, Places places, DeskChanges changes, Background background,
            Keys keys, Texts texts, TimeWords times, String me) {
        this.ledger = ledger;
        this.actions = actions;
        this.opening = opening;
        this.places = places;
        this.background = background;
        this.reading = background.slot();
        this.keys = keys;
        this.texts = texts;
        this.times = times;
        this.me = me;
        changes.listen(this::read);
    }

    @FXML
    private void initialize() {
        for (PromiseFilter each : PromiseFilter.values()) {
            var button = new ToggleButton();
            button.setId("promises-" + each.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass().add("small");
            button.setText(texts.of(each));
            button.setOnAction(_ -> choose(each));
            filters.put(each, button);
            filterButtons.getChildren().add(button);
        }
        filters.get(chosen).setSelected(true);
        column("promises.due", owed -> owed.promise().due().map(times::moment).orElseGet(() -> texts.get("promises.due.none")), 185);
        column("promises.text", owed -> Emoji.showable(owed.promise().text()), 380);
        column("promises.customer", Owed::customerName, 140);
        column("promises.ticket", owed -> owed.promise().ticket() + "  " + owed.subject(), 240);
        column("promises.owner", owed -> owed.promise().owner(), 110);
        column("promises.made", owed -> times.shortDay(owed.promise().madeAt()), 110);
        table.setRowFactory(_ -> row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                open();
            }
        });
        listen(new KeyHints(keys.keymap(), texts));
        promiseFilter.textProperty().addListener(_ -> show());
        var none = table.getSelectionModel().selectedItemProperty().isNull();
        for (Button each : new Button[] {kept, withdraw, due, show}) {
            each.disableProperty().bind(none);
        }
        read();
    }

    private void listen(KeyHints hints) {
        keys.in(Place.PROMISES, Shortcut.PROMISE_KEPT, this::kept);
        keys.in(Place.PROMISES, Shortcut.PROMISE_DUE, this::changeDue);
        keys.in(Place.PROMISES, Shortcut.PROMISE_WITHDRAWN, this::withdraw);
        hints.label(kept, texts.get("promises.kept"), Shortcut.PROMISE_KEPT);
        hints.label(due, texts.get("promises.change-due"), Shortcut.PROMISE_DUE);
        hints.label(withdraw, texts.get("promises.withdraw"), Shortcut.PROMISE_WITHDRAWN);
    }

    public ScreenState<State> getState() {
        return state;
    }

    private void column(String key, Function<Owed, String> value, double width) {
        var column = new TableColumn<Owed, String>(texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }

    private TableRow<Owed> row() {
        var row = new TableRow<Owed>() {
            @Override
            protected void updateItem(Owed owed, boolean empty) {
                super.updateItem(owed, empty);
                boolean late = !empty && owed.promise().isOverdue(times.now());
                pseudoClassStateChanged(OVERDUE, late);
                setAccessibleText(empty ? null : owed.promise().due().map(due -> texts.get(late ? "owed.overdue" : "owed.spoken", times.moment(due), owed.promise().text(), owed.promise().owner()))
                        .orElseGet(() -> texts.get("owed.spoken.never", owed.promise().text(), owed.promise().owner())));
            }
        };
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                open();
            }
        });
        return row;
    }

    @FXML
    private void read() {
        reading.run(ledger::open).then(owed -> {
            all = owed;
            show();
        }).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    private void choose(PromiseFilter next) {
        chosen = next;
        filters.get(next).setSelected(true);
        show();
    }

    private void show() {
        filters.forEach((each, button) -> button.setText(texts.get("promises.filter", texts.of(each), all.stream().filter(owed -> each.lets(owed.promise(), me, times)).count())));
        List<String> words = Folded.words(promiseFilter.getText());
        List<Owed> wanted = all.stream().filter(owed -> chosen.lets(owed.promise(), me, times)).filter(owed -> has(owed, words)).toList();
        Rows.update(table.getItems(), wanted);
        state.set(!wanted.isEmpty() ? State.READY : all.isEmpty() ? State.EMPTY : State.NOTHING_FOUND);
    }

    private static boolean has(Owed owed, List<String> words) {
        Promise promise = owed.promise();
        String folded = Folded.of(String.join(" ", promise.text(), promise.owner(), owed.customerName(), owed.subject(), promise.ticket().value()));
        return words.stream().allMatch(folded::contains);
    }

    private void withSelected(Consumer<Promise> action) {
        Owed owed = table.getSelectionModel().getSelectedItem();
        if (owed != null) {
            action.accept(owed.promise());
        }
    }

    @FXML
    private void kept() {
        withSelected(actions::kept);
    }

    @FXML
    private void withdraw() {
        withSelected(actions::withdraw);
    }

    @FXML
    private void changeDue() {
        withSelected(actions::changeDue);
    }

    /** The ticket, at the reply that promised it. */
    @FXML
    private void open() {
        withSelected(promise -> {
            places.showConversation();
            opening.openMessage(promise.ticket(), promise.message());
        });
    }
}
