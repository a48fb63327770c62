package acquaint.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is shown outside of the window, kept instead of shown. */
public final class Outside implements SystemNotifications {

    public final List<String> shown = new CopyOnWriteArrayList<>();

    /** Takes what these alerts show from now on. JavaFX thread. */
    public Outside(DesktopAlerts alerts) {
        alerts.by(List.of(this));
    }

    @Override
    public boolean show(String title, String words) {
        shown.add(title + " | " + words);
        return true;
    }
}
