package acquaint.ui;

import java.lang.System.Logger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * The keys in force: the usual ones, or a person's own. A change holds at once, for all that follows {@link #inForceProperty}.
 * No two actions that are heard in the same place have the same key. JavaFX thread only.
 */
public final class Keymap {

    private static final Logger LOG = System.getLogger(Keymap.class.getName());

    private final Consumer<Map<String, List<String>>> keep;
    private final ReadOnlyObjectWrapper<Map<Shortcut, List<Chord>>> inForce;
    /** Of actions that this version does not know; another one may. */
    private final Map<String, List<String>> unknown = new LinkedHashMap<>();
    private final Deque<Map<Shortcut, List<Chord>>> former = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");

    /**
     * {@code own} as the settings keep it. What of it is unknown, unreadable, refused or in conflict is logged, and the usual keys of
     * that action hold. {@code keep} takes what is to be kept after a change.
     */
    Keymap(Map<String, List<String>> own, Consumer<Map<String, List<String>>> keep) {
        this.keep = keep;
        inForce = new ReadOnlyObjectWrapper<>(this, "inForce", usable(own));
    }

    /** The keys of the settings, kept there. */
    public static Keymap of(Preferences preferences) {
        return new Keymap(preferences.get().desktop().keys(), own -> preferences.change(now -> now.withDesktop(now.desktop().withKeys(own))));
    }

    /** The keys of every action, the ones to be shown first in front. */
    ReadOnlyObjectProperty<Map<Shortcut, List<Chord>>> inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    List<Chord> keys(Shortcut shortcut) {
        return inForce.get().get(shortcut);
    }

    /** The first key as it is written on this system, followed by changes; "" where there is none. */
    ObservableValue<String> shown(Shortcut shortcut) {
        return inForce.map(all -> all.get(shortcut).isEmpty() ? "" : all.get(shortcut).getFirst().display());
    }

    /** The first key that works while text is being typed, for menus; null where there is none. */
    ObservableValue<KeyCombination> accelerator(Shortcut shortcut) {
        return inForce.map(all -> all.get(shortcut).stream().flatMap(chord -> chord.combination().stream()).findFirst().orElse(null));
    }

    boolean isUsual(Shortcut shortcut) {
        return keys(shortcut).equals(shortcut.usual());
    }

    boolean isAllUsual() {
        return Arrays.stream(Shortcut.values()).allMatch(this::isUsual);
    }

    /** Which other actions that key belongs to where this action is heard. */
    List<Shortcut> holders(Chord key, Shortcut wanting) {
        return holders(inForce.get(), key, wanting);
    }

    private static List<Shortcut> holders(Map<Shortcut, List<Chord>> all, Chord key, Shortcut wanting) {
        return Arrays.stream(Shortcut.values()).filter(each -> each != wanting && each.meets(wanting) && all.get(each).contains(key)).toList();
    }

    /** Gives the action exactly these keys; whoever had one of them in the same place has it no longer. */
    void assign(Shortcut shortcut, List<Chord> keys) {
        var next = new EnumMap<>(inForce.get());
        next.replaceAll((each, had) -> each != shortcut && each.meets(shortcut) ? without(had, keys) : had);
        next.put(shortcut, List.copyOf(keys));
        change(next);
    }

    private static List<Chord> without(List<Chord> had, List<Chord> taken) {
        return had.stream().filter(chord -> !taken.contains(chord)).toList();
    }

    void resetAll() {
        change(usual());
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Takes the last change back, as far as the start of the program. */
    void undo() {
        if (!former.isEmpty()) {
            show(former.pop());
        }
    }

    private void change(Map<Shortcut, List<Chord>> next) {
        if (!next.equals(inForce.get())) {
            former.push(inForce.get());
            show(next);
        }
    }

    private void show(Map<Shortcut, List<Chord>> next) {
        undoable.set(!former.isEmpty());
        inForce.set(Collections.unmodifiableMap(next));
        var own = new LinkedHashMap<>(unknown);
        next.forEach((shortcut, keys) -> {
            if (!keys.equals(shortcut.usual())) {
                own.put(shortcut.name(), keys.stream().map(Chord::name).toList());
            }
        });
        keep.accept(own);
    }

    private static Map<Shortcut, List<Chord>> usual() {
        var all = new EnumMap<Shortcut, List<Chord>>(Shortcut.class);
        for (Shortcut shortcut : Shortcut.values()) {
            all.put(shortcut, shortcut.usual());
        }
        return all;
    }

    /** Entries in conflict are left out until none is; the usual keys alone have no conflict. */
    private Map<Shortcut, List<Chord>> usable(Map<String, List<String>> own) {
        Map<Shortcut, List<Chord>> wanted = known(own);
        while (true) {
            Map<Shortcut, List<Chord>> all = usual();
            all.putAll(wanted);
            Optional<Shortcut> clashing = wanted.keySet().stream()
                    .filter(each -> wanted.get(each).stream().anyMatch(key -> !holders(all, key, each).isEmpty())).reduce((_, last) -> last);
            if (clashing.isEmpty()) {
                return Collections.unmodifiableMap(all);
            }
            LOG.log(Logger.Level.WARNING, "{0} keeps its usual keys: {1} belong to another action", clashing.get(), own.get(clashing.get().name()));
            wanted.remove(clashing.get());
        }
    }

    private Map<Shortcut, List<Chord>> known(Map<String, List<String>> own) {
        var wanted = new EnumMap<Shortcut, List<Chord>>(Shortcut.class);
        own.forEach((name, texts) -> Arrays.stream(Shortcut.values()).filter(each -> each.name().equals(name)).findFirst()
                .ifPresentOrElse(shortcut -> readable(shortcut, texts).ifPresent(keys -> wanted.put(shortcut, keys)), () -> {
                    LOG.log(Logger.Level.INFO, "keys of {0} are left alone: no action of that name is known", name);
                    unknown.put(name, texts);
                }));
        return wanted;
    }

    private static Optional<List<Chord>> readable(Shortcut shortcut, List<String> texts) {
        var keys = new ArrayList<Chord>();
        for (String text : texts) {
            Optional<Chord> chord = Chord.read(text).filter(read -> KeyRefusal.of(read).isEmpty());
            if (chord.isEmpty()) {
                LOG.log(Logger.Level.WARNING, "{0} keeps its usual keys: {1} is no key that it can have", shortcut, text);
                return Optional.empty();
            }
            keys.add(chord.get());
        }
        return Optional.of(keys.stream().distinct().toList());
    }
}
