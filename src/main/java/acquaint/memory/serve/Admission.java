package acquaint.memory.serve;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may ask. Web pages may not: a browser says by {@code Origin} that one asks, and by {@code Host} under which name it found
 * this computer, which a stranger's name server can point here (DNS rebinding). All others name the key. A self-hosted server's
 * dialect knows no key, so on this computer what is named as one is passed over in it; a server that other computers can reach
 * wants the key in every dialect and on every path, {@code /health} too.
 */
final class Admission {

    private static final String BEARER = "Bearer ";
    private static final Pattern HOST = Pattern.compile("(?:\\[([^\\]]*)\\]|([^:]*))(?::\\d*)?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost\\.?|127(\\.\\d{1,3}){3}|(0*:)+0*1");

    private final Dialect dialect;
    private final String key;
    private final Listening at;

    Admission(Dialect dialect, String key, Listening at) {
        this.dialect = dialect;
        this.key = key;
        this.at = at;
    }

    /** Returns where the request may go on, and says why not where it may not. */
    void check(Headers headers, String path) {
        if (headers.containsKey("Origin")) {
            throw new Problem(403, "Forbidden", "this server is not for web pages");
        }
        checkHost(headers.getOrDefault("Host", List.of()));
        checkKey(headers.getFirst("Authorization"));
        boolean other = dialect == Dialect.V1 ? path.startsWith("/api/v2/") : dialect == Dialect.V2 && path.startsWith("/api/v1/");
        if (other) {
            throw new Problem(403, "Forbidden", "this server speaks " + dialect.name().toLowerCase(Locale.ROOT) + " of the API, and the path is of another version");
        }
    }

    /** Other computers may know this one by any name; there the certificate tells whether it is the right one. */
    private void checkHost(List<String> hosts) {
        for (String host : hosts) {
            if (at.onlyHere() && !isHere(host.strip().toLowerCase(Locale.ROOT))) {
                throw new Problem(403, "Forbidden", "the Host header must name this computer as localhost, 127.0.0.1 or " + at.name());
            }
        }
    }

    private boolean isHere(String host) {
        Matcher parts = HOST.matcher(host);
        if (!parts.matches()) {
            return false;
        }
        String name = parts.group(1) != null ? parts.group(1) : parts.group(2);
        return LOOPBACK.matcher(name).matches() || name.equalsIgnoreCase(at.name());
    }

    /** In the time that any key takes. */
    private void checkKey(String given) {
        if (dialect == Dialect.OSS && at.onlyHere()) {
            return;
        }
        boolean right = given != null && given.startsWith(BEARER)
                && MessageDigest.isEqual(given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
        if (!right) {
            throw new Problem(401, "Unauthorized", "missing or invalid API key");
        }
    }
}
