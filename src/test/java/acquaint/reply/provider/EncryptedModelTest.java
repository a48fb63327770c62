package acquaint.reply.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.privacy.Ledger;
import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As with services in the net: encrypted, several calls over one connection of HTTP/2. */
@Timeout(60)
class EncryptedModelTest {

    private static final String ONE = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Grüße \"}}]}\n\n";
    private static final String END = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    @TempDir
    Path directory;

    private final MockWebServer server = new MockWebServer();
    private HandshakeCertificates trusting;
    private Ledger ledger;

    @BeforeEach
    void start() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
        trusting = new HandshakeCertificates.Builder().addTrustedCertificate(certificate.certificate()).build();
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
        server.start();
        ledger = new Ledger(directory.resolve("ledger.jsonl"), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ModelHttp http() {
        return new ModelHttp(ledger, Patience.USUAL, client -> client.sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager()));
    }

    private LanguageModel model(ModelHttp http) {
        return new OpenAiModel(http, new ModelServer(URI.create("https://127.0.0.1:" + server.getPort()), Optional.of("sk-1")), "m", 8_192);
    }

    private static MockResponse.Builder stream(String body) {
        return new MockResponse.Builder().addHeader("Content-Type", "text/event-stream").body(body);
    }

    @Test
    void answersComeOverOneConnectionAndTheLedgerHasWhatArrived() throws Exception {
        server.enqueue(stream(ONE.repeat(20) + END).throttleBody(100, 5, TimeUnit.MILLISECONDS).build());
        server.enqueue(stream(ONE + END).build());
        try (ModelHttp http = http()) {
            var pieces = new ArrayList<String>();
            assertEquals(Answer.Ending.COMPLETE, model(http).answer(LanguageModelContract.prompt(), pieces::add).ending());
            assertEquals(20, pieces.size());
            assertEquals(List.of("Grüße "), pieces.stream().distinct().toList());
            model(http).answer(LanguageModelContract.prompt(), piece -> {});
        }
        var first = server.takeRequest();
        assertEquals("HTTP/2", first.getVersion());
        assertEquals(ledger.entry(1).orElseThrow().sending().body(), first.getBody().utf8());
        assertEquals(first.getConnectionIndex(), server.takeRequest().getConnectionIndex());
    }

    @Test
    void anInterruptEndsOneAnswerAndTheNextComes() throws Exception {
        server.enqueue(stream(ONE.repeat(1_000) + END).throttleBody(ONE.length() + 2, 50, TimeUnit.MILLISECONDS).build());
        server.enqueue(stream(ONE + END).build());
        try (ModelHttp http = http()) {
            var came = new CountDownLatch(2);
            var ended = new AtomicReference<Throwable>();
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    model(http).answer(LanguageModelContract.prompt(), piece -> came.countDown());
                } catch (Throwable e) {
                    ended.set(e);
                }
            });
            assertTrue(came.await(20, TimeUnit.SECONDS));
            thread.interrupt();
            thread.join(5_000);
            assertFalse(thread.isAlive());
            assertTrue(ended.get() instanceof InterruptedException, String.valueOf(ended.get()));
            assertEquals(Answer.Ending.COMPLETE, model(http).answer(LanguageModelContract.prompt(), piece -> {}).ending());
        }
    }

    @Test
    void aStreamThatIsResetIsAway() throws Exception {
        server.enqueue(stream(ONE.repeat(50) + END).throttleBody(200, 5, TimeUnit.MILLISECONDS).onResponseBody(new SocketEffect.CloseStream(2)).build());
        try (ModelHttp http = http()) {
            assertEquals(ModelException.Kind.AWAY, assertThrows(ModelException.class, () -> model(http).answer(LanguageModelContract.prompt(), piece -> {})).kind());
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsNotTalkedTo() throws Exception {
        try (var http = new ModelHttp(ledger, new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(30)))) {
            assertEquals(ModelException.Kind.AWAY, assertThrows(ModelException.class, () -> model(http).answer(LanguageModelContract.prompt(), piece -> {})).kind());
        }
        assertEquals(0, server.getRequestCount());
    }
}
