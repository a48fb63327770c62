package acquaint.ui;

import acquaint.casework.Board;
import acquaint.casework.BoardCard;
import acquaint.model.HandoffState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** All handed-over tickets side by side by where they stand, with a filter that answers at every key, and the brief of the chosen one beside them. */
public final class BoardController {

    /** What is shown of the board. */
    public enum State { LOADING, CARDS, EMPTY, NO_MATCH, FAILED, NOT_PERMITTED }

    private static final double LEAST_DETAIL = 420;
    private static final double DETAIL_SHARE = 0.34;

    private final Board board;
    private final BoardWatch watch;
    private final OpenHandoff open;
    private final HandoffActions actions;
    private final Places places;
    private final Background background;
    private final Background.Slot asking;
    private final Keys keys;
    private final Texts texts;
    private final TimeWords times;
    private final HandoffWords words;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
    private final ReadOnlyBooleanWrapper reviewing = new ReadOnlyBooleanWrapper(this, "reviewing");

    @FXML private VBox root;
    @FXML private SegmentedButton parts;
    @FXML private ToggleButton handoffs;
    @FXML private ToggleButton replies;
    @FXML private TextField filter;
    @FXML private Label shown;
    @FXML private Label trouble;
    @FXML private ScrollPane scroll;
    @FXML private HBox columnBox;
    @FXML private VBox handoff;
    @FXML private HandoffController handoffController;

    private BoardColumns columns;

    public BoardController(Board board, BoardWatch watch, OpenHandoff open, HandoffActions actions, Places places, Background background, Keys keys,
            Texts texts, TimeWords times, HandoffWords words) {
        this.board = board;
        this.watch = watch;
        this.open = open;
        this.actions = actions;
        this.places = places;
        this.background = background;
        this.asking = background.slot();
        this.keys = keys;
        this.texts = texts;
        this.times = times;
        this.words = words;
    }

    @FXML
    private void initialize() {
        var drag = new BoardDrag(actions, background);
        columns = new BoardColumns(scroll, columnBox, () -> drag.from(new BoardCell(texts, times, words)), this::follow, this::read, texts);
        columns.receive(drag);
        columns.setMenu(new HandoffMenu(actions, columns::selected, this::read, this::openTicket, keys, texts));
        handoff.prefWidthProperty().bind(Bindings.max(LEAST_DETAIL, root.widthProperty().multiply(DETAIL_SHARE)));
        handoff.visibleProperty().bind(open.state().nameProperty().isNotEqualTo(OpenHandoff.State.NONE.name()));
        handoff.managedProperty().bind(handoff.visibleProperty());
        trouble.textProperty().bind(actions.troubleProperty());
        filter.textProperty().addListener(_ -> ask());
        filter.setOnAction(_ -> columns.focus());
        parts.getButtons().forEach(part -> part.setOnAction(_ -> choosePart(part == replies)));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        listenToKeys();
        watch.listen(this::changed);
        showReplies();
        begin();
    }

    private void listenToKeys() {
        keys.in(Place.BOARD, Shortcut.FILTER, this::focusFilter);
        for (HandoffAction action : HandoffAction.values()) {
            keys.in(Place.BOARD, action.shortcut(), () -> act(action));
        }
    }

    public ScreenState<State> getState() {
        return state;
    }

    public ReadOnlyBooleanProperty reviewingProperty() {
        return reviewing.getReadOnlyProperty();
    }

    /** Whether the replies that wait for a second person are shown in the place of the board. */
    public boolean isReviewing() {
        return reviewing.get();
    }

    @FXML
    private void clearFilter() {
        filter.clear();
        columns.focus();
    }

    @FXML
    private void dismissTrouble() {
        actions.dismissTrouble();
    }

    @FXML
    private void again() {
        state.set(State.LOADING);
        watch.load();
    }

    private void begin() {
        if (!watch.isAllowed()) {
            state.set(State.NOT_PERMITTED);
        } else {
            background.run(() -> {
                board.load();
                return board.cards("");
            }).then(cards -> {
                show(cards);
                columns.focus();
            }).onFailure(problem -> {
                state.set(State.FAILED);
                background.report(problem);
            });
        }
    }

    private void changed() {
        showReplies();
        if (watch.isFailed()) {
            state.set(State.FAILED);
        } else {
            ask();
            open.refresh();
        }
    }

    private void showReplies() {
        int waiting = watch.replies().size();
        replies.setText(waiting == 0 ? texts.get("board.replies") : texts.get("board.replies.waiting", waiting));
    }

    private void choosePart(boolean toReplies) {
        (toReplies ? replies : handoffs).setSelected(true);
        reviewing.set(toReplies);
    }

    private void ask() {
        String wanted = filter.getText();
        asking.run(() -> board.cards(wanted)).then(this::show);
    }

    private void show(Map<HandoffState, List<BoardCard>> cards) {
        columns.show(cards);
        int count = cards.values().stream().mapToInt(List::size).sum();
        boolean filtered = !filter.getText().isBlank();
        shown.setText(filtered ? texts.get("board.found", count) : "");
        state.set(count > 0 ? State.CARDS : filtered ? State.NO_MATCH : State.EMPTY);
    }

    /** What is read follows what is selected, once something is read. */
    private void follow(BoardCard card) {
        if (open.isOpen()) {
            open.open(card);
        }
    }

    private void read() {
        columns.selected().ifPresent(open::open);
    }

    private void openTicket() {
        columns.selected().ifPresent(card -> places.openTicket(card.handoff().ticket()));
    }

    private void act(HandoffAction action) {
        if (!isReviewing()) {
            columns.selected().map(BoardCard::handoff).or(() -> Optional.ofNullable(open.viewProperty().get()).map(view -> view.handoff()))
                    .ifPresent(chosen -> actions.run(action, chosen));
        }
    }

    private void focusFilter() {
        choosePart(false);
        filter.requestFocus();
        filter.selectAll();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !isReviewing()) {
            if (!filter.getText().isEmpty() && filter.isFocused()) {
                filter.clear();
            } else {
                open.close();
            }
            columns.focus();
            event.consume();
        }
    }
}
