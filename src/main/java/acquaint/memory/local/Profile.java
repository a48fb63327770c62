package acquaint.memory.local;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Former;
import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.ProfileItem.Mark;
import acquaint.model.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One customer's profile as it stands: what was heard in many sessions is one item with its newest evidence, and what
 * contradicts something older takes its place, which stays visible as its history. {@code items} are pinned ones first, then corrected
 * ones, then newest first. {@code ids} names for each of them all that it stands for: itself, and what it took the place of.
 */
record Profile(List<ProfileItem> items, Map<String, Set<String>> ids) {

    /** Of these a customer has one at a time. Several e-mail addresses may all be right. */
    private static final Set<Kind> SINGLE = EnumSet.of(Kind.NAME, Kind.PHONE, Kind.ADDRESS, Kind.ACCOUNT, Kind.TIER);

    /** One choice is an event. */
    private static final int SEEN = 2;
    private static final int WORDS = 1_000;

    private static final Comparator<ProfileItem> NEWEST = Comparator.comparing(ProfileItem::corrected).reversed()
            .thenComparing(ProfileItem::at, Comparator.reverseOrder())
            .thenComparing(ProfileItem::id);
    private static final Comparator<ProfileItem> ORDER = Comparator.comparing(ProfileItem::pinned).reversed().thenComparing(NEWEST);

    /** Of each item as it was heard, and what agents said of some of them by their ids. */
    static Profile of(List<ProfileItem> heard, Map<String, Set<Mark>> marks) {
        Map<String, List<ProfileItem>> byId = new LinkedHashMap<>();
        heard.stream().sorted(NEWEST).forEach(item -> byId.computeIfAbsent(item.id(), _ -> new ArrayList<>()).add(item));
        Map<String, String> said = new HashMap<>();
        Map<String, Set<String>> ids = new HashMap<>();
        var standing = new ArrayList<ProfileItem>();
        for (List<ProfileItem> one : byId.values()) {
            ProfileItem item = joined(one, marks.getOrDefault(one.getFirst().id(), Set.of()));
            if (item.kind() == Kind.TRAIT && item.count() < SEEN && !item.corrected()) {
                continue;
            }
            Optional<ProfileItem> newer = standing.stream().filter(stands -> supersedes(stands, item)).findFirst();
            if (newer.isPresent()) {
                standing.set(standing.indexOf(newer.get()), after(newer.get(), item));
                ids.get(newer.get().id()).add(item.id());
                continue;
            }
            String same = said.putIfAbsent(item.kind() + Keys.normalised(item.text()), item.id());
            ids.computeIfAbsent(same == null ? item.id() : same, _ -> new HashSet<>()).add(item.id());
            if (same == null) {
                standing.add(item);
            }
        }
        standing.sort(ORDER);
        return new Profile(List.copyOf(standing), ids);
    }

    /** One item from all the times it was heard, newest first. */
    private static ProfileItem joined(List<ProfileItem> heard, Set<Mark> marks) {
        ProfileItem newest = heard.getFirst();
        long tickets = heard.stream().flatMap(item -> item.session().stream()).map(SessionId::value).distinct().count();
        // The same thing in other words is no history; what an agent corrected is.
        List<Former> former = heard.stream().filter(_ -> newest.corrected())
                .filter(item -> !Keys.normalised(item.text()).equals(Keys.normalised(newest.text())))
                .map(Profile::former).distinct().toList();
        ProfileItem item = newest.with((int) Math.max(1, tickets), former);
        for (Mark mark : marks) {
            item = item.marked(mark, true);
        }
        return item;
    }

    private static Former former(ProfileItem item) {
        return new Former(item.text(), item.evidence(), item.session(), item.at(), item.corrected());
    }

    private static ProfileItem after(ProfileItem newer, ProfileItem older) {
        var former = new ArrayList<>(newer.former());
        former.add(former(older));
        former.addAll(older.former());
        return newer.with(newer.count(), former);
    }

    /** Two numbers given in one message stand side by side; an agent's word is overruled only by an agent, and what is pinned by nobody. */
    private static boolean supersedes(ProfileItem newer, ProfileItem older) {
        if (older.corrected() || older.pinned() || newer.disputed() || newer.kind() != older.kind()) {
            return false;
        }
        boolean saidTogether = newer.source().isPresent() && newer.source().equals(older.source());
        return SINGLE.contains(newer.kind()) && !saidTogether
                || newer.kind() == Kind.PREFERENCE && !newer.source().equals(older.source()) && Preferences.contradict(newer.text(), older.text());
    }

    Optional<ProfileItem> find(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Pinned and corrected items, then those that share a word with {@code words}, then the rest; each newest first. */
    List<ProfileItem> matchingFirst(String words, WordAnalyzer analyzer) {
        Set<String> asked = new HashSet<>(analyzer.terms(words, WORDS));
        Comparator<ProfileItem> order = Comparator.comparing(ProfileItem::pinned).thenComparing(ProfileItem::corrected)
                .thenComparing(item -> analyzer.terms(item.text(), WORDS).stream().anyMatch(asked::contains))
                .reversed();
        return items.stream().sorted(order).toList();
    }
}
