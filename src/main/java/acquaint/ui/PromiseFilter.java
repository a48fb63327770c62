package acquaint.ui;

import acquaint.model.Promise;
import java.time.LocalDate;

/** Which promises the ledger shows. */
public enum PromiseFilter {
    ALL, MINE, OVERDUE,
    /** Due today, or overdue since this morning. */
    TODAY;

    boolean lets(Promise promise, String me, TimeWords times) {
        return switch (this) {
            case ALL -> true;
            case MINE -> promise.owner().equals(me);
            case OVERDUE -> promise.isOverdue(times.now());
            case TODAY -> promise.due().filter(due -> times.date(due).equals(today(times))).isPresent();
        };
    }

    private static LocalDate today(TimeWords times) {
        return times.date(times.now());
    }
}
