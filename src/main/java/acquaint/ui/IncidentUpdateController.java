package acquaint.ui;

import acquaint.casework.Incidents.Begun;
import acquaint.casework.Incidents.Unsent;
import acquaint.casework.Incidents.Updated;
import acquaint.casework.Incidents;
import acquaint.casework.NotPermitted;
import acquaint.casework.TicketLine;
import acquaint.model.Incident;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;

/** Writes one update to all customers of an incident: what each of them will read, then how far it is, then what could not be sent and why. */
public final class IncidentUpdateController {

    /** Where it stands. */
    public enum State { WRITING, SENDING, DONE }

    private static final String NAME = "{name}";

    private final Incidents incidents;
    private final DraftSaver saver;
    private final Background.Sequence saving;
    private final Background background;
    private final Background.Slot reading;
    /** Who sends, to be interrupted between two tickets: what was sent until then is told. */
    private final AtomicReference<Thread> sender = new AtomicReference<>();
    /** Also before anybody has begun to send. */
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Dialogs dialogs;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.WRITING);

    @FXML private TextArea text;
    @FXML private Label toWhom;
    @FXML private ListView<TicketLine> receivers;
    @FXML private Label preview;
    @FXML private Button send;
    @FXML private ProgressBar progress;
    @FXML private Label progressWords;
    @FXML private Label result;
    @FXML private ListView<String> unsent;
    @FXML private Button again;

    private Incident incident;
    private Map<TicketId, TicketLine> lines = Map.of();
    private String update;

    /** {@code saver} saves in {@code saving}, and before the window goes. */
    public IncidentUpdateController(Incidents incidents, DraftSaver saver, Background.Sequence saving, Background background, Dialogs dialogs, Texts texts, TimeWords times) {
        this.incidents = incidents;
        this.saver = saver;
        this.saving = saving;
        this.background = background;
        this.reading = background.slot();
        this.dialogs = dialogs;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        TicketLineCell.in(receivers, texts, times, _ -> { });
        text.textProperty().addListener(_ -> {
            showPreview();
            keep();
        });
        receivers.getSelectionModel().selectedItemProperty().addListener(_ -> showPreview());
        send.disableProperty().bind(text.textProperty().map(String::isBlank));
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Closed tickets get none. What was written before and not sent is there again. */
    void begin(Incident of, List<TicketLine> tickets) {
        incident = of;
        lines = tickets.stream().collect(Collectors.toMap(TicketLine::ticket, Function.identity(), (one, _) -> one));
        List<TicketLine> open = tickets.stream().filter(line -> line.status() != TicketStatus.CLOSED).toList();
        receivers.getItems().setAll(open);
        toWhom.setText(texts.get("incident.update.to", open.size(), tickets.size() - open.size()));
        receivers.getSelectionModel().selectFirst();
        text.setDisable(true);
        saver.saveNow();
        // Sending twice by mistake sends once, also after a new start: an update is known by its name.
        reading.runAfter(saving, () -> incidents.begun(of.id())).then(found -> begin(found.orElseGet(() -> new Begun(UUID.randomUUID().toString(), texts.get("incident.update.text")))));
    }

    private void begin(Begun begun) {
        text.setText(begun.words());
        update = begun.name();
        text.setDisable(false);
        text.requestFocus();
        showPreview();
    }

    private void keep() {
        if (update != null) {
            long id = incident.id();
            var begun = new Begun(update, text.getText());
            saver.changed(Map.entry("incident", id), () -> {
                incidents.keep(id, begun);
                return null;
            });
        }
    }

    private void drop() {
        long id = incident.id();
        saver.changed(Map.entry("incident", id), () -> {
            incidents.drop(id);
            return null;
        });
        saver.saveNow();
    }

    /** What is being sent is ended first. */
    boolean mayLeave() {
        return state.get() != State.SENDING;
    }

    private void showPreview() {
        TicketLine chosen = receivers.getSelectionModel().getSelectedItem();
        preview.setText(chosen == null ? "" : text.getText().replace(NAME, chosen.customer()));
    }

    @FXML
    private void send() {
        int count = receivers.getItems().size();
        if (count > 0 && dialogs.confirm("incident.update.confirm.title", "incident.update.confirm.question", "incident.update.confirm.do", count)) {
            run();
        }
    }

    @FXML
    private void run() {
        String words = text.getText().strip();
        long id = incident.id();
        // Whoever was told these words is passed over when they go out again; other words are another update.
        String name = UUID.nameUUIDFromBytes((update + '\n' + words).getBytes(StandardCharsets.UTF_8)).toString();
        keep();
        saver.saveNow();
        state.set(State.SENDING);
        cancelled.set(false);
        show(0, receivers.getItems().size());
        background.run(() -> {
            sender.set(Thread.currentThread());
            try {
                if (cancelled.get()) {
                    Thread.currentThread().interrupt();
                }
                return incidents.updateAll(id, name, words, (done, of) -> background.onFxThread(() -> show(done, of)));
            } finally {
                sender.set(null);
            }
        }).then(this::show).onFailure(problem -> {
            state.set(State.WRITING);
            if (problem instanceof NotPermitted) {
                dialogs.tell(javafx.scene.control.Alert.AlertType.INFORMATION, texts.get("incident.update"), texts.get("radar.not-permitted"));
            } else {
                background.report(problem);
            }
        });
    }

    private void show(int done, int of) {
        progress.setProgress(of == 0 ? 0 : (double) done / of);
        progressWords.setText(texts.get("incident.update.progress", done, of));
    }

    @FXML
    private void cancel() {
        cancelled.set(true);
        Optional.ofNullable(sender.get()).ifPresent(Thread::interrupt);
    }

    private void show(Updated updated) {
        result.setText(texts.get("incident.update.done", updated.sent().size()));
        unsent.getItems().setAll(updated.unsent().stream().map(this::words).toList());
        updated.left().forEach(ticket -> unsent.getItems().add(texts.get("incident.unsent", name(ticket), texts.get("incident.unsent.left"))));
        unsent.setVisible(!unsent.getItems().isEmpty());
        again.setVisible(!unsent.getItems().isEmpty());
        state.set(State.DONE);
        // Under the same name those who were told are passed over when it goes on.
        if (updated.left().isEmpty()) {
            drop();
        }
    }

    private String words(Unsent one) {
        return texts.get("incident.unsent", name(one.ticket()), texts.of(one.reason()));
    }

    private String name(TicketId ticket) {
        TicketLine line = lines.get(ticket);
        return line == null ? ticket.value() : line.customer() + ", " + ticket;
    }
}
