package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;

/**
 * One call and what comes back. The bytes are received on a thread of the client's, so that the caller can wait with a limit and be interrupted
 * whatever thread it is; whatever ends the reading early closes the connection. For one thread, once.
 */
final class Exchange {

    private static final int LONGEST_REFUSAL = 1 << 20;
    /** No answer of a model is longer. */
    private static final long LONGEST_ANSWER = 64 << 20;

    private final Call call;
    private final ModelServer server;
    private final Patience patience;
    private final Receiving receiving = new Receiving();
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
            Receiving.Head head = head(patience.first());
            if (head.type().contains("json")) {
                throw Refusals.inPlaceOfAStream(server, head.status(), rest(LONGEST_REFUSAL, Patience.SHORT));
            }
            // Some servers leave the type out, or know it no better.
            if (!head.type().contains("event-stream") && !head.type().isEmpty() && !head.type().contains("text/plain")) {
                throw new ModelException(Kind.WRONG_URL, server.host() + " answered with no stream of events");
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
                    case Receiving.Some(byte[] bytes) -> {
                        length += bytes.length;
                        for (ServerEvent event : events.read(bytes)) {
                            hand(event, stream);
                        }
                    }
                    case Receiving.End() -> {
                        Optional<ServerEvent> last = events.end();
                        if (last.isPresent()) {
                            hand(last.get(), stream);
                        }
                        if (!stream.done()) {
                            throw new ModelException(Kind.FAULT, server.host() + " ended the answer in its middle");
                        }
                    }
                    case Receiving.Broken(Exception why) -> throw broken(why);
                    case Receiving.Head _ -> throw new IllegalStateException();
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

    private Receiving.Head head(Duration limit) throws ModelException, InterruptedException {
        call.enqueue(receiving);
        Receiving.Came first = next(limit);
        if (first instanceof Receiving.Broken(Exception why)) {
            throw broken(why);
        }
        Receiving.Head head = (Receiving.Head) first;
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
        for (Receiving.Came next = next(limit); !(next instanceof Receiving.End); next = next(limit)) {
            if (next instanceof Receiving.Broken(Exception why)) {
                throw broken(why);
            }
            bytes.writeBytes(((Receiving.Some) next).bytes());
            if (bytes.size() > longest) {
                throw new ModelException(Kind.WRONG_URL, server.host() + " answered with more than such a service does");
            }
        }
        return bytes.toString(UTF_8);
    }

    /** Waits no longer than {@code limit} since the last sign of life, and no longer in all than patience lasts. */
    private Receiving.Came next(Duration limit) throws ModelException, InterruptedException {
        long left = Math.min(lastSign + limit.toNanos(), begun + patience.total().toNanos()) - System.nanoTime();
        Receiving.Came next = receiving.next(Duration.ofNanos(Math.max(0, left)))
                .orElseThrow(() -> new ModelException(Kind.LATE, server.host() + " took too long"));
        lastSign = System.nanoTime();
        return next;
    }

    private ModelException broken(Exception why) {
        boolean connecting = String.valueOf(why.getMessage()).contains("onnect");
        boolean late = why instanceof InterruptedIOException && !connecting;
        String what = late ? " took too long" : " cannot be reached, or broke off the connection";
        return new ModelException(late ? Kind.LATE : Kind.AWAY, server.host() + what, why);
    }
}
