package acquaint.memory;

import acquaint.memory.Utterance.Speaker;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The conversations that lie beside the project, as memory takes them. Tests that use them are skipped where they are absent. */
public record SharedConversations(CustomerId customer, SessionId session, List<Utterance> utterances) {

    public static List<SharedConversations> all() throws IOException {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data")).resolve("conversations.jsonl");
        Assumptions.assumeTrue(Files.exists(file), "no conversations at " + file);
        return in(file);
    }

    public static List<SharedConversations> in(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<SharedConversations> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            all.add(of(json.readTree(line)));
        }
        return all;
    }

    /** All that was said, in one text. */
    public String text() {
        return String.join("\n", utterances.stream().map(Utterance::text).toList());
    }

    private static SharedConversations of(JsonNode conversation) {
        String id = conversation.get("id").asText();
        JsonNode customer = conversation.get("customer");
        List<Utterance> utterances = new ArrayList<>();
        for (JsonNode message : conversation.get("messages")) {
            boolean said = message.get("from").asText().equals("customer");
            utterances.add(new Utterance(
                    new MessageId(id + ":" + utterances.size()),
                    said ? Speaker.CUSTOMER : Speaker.AGENT,
                    said ? customer.get("name").asText() : "Agent",
                    Instant.parse(message.get("at").asText()),
                    message.get("text").asText()));
        }
        return new SharedConversations(
                new CustomerId(customer.get("id").asText()), new SessionId("ticket_" + id), utterances);
    }
}
