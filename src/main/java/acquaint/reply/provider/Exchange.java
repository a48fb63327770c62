package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * One call and what comes back. The bytes are received on a thread of the client's, so that the caller can wait with a limit and be interrupted
 * whatever thread it is; whatever ends the reading early closes the connection. For one thread, once.
 */
final class Exchange {

    private static final int LONGEST_REFUSAL = 1 << 20;
    /** No answer of a model is longer. */
    private static final long LONGEST_ANSWER = 64 << 20;

    /** What came, in the order it came. */
    private sealed interface Came {
        record Head(int status, String type, Optional<String> retryAfter) implements Came {}

        record Some(byte[] bytes) implements Came {}

        record End() implements Came {}

        record Broken(Exception why) implements Came {}
    }

    private final Call call;
    private final ModelServer server;
    private final Patience patience;
    private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();
    private final long begun = System.nanoTime();
    private long lastSign = begun;

    Exchange(Call call, ModelServer server, Patience patience) {
        this.call = call;
        this.server = server;
        this.patience = patience;
    }

    /** Has {@code stream} read what comes until it is done. What its reader throws ends the call. */
    void stream(AnswerStream stream) throws ModelException, InterruptedException {
        boolean whole = false;
        try {
            Came.Head head = head(patience.first());
            if (!head.type().contains("event-stream")) {
                throw new ModelException(Kind.WRONG_URL, server.host() + " answered with " + (head.type().contains("html") ? "a page" : "no stream of events"));
            }
            events(stream);
            whole = true;
        } finally {
            if (!whole) {
                call.cancel();
            }
        }
    }

    private void events(AnswerStream stream) throws ModelException, InterruptedException {
        var events = new ServerEvents();
        long length = 0;
        try {
            while (!stream.done()) {
                switch (next(stream.begun() ? patience.silence() : patience.first())) {
                    case Came.Some(byte[] bytes) -> {
                        length += bytes.length;
                        for (ServerEvent event : events.read(bytes)) {
                            hand(event, stream);
                        }
                    }
                    case Came.End() -> {
                        Optional<ServerEvent> last = events.end();
                        if (last.isPresent()) {
                            hand(last.get(), stream);
                        }
                        if (!stream.done()) {
                            throw new ModelException(Kind.FAULT, server.host() + " ended the answer in its middle");
                        }
                    }
                    case Came.Broken(Exception why) -> throw broken(why);
                    case Came.Head _ -> throw new IllegalStateException();
                }
                if (length > LONGEST_ANSWER) {
                    throw new ModelException(Kind.FAULT, server.host() + " does not come to an end");
                }
            }
        } catch (ServerEvents.TooLong e) {
            throw new ModelException(Kind.FAULT, server.host() + " sent what is no answer: " + e.getMessage());
        }
    }

    /** What comes behind the end is nothing of the answer. */
    private static void hand(ServerEvent event, AnswerStream stream) throws ModelException, InterruptedException {
        if (!stream.done()) {
            // An interrupt is seen between two pieces of what came at once, too.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            stream.event(event);
        }
    }

    /** The whole answer, which is short; {@code limit} is how long any part of it is waited for. */
    String text(int longest, Duration limit) throws ModelException, InterruptedException {
        boolean whole = false;
        try {
            head(limit);
            String text = rest(longest, limit);
            whole = true;
            return text;
        } finally {
            if (!whole) {
                call.cancel();
            }
        }
    }

    private Came.Head head(Duration limit) throws ModelException, InterruptedException {
        call.enqueue(new Receiver());
        Came first = next(limit);
        if (first instanceof Came.Broken(Exception why)) {
            throw broken(why);
        }
        Came.Head head = (Came.Head) first;
        if (head.status() / 100 != 2) {
            throw Refusals.of(server, head.status(), refusal(), head.retryAfter());
        }
        return head;
    }

    private String refusal() throws InterruptedException, ModelException {
        try {
            return rest(LONGEST_REFUSAL, Patience.SHORT);
        } catch (ModelException e) {
            // The status alone says enough.
            return "";
        }
    }

    private String rest(int longest, Duration limit) throws ModelException, InterruptedException {
        var bytes = new ByteArrayOutputStream();
        for (Came next = next(limit); !(next instanceof Came.End); next = next(limit)) {
            if (next instanceof Came.Broken(Exception why)) {
                throw broken(why);
            }
            bytes.writeBytes(((Came.Some) next).bytes());
            if (bytes.size() > longest) {
                throw new ModelException(Kind.WRONG_URL, server.host() + " answered with more than such a service does");
            }
        }
        return bytes.toString(UTF_8);
    }

    /** Waits no longer than {@code limit} since the last sign of life, and no longer in all than patience lasts. */
    private Came next(Duration limit) throws ModelException, InterruptedException {
        long left = Math.min(lastSign + limit.toNanos(), begun + patience.total().toNanos()) - System.nanoTime();
        Came next = left <= 0 ? null : came.poll(left, TimeUnit.NANOSECONDS);
        if (next == null) {
            throw new ModelException(Kind.LATE, server.host() + " took too long");
        }
        lastSign = System.nanoTime();
        return next;
    }

    private ModelException broken(Exception why) {
        boolean connecting = String.valueOf(why.getMessage()).contains("onnect");
        boolean late = why instanceof InterruptedIOException && !connecting;
        return new ModelException(late ? Kind.LATE : Kind.AWAY, server.host() + (late ? " took too long" : " cannot be reached, or broke off the connection"), why);
    }

    /** Receives on a thread of the client's. */
    private final class Receiver implements Callback {

        @Override
        public void onFailure(Call failed, IOException e) {
            came.add(new Came.Broken(e));
        }

        @Override
        public void onResponse(Call answered, Response response) {
            try (response) {
                String type = Optional.ofNullable(response.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
                came.add(new Came.Head(response.code(), type, Optional.ofNullable(response.header("Retry-After"))));
                BufferedSource source = response.body().source();
                while (source.request(1)) {
                    came.add(new Came.Some(source.readByteArray(source.getBuffer().size())));
                }
                came.add(new Came.End());
            } catch (IOException | RuntimeException e) {
                came.add(new Came.Broken(e));
            }
        }
    }
}
