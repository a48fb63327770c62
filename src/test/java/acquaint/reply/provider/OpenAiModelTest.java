package acquaint.reply.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Chat completions as OpenAI, Azure, OpenRouter, vLLM, LM Studio and Ollama word them. */
class OpenAiModelTest extends LanguageModelContract {

    @Override
    LanguageModel model(ModelHttp http, ModelServer where, String name) {
        return new OpenAiModel(http, where, name, 8_192);
    }

    @Override
    String events(String... pieces) {
        var events = new StringBuilder("data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n");
        for (String piece : pieces) {
            events.append("data: {\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":")
                    .append(JsonNodeFactory.instance.textNode(piece)).append("},\"finish_reason\":null}],\"usage\":null}\n\n");
        }
        return events.toString();
    }

    @Override
    String ending() {
        return finish("stop") + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}\n\ndata: [DONE]\n\n";
    }

    @Override
    String ending(Answer.Ending why) {
        return finish(why == Answer.Ending.CUT_OFF ? "length" : "content_filter") + "data: [DONE]\n\n";
    }

    private static String finish(String reason) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n\n";
    }

    @Override
    String fault() {
        return "data: {\"error\":{\"message\":\"please, the server had an error\",\"type\":\"server_error\",\"code\":null}}\n\n";
    }

    @Override
    String keyHeader() {
        return "authorization: Bearer " + KEY;
    }

    private static String error(String type, String code, String message) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + type + "\",\"param\":null,\"code\":" + (code == null ? "null" : "\"" + code + "\"") + "}}";
    }

    @Test
    void errorsOfEachServiceAreUnderstood() throws Exception {
        fails(Kind.BAD_KEY, 401, error("invalid_request_error", "invalid_api_key", "Incorrect API key provided: " + KEY));
        fails(Kind.BAD_KEY, 403, error("permission_error", null, "no access"));
        fails(Kind.BAD_KEY, 401, "{\"error\":{\"code\":\"401\",\"message\":\"Access denied due to invalid subscription key\"}}");
        fails(Kind.NO_CREDIT, 429, error("insufficient_quota", "insufficient_quota", "You exceeded your current quota"));
        fails(Kind.NO_CREDIT, 402, "{\"error\":{\"code\":402,\"message\":\"Insufficient credits\"}}");
        fails(Kind.MODEL_NOT_FOUND, 404, error("invalid_request_error", "model_not_found", "The model `x` does not exist"));
        fails(Kind.MODEL_NOT_FOUND, 404, "{\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"The API deployment for this resource does not exist.\"}}");
        fails(Kind.MODEL_NOT_FOUND, 404, "{\"error\":\"model 'x' not found\"}");
        fails(Kind.MODEL_NOT_FOUND, 400, "{\"error\":{\"code\":400,\"message\":\"x is not a valid model ID\"}}");
        fails(Kind.MODEL_NOT_FOUND, 404, "{\"object\":\"error\",\"message\":\"The model `x` does not exist.\",\"type\":\"NotFoundError\",\"code\":404}");
        fails(Kind.WRONG_URL, 404, error("invalid_request_error", null, "Invalid URL (POST /v2)"));
        fails(Kind.WRONG_URL, 404, "{\"detail\":\"Not Found\"}");
        fails(Kind.TOO_LONG, 400, error("invalid_request_error", "context_length_exceeded", "This model's maximum context length is 8192 tokens"));
        fails(Kind.TOO_LONG, 400, "{\"object\":\"error\",\"message\":\"This model's maximum context length is 4096 tokens\",\"type\":\"BadRequestError\",\"code\":400}");
        fails(Kind.TOO_LONG, 400, error("exceed_context_size_error", null, "the request exceeds the available context size"));
        fails(Kind.REFUSED, 400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"please\",\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\"}}}");
        fails(Kind.REFUSED, 403, "{\"error\":{\"code\":403,\"message\":\"Input was flagged\",\"metadata\":{\"reasons\":[\"violence\"],\"flagged_input\":\"please\"}}}");
        fails(Kind.BUSY, 429, error("requests", "rate_limit_exceeded", "Rate limit reached"));
        fails(Kind.BUSY, 503, error("server_error", null, "The engine is currently overloaded"));
        fails(Kind.FAULT, 500, error("server_error", null, "The server had an error"));
        fails(Kind.LATE, 504, "<html>Gateway timeout</html>");
        fails(Kind.FAULT, 400, error("invalid_request_error", "unsupported_value", "please: temperature"));
    }

    @Test
    void aServiceSaysHowLongItWantsToBeLeftAlone() throws Exception {
        serve((request, wire) -> wire.head(429, "application/json", "Retry-After: 7").write(error("requests", "rate_limit_exceeded", "slow down")));
        ModelException failure = assertThrows(ModelException.class, () -> model().answer(prompt(), piece -> {}));
        assertEquals(Optional.of(Duration.ofSeconds(7)), failure.retryAfter());
    }

    @Test
    void anErrorInPlaceOfAStreamIsUnderstood() throws Exception {
        serve((request, wire) -> wire.stream().write("data: {\"error\":{\"code\":402,\"message\":\"Insufficient credits\"}}\n\n"));
        assertEquals(Kind.NO_CREDIT, assertThrows(ModelException.class, () -> model().answer(prompt(), piece -> {})).kind());
    }

    @Test
    void anErrorThatIsSaidWithAStatusOfSuccessIsOne() throws Exception {
        fails(Kind.NO_CREDIT, 200, "{\"error\":{\"code\":402,\"message\":\"Insufficient credits\"}}");
        fails(Kind.WRONG_URL, 200, "{\"hello\":\"world\"}");
    }

    @Test
    void aStreamWithoutATypeIsReadAllTheSame() throws Exception {
        serve((request, wire) -> wire.head(200, "text/plain; charset=utf-8").write(events("x") + ending()));
        assertEquals(Answer.Ending.COMPLETE, model().answer(prompt(), piece -> {}).ending());
    }

    @Test
    void theNewerNameOfTheBoundIsUsedWhereTheOlderIsRefusedAndFromThenOn() throws Exception {
        serve((request, wire) -> {
            if (request.text().contains("\"max_tokens\"")) {
                wire.head(400, "application/json").write("{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model. Use "
                        + "'max_completion_tokens' instead.\",\"type\":\"invalid_request_error\",\"param\":\"max_tokens\",\"code\":\"unsupported_parameter\"}}");
            } else {
                wire.stream().write(events("x") + ending());
            }
        });
        LanguageModel model = model();
        assertEquals(3, model.answer(prompt(), piece -> {}).ledgerEntry(), "1 was refused, 2 says so");
        model.answer(prompt(), piece -> {});
        assertEquals(3, server.received().size());
        assertEquals(300, json(2).path("max_completion_tokens").asInt());
    }

    @Test
    void serversThatCannotCountAreNotAskedAgain() throws Exception {
        serve((request, wire) -> {
            if (request.text().contains("stream_options")) {
                wire.head(422, "application/json").write("{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"stream_options\"],\"msg\":\"Extra inputs are not permitted\"}]}");
            } else {
                wire.stream().write(events("x") + finish("stop") + "data: [DONE]\n\n");
            }
        });
        assertEquals(new Answer(Answer.Ending.COMPLETE, 3, OptionalInt.empty(), OptionalInt.empty()), model().answer(prompt(), piece -> {}));
    }

    @Test
    void aWordThatIsRefusedAgainAndAgainEnds() throws Exception {
        serve((request, wire) -> wire.head(400, "application/json").write("{\"error\":\"stream_options is not supported\"}"));
        assertEquals(Kind.FAULT, assertThrows(ModelException.class, () -> model().answer(prompt(), piece -> {})).kind());
        assertEquals(2, server.received().size());
    }

    @Test
    void instructionsAndMaterialAreApart() throws Exception {
        serve((request, wire) -> wire.stream().write(events("x") + ending()));
        model().answer(prompt(), piece -> {});
        assertEquals("/v1/chat/completions", server.received().getFirst().path());
        assertEquals("system", json(0).at("/messages/0/role").asText());
        assertEquals(prompt().instructions().text(), json(0).at("/messages/0/content").asText());
        assertEquals("user", json(0).at("/messages/1/role").asText());
        assertEquals(prompt().material().text(), json(0).at("/messages/1/content").asText());
        assertEquals(2, json(0).path("messages").size());
        assertTrue(json(0).path("stream").asBoolean());
    }

    @Test
    void thoughtsAreNoPartOfTheAnswer() throws Exception {
        String reasoning = "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"hm\",\"reasoning\":\"hm\",\"content\":null}}]}\n\n";
        serve((request, wire) -> wire.stream().write(reasoning + events("<th", "ink>He is an", "gry</th", "ink>\n\nDear ", "Ana, a <think> of yours") + ending()));
        var text = new StringBuilder();
        model().answer(prompt(), text::append);
        assertEquals("Dear Ana, a <think> of yours", text.toString());
    }

    @Test
    void halvesOfACharacterAreHeldUntilTheyAreOne() throws Exception {
        String half = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n";
        serve((request, wire) -> wire.stream().write(half.formatted("a\\ud83d") + half.formatted("\\ude00b") + ending()));
        var pieces = new ArrayList<String>();
        model().answer(prompt(), pieces::add);
        assertEquals(List.of("a", "\uD83D\uDE00b"), pieces);
    }

    @Test
    void aRefusalInWordsIsOne() throws Exception {
        serve((request, wire) -> wire.stream().write("data: {\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"I cannot\"}}]}\n\n" + ending()));
        var text = new StringBuilder();
        assertEquals(Answer.Ending.REFUSED, model().answer(prompt(), text::append).ending());
        assertEquals("", text.toString());
    }

    @Test
    void aKeyIsOptional() throws Exception {
        serve((request, wire) -> wire.stream().write(events("x") + ending()));
        model(open(Patience.USUAL), new ModelServer(URI.create(server.url() + "/v1/"), Optional.of(" ")), "m").answer(prompt(), piece -> {});
        assertFalse(server.received().getFirst().headers().containsKey("authorization"));
        assertEquals("/v1/chat/completions", server.received().getFirst().path());
    }

    @Test
    void azureHasTheDeploymentInThePathAndAHeaderOfItsOwn() throws Exception {
        serve((request, wire) -> wire.stream().write(events("x") + ending()));
        var azure = new ModelServer(URI.create(server.url() + "/openai/deployments/my-gpt?api-version=2024-06-01"), Optional.of(KEY));
        LanguageModel model = model(open(Patience.USUAL), azure, "my-gpt");
        model.answer(prompt(), piece -> {});
        LoopbackServer.Received request = server.received().getFirst();
        assertEquals("/openai/deployments/my-gpt/chat/completions?api-version=2024-06-01", request.path());
        assertEquals(KEY, request.headers().get("api-key"));
        assertFalse(request.headers().containsKey("authorization"));
        assertEquals("azure", model.recipient().provider());
    }

    @Test
    void addressesAreUnderstoodAsTheyAreTyped() {
        assertEquals("https://api.openai.com/v1/chat/completions", chat("https://api.openai.com"));
        assertEquals("https://api.openai.com/v1/chat/completions", chat("https://api.openai.com/v1/chat/completions"));
        assertEquals("https://openrouter.ai/api/v1/chat/completions", chat("https://openrouter.ai/api/v1/"));
        assertEquals("https://shop.openai.azure.com/openai/deployments/my%20model/chat/completions?api-version=2024-10-21", chat("https://shop.openai.azure.com"));
        assertEquals("https://shop.openai.azure.com/openai/deployments/my%20model/chat/completions?api-version=2025-01-01", chat("https://shop.openai.azure.com/?api-version=2025-01-01"));
        assertEquals("https://shop.openai.azure.com/openai/v1/chat/completions", chat("https://shop.openai.azure.com/openai/v1/"));
        assertEquals("http://127.0.0.1:1/v1/models", new OpenAiUrls(new ModelServer(URI.create("http://user:pw@127.0.0.1:1"), Optional.empty())).models());
    }

    private static String chat(String url) {
        return new OpenAiUrls(new ModelServer(URI.create(url), Optional.empty())).chat("my model");
    }

    private JsonNode json(int request) throws Exception {
        return new ObjectMapper().readTree(server.received().get(request).body());
    }
}
