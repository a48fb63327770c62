package acquaint.memory.everos;

import java.util.List;

/** What a search or a listing brought. {@code total} counts all pages of a listing, and is 0 after a search. */
public record Found(List<EverOsEpisode> episodes, List<EverOsItem> profile, List<PendingMessage> pending, int total) {

    public Found {
        episodes = List.copyOf(episodes);
        profile = List.copyOf(profile);
        pending = List.copyOf(pending);
    }
}
