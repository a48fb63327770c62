package acquaint.reply.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.privacy.Ledger;
import acquaint.reply.Answer;
import acquaint.reply.ModelException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The model that tests speak to says what it is told and keeps what it is asked. */
@Timeout(60)
class RecordingModelTest {

    @TempDir
    Path directory;

    @Test
    void itSaysWhatItIsToldAndKeepsWhatItIsAsked() throws Exception {
        var ledger = new Ledger(directory.resolve("ledger.jsonl"), Clock.systemUTC());
        try (var server = new RecordingModel(); var http = new ModelHttp(ledger)) {
            var model = new OpenAiModel(http, new ModelServer(server.url(), Optional.empty()), RecordingModel.NAME, 8_192);
            var pieces = new ArrayList<String>();
            server.says(body -> RecordingModel.words("Dear Ana, hello."));
            assertEquals(Answer.Ending.COMPLETE, model.answer(LanguageModelContract.prompt(), pieces::add).ending());
            assertEquals(List.of("Dear ", "Ana, ", "hello."), pieces);
            assertEquals(List.of(ledger.entry(1).orElseThrow().sending().body()), server.bodies());

            server.refuses(401, "{\"error\":{\"code\":\"invalid_api_key\"}}");
            assertEquals(ModelException.Kind.BAD_KEY, assertThrows(ModelException.class, () -> model.answer(LanguageModelContract.prompt(), piece -> {})).kind());
            assertEquals(List.of(new OfferedModel(RecordingModel.NAME, OptionalInt.of(32_768))), new ModelList(http).openAi(new ModelServer(server.url(), Optional.empty())));
        }
    }

    @Test
    void itHoldsBackAndSeesWhoLeaves() throws Exception {
        try (var server = new RecordingModel(); var http = new ModelHttp(new Ledger(directory.resolve("ledger.jsonl"), Clock.systemUTC()))) {
            var model = new OpenAiModel(http, new ModelServer(server.url(), Optional.empty()), RecordingModel.NAME, 8_192);
            server.says("one ", "two ", "three").holdAfter(2);
            var two = new CountDownLatch(2);
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    model.answer(LanguageModelContract.prompt(), piece -> two.countDown());
                } catch (Exception e) {
                    // Interrupted, as is wanted.
                }
            });
            assertTrue(two.await(20, TimeUnit.SECONDS));
            thread.interrupt();
            assertTrue(server.wasLeft());
            thread.join(5_000);

            server.goOn();
            assertEquals(Answer.Ending.COMPLETE, model.answer(LanguageModelContract.prompt(), piece -> {}).ending());
        }
    }
}
