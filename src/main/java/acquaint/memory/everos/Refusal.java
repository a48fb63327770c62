package acquaint.memory.everos;
import acquaint.memory.MemoryException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
record Refusal(MemoryException.Kind kind, boolean certainlyNotDone, String message, Optional<Duration> retryAfter, Optional<String> requestId) {
    static Refusal of(int status, Function<String, Optional<String>> header, String body, Instant now) { return null; }
}
