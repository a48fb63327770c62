package acquaint.ui;

import acquaint.casework.Incidents;
import acquaint.pattern.Alarm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Tells the window that alarms or incidents have changed, and shows beside the radar's place how many alarms there are. JavaFX thread only. */
public final class RadarWatch {

    private final Incidents incidents;
    private final Places places;
    private final Background background;
    private final Notices notices;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Background.Slot asking;
    private final AtomicBoolean onTheWay = new AtomicBoolean();
    private Set<String> known = new HashSet<>();

    public RadarWatch(Incidents incidents, Places places, Background background, Notices notices) {
        this.incidents = incidents;
        this.places = places;
        this.background = background;
        this.asking = background.slot();
        this.notices = notices;
        background.hold(incidents.onChange(() -> {
            if (onTheWay.compareAndSet(false, true)) {
                background.onFxThread(this::changed);
            }
        }));
    }

    /** Has the desk's last weeks read, which can wait until the first tickets stand on screen. */
    public void start() {
        background.run(() -> {
            incidents.load();
            return null;
        }).then(_ -> changed());
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Asked beside this thread: while the radar takes in reports, alarms have to wait for it. */
    private void changed() {
        onTheWay.set(false);
        asking.run(() -> incidents.alarms().stream().map(Alarm::id).collect(Collectors.toSet())).then(this::show);
    }

    private void show(Set<String> now) {
        places.waiting(Place.RADAR).set(now.size());
        if (!known.containsAll(now)) {
            notices.say("radar.rising");
        }
        known = now;
        listeners.forEach(Runnable::run);
    }
}
