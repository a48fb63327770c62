package acquaint.ui;

import acquaint.casework.DraftMeasures;
import acquaint.casework.DraftReport;
import acquaint.casework.DraftReport.Line;
import acquaint.casework.WrongBecause;
import java.io.File;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.FileChooser;

/** What became of proposed replies in a time of the user's choice, by who wrote them; can be saved for a spreadsheet. */
public final class DraftReportController {

    /** Where reading the numbers stands. */
    public enum State {
        LOADING,
        /** Nothing was proposed in this time. */
        EMPTY,
        READY, FAILED
    }

    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);
    private static final int USUAL = 30;
    private static final double FIRST = 130;
    /** Where there is less room than for all, the table scrolls rather than cut what it says. */
    private static final double OTHERS = 110;

    private final DraftMeasures measures;
    private final Background background;
    private final Background.Slot reading;
    private final Texts texts;
    private final Clock clock;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);

    @FXML private ChoiceBox<Integer> period;
    @FXML private TableView<Line> table;
    @FXML private Label wrong;
    @FXML private Button export;

    public DraftReportController(DraftMeasures measures, Background background, Texts texts, Clock clock) {
        this.measures = measures;
        this.background = background;
        this.reading = background.slot();
        this.texts = texts;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        Periods.offer(period, DAYS, USUAL, texts);
        period.valueProperty().addListener((_, _, _) -> show());
        column(texts.get("draft-report.writer"), line -> line.writer().isEmpty() ? texts.get("draft-report.nobody") : line.writer()).setPrefWidth(FIRST);
        column(texts.get("draft-report.shown"), line -> Integer.toString(line.shown()));
        column(texts.get("draft-report.unchanged"), line -> part(line, line.unchanged()));
        column(texts.get("draft-report.light"), line -> part(line, line.lightEdit()));
        column(texts.get("draft-report.heavy"), line -> part(line, line.heavyEdit()));
        column(texts.get("draft-report.discarded"), line -> part(line, line.discarded()));
        column(texts.get("draft-report.changed"), line -> line.changed().map(this::percent).orElse(""));
        column(texts.get("draft-report.time"), line -> line.toSend().map(time -> texts.get("draft-report.seconds", time.toSeconds())).orElse(""));
        column(texts.get("draft-report.kept"), line -> line.sentences() == 0 ? "" : percent((double) line.kept() / line.sentences()));
    }

    private TableColumn<Line, String> column(String title, Function<Line, String> value) {
        var column = new TableColumn<Line, String>();
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setSortable(false);
        var head = new WrappedLabel("draft-report-head");
        head.show(title);
        column.setGraphic(head);
        column.setPrefWidth(OTHERS);
        table.getColumns().add(column);
        return column;
    }

    private String part(Line line, int count) {
        return count == 0 ? "0" : texts.get("draft-report.part", count, percent(line.share(count).orElse(0.0)));
    }

    private String percent(double share) {
        return texts.get("draft-report.percent", Math.round(share * 100));
    }

    public ScreenState<State> getState() {
        return state;
    }

    void show() {
        Instant now = clock.instant();
        int days = period.getValue();
        state.set(State.LOADING);
        reading.run(() -> measures.report(now.minus(Duration.ofDays(days)), now.plusSeconds(1))).then(this::show).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    private void show(DraftReport report) {
        table.getItems().setAll(report.byWriter());
        var reasons = new EnumMap<WrongBecause, Integer>(WrongBecause.class);
        reasons.putAll(report.all().wrong());
        wrong.setText(reasons.isEmpty() ? "" : texts.get("draft-report.wrong",
                reasons.entrySet().stream().map(entry -> texts.of(entry.getKey()) + " " + entry.getValue()).collect(Collectors.joining(", "))));
        state.set(report.all().shown() == 0 ? State.EMPTY : State.READY);
    }

    @FXML
    private void export() {
        var chooser = new FileChooser();
        chooser.setInitialFileName("drafts.csv");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File file = chooser.showSaveDialog(export.getScene().getWindow());
        if (file != null) {
            String csv = csv(table.getItems());
            background.run(() -> Files.writeString(file.toPath(), csv));
        }
    }

    /** As RFC 4180 has it, with the names of the command line's JSON. A cell that a spreadsheet would take for a formula is made none. */
    static String csv(List<Line> lines) {
        Stream<String> rows = lines.stream().map(line -> Stream.of("\"" + (line.writer().matches("[=+@-].*") ? "'" : "") + line.writer().replace("\"", "\"\"") + "\"", line.shown(), line.unchanged(), line.lightEdit(), line.heavyEdit(), line.discarded(),
                line.replaced(), line.open(), line.changed().map(Object::toString).orElse(""), line.toSend().map(time -> Long.toString(time.toSeconds())).orElse(""), line.sentences(), line.kept())
                .map(Object::toString).collect(Collectors.joining(",")));
        return Stream.concat(Stream.of("writer,shown,unchanged,light_edit,heavy_edit,discarded,replaced,open,median_changed,median_seconds_to_send,sentences,sentences_kept"), rows)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
