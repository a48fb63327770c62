package acquaint.reply.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A language model on loopback that speaks as OpenAI does, says what it is told to say, and keeps every request body as it came. Offers the
 * model {@link #NAME}. Safe for several threads.
 */
public final class RecordingModel implements AutoCloseable {

    public static final String NAME = "recording-model";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What lets pieces through that wait behind {@link #holdAfter}. */
    private static final int ALL = Integer.MAX_VALUE / 2;

    private final LoopbackServer server;
    private final Semaphore mayGo = new Semaphore(ALL);
    private final Semaphore goneAway = new Semaphore(0);
    private volatile Function<String, List<String>> answers = body -> List.of("Hello.");
    private volatile Duration between = Duration.ZERO;
    private volatile int status = 200;
    private volatile String refusal = "";

    public RecordingModel() throws IOException {
        server = new LoopbackServer(this::answer);
    }

    /** The address as a user would type it, with {@code /v1}. */
    public URI url() {
        return URI.create(server.url() + "/v1");
    }

    /** From now on each answer has these pieces. */
    public RecordingModel says(String... pieces) {
        return says(body -> List.of(pieces));
    }

    /** From now on the pieces of an answer are made from the request's body. */
    public RecordingModel says(Function<String, List<String>> made) {
        answers = made;
        status = 200;
        return this;
    }

    /** From now on each call is refused with this status and body. */
    public RecordingModel refuses(int code, String json) {
        refusal = json;
        status = code;
        return this;
    }

    /** Waits so long before each piece but the first. */
    public RecordingModel every(Duration time) {
        between = time;
        return this;
    }

    /** Lets so many pieces out, of all answers together, and no more until {@link #goOn}. */
    public RecordingModel holdAfter(int pieces) {
        mayGo.drainPermits();
        mayGo.release(pieces);
        return this;
    }

    public void goOn() {
        mayGo.release(ALL);
    }

    /** The bodies of all requests for an answer so far, as they came. */
    public List<String> bodies() {
        return server.received().stream().filter(request -> request.path().endsWith("/chat/completions")).map(LoopbackServer.Received::text).toList();
    }

    /** All requests so far, whatever they were for. */
    public List<LoopbackServer.Received> received() {
        return server.received();
    }

    /** Whether somebody who was being answered has closed the connection before the answer's end, within ten seconds. */
    public boolean wasLeft() throws InterruptedException {
        return goneAway.tryAcquire(10, TimeUnit.SECONDS);
    }

    private void answer(LoopbackServer.Received request, LoopbackServer.Wire wire) throws Exception {
        if (request.path().endsWith("/models")) {
            wire.head(200, "application/json").write("{\"object\":\"list\",\"data\":[{\"id\":\"" + NAME + "\",\"object\":\"model\",\"max_model_len\":32768}]}");
        } else if (!request.path().endsWith("/chat/completions")) {
            wire.head(404, "application/json").write("{\"error\":{\"message\":\"no such path\",\"type\":\"invalid_request_error\"}}");
        } else if (status != 200) {
            wire.head(status, "application/json").write(refusal);
        } else {
            try {
                stream(answers.apply(request.text()), request.text(), wire);
            } catch (IOException e) {
                goneAway.release();
            }
        }
    }

    private void stream(List<String> pieces, String body, LoopbackServer.Wire wire) throws IOException, InterruptedException {
        wire.stream().write(event("", null));
        boolean first = true;
        for (String piece : pieces) {
            if (!first && !between.isZero()) {
                Thread.sleep(between);
            }
            first = false;
            while (!mayGo.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                leave(wire);
            }
            leave(wire);
            wire.write(event(piece, null));
        }
        wire.write(event("", "stop")).write("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":" + body.length() / 4 + ",\"completion_tokens\":" + pieces.size()
                + "}}\n\n").write("data: [DONE]\n\n");
    }

    private static void leave(LoopbackServer.Wire wire) throws IOException {
        if (wire.isGone()) {
            throw new IOException("nobody listens");
        }
    }

    private static String event(String content, String finish) {
        ObjectNode chunk = JSON.createObjectNode().put("object", "chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
        choice.putObject("delta").put("content", content);
        return "data: " + chunk + "\n\n";
    }

    /** A list of pieces as a model would cut this text: a word at a time. */
    public static List<String> words(String text) {
        return new ArrayList<>(List.of(text.split("(?<= )")));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
