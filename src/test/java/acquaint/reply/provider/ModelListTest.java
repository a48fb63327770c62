package acquaint.reply.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.privacy.Ledger;
import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which models a service has and how much room they have, as each service says it. */
@Timeout(60)
class ModelListTest {

    @TempDir
    Path directory;

    private ModelHttp http;
    private LoopbackServer server;

    @BeforeEach
    void open() {
        http = new ModelHttp(new Ledger(directory.resolve("ledger.jsonl"), Clock.systemUTC()));
    }

    @AfterEach
    void close() throws Exception {
        http.close();
        if (server != null) {
            server.close();
        }
    }

    private ModelServer at(String path) {
        return new ModelServer(URI.create(server.url() + path), Optional.of("sk-1"));
    }

    private void serve(LoopbackServer.Handler handler) throws Exception {
        server = new LoopbackServer(handler);
    }

    private static LoopbackServer.Wire json(LoopbackServer.Wire wire, String body) throws Exception {
        return wire.head(200, "application/json").write(body);
    }

    @Test
    void aListTellsNamesAndRoomWhereTheServiceDoes() throws Exception {
        serve((request, wire) -> json(wire, "{\"object\":\"list\",\"data\":[{\"id\":\"a/router\",\"context_length\":131072},{\"id\":\"vllm\",\"max_model_len\":32768},{\"id\":\"plain\"}]}"));
        assertEquals(List.of(new OfferedModel("a/router", OptionalInt.of(131_072)), new OfferedModel("vllm", OptionalInt.of(32_768)),
                new OfferedModel("plain", OptionalInt.empty())), new ModelList(http).openAi(at("/v1")));
        assertEquals("/v1/models", server.received().getFirst().path());
        assertEquals("Bearer sk-1", server.received().getFirst().headers().get("authorization"));
        assertEquals(32_768, new ContextSize(http).openAi(at("/v1"), "vllm"));
    }

    @Test
    void anthropicIsReadPageByPage() throws Exception {
        serve((request, wire) -> json(wire, request.path().contains("after_id=claude-a")
                ? "{\"data\":[{\"type\":\"model\",\"id\":\"claude-b\"}],\"has_more\":false,\"first_id\":\"claude-b\",\"last_id\":\"claude-b\"}"
                : "{\"data\":[{\"type\":\"model\",\"id\":\"claude-a\",\"max_input_tokens\":1000000}],\"has_more\":true,\"last_id\":\"claude-a\"}"));
        assertEquals(List.of(new OfferedModel("claude-a", OptionalInt.of(1_000_000)), new OfferedModel("claude-b", OptionalInt.empty())),
                new ModelList(http).anthropic(at("")));
        assertEquals("sk-1", server.received().getFirst().headers().get("x-api-key"));
        assertEquals(1_000_000, new ContextSize(http).anthropic(at(""), "claude-a"));
        assertEquals(ContextSize.ANTHROPIC, new ContextSize(http).anthropic(at(""), "claude-b"));
    }

    @Test
    void pagesWithoutAnEndEnd() throws Exception {
        serve((request, wire) -> json(wire, "{\"data\":[{\"id\":\"a\"}],\"has_more\":true,\"last_id\":\"a\"}"));
        assertEquals(Kind.WRONG_URL, assertThrows(ModelException.class, () -> new ModelList(http).anthropic(at(""))).kind());
    }

    @Test
    void whatIsWrongIsSaidAsWithAnAnswer() throws Exception {
        fails(Kind.BAD_KEY, 401, "{\"error\":{\"message\":\"Incorrect API key: sk-1\",\"code\":\"invalid_api_key\"}}");
        fails(Kind.WRONG_URL, 404, "<html>nothing here</html>");
        fails(Kind.WRONG_URL, 200, "<html>Please sign in</html>");
        fails(Kind.WRONG_URL, 200, "{\"hello\":\"world\"}");
        fails(Kind.FAULT, 500, "{\"error\":{\"message\":\"oops\"}}");
        assertEquals(Kind.AWAY, assertThrows(ModelException.class, () -> new ModelList(http).openAi(at("/v1"))).kind());
    }

    private void fails(Kind kind, int status, String body) throws Exception {
        serve((request, wire) -> wire.head(status, "application/json").write(body));
        ModelException failure = assertThrows(ModelException.class, () -> new ModelList(http).openAi(at("/v1")));
        assertEquals(kind, failure.kind(), body);
        assertFalse(failure.getMessage().contains("sk-1"));
        server.close();
    }

