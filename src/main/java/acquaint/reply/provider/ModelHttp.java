package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.privacy.Ledger;
import acquaint.reply.Answer;
import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import acquaint.reply.Prompt;
import acquaint.reply.StoppedAnswer;
import acquaint.reply.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The way to all language models, one for the whole program. Whatever leaves by it stands in the ledger first. Redirects are not followed: the
 * key would go where nobody chose to send it. Safe for several threads; an interrupt closes the connection at once.
 */
public final class ModelHttp implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ModelHttp.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Models of OpenRouter are some hundreds, at two kilobytes each. */
    private static final int LONGEST_LIST = 16 << 20;

    /** A connection that is kept open may be dead after the network was changed. */
    private static final Duration PING = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final Patience patience;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-model-", 0).factory());
    private final UnaryOperator<OkHttpClient.Builder> trust;
    /** Made for the first request: to read whom this machine trusts takes longer than to open a desk, and many a desk asks no model. */
    private OkHttpClient client;

    public ModelHttp(Ledger ledger) {
        this(ledger, Patience.USUAL);
    }

    public ModelHttp(Ledger ledger, Patience patience) {
        this(ledger, patience, UnaryOperator.identity());
    }

    /** {@code trust} may add what the client trusts, or which proxy it goes through. */
    ModelHttp(Ledger ledger, Patience patience, UnaryOperator<OkHttpClient.Builder> trust) {
        this.ledger = ledger;
        this.patience = patience;
        this.trust = trust;
    }

    private synchronized OkHttpClient client() {
        if (client == null) {
            var dispatcher = new Dispatcher(threads);
            dispatcher.setMaxRequestsPerHost(32);
            // The caller watches the time, since it knows what has come; the call's own limit ends what it left behind.
            client = trust.apply(new OkHttpClient.Builder()).dispatcher(dispatcher).connectTimeout(patience.connect()).readTimeout(patience.total())
                    .callTimeout(patience.total()).pingInterval(PING).followRedirects(false).followSslRedirects(false).build();
        }
        return client;
    }

    /** Sends what the ledger has, and has the stream read what comes. */
    Answer stream(Outgoing outgoing, AnswerStream stream) throws ModelException, InterruptedException {
        outgoing.server().check();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        // By way of bytes, since half a character is sent as another sign.
        byte[] bytes = outgoing.body().getBytes(UTF_8);
        long entry = write(outgoing, new String(bytes, UTF_8));
        var ending = new Ledger.Ending("stopped", OptionalInt.empty(), OptionalInt.empty());
        try {
            Request request = request(outgoing.server(), outgoing.url(), outgoing.headers()).header("Accept", "text/event-stream")
                    .post(new OnceBody(bytes)).build();
            new Exchange(client().newCall(request), outgoing.server(), patience).stream(stream);
            AnswerStream.End end = stream.end();
            ending = new Ledger.Ending(word(end.ending()), end.promptTokens(), end.answerTokens());
            return new Answer(end.ending(), entry, end.promptTokens(), end.answerTokens());
        } catch (ModelException e) {
            ending = new Ledger.Ending(word(e.kind()), OptionalInt.empty(), OptionalInt.empty());
            throw e;
        } catch (InterruptedException e) {
            throw new StoppedAnswer(new Answer(Answer.Ending.CUT_OFF, entry, OptionalInt.empty(), OptionalInt.empty()));
        } finally {
            ended(entry, ending);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private long write(Outgoing outgoing, String body) throws ModelException {
        Prompt prompt = outgoing.prompt();
        try {
            int tokens = Tokens.in(prompt.instructions().text()) + Tokens.in(prompt.material().text());
            return ledger.sending(new Ledger.Sending(word(prompt.purpose()), prompt.ticket(), outgoing.to(), body, tokens,
                    prompt.placeholders()));
        } catch (IOException e) {
            throw new ModelException(Kind.NO_LEDGER, "the ledger cannot be written: " + e.getClass().getSimpleName(), e);
        }
    }

    /** What was sent stands there already; the answer is not taken from the agent because its end could not be written down. */
    private void ended(long entry, Ledger.Ending ending) {
        try {
            ledger.ended(entry, ending);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "how the call of entry " + entry + " ended could not be written to the ledger", e);
        }
    }

    /** Asks something that holds nothing of a customer, such as which models there are. */
    JsonNode get(ModelServer server, String url, Map<String, String> headers) throws ModelException, InterruptedException {
        return get(server, url, headers, Patience.SHORT);
    }

    /** As above; nobody is waited for longer than {@code limit}. */
    JsonNode get(ModelServer server, String url, Map<String, String> headers, Duration limit) throws ModelException, InterruptedException {
        server.check();
        return json(server, request(server, url, headers).header("Accept", "application/json").build(), limit);
    }

    /** As {@link #get}, with a body that says which model is meant. */
    JsonNode post(ModelServer server, String url, Map<String, String> headers, String body) throws ModelException, InterruptedException {
        server.check();
        Request request = request(server, url, headers).header("Accept", "application/json").post(new OnceBody(body.getBytes(UTF_8))).build();
        return json(server, request, Patience.SHORT);
    }

    private JsonNode json(ModelServer server, Request request, Duration limit) throws ModelException, InterruptedException {
        String body = new Exchange(client().newCall(request), server, patience).text(LONGEST_LIST, limit);
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Its words would show what was received.
        }
        throw new ModelException(Kind.WRONG_URL, server.host() + " does not answer as such a service does");
    }

    private static Request.Builder request(ModelServer server, String url, Map<String, String> headers) throws ModelException {
        try {
            var request = new Request.Builder().url(url).header("User-Agent", "Acquaint").header("Accept-Encoding", "identity");
            headers.forEach(request::header);
            return request;
        } catch (IllegalArgumentException e) {
            throw new ModelException(Kind.WRONG_URL, "the address of " + server.host() + " cannot be used");
        }
    }

    /** What is under way is broken off. */
    @Override
    public synchronized void close() {
        if (client != null) {
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
        }
        threads.shutdown();
    }
}
