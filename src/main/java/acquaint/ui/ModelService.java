package acquaint.ui;

import acquaint.settings.ModelChoice;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** The services that a language model can be chosen from, as the settings list them. */
public enum ModelService {
    NONE(null, null),
    OPENAI(ModelChoice.Provider.OPENAI, ModelChoice.Server.OPENAI),
    ANTHROPIC(ModelChoice.Provider.ANTHROPIC, ModelChoice.Server.ANTHROPIC),
    OPENROUTER(ModelChoice.Provider.OPENAI, ModelChoice.Server.OPENROUTER),
    OLLAMA(ModelChoice.Provider.OPENAI, ModelChoice.Server.OLLAMA),
    LM_STUDIO(ModelChoice.Provider.OPENAI, ModelChoice.Server.LM_STUDIO),
    /** Any other that speaks as OpenAI does. */
    OTHER(ModelChoice.Provider.OPENAI, null);

    private final ModelChoice.Provider provider;
    private final URI usual;

    ModelService(ModelChoice.Provider provider, URI usual) {
        this.provider = provider;
        this.usual = usual;
    }

    ModelChoice.Provider provider() {
        return provider;
    }

    /** Where it is, unless somebody moved it. */
    Optional<URI> usual() {
        return Optional.ofNullable(usual);
    }

    static ModelService of(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.None _ -> NONE;
            case ModelChoice.Server server -> Arrays.stream(values()).filter(one -> one.provider == server.provider() && server.url().equals(one.usual)).findFirst()
                    .orElse(server.provider() == ModelChoice.Provider.ANTHROPIC ? ANTHROPIC : OTHER);
        };
    }
}
