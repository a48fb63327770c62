package acquaint.ui;

import acquaint.casework.Incidents;
import acquaint.model.Incident;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;

/** The place where groups of like reports are seen rising, and incidents are led. */
public final class RadarController {

    /** Where reading it stands. */
    public enum State { LOADING, READY,
        /** Nothing rises, and there never was an incident. */
        EMPTY,
        FAILED
    }

    /** What is shown beside the list. */
    public enum RadarDetail { NOTHING, ALARM, INCIDENT }

    private final Incidents incidents;
    private final Background background;
    private final Background.Slot reading;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
    private final ScreenState<RadarDetail> detail = new ScreenState<>(RadarDetail.NOTHING);

    @FXML private ListView<RadarEntry> list;
    @FXML private AlarmController alarmController;
    @FXML private IncidentController incidentController;

    public RadarController(Incidents incidents, RadarWatch watch, Background background, Texts texts, TimeWords times) {
        this.incidents = incidents;
        this.background = background;
        this.reading = background.slot();
        this.texts = texts;
        this.times = times;
        watch.listen(this::read);
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new RadarCell(texts, times));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> show(chosen));
        alarmController.onDeclared(this::declared);
        incidentController.onChanged(this::read);
        read();
    }

    public ScreenState<State> getState() {
        return state;
    }

    public ScreenState<RadarDetail> getDetail() {
        return detail;
    }

    @FXML
    private void read() {
        reading.run(() -> {
            var entries = new ArrayList<RadarEntry>();
            incidents.alarms().forEach(alarm -> entries.add(new RadarEntry.Rising(alarm)));
            incidents.all().forEach(incident -> entries.add(new RadarEntry.Declared(incident)));
            return entries;
        }).then(this::show).onFailure(problem -> {
            state.set(State.FAILED);
            background.report(problem);
        });
    }

    /** What was chosen stays chosen, in its newest state. */
    private void show(List<RadarEntry> entries) {
        RadarEntry chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(entries);
        state.set(entries.isEmpty() ? State.EMPTY : State.READY);
        entries.stream().filter(entry -> chosen != null && entry.isSame(chosen)).findFirst()
                .or(() -> entries.stream().findFirst()).ifPresent(list.getSelectionModel()::select);
    }

    private void show(RadarEntry chosen) {
        switch (chosen) {
            case RadarEntry.Rising(var alarm) -> {
                alarmController.show(alarm);
                detail.set(RadarDetail.ALARM);
            }
            case RadarEntry.Declared(var incident) -> {
                incidentController.show(incident);
                detail.set(RadarDetail.INCIDENT);
            }
            case null -> detail.set(RadarDetail.NOTHING);
        }
    }

    private void declared(Incident incident) {
        var entry = new RadarEntry.Declared(incident);
        list.getItems().add(entry);
        list.getSelectionModel().select(entry);
        read();
    }
}
