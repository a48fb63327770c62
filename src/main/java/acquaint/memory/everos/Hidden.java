package acquaint.memory.everos;

import acquaint.model.SessionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What agents had forgotten of one customer, as a filter over what the service still tells. Pure. */
final class Hidden {

    /** In the place of what an item was heard from: it stays hidden, whatever it is heard from. */
    static final String WHATEVER = "*";

    private final Map<String, String> items = new HashMap<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<String> sessions = new HashSet<>();
    private final Set<SessionId> live = new HashSet<>();

    /** {@code spans} tell which sessions have messages that were not forgotten. */
    Hidden(Collection<Overlay.Forgotten> marks, Collection<Overlay.Span> spans) {
        for (Overlay.Forgotten mark : marks) {
            switch (mark.kind()) {
                case ITEM -> items.put(mark.key(), mark.detail());
                case SOURCE -> sources.add(mark.key());
                case SESSION -> sessions.add(mark.key());
            }
        }
        spans.stream().filter(Overlay.Span::live).map(Overlay.Span::session).forEach(live::add);
    }

    boolean hides(EverOsEpisode episode, Optional<SessionId> session) {
        return sources.contains(episode.id())
                || episode.parentId().filter(sources::contains).isPresent()
                || session.filter(id -> sessions.contains(id.value()) && !live.contains(id)).isPresent();
    }

    /** An item that was heard again since, or elsewhere too, is shown. */
    boolean hides(String itemId, EverOsItem item) {
        String detail = items.get(itemId);
        if (detail != null && (detail.equals(WHATEVER) || !KnownProfile.isHeardAnew(item, detail))) {
            return true;
        }
        return !item.sources().isEmpty() && item.sources().stream().allMatch(source -> sources.contains(source.id()));
    }
}
