package acquaint.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of the memory service: {@code EVER_OS_BASE_URL} and {@code EVEROS_API_KEY}, the names that the
 * service's own clients use. An address decides where the desk remembers; a key alone takes the place of the one that is kept.
 * {@code ACQUAINT_EMBEDDINGS=none} has the embedded memory search by words alone, which spares memory and processor; an address
 * there, with {@code ACQUAINT_EMBEDDINGS_MODEL} and where needed {@code ACQUAINT_EMBEDDINGS_KEY}, has a server tell what texts mean.
 */
public record MemoryEnvironment(Optional<String> url, Optional<String> key, boolean wordsAlone, Optional<EmbeddingServer> embeddings) {

    private static final String EMBEDDINGS = "ACQUAINT_EMBEDDINGS";

    public static final MemoryEnvironment NOTHING = new MemoryEnvironment(Optional.empty(), Optional.empty());

    /** A server that tells vectors of texts as OpenAI's does; {@code url} ends where {@code /embeddings} follows. */
    public record EmbeddingServer(URI url, String model, Optional<String> key) {

        @Override
        public String toString() {
            return "EmbeddingServer[url=" + url + ", model=" + model + ", key=" + (key.isPresent() ? "given" : "none") + ']';
        }
    }

    public MemoryEnvironment(Optional<String> url, Optional<String> key) {
        this(url, key, false);
    }

    public MemoryEnvironment(Optional<String> url, Optional<String> key, boolean wordsAlone) {
        this(url, key, wordsAlone, Optional.empty());
    }

    public static MemoryEnvironment of(Map<String, String> environment) {
        return new MemoryEnvironment(value(environment, "EVER_OS_BASE_URL"), value(environment, "EVEROS_API_KEY"),
                value(environment, EMBEDDINGS).filter("none"::equals).isPresent(), embeddings(environment));
    }

    private static Optional<EmbeddingServer> embeddings(Map<String, String> environment) {
        return value(environment, EMBEDDINGS).filter(text -> MemoryChoice.problem(text).isEmpty())
                .map(text -> new EmbeddingServer(URI.create(text), value(environment, EMBEDDINGS + "_MODEL").orElse("text-embedding-3-small"),
                        value(environment, EMBEDDINGS + "_KEY")));
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
        return "MemoryEnvironment[url=" + url + ", key=" + (key.isPresent() ? "given" : "none") + ", wordsAlone=" + wordsAlone + ", embeddings=" + embeddings + ']';
    }
}
