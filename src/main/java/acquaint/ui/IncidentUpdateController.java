package acquaint.ui;

import acquaint.casework.Incidents.Unsent;
import acquaint.casework.Incidents.Updated;
import acquaint.casework.Incidents;
import acquaint.casework.NotPermitted;
import acquaint.casework.TicketLine;
import acquaint.model.Incident;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
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
    private final Background.Slot asking;
    /** Apart from {@link #asking}: what is typed after the press does not take it back. */
    private final Background.Slot sending;
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
    private boolean begun;

    /** {@code saver} saves in {@code saving}, and before the window goes. */
    public IncidentUpdateController(Incidents incidents, DraftSaver saver, Background.Sequence saving, Background background, Dialogs dialogs, Texts texts, TimeWords times) {
        this.incidents = incidents;
        this.saver = saver;
        this.saving = saving;
        this.background = background;
        this.reading = background.slot();
        this.asking = background.slot();
        this.sending = background.slot();
        this.dialogs = dialogs;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        TicketLineCell.byDay(receivers, texts, times);
        text.textProperty().addListener(_ -> {
            showPreview();
            keep();
            look();
        });
        receivers.getSelectionModel().selectedItemProperty().addListener(_ -> showPreview());
        send.disableProperty().bind(Bindings.createBooleanBinding(() -> text.getText().isBlank() || receivers.getItems().isEmpty(), text.textProperty(), receivers.getItems()));
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Closed tickets get none, nor who was told the same before. What was written before and not sent is there again. */
    void begin(Incident of, List<TicketLine> tickets) {
        incident = of;
        lines = tickets.stream().collect(Collectors.toMap(TicketLine::ticket, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        showReceivers(Set.of());
        text.setDisable(true);
        saver.saveNow();
        reading.runAfter(saving, () -> incidents.begun(of.id())).then(found -> begin(found.orElseGet(() -> texts.get("incident.update.text"))));
    }

    private void begin(String words) {
        text.setText(words);
        begun = true;
        text.setDisable(false);
        text.requestFocus();
        showPreview();
    }

    private void look() {
        long id = incident.id();
        String words = text.getText();
        asking.runIfStill(Workspace.PASSING, () -> incidents.told(id, words)).then(this::showReceivers);
    }

    private void showReceivers(Set<TicketId> told) {
        List<TicketLine> open = lines.values().stream().filter(line -> line.status() != TicketStatus.CLOSED).toList();
        List<TicketLine> rest = open.stream().filter(line -> !told.contains(line.ticket())).toList();
        Rows.update(receivers.getItems(), rest);
        String words = texts.get("incident.update.to", rest.size(), lines.size() - open.size());
        toWhom.setText(rest.size() == open.size() ? words : words + ' ' + texts.get("incident.update.told", open.size() - rest.size()));
        if (receivers.getSelectionModel().isEmpty()) {
            receivers.getSelectionModel().selectFirst();
        }
    }

    private void keep() {
        if (begun) {
            long id = incident.id();
            String words = text.getText();
            saver.changed(Map.entry("incident", id), () -> {
                incidents.keep(id, words);
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

    /** Nobody sees it any more: what was only pressed is not asked about. */
    void left() {
        sending.cancel();
    }

    private void showPreview() {
        TicketLine chosen = receivers.getSelectionModel().getSelectedItem();
        preview.setText(chosen == null ? "" : text.getText().replace(NAME, chosen.customer()));
    }

    @FXML
    private void send() {
        long id = incident.id();
        String words = text.getText();
        sending.run(() -> incidents.told(id, words)).then(found -> {
            if (!words.equals(text.getText())) {
                send();
                return;
            }
            showReceivers(found);
            confirm(receivers.getItems().size());
        }).onFailure(background::report);
    }

    private void confirm(int count) {
        if (count > 0 && dialogs.confirm("incident.update.confirm.title", "incident.update.confirm.question", "incident.update.confirm.do", count)) {
            run();
        }
    }

    @FXML
    private void run() {
        String words = text.getText().strip();
        long id = incident.id();
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
                return incidents.updateAll(id, words, (done, of) -> background.onFxThread(() -> show(done, of)));
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
        int retried = updated.unsent().size() + updated.left().size();
        result.setText(Stream.of(texts.get("incident.update.done", updated.sent().size()), counted("incident.update.not-sent", retried),
                counted("incident.update.undelivered", updated.undelivered().size()), counted("incident.update.told", updated.before().size()))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(" ")));
        unsent.getItems().setAll(updated.unsent().stream().map(this::words).toList());
        updated.left().forEach(ticket -> unsent.getItems().add(texts.get("incident.unsent", name(ticket), texts.get("incident.unsent.left"))));
        updated.undelivered().forEach(ticket -> unsent.getItems().add(texts.get("incident.unsent", name(ticket), texts.get("incident.unsent.undelivered"))));
        unsent.setVisible(!unsent.getItems().isEmpty());
        again.setVisible(retried > 0);
        state.set(State.DONE);
        // What still can reach somebody stays written; who was told is passed over when it goes on.
        if (updated.left().isEmpty() && updated.unsent().stream().noneMatch(one -> one.reason() == Unsent.Reason.NEWS || one.reason() == Unsent.Reason.FAILED)) {
            drop();
        }
    }

    /** No words about nobody. */
    private String counted(String key, int count) {
        return count == 0 ? "" : texts.get(key, count);
    }

    private String words(Unsent one) {
        return texts.get("incident.unsent", name(one.ticket()), texts.of(one.reason()));
    }

    private String name(TicketId ticket) {
        TicketLine line = lines.get(ticket);
        return line == null ? ticket.value() : line.customer() + ", " + ticket;
    }
}
