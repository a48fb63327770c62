package acquaint.memory.everos;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A message that the service has and that is in no episode yet. {@code role} and {@code session} are told by some dialects only. */
public record PendingMessage(
        String id, Optional<String> session, Optional<String> senderId, Optional<String> senderName, Optional<Turn.Role> role, String text, Instant at) {

    /** Times come back in seconds from some versions. */
    private static final Duration SAME_TIME = Duration.ofMillis(1_001);

    /** Whether this is the message that was handed over: the service has no other name for it than its words and time. */
    boolean is(Overlay.Handed handed) {
        return text.strip().equals(handed.utterance().text().strip())
                && Duration.between(at, handed.sentAt()).abs().compareTo(SAME_TIME) <= 0;
    }
}
