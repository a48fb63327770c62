package acquaint.reply.provider;

import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Asks a service which models it has, in the order it tells them; also a way to see whether address and key are right. Blocks; interruptible. */
public final class ModelList {

    /** A service whose pages never end is no such service. */
    private static final int PAGES = 50;

    private final ModelHttp http;

    public ModelList(ModelHttp http) {
        this.http = http;
    }

    /** Of a service that speaks as OpenAI does. OpenRouter says {@code context_length}, vLLM {@code max_model_len}; OpenAI itself says nothing. */
    public List<OfferedModel> openAi(ModelServer server) throws ModelException, InterruptedException {
        JsonNode json = http.get(server, new OpenAiUrls(server).models(), OpenAiModel.headers(server));
        return models(server, json, "context_length", "max_model_len", "max_context_length", "context_window");
    }

    /** Of Anthropic, which answers page by page, and says {@code max_input_tokens}. */
    public List<OfferedModel> anthropic(ModelServer server) throws ModelException, InterruptedException {
        var all = new ArrayList<OfferedModel>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            JsonNode json = http.get(server, AnthropicModel.models(server, after), AnthropicModel.headers(server));
            all.addAll(models(server, json, "max_input_tokens"));
            after = Optional.of(json.path("last_id").asText("")).filter(id -> !id.isEmpty());
            if (!json.path("has_more").asBoolean() || after.isEmpty()) {
                return List.copyOf(all);
            }
        }
        throw new ModelException(Kind.WRONG_URL, server.host() + " lists models without an end");
    }

    private static List<OfferedModel> models(ModelServer server, JsonNode json, String... contextFields) throws ModelException {
        if (!json.path("data").isArray()) {
            throw new ModelException(Kind.WRONG_URL, server.host() + " does not answer as such a service does");
        }
        var models = new ArrayList<OfferedModel>();
        for (JsonNode each : json.path("data")) {
            String name = each.path("id").asText("");
            if (!name.isEmpty()) {
                OptionalInt context = Stream.of(contextFields).mapToInt(field -> each.path(field).asInt(0)).filter(tokens -> tokens > 0).findFirst();
                models.add(new OfferedModel(name, context));
            }
        }
        return List.copyOf(models);
    }

    /** Of the model of this name, where the list has it and says so. */
    static OptionalInt context(List<OfferedModel> models, String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst().map(OfferedModel::contextTokens).orElse(OptionalInt.empty());
    }
}
