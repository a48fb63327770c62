package acquaint.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Reads which version is the newest from a small file over HTTP: <pre>{"version": "1.4.0", "notes": "What is new, as plain text.", "url": "https://example.org/acquaint"}</pre>
 * {@code notes} and {@code url} may be missing. Nothing of the user or the program is sent, not even its name: the request is a bare GET. Only https is asked,
 * and http on this computer; up to three redirects are followed to such addresses, from https to https alone. Blocks; safe for several threads.
 */
public final class ReleaseFeed implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long LARGEST = 64 << 10;
    private static final int LONGEST_NOTES = 4_000;
    private static final int REDIRECTS = 3;

    private final VersionNumber running;
    private final Duration patience;
    private OkHttpClient client;

    /** {@code running} is the version that asks. */
    public ReleaseFeed(String running) {
        this(running, PATIENCE);
    }

    ReleaseFeed(String running, Duration patience) {
        this.running = VersionNumber.of(running).orElseThrow(() -> new IllegalArgumentException("no version: " + running));
        this.patience = patience;
    }

    /** The newest version where it is newer than the one that runs; empty where there is none. An older one is never offered. */
    public Optional<Release> newer(URI address) throws UpdateException {
        Release release = read(address);
        VersionNumber version = VersionNumber.of(release.version()).orElseThrow(() -> new UpdateException(UpdateTrouble.UNREADABLE));
        return version.compareTo(running) > 0 ? Optional.of(release) : Optional.empty();
    }

    /** Whether this address may be asked. */
    public static boolean isAllowed(URI address) {
        HttpUrl url = HttpUrl.get(address);
        return url != null && isAllowed(url);
    }

    private static boolean isAllowed(HttpUrl url) {
        String host = url.host();
        return url.isHttps() || host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private Release read(URI address) throws UpdateException {
        HttpUrl url = HttpUrl.get(address);
        if (url == null || !isAllowed(url)) {
            throw new UpdateException(UpdateTrouble.NOT_HTTPS);
        }
        try {
            return follow(url);
        } catch (InterruptedIOException e) {
            throw new UpdateException(UpdateTrouble.LATE, e);
        } catch (JsonProcessingException e) {
            throw new UpdateException(UpdateTrouble.UNREADABLE, e);
        } catch (IOException e) {
            throw new UpdateException(UpdateTrouble.AWAY, e);
        }
    }

    private Release follow(HttpUrl first) throws IOException, UpdateException {
        HttpUrl url = first;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            try (Response response = client().newCall(new Request.Builder().url(url).build()).execute()) {
                if (!response.isRedirect()) {
                    return release(response);
                }
                HttpUrl next = Optional.ofNullable(response.header("Location")).map(url::resolve).orElse(null);
                if (next == null || !isAllowed(next) || url.isHttps() && !next.isHttps()) {
                    throw new UpdateException(UpdateTrouble.SENT_ELSEWHERE);
                }
                url = next;
            }
        }
        throw new UpdateException(UpdateTrouble.SENT_ELSEWHERE);
    }

    private static Release release(Response response) throws IOException, UpdateException {
        if (!response.isSuccessful()) {
            throw new UpdateException(UpdateTrouble.REFUSED);
        }
        BufferedSource source = response.body().source();
        if (source.request(LARGEST + 1)) {
            throw new UpdateException(UpdateTrouble.TOO_LARGE);
        }
        JsonNode json = JSON.readTree(source.readUtf8());
        if (json == null || !json.path("version").isTextual()) {
            throw new UpdateException(UpdateTrouble.UNREADABLE);
        }
        String notes = json.path("notes").asText("").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
        return new Release(json.path("version").textValue().strip(), notes.substring(0, Math.min(LONGEST_NOTES, notes.length())), page(json.path("url").asText("")));
    }

    /** A page is opened in a browser: of other kinds of addresses none is. */
    private static Optional<URI> page(String text) {
        return Optional.ofNullable(HttpUrl.parse(text)).filter(HttpUrl::isHttps).map(HttpUrl::uri);
    }

    private synchronized OkHttpClient client() {
        if (client == null) {
            client = new OkHttpClient.Builder().callTimeout(patience).followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false)
                    .addNetworkInterceptor(chain -> chain.proceed(chain.request().newBuilder().removeHeader("User-Agent").build())).build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
