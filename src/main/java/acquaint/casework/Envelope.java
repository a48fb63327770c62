package acquaint.casework;

import acquaint.channel.OutgoingReply;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** A reply's envelope, frozen as JSON when the agent presses Send, and read again when the reply leaves. */
final class Envelope {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelope() {}

    /** To the customer's first e-mail address, or their first address of any kind. */
    static String freeze(Message reply, Ticket ticket, Customer customer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("id", reply.id().value())
                .put("ticket", ticket.id().value())
                .put("subject", ticket.subject())
                .put("recipientName", customer.name())
                .put("author", reply.author())
                .put("at", reply.at().toEpochMilli())
                .put("text", reply.text());
        customer.address(Address.Kind.EMAIL)
                .or(() -> customer.addresses().stream().findFirst().map(Address::value))
                .ifPresent(address -> json.put("recipientAddress", address));
        return json.toString();
    }

    static OutgoingReply read(String frozen) {
        try {
            JsonNode json = JSON.readTree(frozen);
            return new OutgoingReply(new MessageId(json.get("id").textValue()), new TicketId(json.get("ticket").textValue()),
                    json.get("subject").textValue(), json.get("recipientName").textValue(),
                    Optional.ofNullable(json.get("recipientAddress")).map(JsonNode::textValue), json.get("author").textValue(),
                    Instant.ofEpochMilli(json.get("at").longValue()), json.get("text").textValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an envelope in the outbox cannot be read", e);
        }
    }
}
