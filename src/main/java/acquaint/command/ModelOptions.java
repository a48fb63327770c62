package acquaint.command;

import acquaint.casework.LanguageModels;
import acquaint.reply.LanguageModel;
import acquaint.settings.MemoryChoice;
import acquaint.settings.ModelChoice;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which language model is to write, for commands that take one: the settings' where nothing is named. */
final class ModelOptions {

    /** The services by the names that commands give them. */
    enum Provider { OPENAI, ANTHROPIC, NONE }

    @Option(names = "--provider", paramLabel = "NAME",
            description = "Who writes: openai (also for any server that speaks as OpenAI does), anthropic, or none. The settings' choice without it.")
    private Provider provider;

    @Option(names = "--model-url", paramLabel = "URL", description = "Where the service is, such as http://127.0.0.1:11434/v1. The service's own address without it.")
    private String url;

    @Option(names = "--model", paramLabel = "MODEL", description = "The model, by the service's name for it.")
    private String model;

    private Optional<ModelChoice.Server> named = Optional.empty();

    /** Looks at what was given; {@code wrongUse} makes the exception that says what is wrong with it. */
    void check(Function<String, ParameterException> wrongUse) {
        if (provider == Provider.NONE && (url != null || model != null)) {
            throw wrongUse.apply("--model-url and --model need a provider that is not none");
        }
        if (provider == Provider.NONE || provider == null && url == null && model == null) {
            return;
        }
        if (model == null || model.isBlank()) {
            throw wrongUse.apply("name the model with --model");
        }
        boolean anthropic = provider == Provider.ANTHROPIC;
        String address = url == null ? (anthropic ? ModelChoice.Server.ANTHROPIC : ModelChoice.Server.OPENAI).toString() : url.strip();
        MemoryChoice.problem(address.replaceFirst("\\?.*$", "")).ifPresent(problem -> {
            throw wrongUse.apply(problem == MemoryChoice.BadUrl.NOT_HTTPS ? "--model-url must begin with https://, except on this computer" : "--model-url is no address: " + address);
        });
        named = Optional.of(new ModelChoice.Server(anthropic ? ModelChoice.Provider.ANTHROPIC : ModelChoice.Provider.OPENAI, URI.create(address), model.strip()));
    }

    /** Empty where none is to write. The key is the environment's, or the one that is kept. */
    Optional<LanguageModel> model(LanguageModels models, Map<String, String> environment) {
        if (named.isEmpty()) {
            return provider == Provider.NONE ? Optional.empty() : models.model();
        }
        ModelChoice.Server server = named.get();
        String variable = server.provider() == ModelChoice.Provider.ANTHROPIC ? Terminal.ANTHROPIC_KEY : Terminal.OPENAI_KEY;
        return Optional.of(models.once(server, Optional.ofNullable(environment.get(variable)).map(String::strip)));
    }
}
