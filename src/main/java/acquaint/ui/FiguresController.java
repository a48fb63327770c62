package acquaint.ui;

import acquaint.casework.HandoffFigures;
import acquaint.casework.HandoffReport;
import acquaint.casework.Permission;
import acquaint.casework.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How handoffs go: charts of what waits now and of a period of the user's choice, each of them also as a table, to be saved as table or picture. */
public final class FiguresController {

    /** Where reading the numbers stands. */
    public enum State { LOADING, READY, EMPTY, FAILED, NOT_PERMITTED }

    private static final List<Integer> DAYS = List.of(1, 7, 30, 90, 365);
    private static final int USUAL = 7;
    private static final double LEAST_WIDTH = 480;

    private final HandoffFigures figures;
    private final Permissions permissions;
    private final Places places;
    private final Background background;
    private final Background.Slot reading;
    private final Texts texts;
    private final TimeWords times;
    private final Clock clock;
    private final FigureNodes nodes;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);

    @FXML private ChoiceBox<Integer> period;
    @FXML private ToggleButton asTables;
    @FXML private Label asOf;
    @FXML private Label saved;
    @FXML private FlowPane numbers;
    @FXML private FlowPane charts;
    @FXML private VBox page;

    private FiguresExport export;
    private HandoffReport shown;

    public FiguresController(HandoffFigures figures, Permissions permissions, Places places, Background background, Texts texts, TimeWords times, Clock clock) {
        this.figures = figures;
        this.permissions = permissions;
        this.places = places;
        this.background = background;
        this.reading = background.slot();
        this.texts = texts;
        this.times = times;
        this.clock = clock;
        this.nodes = new FigureNodes(texts, times);
    }

    @FXML
    private void initialize() {
        export = new FiguresExport(saved, background, texts);
        Periods.offer(period, DAYS, USUAL, texts);
        charts.widthProperty().addListener(_ -> spread());
        period.valueProperty().addListener((_, _, _) -> read());
        asTables.selectedProperty().addListener((_, _, _) -> show());
        places.currentProperty().addListener((_, _, place) -> {
            if (place == Place.FIGURES) {
                read();
            }
        });
        read();
    }

    public ScreenState<State> getState() {
        return state;
    }

    @FXML
    private void read() {
        if (!permissions.allows(Permission.SEE_FIGURES)) {
            state.set(State.NOT_PERMITTED);
            return;
        }
        Instant now = clock.instant();
        var wanted = new HandoffFigures.Period(now.minus(Duration.ofDays(period.getValue())), now.plusSeconds(1));
        reading.run(() -> figures.of(wanted)).then(report -> {
            shown = report;
            asOf.setText(texts.get("figures.as-of", times.time(report.at())));
            show();
        }).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    private void show() {
        if (shown == null) {
            return;
        }
        boolean nothing = shown.handedOver() == 0 && shown.drafts().shown() == 0 && shown.waiting().values().stream().allMatch(count -> count == 0);
        numbers.getChildren().setAll(nodes.numbers(shown));
        charts.getChildren().setAll(nodes.charts(shown, asTables.isSelected()));
        spread();
        state.set(nothing ? State.EMPTY : State.READY);
    }

    /** As many side by side as can be read, over the whole width. */
    private void spread() {
        double width = charts.getWidth();
        int columns = Math.max(1, (int) (width / LEAST_WIDTH));
        double each = Math.floor((width - (columns - 1) * charts.getHgap()) / columns);
        charts.getChildren().forEach(figure -> ((Region) figure).setPrefWidth(Math.max(0, each)));
    }

    @FXML
    private void saveCsv() {
        export.asTable(shown);
    }

    @FXML
    private void savePng() {
        export.asPicture(page);
    }
}
