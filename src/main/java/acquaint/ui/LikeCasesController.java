package acquaint.ui;

import acquaint.casework.LikeCases;
import acquaint.pattern.LikeCase;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** The part of the sidebar with cases of other customers that were like the open one. */
public final class LikeCasesController {

    /** Where looking for them stands. */
    public enum State { OFF, LOADING, READY,
        /** There are none. */
        EMPTY,
        FAILED
    }

    /** How many are shown before the rest is folded away. */
    private static final int SHOWN = 2;

    private final LikeCases cases;
    private final NoteWords note;
    private final Workspace workspace;
    private final Background background;
    private final Background.Slot looking;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private KeptNodes<LikeCase, LikeCaseNode> nodes;

    @FXML private VBox list;
    @FXML private Hyperlink all;

    public LikeCasesController(LikeCases cases, NoteWords note, Workspace workspace, Background background, Texts texts, TimeWords times) {
        this.cases = cases;
        this.note = note;
        this.workspace = workspace;
        this.background = background;
        this.looking = background.slot();
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        nodes = new KeptNodes<>(list, () -> new LikeCaseNode(note, texts, times), LikeCaseNode::show);
        workspace.selectedProperty().addListener((_, _, _) -> looking.cancel());
        workspace.openProperty().addListener((_, before, now) -> {
            if (before == null || !before.id().equals(now.id())) {
                state.set(State.LOADING);
                show(looking.runIfStill(Workspace.PASSING, () -> cases.of(now.id())));
            } else if (lastHeard(before) != lastHeard(now)) {
                look();
            }
        });
    }

    public ScreenState<State> getState() {
        return state;
    }

    private static long lastHeard(OpenTicket ticket) {
        return ticket.conversation().messages().stream().filter(message -> message.isFrom(acquaint.model.Message.Kind.CUSTOMER))
                .mapToLong(acquaint.model.Message::position).max().orElse(0);
    }

    @FXML
    private void look() {
        workspace.open().ifPresent(open -> {
            state.set(State.LOADING);
            show(looking.run(() -> cases.of(open.id())));
        });
    }

    private void show(Background.Job<List<LikeCase>> asked) {
        asked.then(found -> show(found, SHOWN)).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    private void show(List<LikeCase> found, int limit) {
        nodes.show(found.subList(0, Math.min(limit, found.size())));
        all.setVisible(found.size() > limit);
        all.setText(texts.get("like-case.all", found.size()));
        all.setOnAction(_ -> show(found, found.size()));
        state.set(found.isEmpty() ? State.EMPTY : State.READY);
    }
}
