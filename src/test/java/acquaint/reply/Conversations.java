package acquaint.reply;

import acquaint.memory.Recall;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Texts;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The shared conversations, as requests for a draft. */
public record Conversations(List<Conversation> all) {

    /** One conversation with its customer and ticket. */
    public record Conversation(Customer customer, Ticket ticket, List<Message> messages) {

        /** As it stood after its first {@code count} messages. */
        public DraftRequest cutAfter(int count, Recall recall, List<acquaint.memory.Episode> precedents) {
            return new DraftRequest(customer, ticket, messages.subList(0, count), recall, precedents, "Lee");
        }
    }

    public static Conversations read() throws IOException {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data"), "conversations.jsonl");
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: the shared conversations are not at " + file);
        ObjectMapper json = new ObjectMapper();
        List<Conversation> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            all.add(conversation(json.readTree(line)));
        }
        return new Conversations(List.copyOf(all));
    }

    private static Conversation conversation(JsonNode node) {
        TicketId id = new TicketId(node.get("id").asText());
        JsonNode who = node.get("customer");
        List<Message> messages = new ArrayList<>();
        for (JsonNode said : node.get("messages")) {
            boolean customer = said.get("from").asText().equals("customer");
            int position = messages.size() + 1;
            messages.add(new Message(new MessageId(id + "-" + position), id, position, customer ? Message.Kind.CUSTOMER : Message.Kind.REPLY,
                    customer ? who.get("name").asText() : "Lee", Instant.parse(said.get("at").asText()), said.get("text").asText(), Message.Delivery.NONE));
        }
        Instant since = messages.getFirst().at();
        Customer customer = new Customer(new CustomerId(who.get("id").asText()), who.get("name").asText(), Optional.ofNullable(who.get("tier").textValue()),
                Optional.ofNullable(who.get("city").textValue()), since, List.of(Address.email(who.get("email").asText())));
        Ticket ticket = Ticket.opened(id, customer.id(), Texts.firstLine(messages.getFirst().text(), 120), node.get("channel").asText(), since);
        return new Conversation(customer, ticket, messages);
    }
}
