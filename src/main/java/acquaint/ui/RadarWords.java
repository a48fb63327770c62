package acquaint.ui;

import acquaint.pattern.Alarm;
import java.time.Duration;
import java.time.Instant;

/** How alarms are told. Immutable. */
record RadarWords(Texts texts, TimeWords times) {

    /** As in "Eleventh report of this since 09:12". */
    String title(Alarm alarm) {
        return texts.get("radar.alarm", alarm.reports(), since(alarm.since()));
    }

    /** The time of day, with its date when that is not today. */
    String since(Instant at) {
        return times.date(at).equals(times.date(times.now())) ? times.time(at) : times.moment(at);
    }

    String topic(Alarm alarm) {
        return String.join(", ", alarm.topic().stream().limit(5).toList());
    }

    String usual(Alarm alarm) {
        Duration passed = Duration.between(alarm.since(), times.now());
        return texts.get("radar.usual", Math.max(1, passed.toHours()), Math.round(alarm.expected() * 10) / 10.0);
    }
}
