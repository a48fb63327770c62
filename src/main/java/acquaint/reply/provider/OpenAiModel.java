package acquaint.reply.provider;

import acquaint.privacy.Recipient;
import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.Prompt;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A model behind chat completions as OpenAI words them: OpenAI, Azure, OpenRouter, vLLM, LM Studio, Ollama and many more. A word of the request
 * that a server refuses is left out or changed from then on.
 */
public final class OpenAiModel implements LanguageModel {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelHttp http;
    private final ModelServer server;
    private final OpenAiUrls urls;
    private final String model;
    private final int contextTokens;
    /** Newer models of OpenAI refuse the older name, and most other servers know no other. */
    private volatile boolean newerBound;
    private volatile boolean asksForUsage = true;

    public OpenAiModel(ModelHttp http, ModelServer server, String model, int contextTokens) {
        this.http = http;
        this.server = server;
        this.urls = new OpenAiUrls(server);
        this.model = model;
        this.contextTokens = contextTokens;
        this.newerBound = urls.openAi();
    }

    @Override
    public Recipient recipient() {
        return new Recipient(urls.azure() ? "azure" : "openai", server.shown(), model);
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public Answer answer(Prompt prompt, Consumer<String> pieces) throws ModelException, InterruptedException {
        while (true) {
            boolean bound = newerBound;
            boolean usage = asksForUsage;
            try {
                return http.stream(outgoing(prompt, bound, usage), new ChatStream(server, pieces));
            } catch (RefusedWord e) {
                // Each is refused once at most: what comes then has other words.
                if (e.is("stream_options") && usage) {
                    asksForUsage = false;
                } else if (e.is("max_tokens") && !bound) {
                    newerBound = true;
                } else {
                    throw e;
                }
            }
        }
    }

    private Outgoing outgoing(Prompt prompt, boolean bound, boolean usage) {
        ObjectNode body = JSON.createObjectNode().put("model", model).put("stream", true);
        if (usage) {
            body.putObject("stream_options").put("include_usage", true);
        }
        body.put(bound ? "max_completion_tokens" : "max_tokens", prompt.answerTokens());
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", prompt.instructions().text());
        messages.addObject().put("role", "user").put("content", prompt.material().text());
        return new Outgoing(server, urls.chat(model), headers(server), body.toString(), prompt, recipient());
    }

    /** Azure has a header of its own for keys. */
    static Map<String, String> headers(ModelServer server) {
        boolean azure = new OpenAiUrls(server).azure();
        return server.key().map(secret -> azure ? Map.of("api-key", secret) : Map.of("Authorization", "Bearer " + secret)).orElse(Map.of());
    }

    @Override
    public String toString() {
        return model + " at " + server.host();
    }
}
