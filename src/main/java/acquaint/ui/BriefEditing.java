package acquaint.ui;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A brief under an agent's hands: each change can be taken back, and a part that was changed is the agent's, so that what is composed later leaves it
 * alone. JavaFX thread only.
 */
final class BriefEditing {

    /** Nobody goes back further. */
    private static final int STEPS = 100;

    private record Version(Brief brief, Set<BriefPart> touched) {}

    private final LinkedList<Version> before = new LinkedList<>();
    private final LinkedList<Version> undone = new LinkedList<>();
    private Consumer<Set<BriefPart>> listener = _ -> {};
    private Version now;
    private Optional<BriefPart> held = Optional.empty();

    /** Says who shows parts that have changed. */
    void onChange(Consumer<Set<BriefPart>> shower) {
        listener = shower;
    }

    /** Starts over, with parts that the agent changed before. */
    void begin(Brief brief, Set<BriefPart> touched) {
        before.clear();
        undone.clear();
        now = new Version(brief, Set.copyOf(touched));
        listener.accept(EnumSet.allOf(BriefPart.class));
    }

    Brief brief() {
        return now.brief();
    }

    boolean isBegun() {
        return now != null;
    }

    /** The parts that are the agent's. */
    Set<BriefPart> touched() {
        return now.touched();
    }

    /** The part that has a line under the pen, which counts as the agent's meanwhile. */
    void hold(Optional<BriefPart> part) {
        held = part;
    }

    /** Takes what was composed since into the parts that nobody touched; answers those that were left alone though they would be otherwise. */
    Set<BriefPart> take(Brief newer) {
        Set<BriefPart> kept = new HashSet<>();
        var mine = EnumSet.noneOf(BriefPart.class);
        mine.addAll(now.touched());
        held.ifPresent(mine::add);
        now = new Version(merged(new Version(now.brief(), mine), newer, kept), now.touched());
        before.replaceAll(version -> new Version(merged(version, newer, new HashSet<>()), version.touched()));
        undone.replaceAll(version -> new Version(merged(version, newer, new HashSet<>()), version.touched()));
        listener.accept(EnumSet.allOf(BriefPart.class));
        return kept;
    }

    private static Brief merged(Version old, Brief newer, Set<BriefPart> kept) {
        Brief merged = newer;
        for (BriefPart part : old.touched()) {
            if (!newer.of(part).equals(old.brief().of(part))) {
                kept.add(part);
                merged = merged.with(part, old.brief().of(part));
            }
        }
        return merged;
    }

    /** Adds the agent's line after the one at {@code after}; -1 for the first place. */
    void add(BriefPart part, int after, String text, Optional<String> detail) {
        change(part, lines -> lines.add(after + 1, BriefLine.written(text).rewritten(text, detail)));
    }

    void rewrite(BriefPart part, int index, String text, Optional<String> detail) {
        BriefLine old = brief().of(part).get(index);
        BriefLine next = old.rewritten(text, detail);
        if (!next.text().equals(old.text()) || !next.detail().equals(old.detail())) {
            change(part, lines -> lines.set(index, next));
        }
    }

    void remove(BriefPart part, int index) {
        change(part, lines -> lines.remove(index));
    }

    /** Moves a line by so many places within its part; answers where it is now. */
    int move(BriefPart part, int index, int by) {
        int to = index + by;
        if (to < 0 || to >= brief().of(part).size()) {
            return index;
        }
        change(part, lines -> Collections.swap(lines, index, to));
        return to;
    }

    boolean undo() {
        return step(before, undone);
    }

    boolean redo() {
        return step(undone, before);
    }

    private boolean step(LinkedList<Version> from, LinkedList<Version> to) {
        if (from.isEmpty()) {
            return false;
        }
        to.push(now);
        now = from.pop();
        listener.accept(EnumSet.allOf(BriefPart.class));
        return true;
    }

    private void change(BriefPart part, Consumer<List<BriefLine>> how) {
        UnaryOperator<List<BriefLine>> changed = lines -> {
            var next = new ArrayList<>(lines);
            how.accept(next);
            return next;
        };
        before.push(now);
        if (before.size() > STEPS) {
            before.removeLast();
        }
        undone.clear();
        var touched = EnumSet.of(part);
        touched.addAll(now.touched());
        now = new Version(now.brief().with(part, changed.apply(now.brief().of(part))), touched);
        listener.accept(EnumSet.of(part));
    }
}
