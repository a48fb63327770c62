package acquaint.ui;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what was found into rows: groups by their best answer, within a group the better answer first. What was used lately counts more.
 * Where nothing is typed, what was used lately comes first, and then what is needed most.
 */
final class PaletteRanking {

    /** As much as the beginning of one word more. */
    private static final int LATELY = 12;
    /** Where all that was typed is in the words themselves, so that a customer's name finds the customer before their tickets. */
    private static final int IN_WORDS = 12;
    private static final int RECENT = 6;
    private static final Map<PaletteGroup, Integer> MOST = Map.of(PaletteGroup.ACTION, 8, PaletteGroup.TICKET, 8, PaletteGroup.CUSTOMER, 4, PaletteGroup.HANDOFF, 5);
    private static final int MOST_OF_OTHERS = 6;
    private static final List<Shortcut> USEFUL = List.of(Shortcut.FILTER, Shortcut.NEW_TICKET, Shortcut.REPLY, Shortcut.NOTE, Shortcut.DRAFT, Shortcut.SUMMARY,
            Shortcut.ESCALATE, Shortcut.TIMELINE, Shortcut.PLACE_BOARD, Shortcut.PLACE_PROMISES, Shortcut.SETTINGS, Shortcut.SHORTCUTS);

    private record Ranked(PaletteEntry entry, PaletteMatch match, int score) {}

    /** What was done lately, the last first; as long as the window lives. */
    private final List<PaletteEntry> lately = new ArrayList<>();

    void used(PaletteEntry entry) {
        lately.removeIf(each -> each.id().equals(entry.id()));
        lately.addFirst(entry);
        if (lately.size() > RECENT) {
            lately.removeLast();
        }
    }

    /** For an empty field. {@code entries} are what can be done now. */
    List<PaletteRow> unasked(List<PaletteEntry> entries) {
        var rows = new ArrayList<PaletteRow>();
        for (PaletteEntry used : lately) {
            boolean found = used.group() != PaletteGroup.ACTION && used.group() != PaletteGroup.PLACE && used.group() != PaletteGroup.SETTING;
            (found ? Optional.of(used) : entries.stream().filter(each -> each.id().equals(used.id())).findFirst())
                    .ifPresent(entry -> rows.add(new PaletteRow(rows.isEmpty() ? Optional.of(PaletteGroup.RECENT) : Optional.empty(), entry, new BitSet())));
        }
        int recent = rows.size();
        for (Shortcut useful : USEFUL) {
            entries.stream().filter(each -> each.shortcut().filter(useful::equals).isPresent() && each.refusal().isEmpty()).findFirst()
                    .filter(each -> rows.stream().noneMatch(row -> row.entry().id().equals(each.id())))
                    .ifPresent(entry -> rows.add(new PaletteRow(rows.size() == recent ? Optional.of(PaletteGroup.USEFUL) : Optional.empty(), entry, new BitSet())));
        }
        return rows;
    }

    /** {@code words} are folded. {@code given} were found by other means and are shown whether their words answer or not. */
    List<PaletteRow> rows(List<String> words, List<PaletteEntry> entries, List<PaletteEntry> given) {
        var groups = new EnumMap<PaletteGroup, List<Ranked>>(PaletteGroup.class);
        entries.forEach(entry -> PaletteMatch.of(words, entry.text()).ifPresent(match -> add(groups, entry, match)));
        given.forEach(entry -> add(groups, entry, PaletteMatch.of(words, entry.text()).orElse(new PaletteMatch(0, new BitSet()))));
        groups.values().forEach(group -> group.sort(Comparator.comparingInt(Ranked::score).reversed()));
        return groups.values().stream().sorted(Comparator.comparingInt((List<Ranked> group) -> group.getFirst().score()).reversed()).flatMap(group -> {
            PaletteGroup name = group.getFirst().entry().group();
            return group.stream().limit(MOST.getOrDefault(name, MOST_OF_OTHERS))
                    .map(each -> new PaletteRow(each == group.getFirst() ? Optional.of(name) : Optional.empty(), each.entry(), each.match().letters()));
        }).toList();
    }

    private void add(Map<PaletteGroup, List<Ranked>> groups, PaletteEntry entry, PaletteMatch match) {
        boolean used = lately.stream().anyMatch(each -> each.id().equals(entry.id()));
        boolean inWords = !match.letters().isEmpty() && match.letters().length() <= entry.words().length();
        int score = match.score() + (inWords ? IN_WORDS : 0) + (used ? LATELY : 0) - (entry.refusal().isPresent() ? LATELY : 0);
        groups.computeIfAbsent(entry.group(), _ -> new ArrayList<>()).add(new Ranked(entry, match, score));
    }
}
