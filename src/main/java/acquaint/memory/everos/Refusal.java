package acquaint.memory.everos;

import static acquaint.memory.MemoryException.Kind.AWAY;
import static acquaint.memory.MemoryException.Kind.BAD_KEY;
import static acquaint.memory.MemoryException.Kind.BUSY;
import static acquaint.memory.MemoryException.Kind.FAULT;
import static acquaint.memory.MemoryException.Kind.LATE;
import static acquaint.memory.MemoryException.Kind.QUOTA;
import static acquaint.memory.MemoryException.Kind.REFUSED;
import static acquaint.memory.MemoryException.Kind.WRONG_VERSION;

import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import acquaint.memory.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an answer that is no success comes to. {@code certainlyNotDone} says that nothing was processed, so that a write
 * may be sent again without looking first; {@code message} is for the log and holds what the service said.
 */
public record Refusal(Kind kind, boolean certainlyNotDone, String message, Optional<Duration> retryAfter, Optional<String> requestId) {

    /** How servers and gateways say that nobody is at home under a path, as opposed to a thing that is not there. */
    private static final Pattern NO_ROUTE = Pattern.compile("(?i)(404[:\\s-]*)?((page|route|path|url|uri|endpoint) )?not found[.!]?"
            + "|cannot (get|post|put|patch|delete) .*|.*\\bno (such )?(route|endpoint)\\b.*");

    /** {@code header} finds a header by its name in whatever case; {@code body} must not hold the key any more. */
    public static Refusal of(int status, Function<String, Optional<String>> header, String body, Instant now) {
        ErrorBody error = ErrorBody.of(status, header, body);
        String code = error.code().orElse("").toUpperCase(Locale.ROOT);
        Kind kind = status == 404 ? notFound(code, error) : kind(status, code);
        String message = "HTTP " + status + error.code().map(word -> ' ' + word).orElse("") + hint(kind, status) + ": " + error.message();
        Optional<Duration> retryAfter = header.apply("Retry-After").flatMap(text -> RetryAfter.read(text, now));
        return new Refusal(kind, certainlyNotDone(status, code), message, retryAfter, error.requestId());
    }

    public MemoryException exception() {
        return new MemoryException(kind, message + requestId.map(id -> " (request " + id + ')').orElse(""), null, retryAfter);
    }

    /** A path that a server does not know, or a thing that it knows to be missing, which only the service itself can say. */
    private static Kind notFound(String code, ErrorBody error) {
        boolean noRoute = !error.structured() || code.contains("ROUTE") || NO_ROUTE.matcher(error.message()).matches();
        return noRoute ? WRONG_VERSION : REFUSED;
    }

    private static Kind kind(int status, String code) {
        return switch (status) {
            case 401 -> BAD_KEY;
            case 402, 429 -> QUOTA;
            // An account of one version is told so when it asks for another; no documented 403 means the key itself.
            case 403, 405 -> WRONG_VERSION;
            case 407, 502, 511 -> AWAY;
            case 408, 504 -> LATE;
            // A server that lacks something refuses every message alike, until somebody mends it.
            case 500 -> code.equals("CONFIGURATION_ERROR") ? AWAY : FAULT;
            case 503 -> code.equals("SESSION_BUSY") ? BUSY : AWAY;
            // From 520 on, a proxy tells that it cannot reach the service (Cloudflare's documentation).
            default -> status >= 520 || status < 400 ? AWAY : status > 500 ? FAULT : REFUSED;
        };
    }

    /**
     * What fails within a server or between two, may have been done all the same, and so may a message of which only the
     * extraction failed. A 503 comes before the work, unless it is for want of a service that the work itself needs.
     */
    private static boolean certainlyNotDone(int status, String code) {
        return switch (code) {
            case "EXTERNAL_SERVICE_UNAVAILABLE", "EXTRACTION_EMPTY" -> false;
            default -> status == 503 || status < 500 && status != 408;
        };
    }

    private static String hint(Kind kind, int status) {
        if (kind != WRONG_VERSION) {
            return "";
        }
        return status == 403 ? ", usually the wrong API version for this account" : ", this address does not speak this version";
    }
}
