package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the service answered with success. {@code body} is a missing node where there was none (204); {@code requestId}
 * is the header {@code X-Request-Id}.
 */
public record Answer(int status, JsonNode body, Optional<String> requestId) {}
