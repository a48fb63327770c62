package acquaint.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * What each {@link Shortcut} does, and who hears it: controllers say what they do, the window asks. One place, so that no
 * two actions can share a key unnoticed and the sheet cannot lie. JavaFX thread.
 */
public final class Keys {

    private final Keymap keymap;
    private final Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);
    private final Map<Shortcut, Runnable> onSheets = new EnumMap<>(Shortcut.class);
    private final Map<Place, Map<Shortcut, Runnable>> inPlaces = new EnumMap<>(Place.class);
    private final List<BooleanSupplier> covers = new ArrayList<>();
    private Supplier<Place> place = () -> Place.TICKETS;

    public Keys(Keymap keymap) {
        this.keymap = keymap;
    }

    Keymap keymap() {
        return keymap;
    }

    /** Says what a shortcut does; one action each. */
    public void on(Shortcut shortcut, Runnable action) {
        if (actions.put(shortcut, action) != null) {
            throw new IllegalStateException(shortcut + " has two actions");
        }
    }

    /** Says what a shortcut does while this place is shown, whatever it does elsewhere; one action each. */
    void in(Place where, Shortcut shortcut, Runnable action) {
        if (inPlaces.computeIfAbsent(where, _ -> new EnumMap<>(Shortcut.class)).put(shortcut, action) != null) {
            throw new IllegalStateException(shortcut + " has two actions in " + where);
        }
    }

    /** Says which place is shown. */
    void placeIs(Supplier<Place> current) {
        place = current;
    }

    /** Says when the tickets are covered by something: what concerns a ticket is not done by a key then, since nobody would see it. */
    void coveredWhile(BooleanSupplier condition) {
        covers.add(condition);
    }

    /** Says what a shortcut does while the tickets are covered. */
    void onSheet(Shortcut shortcut, Runnable action) {
        onSheets.put(shortcut, action);
    }

    /** Does what the shortcut would do; for menus and buttons. */
    public void run(Shortcut shortcut) {
        Runnable action = here().getOrDefault(shortcut, actions.get(shortcut));
        if (action != null) {
            action.run();
        }
    }

    private Map<Shortcut, Runnable> here() {
        return inPlaces.getOrDefault(place.get(), Map.of());
    }

    private boolean isKnown(Shortcut shortcut) {
        return actions.containsKey(shortcut) || here().containsKey(shortcut);
    }

    /** Listens on a window's scene. Combinations are caught before the focused control sees them, single keys after. */
    public void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        if (hear(chord -> chord.matches(event))) {
            event.consume();
        }
    }

    /** Whether the key belongs to an action, even one that is not heard here: a menu must not do then what the key does not. */
    private boolean hear(Predicate<Chord> key) {
        List<Shortcut> having = Arrays.stream(Shortcut.values()).filter(each -> isKnown(each) && keymap.keys(each).stream().anyMatch(key)).toList();
        having.stream().filter(each -> each.places().contains(place.get())).findFirst().ifPresent(this::press);
        return !having.isEmpty();
    }

    /** Whether the tickets are covered by something. */
    boolean isCovered() {
        return covers.stream().anyMatch(BooleanSupplier::getAsBoolean);
    }

    /** Whether the shortcut's key would do something now. */
    boolean isHeard(Shortcut shortcut) {
        return isKnown(shortcut) && shortcut.places().contains(place.get()) && (reaches(shortcut) || place.get() == Place.TICKETS && onSheets.containsKey(shortcut));
    }

    private boolean reaches(Shortcut shortcut) {
        boolean covered = place.get() != Place.TICKETS || isCovered();
        return !covered || shortcut.group() == Shortcut.Group.WINDOW || here().containsKey(shortcut);
    }

    /** Does what the shortcut's key would do now. */
    void press(Shortcut shortcut) {
        if (reaches(shortcut)) {
            run(shortcut);
        } else if (place.get() == Place.TICKETS && onSheets.containsKey(shortcut)) {
            onSheets.get(shortcut).run();
        }
    }

    private void typed(KeyEvent event) {
        Optional<Chord> typed = isTyping(event) ? Optional.empty() : Chord.typed(event);
        if (typed.isPresent() && hear(typed.get()::equals)) {
            event.consume();
        }
    }

    private static boolean isTyping(KeyEvent event) {
        return event.getTarget() instanceof Node node
                && node.getScene() != null
                && node.getScene().getFocusOwner() instanceof TextInputControl input
                && input.isEditable();
    }
}
