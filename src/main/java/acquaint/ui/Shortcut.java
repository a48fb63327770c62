package acquaint.ui;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every action that has a key, with its usual ones: a single letter works only outside text fields, the others work everywhere.
 * A person's own are in the {@link Keymap}. The order is that of the shortcut sheet.
 */
public enum Shortcut {
    NEXT_TICKET(Group.QUEUE, "J", "Alt+Down"),
    PREVIOUS_TICKET(Group.QUEUE, "K", "Alt+Up"),
    FILTER(Group.QUEUE, "/", "Shortcut+F"),
    NEW_TICKET(Group.QUEUE, "Shortcut+N"),
    IMPORT(Group.QUEUE, "Shortcut+I"),

    ASSIGN_TO_ME(Group.TICKET, "I"),
    CLOSE_OR_REOPEN(Group.TICKET, "E"),
    PRIORITY(Group.TICKET, "P"),
    TAGS(Group.TICKET, "T"),
    LOG_MESSAGE(Group.TICKET, "L"),
    MARK_UNREAD(Group.TICKET, "U"),
    SUMMARY(Group.TICKET, "Shortcut+Shift+S"),
    CATCH_UP(Group.TICKET, "Shortcut+Shift+U"),
    ASK_MEMORY(Group.TICKET, "Shortcut+Shift+M"),
    ESCALATE(Group.TICKET, "Shortcut+E"),
    TIMELINE(Group.TICKET, "Shortcut+T"),

    REPLY(Group.COMPOSER, "R"),
    NOTE(Group.COMPOSER, "N"),
    FLIP_MODE(Group.COMPOSER, "Shortcut+Shift+N"),
    DRAFT(Group.COMPOSER, "Shortcut+J"),
    TO_DRAFT(Group.COMPOSER, "F6"),
    ACCEPT_DRAFT(Group.COMPOSER, "Shortcut+Shift+J"),
    REFINE_DRAFT(Group.COMPOSER, "Shortcut+Period"),
    SEND(Group.COMPOSER, "Shortcut+Enter"),
    SEND_AND_CLOSE(Group.COMPOSER, "Shortcut+Shift+Enter"),
    UNDO_SEND(Group.COMPOSER, "Shortcut+U"),

    ACCEPT_HANDOFF(Group.BOARD, "A"),
    DECIDE_HANDOFF(Group.BOARD, "D"),
    RETURN_HANDOFF(Group.BOARD, "B"),
    ASK_AGENT(Group.BOARD, "Q"),
    WAIT_ON_CUSTOMER(Group.BOARD, "W"),
    WAIT_ON_INTERNAL(Group.BOARD, "H"),
    REASSIGN_HANDOFF(Group.BOARD, "G"),
    TAKE_OVER_HANDOFF(Group.BOARD, "O"),

    PROMISE_KEPT(Group.PROMISES, "K"),
    PROMISE_DUE(Group.PROMISES, "D"),
    PROMISE_WITHDRAWN(Group.PROMISES, "W"),

    PLACE_TICKETS(Group.WINDOW, "Shortcut+1"),
    PLACE_BOARD(Group.WINDOW, "Shortcut+2"),
    PLACE_PROMISES(Group.WINDOW, "Shortcut+3"),
    PLACE_RADAR(Group.WINDOW, "Shortcut+4"),
    PLACE_FIGURES(Group.WINDOW, "Shortcut+5"),
    PALETTE(Group.WINDOW, "Shortcut+K"),
    SHORTCUTS(Group.WINDOW, "?", "F1"),
    SIGN_IN(Group.WINDOW, "Shortcut+Shift+L"),
    SETTINGS(Group.WINDOW, "Shortcut+Comma"),
    MODEL_SETTINGS(Group.WINDOW, "Shortcut+Shift+Comma"),
    TOGGLE_MEMORY(Group.WINDOW, "Shortcut+M"),
    TOGGLE_THEME(Group.WINDOW, "Shortcut+Shift+D"),
    ZOOM_IN(Group.WINDOW, "Shortcut+Plus", "Shortcut+Equals", "Shortcut+Add"),
    ZOOM_OUT(Group.WINDOW, "Shortcut+Minus", "Shortcut+Subtract"),
    ZOOM_RESET(Group.WINDOW, "Shortcut+0");

    /** Where the sheet lists it. */
    public enum Group { QUEUE, TICKET, COMPOSER, BOARD, PROMISES, WINDOW }

    private final Group group;
    private final List<Chord> usual;

    Shortcut(Group group, String... keys) {
        this.group = group;
        this.usual = Arrays.stream(keys).map(key -> Chord.read(key).orElseThrow()).toList();
    }

    public Group group() {
        return group;
    }

    /** The keys it has where nobody chose others. */
    List<Chord> usual() {
        return usual;
    }

    /** Where in the window its keys are heard. */
    Set<Place> places() {
        return switch (group) {
            case BOARD -> EnumSet.of(Place.BOARD);
            case PROMISES -> EnumSet.of(Place.PROMISES);
            case WINDOW -> EnumSet.allOf(Place.class);
            case QUEUE, TICKET, COMPOSER -> this == FILTER ? EnumSet.of(Place.TICKETS, Place.BOARD) : EnumSet.of(Place.TICKETS);
        };
    }

    /** Whether there is a place where both are heard, so that one key cannot be both of theirs. */
    boolean meets(Shortcut other) {
        return !Collections.disjoint(places(), other.places());
    }
}
