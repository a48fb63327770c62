package acquaint.ui;

import acquaint.casework.RecurringIssues;
import acquaint.model.TicketId;
import acquaint.pattern.Occurrence;
import acquaint.pattern.RecurringIssue;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says above a conversation, before an answer is begun, that its customer had this more than once, and what solved it then. */
public final class RecurringNoticeController {

    /** What is shown. */
    public enum State { OFF, SHORT,
        /** With each time that it came up. */
        WHOLE
    }

    private final RecurringIssues issues;
    private final Workspace workspace;
    private final Background background;
    private final Background.Slot reading;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final Set<TicketId> dismissed = new HashSet<>();

    @FXML private Label often;
    @FXML private Label solved;
    @FXML private Button recurringMore;
    @FXML private VBox occurrences;

    private TicketId ticket;

    public RecurringNoticeController(RecurringIssues issues, Workspace workspace, Background background, Texts texts, TimeWords times) {
        this.issues = issues;
        this.workspace = workspace;
        this.background = background;
        this.reading = background.slot();
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        workspace.selectedProperty().addListener((_, _, _) -> {
            reading.cancel();
            state.set(State.OFF);
        });
        workspace.openProperty().addListener((_, before, now) -> {
            if (before == null || !before.id().equals(now.id())) {
                look(now.id());
            }
        });
    }

    public ScreenState<State> getState() {
        return state;
    }

    private void look(TicketId opened) {
        ticket = opened;
        if (!dismissed.contains(opened)) {
            reading.runIfStill(Workspace.PASSING, () -> issues.of(opened)).then(found -> found.ifPresent(this::show)).onFailure(background::report);
        }
    }

    private void show(RecurringIssue issue) {
        often.setText(texts.get("recurring.often", issue.times(), times.month(YearMonth.from(times.date(issue.since()))),
                issue.about()));
        solved.setText(Emoji.showable(solution(issue) + (issue.reopened() == 0 ? "" : " " + texts.get("recurring.reopened", issue.reopened()))));
        occurrences.getChildren().setAll(issue.occurrences().reversed().stream()
                .filter(one -> !one.ticket().equals(Optional.of(ticket))).map(this::line).toList());
        recurringMore.setText(texts.get("recurring.more"));
        state.set(State.SHORT);
    }

    private String solution(RecurringIssue issue) {
        return issue.solvedEachTimeBy().map(how -> texts.get("recurring.solved.each", how))
                .or(() -> issue.lastSolvedBy().map(how -> texts.get("recurring.solved.last", how)))
                .orElseGet(() -> texts.get("recurring.solved.never"));
    }

    private Node line(Occurrence one) {
        var title = new Hyperlink(Emoji.showable(one.title()));
        title.setDisable(one.ticket().isEmpty());
        title.setMinWidth(Region.USE_PREF_SIZE);
        one.ticket().ifPresent(id -> title.setOnAction(_ -> workspace.select(id)));
        var when = new Label(times.shortDay(one.at()));
        when.getStyleClass().add("timeline-at");
        var how = new Label(Emoji.showable(one.solvedBy().map(words -> texts.get("recurring.solved.by", words))
                .orElseGet(() -> texts.get(one.open() ? "recurring.open" : "recurring.unsolved"))));
        how.getStyleClass().add("muted");
        how.setMaxWidth(Double.MAX_VALUE);
        how.setTooltip(new javafx.scene.control.Tooltip(how.getText()));
        HBox.setHgrow(how, Priority.ALWAYS);
        var line = new HBox(8, when, title, how);
        line.getStyleClass().add("recurring-line");
        if (one.reopened()) {
            var again = new Label(texts.get("recurring.came-back"));
            again.getStyleClass().addAll("chip", "warning-chip");
            again.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(again);
        }
        return line;
    }

    @FXML
    private void more() {
        boolean whole = state.get() == State.WHOLE;
        state.set(whole ? State.SHORT : State.WHOLE);
        recurringMore.setText(texts.get(whole ? "recurring.more" : "recurring.less"));
    }

    /** For this ticket, as long as the window is there. */
    @FXML
    private void dismiss() {
        dismissed.add(ticket);
        state.set(State.OFF);
    }
}
