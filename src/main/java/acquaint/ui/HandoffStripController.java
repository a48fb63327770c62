package acquaint.ui;

import acquaint.casework.HandoffView;
import acquaint.casework.Drafts;
import acquaint.casework.Handoffs;
import acquaint.casework.NotPermitted;
import acquaint.casework.Permission;
import acquaint.casework.Permissions;
import acquaint.model.Handoff;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of the open ticket's handoff, for the agent who handed it over: who has it, what was asked, and what was decided. */
public final class HandoffStripController {

    private static final PseudoClass CALLS = PseudoClass.getPseudoClass("calls");
    private static final PseudoClass DECIDED = PseudoClass.getPseudoClass("decided");

    /** What is shown, and the answer to it that was begun. */
    private record Found(Optional<HandoffView> handoff, String begun) {}

    private final Handoffs handoffs;
    private final Drafts drafts;
    private final DraftSaver saver;
    private final Permissions permissions;
    private final Workspace workspace;
    private final AskedWords asked;
    private final Background background;
    private final Background.Slot reading;
    private final Background.Sequence doing;
    private final Texts texts;
    private final HandoffWords words;
    /** Answers that were begun, by ticket: these may be on their way to the disk. */
    private final Map<TicketId, String> begun = new HashMap<>();
    private final Set<HandoffId> putAway = new HashSet<>();

    @FXML private VBox root;
    @FXML private FontIcon icon;
    @FXML private Label standing;
    @FXML private Label said;
    @FXML private HBox answerLine;
    @FXML private TextArea answer;
    @FXML private Button sendAnswer;
    @FXML private Button takeBack;
    @FXML private Button understood;
    @FXML private Label trouble;

    private TicketId ticket;
    private HandoffView shown;

    /** {@code saver} is told to save before the window goes. */
    public HandoffStripController(Handoffs handoffs, Drafts drafts, DraftSaver saver, Permissions permissions, Workspace workspace, AskedWords asked, Background background, Texts texts, HandoffWords words) {
        this.handoffs = handoffs;
        this.drafts = drafts;
        this.saver = saver;
        this.permissions = permissions;
        this.workspace = workspace;
        this.asked = asked;
        this.background = background;
        this.reading = background.slot();
        this.doing = background.sequence();
        this.texts = texts;
        this.words = words;
    }

    @FXML
    private void initialize() {
        hide();
        sendAnswer.disableProperty().bind(answer.textProperty().map(String::isBlank));
        answer.textProperty().addListener((_, _, typed) -> {
            if (shown != null && !typed.equals(begun.getOrDefault(ticket, ""))) {
                keep(ticket, typed);
            }
        });
        workspace.openProperty().addListener((_, _, open) -> follow(open.id()));
    }

    /** A handoff is never changed without an event in its ticket, which is read again then. */
    private void follow(TicketId next) {
        if (!next.equals(ticket)) {
            ticket = next;
            hide();
        }
        reading.run(() -> new Found(handoffs.of(next), drafts.of(next).getOrDefault(Mode.ANSWER, ""))).then(this::show);
    }

    private void keep(TicketId where, String typed) {
        begun.put(where, typed);
        saver.changed(Map.entry(where, Mode.ANSWER), () -> {
            drafts.save(where, Mode.ANSWER, typed);
            return null;
        });
    }

    private void hide() {
        shown = null;
        root.setVisible(false);
        trouble.setText("");
    }

    private void show(Found found) {
        if (found.handoff().filter(view -> isOfInterest(view.handoff())).isEmpty()) {
            hide();
            return;
        }
        HandoffView view = found.handoff().get();
        Handoff handoff = view.handoff();
        boolean same = shown != null && shown.handoff().equals(handoff);
        shown = view;
        if (same) {
            return;
        }
        standing.setText(words.standing(view));
        show(said, whatWasSaid(view));
        boolean asked = handoff.question().isPresent() || handoff.isOpen() && handoff.state() == HandoffState.RETURNED;
        boolean mine = handoff.from().equals(permissions.me().name()) || permissions.allows(Permission.ANSWER_FOR_OTHERS);
        answerLine.setVisible(asked && mine);
        answer.setText(begun.computeIfAbsent(ticket, _ -> found.begun()));
        sendAnswer.setText(texts.get(handoff.state() == HandoffState.RETURNED ? "handoff-strip.resubmit" : "handoff-strip.answer"));
        answer.setPromptText(texts.get(handoff.state() == HandoffState.RETURNED ? "handoff-strip.resubmit.prompt" : "handoff-strip.answer.prompt"));
        takeBack.setVisible(handoff.isOpen() && mine);
        understood.setVisible(!handoff.isOpen());
        icon.setIconCode(handoff.state() == HandoffState.DECIDED ? Feather.CHECK_CIRCLE : asked ? Feather.HELP_CIRCLE : Feather.SHARE);
        root.pseudoClassStateChanged(CALLS, asked);
        root.pseudoClassStateChanged(DECIDED, handoff.state() == HandoffState.DECIDED);
        root.setVisible(true);
    }

    /** What is over and was not decided concerns nobody any more. */
    private boolean isOfInterest(Handoff handoff) {
        return !putAway.contains(handoff.id()) && (handoff.isOpen() || handoff.state() == HandoffState.DECIDED);
    }

    private static String whatWasSaid(HandoffView view) {
        Handoff handoff = view.handoff();
        return handoff.decision().or(handoff::question).orElseGet(() -> handoff.state() != HandoffState.RETURNED ? ""
                : view.steps().reversed().stream().filter(step -> step.kind() == HandoffStep.Kind.RETURNED).map(HandoffStep::words).findFirst().orElse(""));
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    @FXML
    private void sendAnswer() {
        Handoff seen = shown.handoff();
        TicketId where = ticket;
        String text = answer.getText();
        change(() -> handoffs.answer(seen, text), () -> {
            // Another ticket's answer may stand there by now.
            if (shown != null && shown.handoff().id().equals(seen.id())) {
                answer.clear();
            }
            keep(where, "");
        });
    }

    @FXML
    private void takeBack() {
        Handoff seen = shown.handoff();
        TicketId where = ticket;
        var question = new AskedWords.Question(texts.get("handoff-strip.take-back.title"), texts.get("handoff-strip.take-back.question"), texts.get("handoff-strip.take-back.do"));
        asked.ask(where, Mode.WITHDRAWAL, question, reason -> change(() -> handoffs.withdraw(seen, reason), () -> asked.said(where, Mode.WITHDRAWAL)));
    }

    @FXML
    private void putAway() {
        putAway.add(shown.handoff().id());
        hide();
    }

    private void change(Callable<Handoff> change, Runnable then) {
        TicketId where = ticket;
        trouble.setText("");
        doing.run(change).then(_ -> {
            then.run();
            workspace.refresh();
        }).onFailure(problem -> {
            Optional<String> why = why(problem);
            if (why.isEmpty()) {
                background.report(problem);
            }
            // Another ticket may stand there by now, of which nothing failed.
            why.filter(_ -> where.equals(ticket)).ifPresent(trouble::setText);
            follow(ticket);
        });
    }

    private Optional<String> why(Throwable problem) {
        return Optional.ofNullable(switch (problem) {
            case Handoffs.ChangedMeanwhile _ -> texts.get("handoff.trouble.changed");
            case Handoff.IllegalChange _ -> texts.get("handoff.trouble.changed");
            case Handoffs.NothingAsked _ -> texts.get("handoff.trouble.changed");
            case NotPermitted refused -> texts.get("handoff.refused.role", texts.of(refused.permission().least()));
            default -> null;
        });
    }
}
