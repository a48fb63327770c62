package acquaint.reply.provider;

import acquaint.memory.RetryAfter;
import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What services mean by the errors they answer with, as documented by OpenAI ("Error codes"), Azure ("Content filtering"), OpenRouter ("Errors
 * and debugging") and Anthropic ("Errors"), and as vLLM, LM Studio and Ollama answer. Their sentences are read but never passed on, since
 * they quote keys and what was sent; what is passed on are their codes.
 */
final class Refusals {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[a-zA-Z][\\w.-]{0,50}");
    private static final List<String> CREDIT = List.of("insufficient_quota", "billing_", "credit balance is too low", "insufficient credits",
            "exceeded your current quota", "insufficient balance");
    private static final List<String> LENGTH = List.of("context_length_exceeded", "prompt is too long", "maximum context length", "context window",
            "exceed_context_size", "exceeds the available context", "context length", "context limit", "request_too_large",
            "string_above_max_length");
    private static final List<String> CONTENT = List.of("content_filter", "content_policy", "responsibleaipolicyviolation",
            "content management policy", "flagged");
    private static final List<String> NO_MODEL = List.of("model_not_found", "deploymentnotfound", "not a valid model", "no models loaded",
            "no endpoints found", "invalid model");

    private Refusals() {}

    /** Of an answer that is none: {@code body} as far as it was read, {@code retryAfter} as the header has it. */
    static ModelException of(ModelServer server, int status, String body, Optional<String> retryAfter) {
        JsonNode json = json(body);
        Optional<String> word = refusedWord(status, json);
        if (word.isPresent()) {
            return new RefusedWord(word.get(), words(server, status, json));
        }
        Optional<Duration> wait = retryAfter.flatMap(text -> RetryAfter.read(text, Clock.systemUTC().instant()));
        Kind kind = json.isObject() || json.isArray() ? kind(status, json) : bare(status);
        return new ModelException(kind, words(server, status, json), null, wait);
    }

    /** Of JSON with a status that says all is well: an error all the same, or the answer of something else. */
    static ModelException inPlaceOfAStream(ModelServer server, int status, String body) {
        return json(body).hasNonNull("error") ? of(server, json(body))
                : new ModelException(Kind.WRONG_URL, server.host() + " answered " + status + " with no stream of events");
    }

    /** Of an error in the middle of a stream. */
    static ModelException of(ModelServer server, JsonNode json) {
        int status = error(json).path("code").asInt(error(json).path("status").asInt(0));
        return new ModelException(kind(status, json), words(server, status, json));
    }

    /** OpenAI names the field; others have it somewhere in their sentence. */
    private static Optional<String> refusedWord(int status, JsonNode json) {
        if (status != 400 && status != 422 || !json.isObject()) {
            return Optional.empty();
        }
        String all = said(json) + '\n' + json.path("detail").toString().toLowerCase(Locale.ROOT);
        boolean unknown = Stream.of("unsupported", "not supported", "unknown", "unrecognized", "extra inputs", "extra_forbidden", "not permitted",
                "not allowed", "only allowed").anyMatch(all::contains);
        return Stream.of("stream_options", "max_tokens").filter(word -> unknown && all.contains(word)).findFirst();
    }

    private static JsonNode json(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            // Some answer with a list of one.
            return json == null ? MissingNode.getInstance() : json.isArray() && json.size() == 1 ? json.get(0) : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode error(JsonNode json) {
        JsonNode error = json.path("error");
        return error.isObject() ? error : json;
    }

    /** Not the service itself, but something in front of it, or something else in its place. */
    private static Kind bare(int status) {
        return switch (status) {
            case 401, 403 -> Kind.BAD_KEY;
            case 402 -> Kind.NO_CREDIT;
            case 408, 504 -> Kind.LATE;
            case 413 -> Kind.TOO_LONG;
            case 429, 503, 529 -> Kind.BUSY;
            default -> status >= 500 ? Kind.FAULT : Kind.WRONG_URL;
        };
    }

    private static Kind kind(int status, JsonNode json) {
        String all = said(json);
        if (status == 402 || CREDIT.stream().anyMatch(all::contains)) {
            return Kind.NO_CREDIT;
        }
        if (status == 413 || LENGTH.stream().anyMatch(all::contains)) {
            return Kind.TOO_LONG;
        }
        if (CONTENT.stream().anyMatch(all::contains)) {
            return Kind.REFUSED;
        }
        if (NO_MODEL.stream().anyMatch(all::contains) || status == 404 && all.contains("model")) {
            return Kind.MODEL_NOT_FOUND;
        }
        if (all.contains("overloaded_error") || all.contains("rate_limit")) {
            return Kind.BUSY;
        }
        if (all.contains("authentication_error") || all.contains("permission_error") || all.contains("invalid_api_key")) {
            return Kind.BAD_KEY;
        }
        return switch (status) {
            case 404, 405 -> Kind.WRONG_URL;
            case 401, 402, 403, 408, 413, 429, 503, 504, 529 -> bare(status);
            default -> status / 100 == 3 ? Kind.WRONG_URL : all.contains("timeout_error") ? Kind.LATE : Kind.FAULT;
        };
    }

    /** What the service says of its own; some add what it was sent, which could hold any words. */
    private static String said(JsonNode json) {
        var said = new StringBuilder(json.path("error").asText("")).append('\n').append(json.path("detail").asText(""));
        for (String field : List.of("type", "code", "param", "message", "innererror", "metadata")) {
            JsonNode value = error(json).path(field);
            String text = value.isValueNode() ? value.asText() : value.toString();
            said.append('\n').append(text, 0, Math.min(text.length(), 1_000));
        }
        return said.toString().toLowerCase(Locale.ROOT);
    }

    private static String words(ModelServer server, int status, JsonNode json) {
        var words = new StringBuilder(server.host()).append(" answered").append(status > 0 ? " " + status : " with an error");
        for (String field : List.of("type", "code", "param")) {
            String value = error(json).path(field).asText("");
            if (CODE.matcher(value).matches() && server.key().filter(value::contains).isEmpty()) {
                words.append(' ').append(value);
            }
        }
        return words.toString();
    }
}
