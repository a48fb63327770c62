package acquaint.settings;

import acquaint.settings.ModelChoice.Provider;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of language models: those that are kept, and the environment's {@code OPENAI_API_KEY} and {@code ANTHROPIC_API_KEY}, which go to the services
 * of these names where no key is kept for them. Blocks while a keychain asks its owner; safe for several threads.
 */
public final class ModelKeys {

    private final Secrets secrets;
    private final Map<String, String> environment;

    public ModelKeys(Secrets secrets, Map<String, String> environment) {
        this.secrets = secrets;
        this.environment = Map.copyOf(environment);
    }

    public Secrets.Place place() {
        return secrets.place();
    }

    /** The key for this address, if there is one. */
    public Optional<String> of(Provider provider, URI url) throws IOException {
        Optional<String> kept = secrets.read(name(url));
        boolean itsOwn = url.equals(provider == Provider.OPENAI ? ModelChoice.Server.OPENAI : ModelChoice.Server.ANTHROPIC);
        return kept.isPresent() || !itsOwn ? kept : ofEnvironment(provider);
    }

    private Optional<String> ofEnvironment(Provider provider) {
        String name = provider == Provider.OPENAI ? "OPENAI_API_KEY" : "ANTHROPIC_API_KEY";
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(key -> !key.isEmpty());
    }

    public void keep(URI url, String key) throws IOException {
        secrets.write(name(url), key.strip());
    }

    private static String name(URI url) {
        return "model/" + url;
    }
}
