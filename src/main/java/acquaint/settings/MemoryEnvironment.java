package acquaint.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of the memory service: {@code EVER_OS_BASE_URL} and {@code EVEROS_API_KEY}, the names that the
 * service's own clients use. An address decides where the desk remembers; a key alone takes the place of the one that is kept.
 */
public record MemoryEnvironment(Optional<String> url, Optional<String> key) {

    public static final MemoryEnvironment NOTHING = new MemoryEnvironment(Optional.empty(), Optional.empty());

    public static MemoryEnvironment of(Map<String, String> environment) {
        return new MemoryEnvironment(value(environment, "EVER_OS_BASE_URL"), value(environment, "EVEROS_API_KEY"));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The address, where it can be used. */
    public Optional<URI> address() {
        return url.filter(text -> MemoryChoice.problem(text).isEmpty()).map(text -> URI.create(text.replaceFirst("/+$", "")));
    }

    /** What is wrong with the address. */
    public Optional<MemoryChoice.BadUrl> problem() {
        return url.flatMap(MemoryChoice::problem);
    }

    /** A server on this computer is one of one's own; elsewhere it is the cloud's first version, which these names are of. */
    public Optional<MemoryChoice.Version> version() {
        return address().map(uri -> uri.getScheme().equals("http") || key.isEmpty() ? MemoryChoice.Version.SELF_HOSTED : MemoryChoice.Version.CLOUD_V1);
    }

    @Override
    public String toString() {
        return "MemoryEnvironment[url=" + url + ", key=" + (key.isPresent() ? "given" : "none") + ']';
    }
}
