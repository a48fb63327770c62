package acquaint.memory.everos;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened, as the service tells it. {@code subject}, {@code summary} and {@code narrative} are never blank: one that
 * the service left out is taken from the next longer or shorter. {@code session} is empty on an episode merged from
 * several; {@code parentId} is the memory cell that cloud v1 deletes by.
 */
public record EverOsEpisode(
        String id,
        Optional<String> parentId,
        Optional<String> session,
        Instant at,
        String subject,
        String summary,
        String narrative,
        List<String> participants,
        List<String> facts,
        List<String> tags,
        double score) {

    public EverOsEpisode {
        participants = List.copyOf(participants);
        facts = List.copyOf(facts);
        tags = List.copyOf(tags);
    }
}
