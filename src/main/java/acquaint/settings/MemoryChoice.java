package acquaint.settings;

import java.net.URI;
import java.util.Optional;

/** Where customers are remembered. The key of a service never stands here, but among the {@link Secrets}. */
public sealed interface MemoryChoice {

    /** On this computer. */
    record Embedded() implements MemoryChoice {}

    /**
     * At an EverOS service. {@code space} names the account's memory among all that this desk ever used: it stays the
     * same when a key is renewed, and is another one for another account.
     */
    record EverOs(Version version, URI url, String space) implements MemoryChoice {}

    /** Which version of EverOS an account or a server speaks. */
    enum Version {
        /** {@code api.evermind.ai} with a key of the first version. */
        CLOUD_V1,
        /** {@code api.evermind.ai} with a key of the second version. */
        CLOUD_V2,
        /** A server of one's own. */
        SELF_HOSTED;

        /** Where it usually is: the cloud's address, or the usual port of this computer (EverOS documentation). */
        public URI usualUrl() {
            return URI.create(this == SELF_HOSTED ? "http://127.0.0.1:8000" : "https://api.evermind.ai");
        }

        public boolean needsKey() {
            return this != SELF_HOSTED;
        }
    }

    /** The greatest number of a port. */
    int MOST_PORT = 65_535;

    /** Why an address cannot be used. */
    enum BadUrl { NOT_AN_ADDRESS, NOT_HTTPS }

    /** What is wrong with an address: it must be {@code https}, except on this computer. */
    static Optional<BadUrl> problem(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            return Optional.of(BadUrl.NOT_AN_ADDRESS);
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null || uri.getPort() > MOST_PORT || !(http || "https".equalsIgnoreCase(uri.getScheme()))) {
            return Optional.of(BadUrl.NOT_AN_ADDRESS);
        }
        return http && !isLoopback(uri.getHost()) ? Optional.of(BadUrl.NOT_HTTPS) : Optional.empty();
    }

    /** By its words alone, since a name that is looked up may be answered differently the next time. */
    static boolean isLoopback(String host) {
        String bare = host.replaceAll("^\\[|]$", "");
        return bare.equalsIgnoreCase("localhost") || bare.equals("::1") || bare.matches("127(\\.\\d{1,3}){3}");
    }
}
