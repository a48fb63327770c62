package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.MemoryException.Kind;
import acquaint.memory.SearchMethod;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How calls are carried over a real connection: what is repeated and what is not, and what is said when it fails. */
class EverOsHttpTest {

    private static final String KEY = "sk-canary-4711";
    private static final Limits LIMITS = new Limits(4, 2, 0, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));

    private final MockWebServer server = new MockWebServer();
    private EverOsHttp http;

    @BeforeEach
    void start() throws Exception {
        server.start();
        http = http(LIMITS);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private EverOsHttp http(Limits limits) {
        return new EverOsHttp(URI.create(server.url("/base/").toString()), Optional.of(KEY), limits, Clock.systemUTC());
    }

    private static Call<String> call(Call.Effect effect) {
        return new Call<>(Call.Method.POST, "/api/thing", Optional.of(JsonNodeFactory.instance.objectNode().put("word", "kettle")), effect,
                answer -> answer.body().path("said").asText());
    }

    private static MockResponse said(String word) {
        return new MockResponse.Builder().body("{\"said\":\"" + word + "\"}").build();
    }

    private static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).body("{\"error\":{\"code\":\"X\",\"message\":\"no\"}}").build();
    }

    private EverOsException failure(Call.Effect effect) {
        return assertThrows(EverOsException.class, () -> http.execute(call(effect)));
    }

    @Test
    void aCallGoesToTheAddressWithTheKeyAndItsBody() throws Exception {
        server.enqueue(said("tea"));

        assertEquals("tea", http.execute(call(Call.Effect.ONCE)));

        RecordedRequest request = server.takeRequest();
        assertEquals("/base/api/thing", request.getUrl().encodedPath());
        assertEquals("Bearer " + KEY, request.getHeaders().get("Authorization"));
        assertEquals("{\"word\":\"kettle\"}", request.getBody().utf8());
    }

    @Test
    void aQuestionIsAskedAgainAfterAFaultOfTheService() throws Exception {
        server.enqueue(status(500));
        server.enqueue(status(503));
        server.enqueue(said("tea"));

        assertEquals("tea", http.execute(call(Call.Effect.NONE)));
        assertEquals(3, server.getRequestCount());
    }

    @Test
    void aQuestionIsGivenUpAfterThreeAttempts() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(status(502));
        }

        assertEquals(Kind.AWAY, failure(Call.Effect.NONE).kind());
        assertEquals(3, server.getRequestCount());
    }

    @Test
    void aWriteIsNeverSentTwice() {
        for (int code : new int[] {408, 500, 502, 503, 504, 429, 421}) {
            server.enqueue(new MockResponse.Builder().code(code).addHeader("Retry-After", "0").build());
            failure(Call.Effect.ONCE);
        }
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        failure(Call.Effect.ONCE);

        assertEquals(8, server.getRequestCount());
    }

    @Test
    void aWriteIsNotSentAgainWhenTheServerHadClosedAnIdleConnection() throws Exception {
        server.enqueue(new MockResponse.Builder().body("{\"said\":\"one\"}").onResponseEnd(new SocketEffect.CloseSocket()).build());
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(said("three"));

        assertEquals("one", http.execute(call(Call.Effect.ONCE)));
        EverOsException broken = failure(Call.Effect.ONCE);

        assertFalse(broken.certainlyNotDone());
        assertTrue(server.getRequestCount() <= 2, "requests: " + server.getRequestCount());
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.enqueue(new MockResponse.Builder().code(307).addHeader("Location", server.url("/elsewhere")).build());

        failure(Call.Effect.ONCE);
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void whatNeverReachedTheServerCertainlyHadNoEffect() throws Exception {
        int port = server.getPort();
        server.close();
        try (var nobody = new EverOsHttp(URI.create("http://127.0.0.1:" + port), Optional.empty(), LIMITS, Clock.systemUTC())) {
            EverOsException refused = assertThrows(EverOsException.class, () -> nobody.execute(call(Call.Effect.ONCE)));

            assertEquals(Kind.AWAY, refused.kind());
            assertTrue(refused.certainlyNotDone());
        }
    }

    @Test
    void whatBrokeOffMayHaveHadAnEffect() {
        server.enqueue(new MockResponse.Builder().body("{\"said\":\"tea\"}".repeat(10_000)).onResponseBody(new SocketEffect.CloseSocket()).build());

        EverOsException broken = failure(Call.Effect.ONCE);

        assertEquals(Kind.AWAY, broken.kind());
        assertFalse(broken.certainlyNotDone());
    }

    @Test
    void aSlowAnswerIsLateAndMayHaveHadAnEffect() {
        server.enqueue(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).body("{}").build());
        try (var impatient = http(new Limits(4, 2, 0, Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(200)))) {
            EverOsException late = assertThrows(EverOsException.class, () -> impatient.execute(call(Call.Effect.ONCE)));

            assertEquals(Kind.LATE, late.kind());
            assertFalse(late.certainlyNotDone());
        }
    }

    @Test
    void halfAnAnswerAndAWebPageAreNoAnswers() {
        for (String body : new String[] {"{\"said\":\"te", "<html><title>Sign in</title></html>"}) {
            server.enqueue(new MockResponse.Builder().body(body).build());
            EverOsException odd = failure(Call.Effect.ONCE);
            assertEquals(Kind.AWAY, odd.kind());
            assertFalse(odd.certainlyNotDone());
            assertEquals(200, odd.status());
        }
    }

    @Test
    void aLongAnswerIsReadAndATooLongOneIsNot() throws Exception {
        server.enqueue(new MockResponse.Builder().body("{\"said\":\"tea\",\"rest\":\"" + "x".repeat(10 << 20) + "\"}").build());
        assertEquals("tea", http.execute(call(Call.Effect.ONCE)));

        server.enqueue(new MockResponse.Builder().body("{\"rest\":\"" + "x".repeat(17 << 20) + "\"}").build());
        assertEquals(Kind.AWAY, failure(Call.Effect.ONCE).kind());
    }

    @Test
    void anEmptyAnswerIsAnAnswer() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());

        assertEquals("", http.execute(call(Call.Effect.REPEATABLE)));
    }

    @Test
    void afterAPauseWasAskedForNothingIsSentUntilItIsOver() throws Exception {
        server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "60").body("{}").build());

        assertEquals(Optional.of(Duration.ofSeconds(60)), failure(Call.Effect.ONCE).retryAfter());
        EverOsException still = failure(Call.Effect.NONE);

        assertEquals(Kind.QUOTA, still.kind());
        assertTrue(still.certainlyNotDone());
        assertTrue(still.retryAfter().orElseThrow().compareTo(Duration.ofSeconds(50)) > 0);
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void anInterruptEndsTheCall() throws Exception {
        server.enqueue(new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).body("{}").build());
        var outcome = new ConcurrentLinkedQueue<Object>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                outcome.add(http.execute(call(Call.Effect.NONE)));
            } catch (EverOsException | InterruptedException e) {
                outcome.add(e);
            }
        });
        server.takeRequest();
        caller.interrupt();
        caller.join(Duration.ofSeconds(10));

        assertFalse(caller.isAlive());
        assertEquals(InterruptedException.class, outcome.poll().getClass());
    }

    @Test
    void atMostFourCallsAreUnderWayAndWritesNeverTakeTheLastPlaces() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var release = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                release.await(20, TimeUnit.SECONDS);
                inside.decrementAndGet();
                return said("tea");
            }
        });
        var threads = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            threads.add(ask(Call.Effect.ONCE));
        }
        await(() -> inside.get() == 2);
        for (int i = 0; i < 6; i++) {
            threads.add(ask(Call.Effect.NONE));
        }
        await(() -> inside.get() == 4);
        release.countDown();
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(20));
        }

        assertEquals(4, most.get());
        assertEquals(12, server.getRequestCount());
    }

    private Thread ask(Call.Effect effect) {
        return Thread.ofVirtual().start(() -> {
            try {
                http.execute(call(effect));
            } catch (EverOsException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void aServerWithoutAModelForEmbeddingsIsAskedByWordsFromThenOn() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503)
                .body("{\"request_id\":\"1\",\"error\":{\"code\":\"CAPABILITY_UNAVAILABLE\",\"message\":\"no embedding\"}}").build());
        for (int i = 0; i < 2; i++) {
            server.enqueue(new MockResponse.Builder().body("{\"request_id\":\"2\",\"data\":{\"episodes\":[]}}").build());
        }
        var query = new SearchQuery("ana", "kettle", SearchMethod.HYBRID, 5, Set.of(SearchQuery.Want.EPISODES), Optional.empty());
        try (var client = new EverOsClient(http(Limits.selfHosted()), new SelfHosted())) {
            client.search(query);
            client.search(query);
        }
        assertEquals(3, server.getRequestCount());
        for (String method : new String[] {"hybrid", "keyword", "keyword"}) {
            assertTrue(server.takeRequest().getBody().utf8().contains("\"method\":\"" + method + "\""));
        }
    }

    private static void await(java.util.function.BooleanSupplier there) throws InterruptedException {
        for (int i = 0; i < 2_000 && !there.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertTrue(there.getAsBoolean());
    }

    @Test
    void theKeyIsInNoMessageAndNoTrace() {
        server.enqueue(status(401));
        server.enqueue(status(403));
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        for (int i = 0; i < 3; i++) {
            var trace = new StringWriter();
            failure(Call.Effect.ONCE).printStackTrace(new PrintWriter(trace));
            assertFalse(trace.toString().contains(KEY));
        }
        assertFalse(http.toString().contains(KEY));
    }

    @Test
    void callsAreSpreadOverTheSecond() throws Exception {
        try (var slow = http(new Limits(4, 2, 20, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            for (int i = 0; i < 30; i++) {
                server.enqueue(said("tea"));
            }
            long start = System.nanoTime();
            for (int i = 0; i < 30; i++) {
                slow.execute(call(Call.Effect.NONE));
            }
            // Twenty at most may come at once, the other ten take half a second at the least.
            assertTrue(System.nanoTime() - start > Duration.ofMillis(400).toNanos());
        }
    }
}
