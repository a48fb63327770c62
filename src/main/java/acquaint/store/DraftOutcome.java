package acquaint.store;

import acquaint.model.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one proposed reply. {@code writer} is the model's name, empty without one; {@code proposed} is there until the proposal was
 * compared; {@code survived} has a letter a sentence, 1 where it was sent as proposed; {@code distance} is in words, of {@code words}.
 */
public record DraftOutcome(long id, TicketId ticket, String writer, Instant shownAt, State state, Optional<Instant> endedAt, Optional<String> proposed,
        int sentences, String survived, int distance, int words, Optional<String> wrong) {

    public enum State {
        /** On the screen, or left there. */
        SHOWN,
        UNCHANGED,
        LIGHT_EDIT,
        HEAVY_EDIT,
        DISCARDED,
        /** Another proposal took its place. */
        REPLACED
    }
}
