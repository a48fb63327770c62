package acquaint.channel;

import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.Priority;
import acquaint.model.TicketStatus;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One line of a {@link ConversationFile}: what it must hold, what it may hold, and what is wrong with it. */
final class ConversationLine {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    /** No proof of an address, but keeps out what exports write where there is none ("n/a"), which several people would share. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private ConversationLine() {}

    static ImportedConversation parse(String line) throws UnusableLine {
        var fields = new Fields(object(line), "");
        return new ImportedConversation(
                fields.identifier("id"),
                fields.oneLine("channel").orElse("file"),
                fields.oneLine("subject"),
                fields.choice("status", TicketStatus.class),
                fields.choice("priority", Priority.class),
                fields.oneLine("assignee"),
                fields.texts("tags"),
                customer(fields),
                messages(fields.json().path("messages")));
    }

    private static JsonNode object(String line) throws UnusableLine {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.isObject()) {
                return json;
            }
            throw new UnusableLine("must be one conversation as a JSON object, but is " + Fields.kind(json));
        } catch (JsonEOFException e) {
            throw new UnusableLine("ends in the middle of a JSON object; one line must hold one whole conversation");
        } catch (JacksonException e) {
            throw new UnusableLine("is not valid JSON"
                    + (e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr()));
        }
    }

    private static ImportedCustomer customer(Fields conversation) throws UnusableLine {
        JsonNode json = conversation.json().path("customer");
        if (!json.isObject()) {
            throw new UnusableLine("customer must be an object with id and name, but is " + Fields.kind(json));
        }
        var fields = new Fields(json, "customer");
        String id = fields.identifier("id");
        List<Address> addresses = addresses(fields);
        String name = fields.oneLine("name")
                .orElse(addresses.isEmpty() ? id : addresses.getFirst().value());
        return new ImportedCustomer(id, name, addresses, fields.oneLine("tier"), fields.oneLine("city"));
    }

    private static List<Address> addresses(Fields customer) throws UnusableLine {
        var addresses = new ArrayList<Address>();
        for (String field : List.of("email", "emails")) {
            for (String email : customer.texts(field)) {
                if (!EMAIL.matcher(email).matches()) {
                    throw new UnusableLine(customer.where(field) + " must be an e-mail address, but is " + Fields.quoted(email));
                }
                addresses.add(Address.email(email));
            }
        }
        for (String field : List.of("phone", "phones")) {
            customer.texts(field).stream().map(Address::phone).forEach(addresses::add);
        }
        return addresses.stream().distinct().toList();
    }

    private static List<ImportedMessage> messages(JsonNode json) throws UnusableLine {
        if (!json.isArray() || json.isEmpty()) {
            throw new UnusableLine("messages must be a list with at least one message, but is "
                    + (json.isArray() ? "empty" : Fields.kind(json)));
        }
        var messages = new ArrayList<ImportedMessage>(json.size());
        for (JsonNode element : json) {
            String path = "messages[" + messages.size() + ']';
            if (!element.isObject()) {
                throw new UnusableLine(path + " must be an object with from, at and text, but is " + Fields.kind(element));
            }
            messages.add(message(new Fields(element, path)));
        }
        return messages;
    }

    private static ImportedMessage message(Fields fields) throws UnusableLine {
        return new ImportedMessage(from(fields), fields.oneLine("author"), at(fields), fields.requiredText("text"));
    }

    private static Message.Kind from(Fields fields) throws UnusableLine {
        String from = fields.oneLine("from").orElse("");
        return switch (from) {
            case "customer" -> Message.Kind.CUSTOMER;
            case "agent" -> Message.Kind.REPLY;
            case "note" -> Message.Kind.NOTE;
            default -> throw new UnusableLine(fields.where("from") + " must be customer, agent or note, but is "
                    + (from.isEmpty() ? "missing" : Fields.quoted(from)));
        };
    }

    private static Instant at(Fields fields) throws UnusableLine {
        String at = fields.oneLine("at").orElse("");
        try {
            Instant time = OffsetDateTime.parse(at).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Said below, in the same words as for a time that no clock shows.
        }
        throw new UnusableLine(fields.where("at") + " must be a time with its zone such as 2026-03-03T18:00:47Z, but is "
                + (at.isEmpty() ? "missing" : Fields.quoted(at)));
    }
}
