package acquaint.ui;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of the welcome that lists what can be connected, and shows the form of one of them. */
public final class WelcomeConnectController implements WelcomeStep {

    /** What the page shows. */
    public enum State { LIST, FORM }

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final List<Connection> connections;
    private final FirstSteps steps;
    private final Texts texts;
    private final ScreenState<State> state = new ScreenState<>(State.LIST);

    @FXML private VBox list;
    @FXML private ScrollPane formScroll;
    @FXML private Label formTitle;

    private Welcome welcome;
    private Runnable leaving = () -> {};

    public WelcomeConnectController(MemoryConnection memory, ModelConnection model, FirstSteps steps, Texts texts) {
        this.connections = List.of(memory, model);
        this.steps = steps;
        this.texts = texts;
    }

    public ScreenState<State> getState() {
        return state;
    }

    @Override
    public void shown(Welcome by) {
        welcome = by;
        showList();
    }

    @Override
    public boolean back() {
        boolean form = state.get() == State.FORM;
        if (form) {
            showList();
        }
        return form;
    }

    @FXML
    private void toList() {
        showList();
    }

    @Override
    public void left() {
        leaving.run();
        leaving = () -> {};
        formScroll.setContent(null);
        state.set(State.LIST);
    }

    private void showList() {
        left();
        steps.look();
        list.getChildren().setAll(connections.stream().map(this::card).toList());
    }

    private Node card(Connection connection) {
        boolean done = steps.isDone(connection.step());
        var icon = new FontIcon(done ? Feather.CHECK_CIRCLE : connection.icon());
        var title = new Label(connection.title());
        title.getStyleClass().add("welcome-card-title");
        var words = new Label(connection.state());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        var buttons = new FlowPane();
        buttons.getStyleClass().add("welcome-card-buttons");
        if (!done && !connection.keep().isEmpty()) {
            buttons.getChildren().add(button("keep", connection, connection.keep(), () -> keep(connection)));
        }
        buttons.getChildren().add(button("setUp", connection, texts.get("welcome.set-up"), () -> open(connection)));
        var text = new VBox(title, words, buttons);
        text.getStyleClass().add("welcome-card-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        var card = new HBox(icon, text);
        card.getStyleClass().add("welcome-card");
        card.pseudoClassStateChanged(DONE, done);
        return card;
    }

    private Button button(String what, Connection connection, String words, Runnable action) {
        var button = new Button(words);
        button.setId(what + connection.step().name());
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(texts.get("welcome.spoken", connection.title(), words));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void keep(Connection connection) {
        steps.done(connection.step());
        showList();
    }

    private void open(Connection connection) {
        Connection.Form form = connection.form(welcome, () -> keep(connection));
        leaving = form.leave();
        formTitle.setText(connection.title());
        formScroll.setContent(form.root());
        formScroll.setVvalue(0);
        state.set(State.FORM);
    }
}
