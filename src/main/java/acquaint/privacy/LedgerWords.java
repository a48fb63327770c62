package acquaint.privacy;

import acquaint.model.TicketId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the lines of a ledger say, without what makes them a chain. */
final class LedgerWords {

    static final String SENDING = "sending";
    static final String ENDED = "ended";
    static final String TORN = "torn";
    static final String LOST = "lost";

    private LedgerWords() {}

    static ObjectNode sending(Ledger.Sending what) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("kind", SENDING).put("purpose", what.purpose()).put("ticket", what.ticket().value());
        line.putObject("to").put("provider", what.to().provider()).put("url", what.to().url().toString()).put("model", what.to().model());
        line.put("body", what.body()).put("tokens", what.tokens());
        what.placeholders().forEach(line.putArray("placeholders")::add);
        return line;
    }

    static Ledger.Sending sending(JsonNode line) {
        JsonNode to = line.path("to");
        var placeholders = new ArrayList<String>();
        line.path("placeholders").forEach(each -> placeholders.add(each.asText()));
        return new Ledger.Sending(line.path("purpose").asText(), new TicketId(line.path("ticket").asText()),
                new Recipient(to.path("provider").asText(), URI.create(to.path("url").asText()), to.path("model").asText()),
                line.path("body").asText(), line.path("tokens").asInt(), List.copyOf(placeholders));
    }

    static ObjectNode ended(long number, Ledger.Ending how) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("kind", ENDED).put("of", number).put("how", how.how());
        how.promptTokens().ifPresent(count -> line.put("prompt_tokens", count));
        how.answerTokens().ifPresent(count -> line.put("answer_tokens", count));
        return line;
    }

    static Ledger.Ending ending(JsonNode line) {
        return new Ledger.Ending(line.path("how").asText(), count(line.path("prompt_tokens")), count(line.path("answer_tokens")));
    }

    /** Stands behind {@code bytes} that were half written. */
    static ObjectNode torn(byte[] bytes) {
        return JsonNodeFactory.instance.objectNode().put("kind", TORN).put("bytes", bytes.length).put("sha256", LedgerLine.sha256(bytes));
    }

    /** Says that the lines up to {@code end} were there before; zero where not even that is known. */
    static ObjectNode lost(long end, String hash) {
        return JsonNodeFactory.instance.objectNode().put("kind", LOST).put("was_number", end).put("was_hash", hash);
    }

    private static OptionalInt count(JsonNode node) {
        return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
    }
}
