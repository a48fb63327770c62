package acquaint.memory;

import java.util.List;

/**
 * What a recall brought, each list best first. {@code pending} is what was said in the session at hand and is in no
 * episode yet, oldest first: the agent reads it in the ticket, unless another program said it. {@code method} is how it was
 * found, which may be less than was asked for. All empty means that nothing is known.
 */
public record Recall(List<ProfileItem> profile, List<Episode> episodes, List<Passage> passages, List<Utterance> pending, SearchMethod method) {

    public static final Recall NOTHING = new Recall(List.of(), List.of(), List.of(), List.of());

    public Recall {
        profile = List.copyOf(profile);
        episodes = List.copyOf(episodes);
        passages = List.copyOf(passages);
        pending = List.copyOf(pending);
    }

    /** Found in the way that suits nearly every question. */
    public Recall(List<ProfileItem> profile, List<Episode> episodes, List<Passage> passages, List<Utterance> pending) {
        this(profile, episodes, passages, pending, SearchMethod.HYBRID);
    }

    /** Without the items that an agent marked as doubtful. */
    public Recall withoutDisputed() {
        return new Recall(profile.stream().filter(item -> !item.disputed()).toList(), episodes, passages, pending, method);
    }

    /** Whether nothing is known of the customer beyond the session at hand. */
    public boolean isEmpty() {
        return profile.isEmpty() && episodes.isEmpty() && passages.isEmpty();
    }
}
