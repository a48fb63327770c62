package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.privacy.Recipient;
import acquaint.reply.Answer;
import acquaint.reply.LanguageModel;
import acquaint.reply.ModelException;
import acquaint.reply.Prompt;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A model behind Anthropic's messages API, or behind a service that has the same words. */
public final class AnthropicModel implements LanguageModel {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The version of the API, which changes far more seldom than the models do. */
    private static final String VERSION = "2023-06-01";

    private final ModelHttp http;
    private final ModelServer server;
    private final String model;
    private final int contextTokens;

    public AnthropicModel(ModelHttp http, ModelServer server, String model, int contextTokens) {
        this.http = http;
        this.server = server;
        this.model = model;
        this.contextTokens = contextTokens;
    }

    @Override
    public Recipient recipient() {
        return new Recipient("anthropic", server.shown(), model);
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public Answer answer(Prompt prompt, Consumer<String> pieces) throws ModelException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("model", model).put("max_tokens", prompt.answerTokens()).put("stream", true)
                .put("system", prompt.instructions().text());
        body.putArray("messages").addObject().put("role", "user").put("content", prompt.material().text());
        var outgoing = new Outgoing(server, base(server) + "/messages", headers(server), body.toString(), prompt, recipient());
        return http.stream(outgoing, new AnthropicStream(server, pieces));
    }

    /** Where the list of models is, from behind the one that was answered last. */
    static String models(ModelServer server, Optional<String> after) {
        return base(server) + "/models?limit=1000" + after.map(id -> "&after_id=" + URLEncoder.encode(id, UTF_8)).orElse("");
    }

    static Map<String, String> headers(ModelServer server) {
        var headers = new TreeMap<>(Map.of("anthropic-version", VERSION));
        server.key().ifPresent(secret -> headers.put("x-api-key", secret));
        return headers;
    }

    private static String base(ModelServer server) {
        String path = Optional.ofNullable(server.url().getRawPath()).orElse("").replaceFirst("/+$", "").replaceFirst("/messages$", "");
        return server.url().getScheme() + "://" + server.url().getRawAuthority() + (path.endsWith("/v1") ? path : path + "/v1");
    }

    @Override
    public String toString() {
        return model + " at " + server.host();
    }
}
