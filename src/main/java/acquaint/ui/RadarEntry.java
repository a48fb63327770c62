package acquaint.ui;

import acquaint.model.Incident;
import acquaint.pattern.Alarm;

/** A line of the radar: something that rises, or an incident that was declared. Immutable. */
sealed interface RadarEntry {

    record Rising(Alarm alarm) implements RadarEntry {}

    record Declared(Incident incident) implements RadarEntry {}

    /** Whether the other is a later state of the same. */
    default boolean isSame(RadarEntry other) {
        return switch (this) {
            case Rising(var alarm) -> other instanceof Rising(var another) && alarm.id().equals(another.id());
            case Declared(var incident) -> other instanceof Declared(var another) && incident.id() == another.id();
        };
    }
}
