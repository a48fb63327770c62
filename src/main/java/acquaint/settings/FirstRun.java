package acquaint.settings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far somebody who is new here has come. {@code welcomed} when the welcome was gone through or skipped; {@code dismissed} when the checklist is
 * not wanted any more, {@code folded} when only its head is.
 */
public record FirstRun(boolean welcomed, boolean dismissed, boolean folded, Set<Step> done) {

    public static final FirstRun NEW = new FirstRun(false, false, false, Set.of());

    /** What the checklist holds, in its order. */
    public enum Step { LOOK_AROUND, CONNECT_MEMORY, CONNECT_MODEL, BRING_HISTORY, FIRST_REPLY, LEARN_KEYS }

    public FirstRun {
        done = Collections.unmodifiableSet(done.isEmpty() ? EnumSet.noneOf(Step.class) : EnumSet.copyOf(done));
    }

    public FirstRun asWelcomed() {
        return new FirstRun(true, dismissed, folded, done);
    }

    public FirstRun withDismissed(boolean next) {
        return new FirstRun(welcomed, next, folded, done);
    }

    public FirstRun withFolded(boolean next) {
        return new FirstRun(welcomed, dismissed, next, done);
    }

    public FirstRun with(Step step) {
        var next = EnumSet.of(step);
        next.addAll(done);
        return new FirstRun(welcomed, dismissed, folded, next);
    }

    public boolean isComplete() {
        return done.size() == Step.values().length;
    }
}
