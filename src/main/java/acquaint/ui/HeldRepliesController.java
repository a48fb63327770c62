package acquaint.ui;

import acquaint.casework.Reviews;
import acquaint.casework.Reviews.Waiting;
import acquaint.model.MessageId;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** The replies that wait for a second person, and the chosen one beside them. */
public final class HeldRepliesController {

    /** What the list area shows. */
    public enum State { EMPTY, REPLIES, NOT_PERMITTED }

    private final BoardWatch watch;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.EMPTY);

    @FXML private ListView<Waiting> list;
    @FXML private HeldReplyController replyController;

    public HeldRepliesController(BoardWatch watch, Texts texts, TimeWords times) {
        this.watch = watch;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new HeldReplyCell(texts, times));
        list.setFixedCellSize(HeldReplyCell.HEIGHT);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                replyController.open(chosen);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                replyController.focus();
                event.consume();
            }
        });
        replyController.onDone(list::requestFocus);
        watch.listen(this::show);
        show();
    }

    public ScreenState<State> getState() {
        return state;
    }

    private void show() {
        List<Waiting> waiting = watch.replies();
        Waiting selected = list.getSelectionModel().getSelectedItem();
        int before = list.getSelectionModel().getSelectedIndex();
        Rows.update(list.getItems(), waiting);
        state.set(!watch.isAllowed() ? State.NOT_PERMITTED : waiting.isEmpty() ? State.EMPTY : State.REPLIES);
        replyController.waiting(waiting);
        if (!waiting.isEmpty()) {
            int index = selected == null ? 0 : indexOf(waiting, selected.review().id());
            list.getSelectionModel().clearAndSelect(index >= 0 ? index : Math.clamp(before, 0, waiting.size() - 1));
        }
    }

    private static int indexOf(List<Reviews.Waiting> waiting, MessageId id) {
        return waiting.stream().map(each -> each.review().id()).toList().indexOf(id);
    }
}
