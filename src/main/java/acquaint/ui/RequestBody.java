package acquaint.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a request to a language model says, taken out of its JSON: who speaks in it, and what. Immutable. */
record RequestBody(List<Part> parts) {

    /** {@code instruction}: it is the team's word, and not what is to be worked on. */
    record Part(boolean instruction, String text) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads both forms, that of OpenAI's chat completions and that of Anthropic's messages; a body of neither has no parts. */
    static RequestBody of(String body) {
        var parts = new ArrayList<Part>();
        try {
            JsonNode root = JSON.readTree(body);
            if (root.has("system")) {
                parts.add(new Part(true, words(root.get("system"))));
            }
            for (JsonNode message : root.path("messages")) {
                String role = message.path("role").asText();
                parts.add(new Part(role.equals("system") || role.equals("developer"), words(message.path("content"))));
            }
        } catch (JsonProcessingException e) {
            parts.clear();
        }
        return new RequestBody(List.copyOf(parts));
    }

    /** Content is a text, or a list of blocks of text. */
    private static String words(JsonNode content) {
        return content.isArray()
                ? StreamSupport.stream(content.spliterator(), false).map(block -> block.path("text").asText()).collect(Collectors.joining("\n"))
                : content.asText();
    }
}
