package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.TicketId;
import acquaint.privacy.Ledger;
import acquaint.privacy.LedgerEntry;
import acquaint.privacy.Masked;
import acquaint.privacy.Masking;
import acquaint.privacy.PersonalData;
import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import acquaint.reply.Prompt;
import acquaint.reply.provider.LoopbackServer.Handler;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every language model does, against a server on loopback that speaks the service's words and sends its bytes by hand. */
@Timeout(60)
abstract class LanguageModelContract {

    static final String KEY = "sk-test-4711-geheim";
    private static final String TEXT = "Grüße aus Köln! \uD83D\uDE00 你好, \"quoted\" \\ and\na line";
    private static final Duration BRIEF = Duration.ofMillis(400);
    /** Nothing that goes well takes so long, on a busy computer neither. */
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    Ledger ledger;
    LoopbackServer server;
    private final List<ModelHttp> opened = new ArrayList<>();

    @BeforeEach
    void begin() {
        ledger = new Ledger(directory.resolve("ledger.jsonl"), Clock.systemUTC());
    }

    @AfterEach
    void end() throws Exception {
        opened.forEach(ModelHttp::close);
        if (server != null) {
            server.close();
        }
        if (Files.exists(directory.resolve("ledger.jsonl"))) {
            assertFalse(Files.readString(directory.resolve("ledger.jsonl")).contains(KEY), "no key is in the ledger");
            assertTrue(ledger.verify().whole());
        }
    }

    abstract LanguageModel model(ModelHttp http, ModelServer where, String name);

    /** The events of an answer of these pieces, in the service's words, with what it says at its beginning; without its end. */
    abstract String events(String... pieces);

    /** What ends an answer whole: the reason, how many tokens (11 and 7), and that nothing more comes. */
    abstract String ending();

    /** The same for an answer that became too long, or that the model would not go on with. */
    abstract String ending(Answer.Ending why);

    /** An event that says that the service has a fault of its own. */
    abstract String fault();

    /** The name and value of the header that has the key. */
    abstract String keyHeader();

    LanguageModel model() {
        return model(new Patience(LONG, LONG, LONG, LONG));
    }

    LanguageModel model(Patience patience) {
        return model(open(patience), new ModelServer(server.url(), Optional.of(KEY)), "some-model");
    }

    ModelHttp open(Patience patience) {
        var http = new ModelHttp(ledger, patience);
        opened.add(http);
        return http;
    }

    void serve(Handler handler) throws Exception {
        server = new LoopbackServer(handler);
    }

    static Prompt prompt() {
        var masking = new Masking(new PersonalData(Set.of("DE"), List.of()));
        Masked instructions = masking.mask("Reply as Acme's support. Ünïcode \uD83D\uDE00");
        Masked material = masking.mask("<customer>My card is 4111 1111 1111 1111, \"please\" help</customer>\n");
        return new Prompt(Prompt.Purpose.DRAFT, new TicketId("LF-1"), instructions, material, List.of("<CARD_1>"), 300);
    }

