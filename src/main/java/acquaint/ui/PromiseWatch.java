package acquaint.ui;

import acquaint.casework.PromiseLedger;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.util.Duration;

/** Counts beside the place of promises how many of mine are overdue. JavaFX thread only. */
public final class PromiseWatch {

    /** A promise becomes overdue without anything happening. */
    private static final Duration EVERY = Duration.minutes(1);

    private final PromiseLedger ledger;
    private final Places places;
    private final Background.Slot counting;
    private final TimeWords times;
    private final String me;
    private final Timeline clock = new Timeline(new KeyFrame(EVERY, _ -> count()));

    public PromiseWatch(PromiseLedger ledger, Places places, DeskChanges changes, Background background, TimeWords times, String me) {
        this.ledger = ledger;
        this.places = places;
        this.counting = background.slot();
        this.times = times;
        this.me = me;
        changes.listen(this::count);
    }

    /** Counts from now on while the window is {@code showing}: a clock that runs keeps what it looks at, also when the window is gone. */
    public void start(ReadOnlyBooleanProperty showing) {
        clock.setCycleCount(Animation.INDEFINITE);
        showing.subscribe(shown -> {
            if (shown) {
                count();
                clock.play();
            } else {
                clock.stop();
            }
        });
    }

    private void count() {
        counting.run(() -> ledger.overdue(times.now()).stream().filter(owed -> owed.promise().owner().equals(me)).count())
                .then(mine -> places.waiting(Place.PROMISES).set(mine.intValue()));
    }
}
