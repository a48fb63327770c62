package acquaint.memory.everos;

import java.util.Map;
import java.util.Optional;

/** What a server says of itself. {@code capabilities} are named as the server names them, for example {@code embed}. */
public record ServiceHealth(boolean well, Optional<String> version, Map<String, Boolean> capabilities) {

    public ServiceHealth {
        capabilities = Map.copyOf(capabilities);
    }
}
