package acquaint.ui;

import acquaint.casework.Timelines;
import acquaint.model.CustomerId;
import acquaint.pattern.Moment;
import java.util.function.Consumer;

/** Reads a customer's timeline page by page, as far as it is looked at. JavaFX thread only. */
final class TimelineReading {

    private final Timelines timelines;
    private final Background background;
    private final Background.Slot slot;
    private final ScreenState<TimelineController.State> state;
    private final Consumer<TimelinePages> read;
    private TimelinePages pages;
    private boolean more;

    /** {@code read} hears of all that was read, whenever that is more or something else. */
    TimelineReading(Timelines timelines, Background background, ScreenState<TimelineController.State> state, Consumer<TimelinePages> read) {
        this.timelines = timelines;
        this.background = background;
        this.slot = background.slot();
        this.state = state;
        this.read = read;
    }

    /** Reads the newest page with these words. What is shown stays until it is there. */
    void begin(CustomerId customer, String words) {
        if (state.get() != TimelineController.State.READY) {
            state.set(TimelineController.State.LOADING);
        }
        more = false;
        slot.run(() -> TimelinePages.first(timelines, customer, words)).then(this::take).onFailure(this::fail);
    }

    /** Reads one page more, once at a time. */
    void goOn() {
        if (!more && pages != null) {
            more = true;
            TimelinePages shown = pages;
            slot.run(() -> shown.andEarlier(timelines)).then(this::take).onFailure(this::fail);
        }
    }

    /** Reads without a filter as far as this moment, and tells then. */
    void until(Moment wanted, Consumer<TimelinePages> then) {
        if (pages != null) {
            TimelinePages shown = pages;
            slot.run(() -> (shown.filter().isBlank() ? shown : TimelinePages.first(timelines, shown.customer(), "")).upTo(wanted, timelines))
                    .then(found -> {
                        take(found);
                        then.accept(found);
                    }).onFailure(this::fail);
        }
    }

    void cancel() {
        slot.cancel();
    }

    private void take(TimelinePages found) {
        pages = found;
        more = false;
        read.accept(found);
        state.set(!found.moments().isEmpty() ? TimelineController.State.READY
                : found.filter().isBlank() ? TimelineController.State.EMPTY : TimelineController.State.NOTHING_FOUND);
    }

    private void fail(Throwable problem) {
        more = false;
        state.set(TimelineController.State.FAILED);
        background.report(problem);
    }
}
