package acquaint.reply.provider;

import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a service is, and the key for it, where it wants one. */
public record ModelServer(URI url, Optional<String> key) {

    /** Without a name and password that stand in the address, which no service asks for. */
    public ModelServer {
        url = bare(url);
        key = key.map(String::strip).filter(secret -> !secret.isEmpty());
    }

    private static URI bare(URI url) {
        try {
            return url.getRawUserInfo() == null ? url
                    : new URI(url.getScheme(), null, url.getHost(), url.getPort(), url.getPath(), url.getQuery(), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no address", e);
        }
    }

    /** As it may be shown and written down: some put a key into the query. */
    URI shown() {
        return url.getRawQuery() == null ? url : URI.create(url.toString().replaceFirst("\\?.*$", ""));
    }

    /** As it is in messages. */
    String host() {
        return url.getHost() == null ? "the service" : url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    /** Has an address that can be asked, and a key that can be sent. */
    void check() throws ModelException {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !scheme.equals("https") && !scheme.equals("http")) {
            throw new ModelException(Kind.WRONG_URL, "the address is none of the web");
        }
        if (key.filter(secret -> secret.chars().anyMatch(sign -> sign <= ' ' || sign > '~')).isPresent()) {
            throw new ModelException(Kind.BAD_KEY, "the key for " + host() + " holds signs that no key has");
        }
    }

    @Override
    public String toString() {
        return host();
    }
}
