package acquaint.memory.everos;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message of a session as it goes to the service. {@code senderId} is the id of who wrote on {@link Role#USER} turns,
 * who thereby own the episode: the customer, or somebody else who takes part; and the agent's on others.
 */
public record Turn(Role role, String senderId, Optional<String> senderName, Instant at, List<Content> content) {

    public enum Role { USER, ASSISTANT }

    public Turn {
        content = List.copyOf(content);
    }
}
