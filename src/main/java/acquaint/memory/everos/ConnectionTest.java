package acquaint.memory.everos;

import java.util.Map;
import java.util.Optional;

/**
 * What an address answered to a few cheap questions. {@code dialect} names what it speaks ("EverOS cloud v2"), {@code
 * version} is the server's own number. {@code detail} is in the service's words, for the details.
 */
public record ConnectionTest(Result result, Optional<String> dialect, Optional<String> version, Map<String, Boolean> capabilities, String detail) {

    public enum Result {
        CONNECTED,
        /** It answers, and speaks another version than the one asked for, which {@code dialect} names. */
        ANOTHER_VERSION,
        /** A key is needed and there is none. */
        NO_KEY,
        BAD_KEY,
        /** The key is known and belongs to another version (403). */
        WRONG_VERSION,
        QUOTA,
        /** Somebody answers, but not EverOS. */
        NOT_EVEROS,
        AWAY
    }

    public ConnectionTest {
        capabilities = Map.copyOf(capabilities);
    }
}
