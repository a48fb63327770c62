package acquaint.ui;

import acquaint.casework.Alert;
import acquaint.casework.Alerts;
import acquaint.casework.Queue;
import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.model.QueueRow;
import acquaint.settings.Notifications;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Has the system tell what concerns the agent while the window is not before their eyes, as far as they chose to be told, and keeps the tray's count.
 * JavaFX thread only; what is shown is shown in the background.
 */
public final class DesktopAlerts {

    /** A promise becomes overdue without anything happening. */
    private static final Duration EVERY = Duration.minutes(1);
    /** Messages that come closer upon one another are told together. */
    private static final Duration GATHERING = Duration.millis(500);

    private final Alerts alerts;
    private final Queue queue;
    private final Preferences preferences;
    private final DeskChanges changes;
    private final Background background;
    private final Background.Slot counting;
    private final Background.Sequence showing;
    private final Texts texts;
    private final Supplier<LocalTime> now;
    private final Places places;
    private final Timeline clock = new Timeline(new KeyFrame(EVERY, _ -> lookAtPromises()));
    private final List<Alert> messages = new ArrayList<>();
    private final PauseTransition gathering = new PauseTransition(GATHERING);
    private List<SystemNotifications> ways = List.of();
    private TrayEntry tray;
    private Stage stage;
    private Runnable toFront = () -> {};
    private Consumer<QueueView> toView = _ -> {};

    public DesktopAlerts(Alerts alerts, Queue queue, Preferences preferences, DeskChanges changes, Background background, Texts texts, Supplier<LocalTime> now,
            Places places) {
        this.alerts = alerts;
        this.queue = queue;
        this.preferences = preferences;
        this.changes = changes;
        this.background = background;
        this.counting = background.slot();
        this.showing = background.sequence();
        this.texts = texts;
        this.now = now;
        this.places = places;
        clock.setCycleCount(Animation.INDEFINITE);
        gathering.setOnFinished(_ -> tellMessages());
    }

    /** Begins for this window, until it is closed; {@code view} shows tickets of a kind in it. */
    void begin(Stage window, Runnable front, Consumer<QueueView> view, Runnable close) {
        toFront = front;
        toView = view;
        tray = new TrayEntry(texts, () -> background.onFxThread(front), () -> background.onFxThread(close));
        var bus = new BusNotifications();
        background.hold(bus);
        by(List.of(bus, tray));
        follow(window);
        TrayEntry entry = tray;
        background.hold(entry);
        background.run(entry::appear).then(there -> {
            if (there) {
                changes.listen(this::count);
                count();
            }
        });
    }

    private void follow(Stage window) {
        stage = window;
        background.hold(alerts.onAlert(alert -> background.onFxThread(() -> tell(alert))));
        clock.play();
        background.hold(clock::stop);
        background.hold(gathering::stop);
    }

    /** Shows an example at once, whatever is chosen; {@code then} hears whether it was shown. */
    void tryOut(Consumer<Boolean> then) {
        showing.run(() -> show(texts.get("main.title"), texts.get("notification.example"), toFront)).then(then);
    }

    private void lookAtPromises() {
        background.run(() -> {
            alerts.lookAtPromises();
            return null;
        });
    }

    private void count() {
        TrayEntry entry = tray;
        counting.run(() -> {
            int unread = (int) queue.rows(QueueView.MINE, QueueSort.WAITING_LONGEST, "").rows().stream().filter(QueueRow::unread).count();
            entry.count(unread);
            return unread;
        });
    }

    private void tell(Alert alert) {
        if (!isSeen(alert) && isWanted(preferences.get().desktop().notifications(), alert, now.get())) {
            if (alert.occasion() == Alert.Occasion.MESSAGE) {
                gather(alert);
            } else {
                tellOf(alert, words(alert));
            }
        }
    }

    /** From the first on, so that messages that go on coming do not put the telling off. */
    private void gather(Alert message) {
        if (messages.isEmpty()) {
            gathering.playFromStart();
        }
        messages.add(message);
    }

    private void tellMessages() {
        Alert first = messages.getFirst();
        long tickets = messages.stream().map(Alert::ticket).distinct().count();
        if (tickets > 1) {
            tell(texts.get("main.title"), texts.get("notification.several", messages.size(), tickets), () -> toView.accept(QueueView.MINE));
        } else {
            tellOf(first, messages.size() == 1 ? words(first) : texts.get("notification.more", messages.size()));
        }
        messages.clear();
    }

    private void tellOf(Alert alert, String words) {
        tell(texts.get("notification.title", alert.customerName(), alert.ticket().value()), words, () -> places.openTicket(alert.ticket()));
    }

    private void tell(String title, String words, Runnable clicked) {
        showing.run(() -> show(title, words, () -> {
            toFront.run();
            clicked.run();
        }));
    }

    /** A dialog of ours hides the queue and keeps the agent from it, but not the conversation that is read beside it. */
    private boolean isSeen(Alert alert) {
        return stage.isShowing() && !stage.isIconified() && (isDialogInFront() ? places.isOnScreen(alert.ticket()) : stage.isFocused());
    }

    private boolean isDialogInFront() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof Stage && window != stage && window.isFocused());
    }

    static boolean isWanted(Notifications chosen, Alert alert, LocalTime time) {
        return chosen.kinds().contains(alert.occasion().kind()) && chosen.quiet().filter(quiet -> quiet.contains(time)).isEmpty();
    }

    private String words(Alert alert) {
        String what = texts.of(alert.occasion());
        return preferences.get().desktop().notifications().withText()
                ? alert.words().map(words -> texts.get("notification.with-text", what, words)).orElse(what)
                : what;
    }

    /** Shows what is told by other ways from now on. */
    void by(List<SystemNotifications> others) {
        ways = others;
    }

    private boolean show(String title, String words, Runnable clicked) {
        return ways.stream().anyMatch(way -> way.show(title, words, () -> background.onFxThread(clicked)));
    }
}
