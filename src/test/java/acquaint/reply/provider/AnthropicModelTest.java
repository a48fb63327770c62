package acquaint.reply.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages as Anthropic words them. */
class AnthropicModelTest extends LanguageModelContract {

    @Override
    LanguageModel model(ModelHttp http, ModelServer where, String name) {
        return new AnthropicModel(http, where, name, ContextSize.ANTHROPIC);
    }

    @Override
    String events(String... pieces) {
        var events = new StringBuilder(event("message_start", "\"message\":{\"id\":\"msg_1\",\"role\":\"assistant\",\"content\":[],\"stop_reason\":null,"
                + "\"usage\":{\"input_tokens\":11,\"output_tokens\":1}}")
                + event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}") + event("ping", ""));
        for (String piece : pieces) {
            events.append(event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + JsonNodeFactory.instance.textNode(piece) + "}"));
        }
        return events.toString();
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (fields.isEmpty() ? "" : "," + fields) + "}\n\n";
    }

    @Override
    String ending() {
        return stop("end_turn");
    }

    @Override
    String ending(Answer.Ending why) {
        return stop(why == Answer.Ending.CUT_OFF ? "max_tokens" : "refusal");
    }

    private static String stop(String reason) {
        return event("content_block_stop", "\"index\":0")
                + event("message_delta", "\"delta\":{\"stop_reason\":\"" + reason + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":7}")
                + event("message_stop", "");
    }

    @Override
    String fault() {
        return event("error", "\"error\":{\"type\":\"api_error\",\"message\":\"please: internal\"}");
    }

    @Override
    String keyHeader() {
        return "x-api-key: " + KEY;
    }

    private static String error(String type, String message) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + message + "\"},\"request_id\":\"req_1\"}";
    }

    @Test
    void errorsAreUnderstood() throws Exception {
        fails(Kind.BAD_KEY, 401, error("authentication_error", "invalid x-api-key " + KEY));
        fails(Kind.BAD_KEY, 403, error("permission_error", "no"));
        fails(Kind.NO_CREDIT, 400, error("invalid_request_error", "Your credit balance is too low to access the Anthropic API."));
        fails(Kind.NO_CREDIT, 402, error("billing_error", "payment"));
        fails(Kind.MODEL_NOT_FOUND, 404, error("not_found_error", "model: claude-0"));
        fails(Kind.TOO_LONG, 400, error("invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"));
        fails(Kind.TOO_LONG, 400, error("invalid_request_error", "input length and `max_tokens` exceed context limit: 199000 + 4000 > 200000"));
        fails(Kind.TOO_LONG, 413, error("request_too_large", "Request exceeds the maximum size"));
        fails(Kind.BUSY, 429, error("rate_limit_error", "slow down"));
        fails(Kind.BUSY, 529, error("overloaded_error", "Overloaded"));
        fails(Kind.LATE, 504, error("timeout_error", "timed out"));
        fails(Kind.FAULT, 500, error("api_error", "internal"));
        fails(Kind.FAULT, 400, error("invalid_request_error", "please: messages.0 is wrong"));
        fails(Kind.WRONG_URL, 404, error("not_found_error", "Not found"));
    }

    @Test
    void anOverloadInTheMiddleOfAnAnswerIsOne() throws Exception {
        serve((request, wire) -> wire.stream().write(events("half") + event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}")));
        assertEquals(Kind.BUSY, assertThrows(ModelException.class, () -> model().answer(prompt(), piece -> {})).kind());
    }

    @Test
    void aServiceSaysHowLongItWantsToBeLeftAlone() throws Exception {
        serve((request, wire) -> wire.head(429, "application/json", "retry-after: 12").write(error("rate_limit_error", "slow down")));
        ModelException failure = assertThrows(ModelException.class, () -> model().answer(prompt(), piece -> {}));
        assertEquals(Optional.of(Duration.ofSeconds(12)), failure.retryAfter());
    }

    @Test
    void instructionsAndMaterialAreApart() throws Exception {
        serve((request, wire) -> wire.stream().write(events("x") + ending()));
        model().answer(prompt(), piece -> {});
        LoopbackServer.Received request = server.received().getFirst();
        JsonNode json = new ObjectMapper().readTree(request.body());
        assertEquals("/v1/messages", request.path());
        assertEquals("2023-06-01", request.headers().get("anthropic-version"));
        assertEquals(prompt().instructions().text(), json.path("system").asText());
        assertEquals("user", json.at("/messages/0/role").asText());
        assertEquals(prompt().material().text(), json.at("/messages/0/content").asText());
        assertEquals(1, json.path("messages").size());
        assertEquals(300, json.path("max_tokens").asInt());
    }

    @Test
    void thoughtsAreNoPartOfTheAnswerNorIsWhatIsNotKnown() throws Exception {
        String thought = event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}")
                + event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}")
                + event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"signature_delta\",\"signature\":\"xx\"}")
                + event("something_new", "\"text\":\"no\"");
        serve((request, wire) -> wire.stream().write(thought + events("Dear Ana") + ending()));
        var text = new StringBuilder();
        model().answer(prompt(), text::append);
        assertEquals("Dear Ana", text.toString());
    }

    @Test
    void whatIsReadFromACacheIsAPartOfThePrompt() throws Exception {
        String start = event("message_start", "\"message\":{\"usage\":{\"input_tokens\":5,\"cache_read_input_tokens\":100,\"cache_creation_input_tokens\":20,\"output_tokens\":1}}");
        serve((request, wire) -> wire.stream().write(start + event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}") + ending()));
        assertEquals(125, model().answer(prompt(), piece -> {}).promptTokens().orElseThrow());
    }

    @Test
    void addressesAreUnderstoodAsTheyAreTyped() {
        for (String typed : new String[] {"https://api.anthropic.com", "https://api.anthropic.com/v1/", "https://api.anthropic.com/v1/messages"}) {
            assertEquals("https://api.anthropic.com/v1/models?limit=1000&after_id=a", AnthropicModel.models(new ModelServer(URI.create(typed), Optional.empty()), Optional.of("a")));
        }
    }
}
