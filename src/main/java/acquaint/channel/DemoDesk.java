package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The conversations of an invented shop, for a first look at the program. They are kept in the shape of a
 * {@link ConversationFile} with two differences that make them fresh on any day and at any desk: {@code at} is an ISO-8601
 * duration before now ({@code -P3DT2H}), and the name {@code @me} stands for the agent who looks.
 */
public final class DemoDesk {

    private static final String RESOURCE = "/demo/desk.jsonl";
    private static final String ME = "@me";
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoDesk() {}

    /** Writes the conversations into {@code target} as they look at {@code now} to the agent of this name, ready for import. */
    public static void write(Path target, Instant now, String agent) throws IOException {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        try (var in = new BufferedReader(new InputStreamReader(DemoDesk.class.getResourceAsStream(RESOURCE), UTF_8));
                var out = Files.newBufferedWriter(target)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode conversation = JSON.readTree(line);
                name(conversation, "assignee", agent);
                for (JsonNode message : conversation.path("messages")) {
                    name(message, "author", agent);
                    ((ObjectNode) message).put("at", second.plus(Duration.parse(message.path("at").asText())).toString());
                }
                out.write(JSON.writeValueAsString(conversation));
                out.newLine();
            }
        }
    }

    private static void name(JsonNode json, String field, String agent) {
        if (json.path(field).asText().equals(ME)) {
            ((ObjectNode) json).put(field, agent);
        }
    }
}
