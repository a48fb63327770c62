package acquaint.reply.provider;

import acquaint.reply.Answer;
import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A streamed answer as OpenAI words it ("Chat completions, streaming"). Reasoning, which vLLM, OpenRouter and others send beside the content,
 * is passed over.
 */
final class ChatStream implements AnswerStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelServer server;
    private final AnswerPieces pieces;
    private OptionalInt promptTokens = OptionalInt.empty();
    private OptionalInt answerTokens = OptionalInt.empty();
    private String finish = "";
    private boolean refused;
    private boolean begun;
    private boolean done;

    ChatStream(ModelServer server, Consumer<String> pieces) {
        this.server = server;
        this.pieces = new AnswerPieces(pieces);
    }

    @Override
    public void event(ServerEvent event) throws ModelException {
        if (event.data().strip().equals("[DONE]")) {
            done = true;
            pieces.end();
            return;
        }
        JsonNode json = json(event.data());
        if (json.hasNonNull("error") || event.name().equals("error") || json.path("object").asText().equals("error")) {
            throw Refusals.of(server, json);
        }
        usage(json.path("usage"));
        for (JsonNode choice : json.path("choices")) {
            if (choice.path("index").asInt(0) == 0) {
                choice(choice);
            }
        }
    }

    private JsonNode json(String data) throws ModelException {
        try {
            JsonNode json = JSON.readTree(data);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Its words would show what was received.
        }
        throw new ModelException(Kind.FAULT, server.host() + " sent a piece of an answer that cannot be read");
    }

    private void usage(JsonNode usage) {
        if (usage.path("prompt_tokens").isInt()) {
            promptTokens = OptionalInt.of(usage.path("prompt_tokens").asInt());
        }
        if (usage.path("completion_tokens").isInt()) {
            answerTokens = OptionalInt.of(usage.path("completion_tokens").asInt());
        }
    }

    private void choice(JsonNode choice) throws ModelException {
        if (choice.hasNonNull("error")) {
            throw Refusals.of(server, choice);
        }
        JsonNode delta = choice.path("delta");
        // The first piece of many servers is empty and comes before the prompt was read.
        begun |= Stream.of("content", "reasoning_content", "reasoning").map(delta::path)
                .anyMatch(part -> part.isArray() || part.isTextual() && !part.asText().isEmpty());
        refused |= delta.hasNonNull("refusal") && !delta.path("refusal").asText().isEmpty();
        String text = text(delta.path("content"));
        if (!text.isEmpty()) {
            pieces.add(text);
        }
        if (choice.hasNonNull("finish_reason")) {
            finish = choice.path("finish_reason").asText();
        }
    }

    /** Mostly a text; Mistral's models that think send a list of parts. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.isTextual() ? content.asText() : "";
        }
        var text = new StringBuilder();
        content.forEach(part -> text.append(part.path("type").asText().equals("text") ? part.path("text").asText() : ""));
        return text.toString();
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public boolean begun() {
        return begun;
    }

    @Override
    public End end() throws ModelException {
        Answer.Ending ending = switch (finish) {
            case "length" -> Answer.Ending.CUT_OFF;
            case "content_filter" -> Answer.Ending.REFUSED;
            case "error", "" -> throw new ModelException(Kind.FAULT, server.host() + " ended the answer without saying why");
            default -> refused ? Answer.Ending.REFUSED : Answer.Ending.COMPLETE;
        };
        return new End(ending, promptTokens, answerTokens);
    }
}
