package acquaint.ui;

import acquaint.settings.FirstRun;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The welcome: three pages on one sheet, each of which can be passed over. */
public final class WelcomeController {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Views views;
    private final Sheets sheets;
    private final FirstSteps steps;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final Map<Welcome.Page, Views.View<WelcomeStep>> pages = new EnumMap<>(Welcome.Page.class);
    private final Map<Welcome.Page, Button> dots = new EnumMap<>(Welcome.Page.class);

    @FXML private StackPane root;
    @FXML private HBox dotLine;
    @FXML private StackPane content;
    @FXML private Button backWelcome;
    @FXML private Button nextWelcome;

    private Welcome welcome;
    private Welcome.Page page = Welcome.Page.LOOK_AROUND;

    public WelcomeController(Views views, Sheets sheets, FirstSteps steps, Texts texts) {
        this.views = views;
        this.sheets = sheets;
        this.steps = steps;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        open.bind(sheets.state().is(Sheets.Sheet.WELCOME));
        for (Welcome.Page each : Welcome.Page.values()) {
            var dot = new Button(texts.of(each), new FontIcon(Feather.CIRCLE));
            dot.setId("welcome-" + each.view().replace("welcome-", ""));
            dot.getStyleClass().addAll("flat", "small", "welcome-dot");
            dot.setOnAction(_ -> show(each));
            dots.put(each, dot);
        }
        dotLine.getChildren().setAll(dots.values());
        steps.stateProperty().subscribe(this::showDots);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return open.get();
    }

    void begin(Welcome by) {
        welcome = by;
        FileDrop.on(root, files -> {
            show(Welcome.Page.HISTORY);
            ((WelcomeHistoryController) pages.get(page).controller()).bring(files);
        });
    }

    void show(Welcome.Page next) {
        if (pages.containsKey(page) && page != next) {
            pages.get(page).controller().left();
        }
        page = next;
        Views.View<WelcomeStep> view = pages.computeIfAbsent(next, each -> views.load(each.view()));
        content.getChildren().setAll(view.root());
        showDots();
        view.controller().shown(welcome);
        nextWelcome.requestFocus();
    }

    private void showDots() {
        dots.forEach((each, dot) -> {
            boolean done = each.isDone(steps);
            dot.pseudoClassStateChanged(CURRENT, each == page);
            ((FontIcon) dot.getGraphic()).setIconCode(done ? Feather.CHECK_CIRCLE : each == page ? Feather.DISC : Feather.CIRCLE);
            dot.setAccessibleText(texts.get(done ? "welcome.dot.done" : "welcome.dot", each.ordinal() + 1, dots.size(), texts.of(each)));
        });
        backWelcome.setDisable(page.ordinal() == 0);
        nextWelcome.setText(texts.get(isLast() ? "welcome.finish" : page.isDone(steps) ? "welcome.next" : "welcome.pass-over"));
    }

    private boolean isLast() {
        return page.ordinal() == Welcome.Page.values().length - 1;
    }

    @FXML
    private void back() {
        if (!pages.get(page).controller().back() && page.ordinal() > 0) {
            show(Welcome.Page.values()[page.ordinal() - 1]);
        }
    }

    @FXML
    private void next() {
        if (isLast()) {
            close();
        } else {
            show(Welcome.Page.values()[page.ordinal() + 1]);
        }
    }

    /** Nothing is asked: the checklist and the help menu lead back. */
    @FXML
    private void close() {
        pages.get(page).controller().left();
        steps.change(FirstRun::asWelcomed);
        sheets.close(Sheets.Sheet.WELCOME);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
            event.consume();
            button.fire();
        }
    }
}
