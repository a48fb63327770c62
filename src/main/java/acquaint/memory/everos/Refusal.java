package acquaint.memory.everos;

import acquaint.memory.MemoryException.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What an answer other than success means. {@code certainlyNotDone} says that what was asked for was not done: a gateway
 * or a check stood before it. {@code code} is the service's own word, else the status. One tolerant reader serves all
 * dialects, since gateways do not keep to any. Pure.
 */
record Refusal(Kind kind, boolean certainlyNotDone, String code, String message, Optional<Duration> retryAfter, Optional<String> requestId) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>\\s*([^<]*?)\\s*</title>", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP = Pattern.compile("\\A\\s*<(?:!doctype|html|head|body|\\?xml)", Pattern.CASE_INSENSITIVE);

    static Refusal of(int status, Function<String, Optional<String>> header, String body, Instant now) {
        JsonNode json = parse(body);
        String code = JsonTexts.text(json.path("error"), "code").or(() -> JsonTexts.text(json, "code")).orElse(Integer.toString(status));
        boolean ownWords = json.isObject() && !json.isEmpty();
        Kind kind = kind(status, code, ownWords);
        return new Refusal(kind, notDone(status, kind), code, message(status, json, body),
                header.apply("Retry-After").flatMap(value -> retryAfter(value, now)),
                JsonTexts.text(json, "request_id").filter(id -> !id.equals("unknown")).or(() -> header.apply("X-Request-Id")));
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Kind kind(int status, String code, boolean ownWords) {
        return switch (status) {
            case 401, 407 -> Kind.BAD_KEY;
            case 403 -> Kind.WRONG_VERSION;
            case 402, 429 -> Kind.QUOTA;
            // A path that nobody knows is told in another way than a thing that is not there.
            case 404, 405 -> ownWords && isMissingThing(code) ? Kind.REFUSED : Kind.WRONG_VERSION;
            case 408, 504 -> Kind.LATE;
            case 500 -> code.equals("CONFIGURATION_ERROR") ? Kind.REFUSED : Kind.FAULT;
            case 503 -> switch (code) {
                case "SESSION_BUSY" -> Kind.BUSY;
                case "CAPABILITY_UNAVAILABLE" -> Kind.REFUSED;
                default -> Kind.AWAY;
            };
            default -> status / 100 == 4 ? Kind.REFUSED : Kind.AWAY;
        };
    }

    private static boolean isMissingThing(String code) {
        return code.replace("_", "").equalsIgnoreCase("notfound") || code.toLowerCase(java.util.Locale.ROOT).contains("task");
    }

    private static boolean notDone(int status, Kind kind) {
        return switch (kind) {
            case LATE, FAULT -> false;
            case AWAY -> status == 503 || status / 100 == 3;
            default -> true;
        };
    }

    private static String message(int status, JsonNode json, String body) {
        JsonNode error = json.path("error");
        String words = JsonTexts.text(error, "message")
                .or(() -> error.isTextual() ? JsonTexts.text(json, "error") : Optional.empty())
                .or(() -> JsonTexts.text(json, "message"))
                .or(() -> detail(json.path("detail")))
                .orElseGet(() -> page(status, body));
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    private static Optional<String> detail(JsonNode detail) {
        if (detail.isTextual()) {
            return Optional.of(detail.asText()).filter(text -> !text.isBlank());
        }
        JsonNode first = detail.path(0);
        String where = StreamSupport.stream(first.path("loc").spliterator(), false).map(JsonNode::asText).collect(Collectors.joining("."));
        return JsonTexts.text(first, "msg").map(words -> where.isEmpty() ? words : words + ": " + where);
    }

    /** A proxy's page is told by its title, and never as a whole. */
    private static String page(int status, String body) {
        if (MARKUP.matcher(body).find()) {
            Matcher title = TITLE.matcher(body);
            return title.find() && !title.group(1).isBlank() ? title.group(1) : "a web page instead of an answer";
        }
        return body.isBlank() || body.strip().startsWith("{") ? "status " + status : body.strip();
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
    private static Optional<Duration> retryAfter(String value, Instant now) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, (long) Math.ceil(Double.parseDouble(value.strip())))));
        } catch (NumberFormatException notSeconds) {
            try {
                Duration until = Duration.between(now, ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
                return Optional.of(until.isNegative() ? Duration.ZERO : until);
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        }
    }
}