    private ModelException fails(LanguageModel model) {
        ModelException failure = assertThrows(ModelException.class, () -> model.answer(prompt(), piece -> {}));
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertFalse(String.valueOf(each).contains(KEY), "no key is in a message");
            assertFalse(String.valueOf(each.getMessage()).contains("please"), "nor what was sent");
        }
        return failure;
    }

    void fails(Kind kind, int status, String body, String... headers) throws Exception {
        if (server != null) {
            server.close();
        }
        serve((request, wire) -> wire.head(status, body.startsWith("<") ? "text/html" : "application/json", headers).write(body));
        assertEquals(kind, fails(model()).kind(), status + " " + body);
        LedgerEntry entry = ledger.entries(new TicketId("LF-1"), 1).getFirst();
        assertEquals(kind.name().toLowerCase(), entry.ending().orElseThrow().how());
    }

    @Test
    void anAnswerComesPieceByPieceAndTheLedgerHasWhatArrived() throws Exception {
        serve((request, wire) -> wire.stream().write(events("Dear ", "customer, ", TEXT) + ending()));
        var pieces = new ArrayList<String>();
        Answer answer = model().answer(prompt(), pieces::add);

        assertEquals(List.of("Dear ", "customer, ", TEXT), pieces);
        assertEquals(new Answer(Answer.Ending.COMPLETE, 1, OptionalInt.of(11), OptionalInt.of(7)), answer);
        LoopbackServer.Received request = server.received().getFirst();
        LedgerEntry entry = ledger.entry(1).orElseThrow();
        assertArrayEquals(request.body(), entry.sending().body().getBytes(UTF_8));
        assertEquals(new Ledger.Ending("complete", OptionalInt.of(11), OptionalInt.of(7)), entry.ending().orElseThrow());
        assertEquals("draft", entry.sending().purpose());
        assertEquals(List.of("<CARD_1>"), entry.sending().placeholders());
        assertEquals(model().recipient(), entry.sending().to());
        assertTrue(entry.sending().tokens() > 10);
        assertTrue(request.text().contains("<CARD_1>") && !request.text().contains("4111"), request.text());
        String header = keyHeader().split(": ")[0];
        assertEquals(keyHeader(), header + ": " + request.headers().get(header));
        assertFalse(model().toString().contains(KEY));
        assertFalse(new ModelServer(server.url(), Optional.of(KEY)).toString().contains(KEY));
    }

    @Test
    void bytesMayBeCutAnywhereInACharacterToo() throws Exception {
        serve((request, wire) -> {
            wire.stream();
            for (byte one : (events(TEXT, "é", "\uD83D\uDE80") + ending()).getBytes(UTF_8)) {
                wire.write(new byte[] {one});
            }
        });
        var text = new StringBuilder();
        model().answer(prompt(), text::append);
        assertEquals(TEXT + "é\uD83D\uDE80", text.toString());
    }

    @Test
    void linesMayEndAsOnOtherSystemsAndCommentsAreNoAnswer() throws Exception {
        String stream = ("\uFEFF: welcome\n\n" + events("one ", "two") + ": keep-alive\n\n:\n\n" + ending()).replace("\n", "\r\n");
        serve((request, wire) -> wire.stream().write(stream));
        var text = new StringBuilder();
        model().answer(prompt(), text::append);
        assertEquals("one two", text.toString());
    }

    @Test
    void keepAliveCommentsKeepASlowAnswerAlive() throws Exception {
        serve((request, wire) -> {
            wire.stream().write(events("slow"));
            for (int i = 0; i < 5; i++) {
                Thread.sleep(250);
                wire.write(": still here\n\n");
            }
            wire.write(ending());
        });
        assertEquals(Answer.Ending.COMPLETE, model(new Patience(LONG, LONG, Duration.ofSeconds(1), LONG)).answer(prompt(), piece -> {}).ending());
    }

    @Test
    void aTrickleThatNeverEndsIsLateInTheEndAndTheConnectionIsClosed() throws Exception {
        var left = new CountDownLatch(1);
        serve((request, wire) -> {
            wire.stream().write(events("a"));
            while (!wire.isGone()) {
                wire.write(": on and on\n\n");
                Thread.sleep(20);
            }
            left.countDown();
        });
        assertEquals(Kind.LATE, fails(model(new Patience(LONG, LONG, LONG, Duration.ofMillis(700)))).kind());
        assertTrue(left.await(10, TimeUnit.SECONDS));
    }

    @Test
    void silenceBeforeTheAnswerIsLate() throws Exception {
        serve((request, wire) -> wire.goneWithin(20));
        assertEquals(Kind.LATE, fails(model(new Patience(LONG, BRIEF, LONG, LONG))).kind());
    }

    @Test
    void silenceInTheMiddleIsLateAndWhatCameWasHandedOver() throws Exception {
        serve((request, wire) -> wire.stream().write(events("half")).goneWithin(20));
        var text = new StringBuilder();
        LanguageModel model = model(new Patience(LONG, LONG, BRIEF, LONG));
        assertEquals(Kind.LATE, assertThrows(ModelException.class, () -> model.answer(prompt(), text::append)).kind());
        assertEquals("half", text.toString());
    }

    @Test
    void aFaultInTheMiddleIsSaid() throws Exception {
        serve((request, wire) -> wire.stream().write(events("half ") + fault() + ending()));
        assertEquals(Kind.FAULT, fails(model()).kind());
        assertEquals("fault", ledger.entry(1).orElseThrow().ending().orElseThrow().how());
    }

    @Test
    void whatIsNoJsonIsAFault() throws Exception {
        serve((request, wire) -> wire.stream().write(events("half ") + "data: {\"choices\": [{please\n\n" + ending()));
        assertEquals(Kind.FAULT, fails(model()).kind());
    }

    @Test
    void anAnswerThatStopsWithoutItsEndIsNotTakenForWhole() throws Exception {
        serve((request, wire) -> wire.stream().write(events("half ")));
        assertEquals(Kind.FAULT, fails(model()).kind());
    }

    @Test
    void aConnectionThatBreaksOffIsAway() throws Exception {
        serve((request, wire) -> {
            wire.stream().write(events("half "));
            Thread.sleep(100);
            wire.reset();
        });
        assertEquals(Kind.AWAY, fails(model()).kind());
    }

    @Test
    void aServerThatIsNotThereIsAway() throws Exception {
        serve((request, wire) -> {});
        server.close();
        assertEquals(Kind.AWAY, fails(model()).kind());
    }

    @Test
    void boundsAndRefusalsAreToldApart() throws Exception {
        for (Answer.Ending ending : List.of(Answer.Ending.CUT_OFF, Answer.Ending.REFUSED)) {
            serve((request, wire) -> wire.stream().write(events("half") + ending(ending)));
            assertEquals(ending, model().answer(prompt(), piece -> {}).ending());
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptClosesTheConnectionAtOnceWhereverItIs(boolean inTheMiddle) throws Exception {
        var asked = new CountDownLatch(1);
        var left = new CountDownLatch(1);
        serve((request, wire) -> {
            if (inTheMiddle) {
                wire.stream().write(events("half "));
            }
            asked.countDown();
            if (wire.goneWithin(30)) {
                left.countDown();
            }
        });
        LanguageModel model = model();
        var ended = new AtomicReference<Throwable>();
        var came = new CountDownLatch(1);
        // A platform thread, whose reading of a socket no interrupt would end by itself.
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                model.answer(prompt(), piece -> came.countDown());
            } catch (Throwable e) {
                ended.set(e);
            }
        });
        assertTrue(asked.await(20, TimeUnit.SECONDS));
        assertTrue(!inTheMiddle || came.await(20, TimeUnit.SECONDS));
        thread.interrupt();
        assertTrue(left.await(5, TimeUnit.SECONDS), "the server sees it");
        thread.join(5_000);
        assertFalse(thread.isAlive());
        assertTrue(ended.get() instanceof InterruptedException, String.valueOf(ended.get()));
        assertEquals("stopped", ledger.entry(1).orElseThrow().ending().orElseThrow().how());
    }

    @Test
    void whoWasInterruptedBeforeSendsNothing() throws Exception {
        serve((request, wire) -> wire.stream().write(events("x") + ending()));
        LanguageModel model = model();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> model.answer(prompt(), piece -> {}));
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals(List.of(), server.received());
        assertEquals(0, ledger.verify().lines());
    }

    @Test
    void anInterruptInTheMiddleOfWhatCameAtOnceIsSeen() throws Exception {
        serve((request, wire) -> wire.stream().write(events("a", "b", "c") + ending()));
        var pieces = new ArrayList<String>();
        assertThrows(InterruptedException.class, () -> model().answer(prompt(), piece -> {
            pieces.add(piece);
            Thread.currentThread().interrupt();
        }));
        assertEquals(List.of("a"), pieces);
    }

    @Test
    void aKeyInTheAddressIsNotWrittenDown() throws Exception {
        serve((request, wire) -> wire.stream().write(events("x") + ending()));
        var where = new ModelServer(URI.create(server.url() + "/v1?key=" + KEY), Optional.empty());
        LanguageModel model = model(open(Patience.USUAL), where, "m");
        model.answer(prompt(), piece -> {});
        assertFalse(model.recipient().toString().contains(KEY) || model.toString().contains(KEY));
    }

    @Test
    void whatTheReaderThrowsEndsTheCallAndIsThrownOn() throws Exception {
        var left = new CountDownLatch(1);
        serve((request, wire) -> {
            wire.stream().write(events("half "));
            if (wire.goneWithin(30)) {
                left.countDown();
            }
        });
        var thrown = new IllegalStateException("enough");
        assertSame(thrown, assertThrows(IllegalStateException.class, () -> model().answer(prompt(), piece -> {
            throw thrown;
        })));
        assertTrue(left.await(5, TimeUnit.SECONDS));
    }

    @Test
    void whereTheLedgerCannotBeWrittenNothingIsSent() throws Exception {
        serve((request, wire) -> wire.stream().write(events("x") + ending()));
        Files.writeString(directory.resolve("a file"), "");
        ledger = new Ledger(directory.resolve("a file").resolve("ledger.jsonl"), Clock.systemUTC());
        assertEquals(Kind.NO_LEDGER, fails(model()).kind());
        assertEquals(List.of(), server.received());
    }

    @Test
    void severalAnswersComeAtOnce() throws Exception {
        var both = new CountDownLatch(3);
        serve((request, wire) -> {
            both.countDown();
            both.await(20, TimeUnit.SECONDS);
            wire.stream().write(events("x") + ending());
        });
        LanguageModel model = model();
        var whole = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    model.answer(prompt(), piece -> {});
                    whole.countDown();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertTrue(whole.await(20, TimeUnit.SECONDS));
        assertEquals(3, ledger.entries(new TicketId("LF-1"), 9).size());
    }

    @Test
    void aPageOfSomethingElseIsAWrongAddress() throws Exception {
        fails(Kind.WRONG_URL, 200, "<html>Please sign in</html>");
        fails(Kind.WRONG_URL, 404, "<html>please, nothing here</html>");
        fails(Kind.FAULT, 502, "<html>Bad gateway</html>");
    }

    @Test
    void aRedirectIsNotFollowedWithTheKey() throws Exception {
        var elsewhere = new ArrayList<String>();
        try (var other = new LoopbackServer((request, wire) -> {
            elsewhere.add(request.path());
            wire.stream().write(events("x") + ending());
        })) {
            fails(Kind.WRONG_URL, 307, "", "Location: " + other.url() + "/v1/chat/completions");
            assertEquals(List.of(), elsewhere);
            assertEquals(List.of(), other.received());
        }
    }

    @Test
    void addressesAndKeysThatCannotBeUsedAreSaidBeforeAnythingIsSent() throws Exception {
        serve((request, wire) -> {});
        ModelHttp http = open(Patience.USUAL);
        assertEquals(Kind.WRONG_URL, fails(model(http, new ModelServer(URI.create("ftp://127.0.0.1/v1"), Optional.empty()), "m")).kind());
        assertEquals(Kind.WRONG_URL, fails(model(http, new ModelServer(URI.create("nothing"), Optional.empty()), "m")).kind());
        assertEquals(Kind.BAD_KEY, fails(model(http, new ModelServer(server.url(), Optional.of("sk-\u00e9")), "m")).kind());
        assertEquals(List.of(), server.received());
        assertNotNull(model().recipient());
    }
}
