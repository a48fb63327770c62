package acquaint.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the program sits on one person's desktop. {@code keys} are the keys of actions that have others than the usual ones, by the
 * action's name; an empty list takes an action's keys away. Where it {@code staysReady}, closing the window does not end the program.
 */
public record Desktop(Appearance appearance, Map<String, List<String>> keys, Notifications notifications, boolean staysReady, FirstRun firstRun, Updates updates) {

    public static final Desktop USUAL = new Desktop(Appearance.USUAL, Map.of(), Notifications.USUAL, false, FirstRun.NEW, Updates.OFF);

    public Desktop {
        var copy = new LinkedHashMap<String, List<String>>();
        keys.forEach((action, each) -> copy.put(action, List.copyOf(each)));
        keys = Collections.unmodifiableMap(copy);
    }

    public Desktop withAppearance(Appearance next) {
        return new Desktop(next, keys, notifications, staysReady, firstRun, updates);
    }

    public Desktop withKeys(Map<String, List<String>> next) {
        return new Desktop(appearance, next, notifications, staysReady, firstRun, updates);
    }

    public Desktop withNotifications(Notifications next) {
        return new Desktop(appearance, keys, next, staysReady, firstRun, updates);
    }

    public Desktop withStaysReady(boolean next) {
        return new Desktop(appearance, keys, notifications, next, firstRun, updates);
    }

    public Desktop withFirstRun(FirstRun next) {
        return new Desktop(appearance, keys, notifications, staysReady, next, updates);
    }

    public Desktop withUpdates(Updates next) {
        return new Desktop(appearance, keys, notifications, staysReady, firstRun, next);
    }
}
