package acquaint.memory.everos;

import java.time.Instant;
import java.util.Optional;

/** A message that the service has and that is in no episode yet. {@code role} and {@code session} are told by some dialects only. */
public record PendingMessage(
        String id, Optional<String> session, Optional<String> senderId, Optional<String> senderName, Optional<Turn.Role> role, String text, Instant at) {}
