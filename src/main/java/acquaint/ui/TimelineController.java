package acquaint.ui;

import acquaint.casework.Timelines;
import acquaint.model.Customer;
import acquaint.model.TicketId;
import acquaint.pattern.Moment;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A sheet with all that happened with the open ticket's customer, in every ticket, to be filtered and opened. */
public final class TimelineController {

    /** Where reading it stands. */
    public enum State { LOADING, READY,
        /** Nothing ever happened. */
        EMPTY,
        /** Nothing that the filter lets through. */
        NOTHING_FOUND,
        FAILED
    }

    /** Keys that come quickly after each other ask once. */
    private static final Duration TYPING = Duration.millis(120);
    /** Rows that stay in sight above one that is pointed at. */
    private static final int ABOVE = 3;

    private final Timelines timelines;
    private final Workspace workspace;
    private final Sheets sheets;
    private final EvidenceOpening opening;
    private final Background background;
    private final Background.Slot topicsReading;
    private final Background.Slot likeReading;
    private final Keys keys;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
    private final ObjectProperty<Moment> likest = new SimpleObjectProperty<>(this, "likest");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final PauseTransition typing = new PauseTransition(TYPING);

    @FXML private StackPane root;
    @FXML private Label title;
    @FXML private TextField timelineFilter;
    @FXML private FlowPane topics;
    @FXML private HBox like;
    @FXML private Label likeWords;
    @FXML private Label likeWhy;
    @FXML private ListView<TimelineRow> timelineRows;

    private Customer customer;
    private TicketId wanted;
    private TimelineReading reading;
    private TopicChips chips;

    public TimelineController(Timelines timelines, Workspace workspace, Sheets sheets, EvidenceOpening opening, Background background, Keys keys,
            Texts texts, TimeWords times) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.sheets = sheets;
        this.opening = opening;
        this.background = background;
        this.topicsReading = background.slot();
        this.likeReading = background.slot();
        this.keys = keys;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        open.bind(sheets.state().is(Sheets.Sheet.TIMELINE));
        reading = new TimelineReading(timelines, background, state, this::show);
        chips = new TopicChips(topics, timelineFilter, texts);
        timelineRows.setCellFactory(_ -> new TimelineCell(texts, times, likest, reading::goOn, this::go));
        typing.setOnFinished(_ -> read());
        timelineFilter.textProperty().addListener(_ -> typing.playFromStart());
        workspace.selectedProperty().addListener((_, _, _) -> close());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        timelineFilter.addEventFilter(KeyEvent.KEY_PRESSED, this::goDown);
        timelineRows.addEventHandler(KeyEvent.KEY_PRESSED, this::goThere);
        keys.on(Shortcut.TIMELINE, this::open);
        keys.onSheet(Shortcut.TIMELINE, this::close);
    }

    public ScreenState<State> getState() {
        return state;
    }

    /** Whether the sheet is there. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return open.get();
    }

    private void open() {
        workspace.open().ifPresent(ticket -> {
            Customer next = ticket.conversation().customer();
            if (customer == null || !customer.id().equals(next.id())) {
                chips.show(List.of());
                timelineRows.getItems().clear();
                state.set(State.LOADING);
            }
            customer = next;
            wanted = ticket.id();
            title.setText(texts.get("timeline.title", customer.name()));
            likest.set(null);
            like.setVisible(false);
            timelineFilter.clear();
            sheets.open(Sheets.Sheet.TIMELINE, root);
            read();
            timelineFilter.requestFocus();
        });
    }

    @FXML
    private void read() {
        typing.stop();
        reading.begin(customer.id(), timelineFilter.getText());
    }

    private void show(TimelinePages read) {
        if (wanted != null) {
            background.afterPainting(root.getScene(), this::readMoreOfIt);
        }
        Rows.update(timelineRows.getItems(), TimelineRow.of(read.moments(), read.earlier(), times));
    }

    /** What takes longer comes when the moments are there. */
    private void readMoreOfIt() {
        TicketId ticket = wanted;
        wanted = null;
        if (ticket != null && open.get()) {
            topicsReading.run(() -> timelines.topics(customer.id())).then(chips::show);
            likeReading.run(() -> timelines.likeNow(ticket)).then(this::showLike);
        }
    }

    private void showLike(Optional<Moment> found) {
        found.ifPresent(moment -> {
            likeWords.setText(texts.get("timeline.like", times.shortDay(moment.at()), moment.ticket(), Emoji.showable(moment.text().strip().replaceAll("\\s+", " "))));
            likeWhy.setText(texts.get("timeline.like.why", customer.name()));
        });
        like.setVisible(found.isPresent());
        likest.set(found.orElse(null));
    }

    /** Scrolls to the moment that is like this one, reading as much as it takes. */
    @FXML
    private void pointAtLike() {
        Moment found = likest.get();
        if (found != null) {
            reading.until(found, read -> {
                timelineFilter.setText(read.filter());
                typing.stop();
                pointAt(timelineRows.getItems().indexOf(new TimelineRow.Happened(found)));
            });
        }
    }

    private void pointAt(int row) {
        if (row >= 0) {
            timelineRows.getSelectionModel().clearAndSelect(row);
            timelineRows.scrollTo(Math.max(0, row - ABOVE));
            timelineRows.requestFocus();
        }
    }

    private void goDown(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !timelineRows.getItems().isEmpty()) {
            timelineRows.requestFocus();
            timelineRows.getSelectionModel().clearAndSelect(0);
            event.consume();
        }
    }

    private void goThere(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && timelineRows.getSelectionModel().getSelectedItem() instanceof TimelineRow.Happened(var moment)) {
            go(moment);
            event.consume();
        }
    }

    private void go(Moment moment) {
        close();
        moment.message().ifPresentOrElse(message -> opening.openMessage(moment.ticket(), message), () -> workspace.select(moment.ticket()));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    @FXML
    private void close() {
        sheets.close(Sheets.Sheet.TIMELINE);
        reading.cancel();
        topicsReading.cancel();
        likeReading.cancel();
    }
}
