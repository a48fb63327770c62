package acquaint.settings;

import acquaint.model.Priority;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What the team has chosen for supervisors: which replies they see first, and within how many hours they take what is handed over. */
public record Supervision(SendRulesChoice rules, Map<Priority, Integer> hours) {

    /** The longest that a team may allow itself: four weeks. */
    public static final int MOST_HOURS = 24 * 28;

    public static final Supervision USUAL = new Supervision(SendRulesChoice.OFF, Map.of());

    public Supervision {
        var all = new EnumMap<Priority, Integer>(Map.of(Priority.URGENT, 1, Priority.HIGH, 4, Priority.NORMAL, 8, Priority.LOW, 24));
        hours.forEach((priority, each) -> {
            if (each < 1 || each > MOST_HOURS) {
                throw new IllegalArgumentException("hours must be from 1 to " + MOST_HOURS);
            }
            all.put(priority, each);
        });
        hours = Collections.unmodifiableMap(all);
    }

    public Supervision withRules(SendRulesChoice next) {
        return new Supervision(next, hours);
    }

    public Supervision withHours(Map<Priority, Integer> next) {
        return new Supervision(rules, next);
    }
}
