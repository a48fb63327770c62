package acquaint.bench;

import acquaint.StreamingWindow;
import acquaint.ui.StreamedDraft;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Streams tokens into the draft of a long conversation and measures the frames meanwhile, and how long a token takes from its arrival until it is
 * drawn. Prints JSON. Arguments: tokens a second, seconds, messages of the ticket.
 */
public final class StreamingBenchmark {

    /**
     * Milliseconds. {@code work}: from the beginning of a pulse until what it laid out is drawn. {@code interval}: from one pulse to the next, at
     * 60 pulses a second. {@code firstToken}: of drafts begun anew. {@code idleInterval}: as {@code interval}, with nothing to show.
     */
    record Results(int tokensASecond, int seconds, int messages, Latencies.Summary work, Latencies.Summary interval, Latencies.Summary idleInterval,
            Latencies.Summary token, Latencies.Summary firstToken) {}

    private static final int WARM_UP_DRAFTS = 5;
    private static final int DRAFTS = 40;
    private static final int TOKENS_OF_A_START = 40;
    private static final int IDLE_SECONDS = 5;

    private final SteadyModel model;
    private final Stage stage;
    private final StreamedDraft draft;
    private final Frames frames;

    private StreamingBenchmark(SteadyModel model, Stage stage) {
        this.model = model;
        this.stage = stage;
        this.draft = new StreamedDraft(stage.getScene());
        this.frames = new Frames(stage.getScene(), draft, model);
    }

    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25;
        int messages = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        Path directory = StreamingWindow.desk(Files.createTempDirectory("streaming"), messages);
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.get();
        var model = new SteadyModel(rate);
        Stage stage = onFxThread(Stage::new);
        try (StreamingWindow window = onFxThread(() -> StreamingWindow.open(directory, model, stage))) {
            await(window::isOpen);
            Thread.sleep(3_000);
            var bench = onFxThread(() -> new StreamingBenchmark(model, stage));
            System.out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(bench.run(rate, seconds, messages)));
        }
        Runtime.getRuntime().halt(0);
    }

    private Results run(int rate, int seconds, int messages) throws Exception {
        for (int i = 0; i < WARM_UP_DRAFTS; i++) {
            write(TOKENS_OF_A_START * 4);
        }
        var first = new Latencies();
        for (int i = 0; i < DRAFTS; i++) {
            frames.begin();
            write(TOKENS_OF_A_START);
            first.add(frames.end().firstToken());
        }
        frames.begin();
        Thread.sleep(IDLE_SECONDS * 1_000L);
        Latencies.Summary idle = frames.end().interval().summary();
        frames.begin();
        write(rate * seconds);
        Frames.Seen seen = frames.end();
        return new Results(rate, seconds, messages, seen.work().summary(), seen.interval().summary(), idle, seen.token().summary(), first.summary());
    }

    /** One draft of so many tokens, from the asking until its last token is drawn, and away with it. */
    private void write(int tokens) throws Exception {
        model.next(tokens);
        onFxThread(() -> {
            draft.ask();
            return null;
        });
        model.awaitEnd();
        await(frames::isUpToDate);
        onFxThread(() -> {
            draft.discard();
            return null;
        });
        Thread.sleep(120);
    }

    private static void await(BooleanSupplier shown) throws Exception {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (shown.getAsBoolean()) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        done.get(ProgramWindow.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static <T> T onFxThread(java.util.concurrent.Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(ProgramWindow.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
