package acquaint.ui;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Lets one caller wait for an answer, but no longer than a given time. JavaFX thread only. */
final class FirstAnswer {

    private final Duration longest;
    private boolean here;
    private Runnable waiting = () -> {};

    FirstAnswer(Duration longest) {
        this.longest = longest;
    }

    /** Has {@code then} run once: when the answer is here, or was waited for long enough. */
    void then(Runnable then) {
        if (here) {
            then.run();
            return;
        }
        waiting = then;
        var late = new PauseTransition(longest);
        late.setOnFinished(_ -> arrived());
        late.play();
    }

    /** Says that the answer is here, or will not come. */
    void arrived() {
        here = true;
        Runnable then = waiting;
        waiting = () -> {};
        then.run();
    }
}
