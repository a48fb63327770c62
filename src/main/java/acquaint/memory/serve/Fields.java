package acquaint.memory.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a request's body as the dialect demands it, and says of the first thing that is wrong what it is. */
record Fields(Dialect dialect, JsonNode body) {

    private static final int MOST_MESSAGES = 500;
    private static final int MOST_RESULTS = 100;
    /** So far may another computer's clock be ahead, or its zone be taken for ours. */
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final long FIRST_MILLISECONDS = 1_000_000_000_000L;

    /** Refuses what the dialect does not know; cloud v1 ignores it. */
    void only(String... names) {
        if (dialect != Dialect.V1) {
            Set<String> known = Set.of(names);
            body.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw invalid("Extra inputs are not permitted: " + name);
                }
            });
        }
    }

    Problem invalid(String message) {
        return Problem.invalid(dialect, message);
    }

    boolean has(String name) {
        return body.hasNonNull(name);
    }

    String text(String name) {
        if (!has(name)) {
            throw Problem.missing(dialect, name);
        }
        if (!body.get(name).isTextual() || body.get(name).textValue().isEmpty()) {
            throw invalid("Input should be a non-empty string: " + name);
        }
        return body.get(name).textValue();
    }

    /** At most so many characters, where there are some. */
    Optional<String> within(String name, int longest) {
        Optional<String> text = maybe(name);
        if (text.filter(value -> value.length() > longest).isPresent()) {
            throw invalid("String should have at most " + longest + " characters: " + name);
        }
        return text;
    }

    Optional<String> maybe(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** One that names somebody, or something that is kept. */
    String id(String name) {
        return id(name, Ids.LONGEST);
    }

    String id(String name, int longest) {
        return Ids.checked(dialect, text(name), name, longest);
    }

    Optional<String> maybeId(String name) {
        return has(name) ? Optional.of(id(name)) : Optional.empty();
    }

    /** One that this server gave out, in the form that all of a cloud's have. */
    String memoryId(String name) {
        String id = body.path(name).asText("");
        if (!Ids.EPISODE.matcher(id).matches()) {
            throw has(name) || dialect == Dialect.V1 ? invalid(Ids.FORM + name) : Problem.missing(dialect, name);
        }
        return id.toLowerCase(Locale.ROOT);
    }

    List<String> memoryIds(String name, int most) {
        List<String> ids = texts(name, 1, most, Ids.LONGEST);
        if (!ids.stream().allMatch(id -> Ids.EPISODE.matcher(id).matches())) {
            throw invalid(Ids.FORM + name);
        }
        return ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    String oneOf(String name, String usual, String... allowed) {
        if (!has(name)) {
            if (usual == null) {
                throw Problem.missing(dialect, name);
            }
            return usual;
        }
        String value = body.get(name).asText();
        if (!Arrays.asList(allowed).contains(value)) {
            throw invalid("Input should be one of " + Arrays.toString(allowed) + ": " + name);
        }
        return value;
    }

    boolean flag(String name, boolean usual) {
        if (has(name) && !body.get(name).isBoolean()) {
            throw invalid("Input should be a valid boolean: " + name);
        }
        return has(name) ? body.get(name).booleanValue() : usual;
    }

    int number(String name, int usual, int least, int most) {
        if (!has(name)) {
            return usual;
        }
        JsonNode value = body.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            throw invalid("Input should be an integer from " + least + " to " + most + ": " + name);
        }
        return value.intValue();
    }

    /** -1, all there is, is as many as the API ever tells. */
    int topK() {
        int wanted = number("top_k", -1, -1, MOST_RESULTS);
        if (wanted == 0) {
            throw invalid("top_k must be -1 or from 1 to " + MOST_RESULTS + ": top_k");
        }
        return wanted < 0 ? MOST_RESULTS : wanted;
    }

    Optional<Double> fraction(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        double value = body.get(name).asDouble(-1);
        if (!body.get(name).isNumber() || value < 0 || value > 1) {
            throw invalid("Input should be a number from 0 to 1: " + name);
        }
        return Optional.of(value);
    }

    List<String> texts(String name, int least, int most, int longest) {
        if (!body.path(name).isArray()) {
            throw has(name) ? invalid("Input should be a valid list: " + name) : Problem.missing(dialect, name);
        }
        var texts = new ArrayList<String>();
        for (JsonNode one : body.get(name)) {
            if (!one.isTextual() || one.textValue().isEmpty() || one.textValue().length() > longest) {
                throw invalid("Each should be a string of 1 to " + longest + " characters: " + name);
            }
            texts.add(one.textValue());
        }
        if (texts.size() < least || texts.size() > most) {
            throw invalid("List should have " + least + " to " + most + " items: " + name);
        }
        return texts;
    }

    List<Fields> messages() {
        JsonNode messages = body.path("messages");
        if (!messages.isArray()) {
            throw has("messages") ? invalid("Input should be a valid list: messages") : Problem.missing(dialect, "messages");
        }
        if (messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            throw invalid("List should have 1 to " + MOST_MESSAGES + " items: messages");
        }
        var all = new ArrayList<Fields>();
        messages.forEach(message -> all.add(new Fields(dialect, message)));
        return all;
    }

    /** A tool's answer has to say which call it answers. */
    void checkToolCall(String role) {
        if (role.equals("tool")) {
            if (!has("tool_call_id")) {
                throw invalid("tool_call_id is required for role tool: messages.tool_call_id");
            }
            id("tool_call_id");
        }
    }

    /** v2 refuses seconds, the others tell them by their size; {@code now} bounds what can have been said. */
    Instant timestamp(Instant now) {
        if (!has("timestamp")) {
            throw Problem.missing(dialect, "timestamp");
        }
        JsonNode value = body.get("timestamp");
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
            throw invalid("Input should be a valid integer greater than 0: timestamp");
        }
        long given = value.longValue();
        if (dialect == Dialect.V2 && given < FIRST_MILLISECONDS) {
            throw invalid("Input should be greater than or equal to " + FIRST_MILLISECONDS + ": timestamp");
        }
        Instant at = given < FIRST_MILLISECONDS ? Instant.ofEpochSecond(given) : Instant.ofEpochMilli(given);
        if (at.isAfter(now.plus(AHEAD))) {
            throw invalid("Input should not lie more than a day ahead: timestamp");
        }
        return at;
    }

    /** The words of a message; of what is not text, its name. */
    String content(boolean mayBeEmpty) {
        JsonNode content = body.path("content");
        if (content.isTextual() && !content.textValue().isEmpty()) {
            return content.textValue();
        }
        if (content.isArray() && !content.isEmpty()) {
            var words = new ArrayList<String>();
            content.forEach(item -> words.add(new Fields(dialect, item).item()));
            return String.join("\n", words);
        }
        if (mayBeEmpty && (content.isNull() || content.isMissingNode())) {
            return "";
        }
        throw content.isMissingNode() ? Problem.missing(dialect, "content") : invalid("content must not be empty: content");
    }

    private String item() {
        String type = oneOf("type", null, "text", "audio", "image", "doc", "pdf", "html", "email");
        if (type.equals("text")) {
            return text("text");
        }
        if (dialect == Dialect.OSS && !has("uri") && !has("base64")) {
            throw new Problem(415, "UNSUPPORTED_FORMAT", "a content item of type " + type + " needs uri or base64");
        }
        if (dialect == Dialect.OSS) {
            throw new Problem(503, "CAPABILITY_UNAVAILABLE", "this memory keeps text only");
        }
        return "[" + type + (has("name") ? ": " + text("name") : "") + "]";
    }
}
