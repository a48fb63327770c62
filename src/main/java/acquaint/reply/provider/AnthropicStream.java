package acquaint.reply.provider;

import acquaint.reply.Answer;
import acquaint.reply.ModelException;
import acquaint.reply.ModelException.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A streamed answer as Anthropic words it ("Streaming messages"). Thoughts are passed over, as are kinds of events that are not known. */
final class AnthropicStream implements AnswerStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelServer server;
    private final AnswerPieces pieces;
    private OptionalInt promptTokens = OptionalInt.empty();
    private OptionalInt answerTokens = OptionalInt.empty();
    private String reason = "";
    private boolean begun;
    private boolean done;

    AnthropicStream(ModelServer server, Consumer<String> pieces) {
        this.server = server;
        this.pieces = new AnswerPieces(pieces);
    }

    @Override
    public void event(ServerEvent event) throws ModelException {
        JsonNode json = json(event.data());
        switch (json.path("type").asText(event.name())) {
            case "message_start" -> usage(json.at("/message/usage"));
            case "content_block_start" -> text(json.path("content_block"));
            case "content_block_delta" -> text(json.path("delta"));
            case "message_delta" -> {
                reason = json.at("/delta/stop_reason").asText(reason);
                usage(json.path("usage"));
            }
            case "message_stop" -> {
                done = true;
                pieces.end();
            }
            case "error" -> throw Refusals.of(server, json);
            default -> { }
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

    private void text(JsonNode part) {
        begun = true;
        String type = part.path("type").asText();
        String text = part.path("text").asText("");
        if ((type.equals("text") || type.equals("text_delta")) && !text.isEmpty()) {
            pieces.add(text);
        }
    }

    /** What was read from a cache is a part of the prompt as well, but counted apart. */
    private void usage(JsonNode usage) {
        if (usage.path("input_tokens").isInt()) {
            promptTokens = OptionalInt.of(usage.path("input_tokens").asInt() + usage.path("cache_read_input_tokens").asInt(0)
                    + usage.path("cache_creation_input_tokens").asInt(0));
        }
        if (usage.path("output_tokens").isInt()) {
            answerTokens = OptionalInt.of(usage.path("output_tokens").asInt());
        }
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
        Answer.Ending ending = switch (reason) {
            case "max_tokens", "model_context_window_exceeded" -> Answer.Ending.CUT_OFF;
            case "refusal" -> Answer.Ending.REFUSED;
            case "" -> throw new ModelException(Kind.FAULT, server.host() + " ended the answer without saying why");
            default -> Answer.Ending.COMPLETE;
        };
        return new End(ending, promptTokens, answerTokens);
    }
}
