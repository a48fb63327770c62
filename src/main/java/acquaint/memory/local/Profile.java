package acquaint.memory.local;

import acquaint.memory.ProfileItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One customer's profile as it stands: what was heard in many sessions is one item with its newest evidence, and a newer
 * name, telephone number or tier takes the place of the older. {@code items} are corrected ones first, then newest first.
 */
record Profile(List<ProfileItem> items) {

    /** Of these a customer has one at a time. Several e-mail addresses may all be right. */
    private static final Set<ProfileItem.Kind> SINGLE =
            EnumSet.of(ProfileItem.Kind.NAME, ProfileItem.Kind.PHONE, ProfileItem.Kind.TIER);

    private static final int WORDS = 1_000;

    private static final Comparator<ProfileItem> ORDER = Comparator.comparing(ProfileItem::corrected)
            .reversed()
            .thenComparing(ProfileItem::at, Comparator.reverseOrder())
            .thenComparing(ProfileItem::id);

    static Profile of(List<ProfileItem> heard) {
        Map<String, ProfileItem> newest = new LinkedHashMap<>();
        heard.stream().sorted(ORDER).forEach(item -> newest.putIfAbsent(item.id(), item));
        Map<ProfileItem.Kind, ProfileItem> standing = new EnumMap<>(ProfileItem.Kind.class);
        Set<String> said = new HashSet<>();
        List<ProfileItem> items = new ArrayList<>();
        for (ProfileItem item : newest.values()) {
            ProfileItem first = standing.putIfAbsent(item.kind(), item);
            boolean stands = first == null || !supersedes(first, item);
            if (stands && said.add(item.kind() + Keys.normalised(item.text()))) {
                items.add(item);
            }
        }
        return new Profile(List.copyOf(items));
    }

    /** Two numbers given in one message stand side by side; an agent's word is overruled only by an agent. */
    private static boolean supersedes(ProfileItem first, ProfileItem item) {
        boolean saidTogether = first.source().isPresent() && first.source().equals(item.source());
        return SINGLE.contains(item.kind()) && !item.corrected() && !saidTogether;
    }

    Stream<ProfileItem> corrected() {
        return items.stream().filter(ProfileItem::corrected);
    }

    /** Corrected items, then those that share a word with {@code words}, then the rest; each newest first. */
    List<ProfileItem> matchingFirst(String words, WordAnalyzer analyzer) {
        Set<String> asked = new HashSet<>(analyzer.terms(words, WORDS));
        Comparator<ProfileItem> order = Comparator.comparing(ProfileItem::corrected)
                .thenComparing(item -> analyzer.terms(item.text(), WORDS).stream().anyMatch(asked::contains))
                .reversed();
        return items.stream().sorted(order).toList();
    }
}
