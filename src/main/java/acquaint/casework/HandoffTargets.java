package acquaint.casework;

import acquaint.model.Priority;
import acquaint.settings.SettingsFile;
import acquaint.settings.Supervision;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Within how many hours somebody is to take what was handed over, by the ticket's priority. Safe for any thread; only {@link #use} blocks. */
public final class HandoffTargets {

    private final SettingsFile file;
    private final Permissions permissions;
    private volatile Map<Priority, Integer> hours;

    public HandoffTargets(Supervision chosen, SettingsFile file, Permissions permissions) {
        this.hours = chosen.hours();
        this.file = file;
        this.permissions = permissions;
    }

    public Map<Priority, Integer> hours() {
        return hours;
    }

    /** Until when somebody is to take what is handed over at {@code at}. */
    Instant due(Priority priority, Instant at) {
        return at.plus(Duration.ofHours(hours.get(priority)));
    }

    /** Holds for what is handed over from now on. A choice that cannot be saved changes nothing. */
    public void use(Map<Priority, Integer> next) throws IOException {
        permissions.require(Permission.CHANGE_SEND_RULES);
        hours = file.change(all -> all.withSupervision(all.supervision().withHours(next))).supervision().hours();
    }
}
