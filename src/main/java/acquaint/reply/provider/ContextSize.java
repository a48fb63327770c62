package acquaint.reply.provider;

import acquaint.reply.ModelException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How many tokens a model has room for, prompt and answer together: as its server says, else by what is documented of its kind, else
 * {@link #SAFE}, which all models have that are of use here. Asked once, when a model is chosen. Blocks; interruptible.
 */
public final class ContextSize {

    /** Where nothing is known. */
    public static final int SAFE = 8_192;
    /** All current models of Anthropic have this or more ("Models overview"). */
    public static final int ANTHROPIC = 200_000;
    /** GPT-4o, GPT-4.1, GPT-5 and the reasoning models have this or more (OpenAI, "Models"). */
    public static final int NEWER_OPENAI = 128_000;

    private static final Pattern NEWER = Pattern.compile("(gpt-4o|gpt-4\\.1|gpt-5|o[134](-|$)|chatgpt-4o).*");

    private final ModelList list;
    private final ModelHttp http;

    public ContextSize(ModelHttp http) {
        this.http = http;
        this.list = new ModelList(http);
    }

    /** Of a model behind a server that speaks as OpenAI does. Ollama is asked in its own words, since its list does not say. */
    public int openAi(ModelServer server, String model) throws ModelException, InterruptedException {
        var urls = new OpenAiUrls(server);
        if (urls.openAi() || urls.azure()) {
            return NEWER.matcher(model.toLowerCase(Locale.ROOT)).matches() ? NEWER_OPENAI : SAFE;
        }
        OptionalInt said = ModelList.context(list.openAi(server), model);
        return said.isPresent() ? said.getAsInt() : new Ollama(http, server.url()).contextTokens(model).orElse(SAFE);
    }

    /** Of a model of Anthropic. */
    public int anthropic(ModelServer server, String model) throws ModelException, InterruptedException {
        return ModelList.context(list.anthropic(server), model).orElse(ANTHROPIC);
    }
}
