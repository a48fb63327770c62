package acquaint.ui;

import java.util.Optional;

/** Where in the window somebody is, in the order of the bar at its edge. */
public enum Place {
    /** Queue, conversation and memory. */
    TICKETS("fth-inbox", Shortcut.PLACE_TICKETS, null),
    /** What was handed over, for supervisors. */
    BOARD("fth-columns", Shortcut.PLACE_BOARD, "board"),
    /** What customers were promised. */
    PROMISES("fth-check-square", Shortcut.PLACE_PROMISES, "promises"),
    /** What rises across customers, and incidents. */
    RADAR("fth-activity", Shortcut.PLACE_RADAR, "radar"),
    /** How handoffs go, for supervisors. */
    FIGURES("fth-bar-chart-2", Shortcut.PLACE_FIGURES, "figures");

    private final String icon;
    private final Shortcut shortcut;
    private final String view;

    /** {@code view} is loaded when somebody first goes there. */
    Place(String icon, Shortcut shortcut, String view) {
        this.icon = icon;
        this.shortcut = shortcut;
        this.view = view;
    }

    String icon() {
        return icon;
    }

    Shortcut shortcut() {
        return shortcut;
    }

    /** The name of its FXML file; empty for what is always there. */
    Optional<String> view() {
        return Optional.ofNullable(view);
    }
}
