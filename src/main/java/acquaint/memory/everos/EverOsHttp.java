package acquaint.memory.everos;

import acquaint.memory.MemoryException.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * Carries out calls over HTTP; the only class that talks to the network. A call that only reads, or that may be repeated,
 * is tried up to three times; one that may not be is sent once, and a failure says whether it certainly had no effect. Safe
 * for several threads; an interrupt ends the connection.
 */
public final class EverOsHttp implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final int ATTEMPTS = 3;
    /** Back-off of the service's own clients: half a second, doubling, at most eight (EverOS Python SDK). */
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    /** More than any answer of the contract; a hundred episodes with all their words are less than one. */
    private static final long LONGEST_ANSWER = 16L << 20;

    private final HttpUrl base;
    private final Optional<String> key;
    private final Clock clock;
    private final Gate gate;
    private final OkHttpClient reading;
    private final OkHttpClient writing;

    /** {@code url} is where the service's paths begin. */
    public EverOsHttp(URI url, Optional<String> key, Limits limits, Clock clock) {
        this.base = HttpUrl.get(url.toString());
        this.key = key.map(String::strip);
        this.clock = clock;
        this.gate = new Gate(limits, clock);
        var dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-http-", 0).factory()));
        dispatcher.setMaxRequests(limits.atOnce() + 1);
        dispatcher.setMaxRequestsPerHost(limits.atOnce() + 1);
        // What may be repeated is decided here and not by the library, which would send a message twice.
        reading = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(limits.connect())
                .writeTimeout(limits.reading())
                .readTimeout(limits.reading())
                .callTimeout(limits.reading().plus(limits.connect()))
                .build();
        writing = reading.newBuilder().readTimeout(limits.writing()).writeTimeout(limits.writing())
                .callTimeout(limits.writing().plus(limits.connect())).build();
    }

    /** The host that is spoken to, for messages. */
    String host() {
        return base.host();
    }

    /** Sends the call and returns what its answer reads as. */
    <T> T execute(Call<T> call) throws EverOsException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(call);
            } catch (EverOsException e) {
                Optional<Duration> wait = pause(call, attempt, e);
                if (wait.isEmpty()) {
                    throw e;
                }
                Thread.sleep(wait.get());
            }
        }
    }

    /** How long to wait before another attempt, if there is to be one. */
    private static Optional<Duration> pause(Call<?> call, int attempt, EverOsException failure) {
        boolean passing = switch (failure.kind()) {
            case AWAY, LATE, FAULT, BUSY, QUOTA -> true;
            default -> false;
        };
        if (!passing || failure.isForWantOfACapability() || call.effect() == Call.Effect.ONCE || attempt >= ATTEMPTS || failure.status() == 402
                || failure.getCause() instanceof SocketTimeoutException) {
            return Optional.empty();
        }
        long most = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << (attempt - 1));
        Duration own = Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
        Duration wait = failure.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
        return Optional.of(wait).filter(w -> w.compareTo(LONGEST_WAIT) <= 0);
    }

    private <T> T once(Call<T> call) throws EverOsException, InterruptedException {
        Optional<Duration> quiet = gate.quiet();
        if (quiet.isPresent()) {
            throw new EverOsException(Kind.QUOTA, 0, true, host() + " asked for a pause", null, quiet);
        }
        boolean write = call.effect() != Call.Effect.NONE;
        try (var _ = gate.enter(write)) {
            Raw raw = exchange((write ? writing : reading).newCall(request(call)));
            if (raw.status() / 100 == 2) {
                return read(call, raw);
            }
            throw refused(raw);
        }
    }

    private Request request(Call<?> call) throws EverOsException {
        if (key.filter(secret -> secret.chars().anyMatch(sign -> sign <= ' ' || sign > '~')).isPresent()) {
            throw new EverOsException(Kind.BAD_KEY, 0, true, "the key holds signs that no key has; copy it once more", null, Optional.empty());
        }
        var request = new Request.Builder()
                .url(base.toString().replaceFirst("/+$", "") + call.path())
                .header("Accept", "application/json")
                .header("User-Agent", "Acquaint");
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.method(call.method().name(), call.body().map(EverOsHttp::body).orElse(null)).build();
    }

    private static RequestBody body(JsonNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return TYPE;
            }

            @Override
            public long contentLength() {
                return bytes.length;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(bytes);
            }
        };
    }

    private record Raw(int status, okhttp3.Headers headers, String body) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** Sends and receives on a thread of its own, so that the caller can be interrupted whatever thread it is. */
    private Raw exchange(okhttp3.Call call) throws EverOsException, InterruptedException {
        var received = new CompletableFuture<Raw>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(okhttp3.Call failed, IOException e) {
                received.completeExceptionally(e);
            }

            @Override
            public void onResponse(okhttp3.Call answered, Response response) {
                try (response) {
                    received.complete(new Raw(response.code(), response.headers(), text(response)));
                } catch (IOException | RuntimeException e) {
                    received.completeExceptionally(e);
                }
            }
        });
        try {
            return received.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        }
    }

    private static String text(Response response) throws IOException {
        var source = response.body().source();
        if (source.request(LONGEST_ANSWER + 1)) {
            throw new IOException("the answer is longer than " + (LONGEST_ANSWER >> 20) + " MB");
        }
        return source.readString(StandardCharsets.UTF_8);
    }

    /** A connection that was never made has done nothing; one that broke off may have. */
    private EverOsException broken(Throwable cause) {
        boolean neverReached = cause instanceof ConnectException || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException;
        boolean connecting = cause instanceof SocketTimeoutException && String.valueOf(cause.getMessage()).contains("onnect");
        boolean late = cause instanceof java.io.InterruptedIOException && !connecting;
        return new EverOsException(late ? Kind.LATE : Kind.AWAY, 0, neverReached || connecting,
                host() + " " + words(cause, late, connecting), cause, Optional.empty());
    }

    private static String words(Throwable cause, boolean late, boolean connecting) {
        if (late) {
            return "took too long to answer";
        }
        return switch (cause) {
            case UnknownHostException _ -> "is not known on this network";
            case SSLHandshakeException _ -> "has no certificate that this computer trusts";
            case SSLPeerUnverifiedException _ -> "has another server's certificate";
            case ConnectException _ -> "does not answer";
            default -> connecting ? "does not answer" : "broke off the connection";
        };
    }

    private static <T> T read(Call<T> call, Raw raw) throws EverOsException {
        try {
            JsonNode json = raw.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(raw.body());
            return call.reading().read(new Answer(raw.status(), json, raw.header("X-Request-Id")));
        } catch (JsonProcessingException | Call.UnreadableAnswer e) {
            // A page of a proxy that wants a sign-in, or half an answer: nobody knows what the service itself did.
            throw new EverOsException(Kind.AWAY, raw.status(), false, "the answer is not what the service would say", e, Optional.empty());
        }
    }

    private EverOsException refused(Raw raw) {
        String body = key.filter(secret -> !secret.isEmpty()).map(secret -> raw.body().replace(secret, "...")).orElse(raw.body());
        Refusal refusal = Refusal.of(raw.status(), raw::header, body, clock.instant());
        if (refusal.kind() == Kind.QUOTA) {
            refusal.retryAfter().ifPresent(gate::quiet);
        }
        return new EverOsException(refusal.kind(), raw.status(), refusal.certainlyNotDone(), refusal.message(), null, refusal.retryAfter());
    }

    /** Sends a file where the service said, as a form with the file last; storage answers without words of its own. */
    void upload(Upload.Ticket ticket, String fileName, byte[] bytes) throws EverOsException, InterruptedException {
        var form = new okhttp3.MultipartBody.Builder().setType(okhttp3.MultipartBody.FORM);
        ticket.fields().forEach(form::addFormDataPart);
        form.addFormDataPart("file", fileName, RequestBody.create(bytes, MediaType.parse(ticket.fields().getOrDefault("Content-Type", "application/octet-stream"))));
        Request request = new Request.Builder().url(ticket.url()).post(form.build()).build();
        for (int attempt = 1; ; attempt++) {
            Raw raw;
            try (var _ = gate.enter(true)) {
                raw = exchange(writing.newCall(request));
            }
            if (raw.status() / 100 == 2) {
                return;
            }
            if (raw.status() / 100 != 5 || attempt >= ATTEMPTS) {
                throw refused(raw);
            }
            Thread.sleep(FIRST_WAIT.multipliedBy(attempt));
        }
    }

    /** Ends idle connections; calls under way end by themselves. */
    @Override
    public void close() {
        reading.connectionPool().evictAll();
        reading.dispatcher().executorService().shutdown();
    }
}
