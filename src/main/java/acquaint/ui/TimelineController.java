package acquaint.ui;

import acquaint.casework.Timelines;
import acquaint.model.Customer;
import acquaint.model.TicketId;
import acquaint.pattern.Moment;
import acquaint.pattern.Topic;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
    private static final int TOPICS = 12;

    private final Timelines timelines;
    private final Workspace workspace;
    private final Sheets sheets;
    private final EvidenceOpening opening;
    private final Background background;
    private final Background.Slot reading;
    private final Background.Slot topicsReading;
    private final Background.Slot likeReading;
    private final Keys keys;
    private final Texts texts;
    private final TimeWords times;
    private final ScreenState<State> state = new ScreenState<>(State.LOADING);
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
    private TimelinePages pages;
    private Optional<Moment> likeNow = Optional.empty();
    private boolean readingMore;

    public TimelineController(Timelines timelines, Workspace workspace, Sheets sheets, EvidenceOpening opening, Background background, Keys keys,
            Texts texts, TimeWords times) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.sheets = sheets;
        this.opening = opening;
        this.background = background;
        this.reading = background.slot();
        this.topicsReading = background.slot();
        this.likeReading = background.slot();
        this.keys = keys;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        open.bind(sheets.state().is(Sheets.Sheet.TIMELINE));
        timelineRows.setCellFactory(_ -> new TimelineCell(texts, times, moment -> likeNow.filter(moment::equals).isPresent(), this::readEarlier, this::go));
        typing.setOnFinished(_ -> read());
        timelineFilter.textProperty().addListener((_, _, words) -> {
            typing.playFromStart();
            topics.getChildren().forEach(chip -> ((ToggleButton) chip).setSelected(words.strip().equals(chip.getUserData())));
        });
        workspace.selectedProperty().addListener((_, _, _) -> close());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        timelineFilter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !timelineRows.getItems().isEmpty()) {
                timelineRows.requestFocus();
                timelineRows.getSelectionModel().clearAndSelect(0);
                event.consume();
            }
        });
        timelineRows.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && timelineRows.getSelectionModel().getSelectedItem() instanceof TimelineRow.Happened(var moment)) {
                go(moment);
                event.consume();
            }
        });
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
            customer = ticket.conversation().customer();
            title.setText(texts.get("timeline.title", customer.name()));
            likeNow = Optional.empty();
            like.setVisible(false);
            topics.getChildren().clear();
            timelineFilter.clear();
            sheets.open(Sheets.Sheet.TIMELINE, root);
            read();
            timelineFilter.requestFocus();
            wanted = ticket.id();
        });
    }

    @FXML
    private void read() {
        typing.stop();
        String words = timelineFilter.getText();
        state.set(state.get() == State.READY ? State.READY : State.LOADING);
        readingMore = false;
        reading.run(() -> TimelinePages.first(timelines, customer.id(), words)).then(this::show).onFailure(this::fail);
    }

    private void readEarlier() {
        if (!readingMore && pages != null) {
            readingMore = true;
            TimelinePages shown = pages;
            reading.run(() -> shown.andEarlier(timelines)).then(this::show).onFailure(this::fail);
        }
    }

    private void fail(Throwable problem) {
        state.set(State.FAILED);
        background.report(problem);
    }

    private void show(TimelinePages read) {
        pages = read;
        readingMore = false;
        if (wanted != null) {
            background.afterPainting(root.getScene(), this::readMoreOfIt);
        }
        Rows.update(timelineRows.getItems(), TimelineRow.of(read.moments(), read.earlier(), times));
        state.set(!read.moments().isEmpty() ? State.READY : read.filter().isBlank() ? State.EMPTY : State.NOTHING_FOUND);
    }

    /** What takes longer comes when the moments are there. */
    private void readMoreOfIt() {
        TicketId ticket = wanted;
        wanted = null;
        if (ticket != null && open.get()) {
            topicsReading.run(() -> timelines.topics(customer.id())).then(this::show);
            likeReading.run(() -> timelines.likeNow(ticket)).then(this::showLike);
        }
    }

    private void show(List<Topic> found) {
        topics.getChildren().setAll(found.stream().limit(TOPICS).map(topic -> {
            var chip = new ToggleButton(texts.get("timeline.topic", topic.word(), topic.tickets()));
            chip.getStyleClass().setAll("timeline-topic");
            chip.setOnAction(_ -> timelineFilter.setText(chip.isSelected() ? topic.word() : ""));
            chip.setUserData(topic.word());
            return chip;
        }).toList());
    }

    private void showLike(Optional<Moment> found) {
        likeNow = found;
        found.ifPresent(moment -> {
            likeWords.setText(texts.get("timeline.like", times.shortDay(moment.at()), moment.ticket(), Emoji.showable(moment.text().strip().replaceAll("\\s+", " "))));
            likeWhy.setText(texts.get("timeline.like.why", customer.name()));
        });
        like.setVisible(found.isPresent());
        timelineRows.refresh();
    }

    /** Scrolls to the moment that is like this one, reading as much as it takes. */
    @FXML
    private void pointAtLike() {
        if (pages == null || likeNow.isEmpty()) {
            return;
        }
        Moment found = likeNow.get();
        TimelinePages shown = pages.filter().isBlank() ? pages : null;
        reading.run(() -> (shown == null ? TimelinePages.first(timelines, customer.id(), "") : shown).upTo(found, timelines)).then(read -> {
            timelineFilter.setText(read.filter());
            typing.stop();
            show(read);
            int row = timelineRows.getItems().indexOf(new TimelineRow.Happened(found));
            if (row >= 0) {
                timelineRows.getSelectionModel().clearAndSelect(row);
                timelineRows.scrollTo(Math.max(0, row - 3));
                timelineRows.requestFocus();
            }
        }).onFailure(this::fail);
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
