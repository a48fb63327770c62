package acquaint.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of the memory service: {@code EVER_OS_BASE_URL} and {@code EVEROS_API_KEY}, the names that the
 * service's own clients use. An address decides where the desk remembers; a key alone takes the place of the one that is kept.
 * {@code embeddings} is what it says of how the embedded memory finds.
 */
public record MemoryEnvironment(Optional<String> url, Optional<String> key, Embeddings embeddings) {

    private static final String EMBEDDINGS = "ACQUAINT_EMBEDDINGS";
    private static final String USUAL_MODEL = "text-embedding-3-small";

    public static final MemoryEnvironment NOTHING = new MemoryEnvironment(Optional.empty(), Optional.empty());

    /**
     * {@code ACQUAINT_EMBEDDINGS=none} has the embedded memory search by words alone; an address there, with {@code
     * ACQUAINT_EMBEDDINGS_MODEL} and where needed {@code ACQUAINT_EMBEDDINGS_KEY}, has a server tell what texts mean. {@code
     * problem} is what is wrong with an address, which is passed over then.
     */
    public record Embeddings(Optional<MeaningChoice> choice, Optional<String> key, Optional<MemoryChoice.BadUrl> problem) {

        static final Embeddings NOTHING = new Embeddings(Optional.empty(), Optional.empty(), Optional.empty());

        @Override
        public String toString() {
            return "Embeddings[choice=" + choice + ", key=" + (key.isPresent() ? "given" : "none") + ", problem=" + problem + ']';
        }
    }

    public MemoryEnvironment(Optional<String> url, Optional<String> key) {
        this(url, key, Embeddings.NOTHING);
    }

    public MemoryEnvironment(Optional<String> url, Optional<String> key, boolean wordsAlone) {
        this(url, key, wordsAlone ? new Embeddings(Optional.of(new MeaningChoice.WordsAlone()), Optional.empty(), Optional.empty()) : Embeddings.NOTHING);
    }

    public static MemoryEnvironment of(Map<String, String> environment) {
        return new MemoryEnvironment(value(environment, "EVER_OS_BASE_URL"), value(environment, "EVEROS_API_KEY"), embeddings(environment));
    }

    private static Embeddings embeddings(Map<String, String> environment) {
        Optional<String> key = value(environment, EMBEDDINGS + "_KEY");
        Optional<String> named = value(environment, EMBEDDINGS);
        if (named.filter("none"::equals).isPresent()) {
            return new Embeddings(Optional.of(new MeaningChoice.WordsAlone()), key, Optional.empty());
        }
        Optional<MemoryChoice.BadUrl> problem = named.flatMap(MemoryChoice::problem);
        Optional<MeaningChoice> server = named.filter(_ -> problem.isEmpty())
                .map(text -> new MeaningChoice.Server(URI.create(text), value(environment, EMBEDDINGS + "_MODEL").orElse(USUAL_MODEL)));
        return new Embeddings(server, key, problem);
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
        return "MemoryEnvironment[url=" + url + ", key=" + (key.isPresent() ? "given" : "none") + ", embeddings=" + embeddings + ']';
    }
}
