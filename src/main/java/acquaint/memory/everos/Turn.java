package acquaint.memory.everos;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message of a session as it goes to the service. {@code senderId} is the customer's id on {@link Role#USER} turns,
 * which thereby own the episode, and the agent's on others.
 */
public record Turn(Role role, String senderId, Optional<String> senderName, Instant at, List<Content> content) {

    public enum Role { USER, ASSISTANT }

    public Turn {
        content = List.copyOf(content);
    }
}
