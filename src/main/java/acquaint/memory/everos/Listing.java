package acquaint.memory.everos;

import java.util.Optional;

/** A page of all that is kept of one kind, newest first. {@code page} counts from 1; {@code pageSize} is 1 to 100. */
public record Listing(String userId, Type type, Optional<String> session, int page, int pageSize) {

    public enum Type { EPISODES, PROFILE }
}
