package acquaint.ui;

import acquaint.settings.Updates;
import acquaint.update.Release;
import acquaint.update.ReleaseFeed;
import acquaint.update.UpdateException;
import acquaint.update.UpdateTrouble;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether there is a newer version: asked by a button, and by itself once a day where that is switched on. JavaFX thread only. */
public final class UpdateWatch {

    /** What is known. */
    sealed interface Known {

        /** Nobody has asked since the start. */
        record Nothing() implements Known {}

        record Asking() implements Known {}

        /** The version that runs is the newest. */
        record Newest() implements Known {}

        record Newer(Release release) implements Known {}

        record Trouble(UpdateTrouble kind) implements Known {}
    }

    private static final Duration DAY = Duration.ofDays(1);

    private final ReleaseFeed feed;
    private final Preferences preferences;
    private final Background background;
    private final Background.Slot asking;
    private final Notices notices;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(this, "known", new Known.Nothing());

    public UpdateWatch(ReleaseFeed feed, Preferences preferences, Background background, Notices notices, Clock clock) {
        this.feed = feed;
        this.preferences = preferences;
        this.background = background;
        this.asking = background.slot();
        this.notices = notices;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    Updates settings() {
        return preferences.get().desktop().updates();
    }

    void change(UnaryOperator<Updates> change) {
        preferences.change(settings -> settings.withDesktop(settings.desktop().withUpdates(change.apply(settings.desktop().updates()))));
    }

    /** Asks where it is switched on and the last time is a day ago. Trouble is told in the settings only: nobody asked. */
    public void start() {
        Instant now = Instant.now(clock);
        Updates settings = settings();
        if (settings.on() && settings.asked().filter(last -> last.plus(DAY).isAfter(now) && !last.isAfter(now)).isEmpty()) {
            settings.address().ifPresent(address -> ask(address, true));
        }
    }

    void ask(URI address) {
        ask(address, false);
    }

    private void ask(URI address, boolean byItself) {
        known.set(new Known.Asking());
        change(updates -> updates.withAsked(Instant.now(clock)));
        asking.run(() -> feed.newer(address)).then(newer -> tell(newer, byItself)).onFailure(problem -> {
            if (problem instanceof UpdateException trouble) {
                known.set(new Known.Trouble(trouble.kind()));
            } else {
                known.set(new Known.Nothing());
                background.report(problem);
            }
        });
    }

    private void tell(Optional<Release> newer, boolean byItself) {
        known.set(newer.<Known>map(Known.Newer::new).orElseGet(Known.Newest::new));
        if (byItself) {
            newer.ifPresent(release -> notices.say("updates.notice", release.version()));
        }
    }
}
