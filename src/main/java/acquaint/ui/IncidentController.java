package acquaint.ui;

import acquaint.casework.Incidents;
import acquaint.casework.NotPermitted;
import acquaint.casework.Permission;
import acquaint.casework.Permissions;
import acquaint.casework.TicketLine;
import acquaint.casework.TicketLines;
import acquaint.model.Incident;
import acquaint.model.TicketId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** One incident: its tickets, one update to all of them, and its end. */
public final class IncidentController {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;

    private final Incidents incidents;
    private final TicketLines lines;
    private final Permissions permissions;
    private final Places places;
    private final Views views;
    private final Background background;
    private final Background.Slot reading;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Clock clock;
    private final Texts texts;
    private final TimeWords times;
    private Runnable changed = () -> {};

    @FXML private Label title;
    @FXML private Label about;
    @FXML private ListView<TicketLine> tickets;
    @FXML private FlowPane actions;
    @FXML private HBox adding;
    @FXML private TextField number;
    @FXML private Label noSuchTicket;
    @FXML private Button unlink;
    @FXML private Button update;
    @FXML private Label notPermitted;

    private Incident incident;

    public IncidentController(Incidents incidents, TicketLines lines, Permissions permissions, Places places, Views views, Background background, Dialogs dialogs,
            Notices notices, Clock clock, Texts texts, TimeWords times) {
        this.incidents = incidents;
        this.lines = lines;
        this.permissions = permissions;
        this.places = places;
        this.views = views;
        this.background = background;
        this.reading = background.slot();
        this.dialogs = dialogs;
        this.notices = notices;
        this.clock = clock;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        TicketLineCell.in(tickets, texts, times, places::openTicket);
        tickets.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE && !unlink.isDisabled()) {
                unlink();
                event.consume();
            }
        });
        number.textProperty().addListener(_ -> noSuchTicket.setVisible(false));
        unlink.disableProperty().bind(tickets.getSelectionModel().selectedItemProperty().isNull());
        background.hold(permissions.onChange(() -> background.onFxThread(this::enable)));
        enable();
    }

    /** Says who reads incidents anew. */
    void onChanged(Runnable handler) {
        changed = handler;
    }

    private void enable() {
        boolean may = permissions.allows(Permission.LEAD_INCIDENTS);
        boolean open = incident != null && incident.closedAt().isEmpty();
        actions.setDisable(!may || !open);
        adding.setDisable(!may || !open);
        notPermitted.setVisible(!may);
    }

    void show(Incident shown) {
        boolean another = incident == null || incident.id() != shown.id();
        incident = shown;
        title.setText(shown.title());
        about.setText(shown.closedAt().map(at -> texts.get("incident.about.closed", times.moment(shown.since()), shown.openedBy(), times.moment(at)))
                .orElseGet(() -> texts.get("incident.about", times.moment(shown.since()), shown.openedBy())));
        if (another) {
            number.clear();
            tickets.getItems().clear();
        }
        enable();
        reading.run(() -> lines.of(shown.tickets())).then(found -> Rows.update(tickets.getItems(), found)).onFailure(background::report);
    }

    @FXML
    private void link() {
        String typed = number.getText().strip();
        long id = incident.id();
        if (!typed.isEmpty()) {
            background.run(() -> {
                boolean there = lines.find(new TicketId(typed)).isPresent();
                if (there) {
                    incidents.link(id, new TicketId(typed));
                }
                return there;
            }).then(there -> {
                noSuchTicket.setVisible(!there);
                if (there) {
                    number.clear();
                    changed.run();
                }
            }).onFailure(this::failed);
        }
    }

    @FXML
    private void unlink() {
        TicketLine chosen = tickets.getSelectionModel().getSelectedItem();
        long id = incident.id();
        change(() -> {
            incidents.unlink(id, chosen.ticket());
            return null;
        });
    }

    @FXML
    private void closeIncident() {
        long id = incident.id();
        if (dialogs.confirm("incident.close.title", "incident.close.question", "incident.close.do", incident.title())) {
            change(() -> {
                incidents.close(id, clock.instant());
                return null;
            });
        }
    }

    private void change(Callable<?> work) {
        background.run(work).then(_ -> changed.run()).onFailure(this::failed);
    }

    @FXML
    private void updateAll() {
        Views.View<IncidentUpdateController> view = views.load("incident-update");
        view.controller().begin(incident, List.copyOf(tickets.getItems()));
        var dialog = new Dialog<Void>();
        dialogs.dress(dialog, texts.get("incident.update.title", incident.title()), null);
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        dialog.getDialogPane().setContent(view.root());
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.setOnCloseRequest(event -> {
            if (!view.controller().mayLeave()) {
                event.consume();
            }
        });
        dialog.setOnHidden(_ -> {
            view.controller().left();
            changed.run();
        });
        dialog.show();
    }

    private void failed(Throwable problem) {
        if (problem instanceof NotPermitted) {
            notices.say("radar.not-permitted");
        } else {
            background.report(problem);
        }
    }
}
