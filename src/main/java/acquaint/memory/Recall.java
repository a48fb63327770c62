package acquaint.memory;

import java.util.List;

/** What a recall brought, each list best first. All empty means that nothing is known. */
public record Recall(List<ProfileItem> profile, List<Episode> episodes, List<Passage> passages) {

    public static final Recall NOTHING = new Recall(List.of(), List.of(), List.of());

    public Recall {
        profile = List.copyOf(profile);
        episodes = List.copyOf(episodes);
        passages = List.copyOf(passages);
    }

    public boolean isEmpty() {
        return profile.isEmpty() && episodes.isEmpty() && passages.isEmpty();
    }
}
