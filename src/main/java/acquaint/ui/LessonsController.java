package acquaint.ui;

import acquaint.casework.Lessons;
import acquaint.casework.Lessons.Lesson;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was learned from the agents' edits, as rules that can be switched off or deleted. */
public final class LessonsController {

    /** Where reading the rules stands. */
    public enum State {
        LOADING,
        /** Nothing was learned yet. */
        EMPTY,
        READY, FAILED
    }

    private static final double GAP = 12;

    private final Lessons lessons;
    private final Background background;
    private final Background.Sequence changing;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);

    @FXML private VBox rules;

    public LessonsController(Lessons lessons, Background background, Texts texts, TimeWords times) {
        this.lessons = lessons;
        this.background = background;
        this.changing = background.sequence();
        this.texts = texts;
        this.times = times;
    }

    public ScreenState<State> getState() {
        return state;
    }

    void show() {
        background.run(lessons::all).then(this::show).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    private void show(List<Lesson> all) {
        rules.getChildren().setAll(all.stream().map(this::rule).toList());
        state.set(all.isEmpty() ? State.EMPTY : State.READY);
    }

    private Node rule(Lesson lesson) {
        var words = new WrappedLabel("lesson-words");
        words.show(switch (lesson.change()) {
            case REMOVE -> texts.get("lessons.rule.remove", lesson.former());
            case REPLACE -> texts.get("lessons.rule.replace", lesson.former(), lesson.now());
            case GREETING -> texts.get("lessons.rule.greeting", lesson.former(), lesson.now());
        });
        var source = new Label(texts.get("lessons.source", lesson.tickets(), times.shortDay(lesson.at())));
        source.getStyleClass().add("muted");
        var text = new VBox(words, source);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(GAP, use(lesson, words.getText()), text, delete(lesson, words.getText()));
        row.getStyleClass().add("lesson");
        return row;
    }

    private Node use(Lesson lesson, String words) {
        var use = new CheckBox();
        use.setSelected(lesson.on());
        use.setAccessibleText(texts.get("lessons.use", words));
        use.selectedProperty().addListener((_, _, on) -> changing.run(() -> {
            lessons.use(lesson.id(), on);
            return null;
        }));
        return use;
    }

    private Node delete(Lesson lesson, String words) {
        var delete = new Button(texts.get("lessons.delete"));
        delete.getStyleClass().add("small");
        delete.setMinWidth(Button.USE_PREF_SIZE);
        delete.setAccessibleText(texts.get("lessons.delete.what", words));
        delete.setOnAction(_ -> changing.run(() -> {
            lessons.delete(lesson.id());
            return lessons.all();
        }).then(this::show));
        return delete;
    }
}
