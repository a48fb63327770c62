package acquaint.memory;

import java.util.List;
import java.util.Map;

/**
 * What a recall brought, each list best first. {@code pending} is what was said in the session at hand and is in no
 * episode yet, oldest first: the agent reads it in the ticket, unless another program said it. {@code method} is how it was
 * found, which may be less than was asked for; {@code foundBy} is what each episode was found by, by its id, where the
 * engine tells. All empty means that nothing is known.
 */
public record Recall(List<ProfileItem> profile, List<Episode> episodes, List<Passage> passages, List<Utterance> pending, SearchMethod method,
        Map<String, FoundBy> foundBy) {

    public static final Recall NOTHING = new Recall(List.of(), List.of(), List.of(), List.of());

    public Recall {
        profile = List.copyOf(profile);
        episodes = List.copyOf(episodes);
        passages = List.copyOf(passages);
        pending = List.copyOf(pending);
        foundBy = Map.copyOf(foundBy);
    }

    /** Found in the way that suits nearly every question; what each was found by is not told. */
    public Recall(List<ProfileItem> profile, List<Episode> episodes, List<Passage> passages, List<Utterance> pending) {
        this(profile, episodes, passages, pending, SearchMethod.HYBRID, Map.of());
    }

    /** Without the items that an agent marked as doubtful. */
    public Recall withoutDisputed() {
        return new Recall(profile.stream().filter(item -> !item.disputed()).toList(), episodes, passages, pending, method, foundBy);
    }

    /** Without what agents noted for colleagues. */
    public Recall withoutNotes() {
        return new Recall(profile, episodes, passages.stream().filter(passage -> passage.utterance().speaker() != Utterance.Speaker.NOTE).toList(),
                pending.stream().filter(said -> said.speaker() != Utterance.Speaker.NOTE).toList(), method, foundBy);
    }

    /** Whether nothing is known of the customer beyond the session at hand. */
    public boolean isEmpty() {
        return profile.isEmpty() && episodes.isEmpty() && passages.isEmpty();
    }
}
