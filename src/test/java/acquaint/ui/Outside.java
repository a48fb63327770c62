package acquaint.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is shown outside of the window, kept instead of shown. */
public final class Outside implements SystemNotifications {

    public final List<String> shown = new CopyOnWriteArrayList<>();
    private volatile Runnable clicked = () -> {};

    /** Takes what these alerts show from now on. JavaFX thread. */
    public Outside(DesktopAlerts alerts) {
        alerts.by(List.of(this));
    }

    @Override
    public boolean show(String title, String words, Runnable onClick) {
        clicked = onClick;
        shown.add(title + " | " + words);
        return true;
    }

    /** As a click on what was shown last. */
    public void click() {
        clicked.run();
    }
}
