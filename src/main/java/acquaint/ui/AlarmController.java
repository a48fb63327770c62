package acquaint.ui;

import acquaint.casework.Incidents;
import acquaint.casework.NotPermitted;
import acquaint.casework.Permission;
import acquaint.casework.Permissions;
import acquaint.casework.TicketLine;
import acquaint.casework.TicketLines;
import acquaint.model.Incident;
import acquaint.pattern.Alarm;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** An alarm of the radar: what rises, how fast, against what is usual, and the tickets in it. */
public final class AlarmController {

    private final Incidents incidents;
    private final TicketLines lines;
    private final Permissions permissions;
    private final Places places;
    private final Background background;
    private final Background.Slot reading;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Texts texts;
    private final TimeWords times;
    private final RadarWords words;
    private Consumer<Incident> declared = _ -> {};

    @FXML private Label title;
    @FXML private Label topic;
    @FXML private Label usual;
    @FXML private ReportsChart chart;
    @FXML private ListView<TicketLine> tickets;
    @FXML private Button declare;
    @FXML private Button dismiss;
    @FXML private Label notPermitted;

    private Alarm alarm;

    public AlarmController(Incidents incidents, TicketLines lines, Permissions permissions, Places places, Background background, Dialogs dialogs, Notices notices,
            Texts texts, TimeWords times) {
        this.incidents = incidents;
        this.lines = lines;
        this.permissions = permissions;
        this.places = places;
        this.background = background;
        this.reading = background.slot();
        this.dialogs = dialogs;
        this.notices = notices;
        this.texts = texts;
        this.times = times;
        this.words = new RadarWords(texts, times);
    }

    @FXML
    private void initialize() {
        chart.begin(texts, times);
        TicketLineCell.in(tickets, texts, times, places::openTicket);
        background.hold(permissions.onChange(() -> background.onFxThread(this::enable)));
        enable();
    }

    /** Says who goes on with an incident that was declared. */
    void onDeclared(Consumer<Incident> handler) {
        declared = handler;
    }

    private void enable() {
        boolean may = permissions.allows(Permission.LEAD_INCIDENTS);
        declare.setDisable(!may);
        dismiss.setDisable(!may);
        notPermitted.setVisible(!may);
    }

    void show(Alarm shown) {
        alarm = shown;
        title.setText(words.title(shown));
        topic.setText(words.topic(shown));
        usual.setText(words.usual(shown));
        reading.run(() -> lines.of(shown.tickets())).then(found -> show(shown, found)).onFailure(background::report);
    }

    private void show(Alarm shown, List<TicketLine> found) {
        Rows.update(tickets.getItems(), found.reversed());
        chart.show(found.stream().map(TicketLine::begunAt).toList(), shown);
    }

    @FXML
    private void declare() {
        Alarm rising = alarm;
        dialogs.askText("radar.declare.title", "radar.declare.question", words.topic(rising)).ifPresent(name ->
                background.run(() -> incidents.declare(rising, name)).then(declared).onFailure(this::failed));
    }

    @FXML
    private void dismiss() {
        Alarm put = alarm;
        background.run(() -> {
            incidents.dismiss(put);
            return null;
        }).then(_ -> notices.say("radar.dismissed")).onFailure(this::failed);
    }

    private void failed(Throwable problem) {
        if (problem instanceof NotPermitted) {
            notices.say("radar.not-permitted");
        } else {
            background.report(problem);
        }
    }
}
