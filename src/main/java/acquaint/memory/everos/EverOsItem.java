package acquaint.memory.everos;

import java.util.List;
import java.util.Optional;

/**
 * One item of a customer's profile, from whichever shape the service told it in. {@code label} is the category or the
 * trait and may be empty; {@code sources} are ids of episodes or memory cells; {@code itemId} is there where the service
 * can edit the item by it.
 */
public record EverOsItem(
        Optional<String> itemId,
        Type type,
        String label,
        String description,
        Optional<String> evidence,
        List<Source> sources,
        Optional<java.time.Instant> updatedAt) {

    public enum Type { EXPLICIT, TRAIT }

    /** Where an item comes from: {@code "2026-08-02 09:14|<id>"}, or a bare id. */
    public record Source(String id, Optional<java.time.Instant> at) {}

    public EverOsItem {
        sources = List.copyOf(sources);
    }
}