    @Test
    void anInterruptEndsTheAskingAtOnce() throws Exception {
        var asked = new CountDownLatch(1);
        var left = new CountDownLatch(1);
        serve((request, wire) -> {
            asked.countDown();
            if (wire.goneWithin(30)) {
                left.countDown();
            }
        });
        Thread thread = Thread.ofPlatform().start(() -> assertThrows(InterruptedException.class, () -> new ModelList(http).openAi(at("/v1"))));
        assertTrue(asked.await(20, TimeUnit.SECONDS));
        thread.interrupt();
        assertTrue(left.await(5, TimeUnit.SECONDS));
        thread.join(5_000);
        assertFalse(thread.isAlive());
    }

    @Test
    void anOllamaIsFoundWithTheModelsThatCanAnswer() throws Exception {
        serve(ModelListTest::ollama);
        var ollama = new Ollama(http, URI.create(server.url() + "/v1"));
        assertEquals(Optional.of(List.of("llama3.2:3b", "big:70b")), ollama.models());
    }

    @Test
    void aComputerWithoutAnOllamaIsOne() throws Exception {
        serve((request, wire) -> wire.head(200, "text/html").write("<html>another program</html>"));
        var ollama = new Ollama(http, server.url());
        assertEquals(Optional.empty(), ollama.models());
        server.close();
        assertEquals(Optional.empty(), ollama.models());
    }

    @Test
    void aProgramThatSaysNothingIsNoOllamaAndIsNotWaitedForLong() throws Exception {
        var left = new CountDownLatch(1);
        serve((request, wire) -> {
            if (wire.goneWithin(30)) {
                left.countDown();
            }
        });
        assertEquals(Optional.empty(), new Ollama(http, server.url()).models());
        assertTrue(left.await(5, TimeUnit.SECONDS));
    }

    @Test
    void ollamaRunsAModelWithLessRoomThanItWasMadeFor() throws Exception {
        serve(ModelListTest::ollama);
        var size = new ContextSize(http);
        assertEquals(16_384, size.openAi(at("/v1"), "llama3.2:3b"), "as the model's file sets it");
        assertEquals(32_768, size.openAi(at("/v1"), "big:70b"), "as it is loaded");
        assertEquals(Ollama.USUAL_CONTEXT, size.openAi(at("/v1"), "third"));
        assertEquals(2_048, size.openAi(at("/v1"), "small"), "never more than it was made for");
        assertEquals(ContextSize.SAFE, size.openAi(at("/v1"), "unknown"));
    }

    private static void ollama(LoopbackServer.Received request, LoopbackServer.Wire wire) throws Exception {
        switch (request.path()) {
            case "/v1/models" -> json(wire, "{\"object\":\"list\",\"data\":[{\"id\":\"llama3.2:3b\"},{\"id\":\"big:70b\"}]}");
            case "/api/tags" -> json(wire, "{\"models\":[{\"name\":\"llama3.2:3b\",\"details\":{\"family\":\"llama\"}},"
                    + "{\"name\":\"nomic-embed-text:latest\",\"details\":{\"family\":\"nomic-bert\"}},{\"name\":\"big:70b\",\"details\":{}}]}");
            case "/api/ps" -> json(wire, "{\"models\":[{\"name\":\"big:70b\",\"model\":\"big:70b\",\"context_length\":32768}]}");
            case "/api/show" -> {
                String made = "\"model_info\":{\"general.architecture\":\"llama\",\"llama.context_length\":%d}";
                if (request.text().contains("llama3.2")) {
                    json(wire, "{\"parameters\":\"stop \\\"<|end|>\\\"\\nnum_ctx                        16384\\n\"," + made.formatted(131_072) + "}");
                } else if (request.text().contains("small")) {
                    json(wire, "{" + made.formatted(2_048) + "}");
                } else if (request.text().contains("unknown")) {
                    wire.head(404, "application/json").write("{\"error\":\"model 'unknown' not found\"}");
                } else {
                    json(wire, "{" + made.formatted(131_072) + "}");
                }
            }
            default -> wire.head(404, "text/plain").write("404 page not found");
        }
    }

    @Test
    void whereNothingIsKnownASafeSizeIsTaken() throws Exception {
        serve((request, wire) -> {
            if (request.path().equals("/v1/models")) {
                json(wire, "{\"data\":[{\"id\":\"plain\"}]}");
            } else {
                wire.head(404, "application/json").write("{\"error\":\"Unexpected endpoint or method.\"}");
            }
        });
        assertEquals(ContextSize.SAFE, new ContextSize(http).openAi(at("/v1"), "plain"));
        var openAi = new ModelServer(URI.create("https://api.openai.com/v1"), Optional.empty());
        assertEquals(ContextSize.NEWER_OPENAI, new ContextSize(http).openAi(openAi, "gpt-4o-mini"));
        assertEquals(ContextSize.SAFE, new ContextSize(http).openAi(openAi, "gpt-4"));
    }
}
