package acquaint.ui;

import acquaint.settings.FirstRun;
import acquaint.settings.FirstRun.Step;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first steps of somebody who is new, at the foot of the queue until all are done or nobody wants to see them. */
public final class ChecklistController {

    /** What stands there. */
    public enum State { OFF, STEPS, FOLDED, COMPLETE, DISMISSED }

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final Duration TIME_FOR_UNDOING = Duration.seconds(8);

    private final FirstSteps steps;
    private final FirstStepActions actions;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final Map<Step, Button> buttons = new EnumMap<>(Step.class);
    private final PauseTransition undoing = new PauseTransition(TIME_FOR_UNDOING);

    @FXML private VBox root;
    @FXML private Label count;
    @FXML private ProgressBar bar;
    @FXML private VBox list;
    @FXML private Button fold;

    public ChecklistController(FirstSteps steps, FirstStepActions actions, Texts texts) {
        this.steps = steps;
        this.actions = actions;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        undoing.setOnFinished(_ -> state.set(State.OFF));
        steps.stateProperty().subscribe((before, now) -> show(before.isComplete(), now));
        show(true, steps.stateProperty().get());
        // Settings are windows of their own: what was chosen there is seen when one comes back from them.
        root.sceneProperty().flatMap(javafx.scene.Scene::windowProperty).flatMap(javafx.stage.Window::focusedProperty).subscribe(focused -> {
            if (Boolean.TRUE.equals(focused)) {
                steps.look();
            }
        });
    }

    public ScreenState<State> getState() {
        return state;
    }

    private void show(boolean wasComplete, FirstRun now) {
        if (!actions.areOffered() || !now.welcomed() || now.isComplete() && wasComplete) {
            state.set(State.OFF);
        } else if (now.dismissed()) {
            state.set(undoing.getStatus() == javafx.animation.Animation.Status.RUNNING ? State.DISMISSED : State.OFF);
        } else {
            state.set(now.isComplete() ? State.COMPLETE : now.folded() ? State.FOLDED : State.STEPS);
            showSteps(now);
        }
    }

    private void showSteps(FirstRun now) {
        if (buttons.isEmpty()) {
            for (Step step : Step.values()) {
                buttons.put(step, button(step));
            }
            list.getChildren().setAll(buttons.values());
        }
        buttons.forEach((step, button) -> {
            boolean done = now.done().contains(step);
            button.pseudoClassStateChanged(DONE, done);
            ((FontIcon) button.getGraphic()).setIconCode(done ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
            button.setAccessibleText(texts.get(done ? "checklist.spoken.done" : "checklist.spoken", texts.of(step)));
        });
        count.setText(texts.get("checklist.count", now.done().size(), Step.values().length));
        bar.setProgress((double) now.done().size() / Step.values().length);
        ((FontIcon) fold.getGraphic()).setIconCode(now.folded() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
        fold.setAccessibleText(texts.get(now.folded() ? "checklist.unfold" : "checklist.fold"));
    }

    private Button button(Step step) {
        var button = new Button(texts.of(step), new FontIcon(Feather.CIRCLE));
        button.setId("step-" + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        button.getStyleClass().addAll("flat", "checklist-step");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> actions.go(step));
        return button;
    }

    @FXML
    private void fold() {
        steps.change(now -> now.withFolded(!now.folded()));
    }

    @FXML
    private void dismiss() {
        undoing.playFromStart();
        steps.change(now -> now.withDismissed(true));
    }

    @FXML
    private void undo() {
        undoing.stop();
        steps.change(now -> now.withDismissed(false));
    }

    @FXML
    private void closeComplete() {
        steps.change(now -> now.withDismissed(true));
    }
}
