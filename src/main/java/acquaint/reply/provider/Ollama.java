package acquaint.reply.provider;

import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An Ollama on this computer, which keeps everything here. Blocks, for a second or two at most where none is there; interruptible. */
public final class Ollama {

    /** Where it listens unless it was told otherwise. */
    public static final URI USUAL = URI.create("http://127.0.0.1:11434/v1");
    /** What it gives a model where nobody says more; what is longer it cuts off without a word (Ollama, "FAQ", context window size). */
    static final int USUAL_CONTEXT = 4_096;

    /** It tells its models from a folder, at once. */
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Pattern SET = Pattern.compile("(?m)^\\s*num_ctx\\s+(\\d{1,9})\\s*$");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelHttp http;
    private final ModelServer server;

    public Ollama(ModelHttp http) {
        this(http, USUAL);
    }

    public Ollama(ModelHttp http, URI url) {
        this.http = http;
        this.server = new ModelServer(url, Optional.empty());
    }

    /** How it is spoken to once it is chosen. */
    public ModelServer server() {
        return server;
    }

    /** The names of the models it has, which may be none; empty where no Ollama runs. Models that only tell vectors are left out. */
    public Optional<List<String>> models() throws InterruptedException {
        try {
            JsonNode json = http.get(server, root() + "/api/tags", Map.of(), PROBE);
            var names = new ArrayList<String>();
            for (JsonNode model : json.path("models")) {
                boolean vectors = model.at("/details/family").asText("").contains("bert") || model.path("name").asText().contains("embed");
                if (!vectors && !model.path("name").asText("").isEmpty()) {
                    names.add(model.path("name").asText());
                }
            }
            return json.path("models").isArray() ? Optional.of(List.copyOf(names)) : Optional.empty();
        } catch (ModelException e) {
            return Optional.empty();
        }
    }

    /**
     * How many tokens a model has room for as it is run here: as its file sets it, else as it is loaded, else {@link #USUAL_CONTEXT}, and never more
     * than it was made for. Empty where this is no Ollama or it has no such model.
     */
    public OptionalInt contextTokens(String model) throws ModelException, InterruptedException {
        JsonNode shown;
        try {
            shown = http.post(server, root() + "/api/show", Map.of(), JSON.createObjectNode().put("model", model).toString());
        } catch (ModelException e) {
            if (e.kind() == Kind.MODEL_NOT_FOUND || e.kind() == Kind.WRONG_URL) {
                return OptionalInt.empty();
            }
            throw e;
        }
        if (!shown.has("model_info") && !shown.has("details")) {
            return OptionalInt.empty();
        }
        Matcher set = SET.matcher(shown.path("parameters").asText(""));
        int run = set.find() ? Integer.parseInt(set.group(1)) : loaded(model).orElse(USUAL_CONTEXT);
        return OptionalInt.of(Math.min(run, most(shown)));
    }

    private static int most(JsonNode shown) {
        return shown.path("model_info").propertyStream().filter(field -> field.getKey().endsWith(".context_length") && field.getValue().asInt() > 0)
                .mapToInt(field -> field.getValue().asInt()).findFirst().orElse(Integer.MAX_VALUE);
    }

    private OptionalInt loaded(String model) throws InterruptedException {
        try {
            return Stream.of(http.get(server, root() + "/api/ps", Map.of(), PROBE).path("models")).flatMap(JsonNode::valueStream)
                    .filter(each -> each.path("name").asText().equals(model) || each.path("model").asText().equals(model))
                    .mapToInt(each -> each.path("context_length").asInt(0)).filter(tokens -> tokens > 0).findFirst();
        } catch (ModelException e) {
            return OptionalInt.empty();
        }
    }

    private String root() {
        return new OpenAiUrls(server).root();
    }
}
