package acquaint.soak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A file of invented conversations to import, and what the desk must hold of each once it is acknowledged. */
record ConversationLines(Path file, Map<String, List<Said>> conversations) {

    private static final Instant FIRST = Instant.parse("2025-11-03T09:00:00Z");
    private static final int CUSTOMERS = 25;

    /** Writes {@code count} conversations, named after {@code prefix} and their number. */
    static ConversationLines write(Path file, String prefix, int count, Random random) throws IOException {
        var conversations = new LinkedHashMap<String, List<Said>>();
        var lines = new ArrayList<String>();
        for (int n = 1; n <= count; n++) {
            String id = id(prefix, n);
            List<Said> said = said(id, 3 + random.nextInt(10));
            conversations.put(id, said);
            lines.add(line(id, random.nextInt(CUSTOMERS), said).toString());
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        return new ConversationLines(file, conversations);
    }

    static String id(String prefix, int number) {
        return prefix + "-" + number;
    }

    private static List<Said> said(String id, int count) {
        var said = new ArrayList<Said>();
        for (int i = 1; i <= count; i++) {
            said.add(new Said(id, id + "/" + i, i % 2 == 1 ? "CUSTOMER" : "REPLY", "The kettle of order " + id + "." + i + " is on its way, thank you."));
        }
        return said;
    }

    private static ObjectNode line(String id, int customer, List<Said> said) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("id", id).put("channel", "chat");
        line.putObject("customer").put("id", "customer_" + customer).put("name", "Customer " + customer)
                .put("email", "customer" + customer + "@example.com");
        var messages = line.putArray("messages");
        for (Said one : said) {
            messages.addObject().put("from", one.kind().equals("CUSTOMER") ? "customer" : "agent")
                    .put("at", FIRST.plus(Duration.ofMinutes(messages.size())).toString()).put("text", one.text());
        }
        return line;
    }
}
