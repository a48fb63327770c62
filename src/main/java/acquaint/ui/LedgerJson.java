package acquaint.ui;

import acquaint.privacy.LedgerEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** One entry of the ledger as JSON, for somebody who is to see what was sent. The names are those of the ledger's own export. */
final class LedgerJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LedgerJson() {}

    static String of(LedgerEntry entry) {
        ObjectNode node = JSON.createObjectNode();
        node.put("number", entry.number()).put("time", entry.sentAt().toString()).put("purpose", entry.sending().purpose())
                .put("ticket", entry.sending().ticket().value());
        node.putObject("to").put("provider", entry.sending().to().provider()).put("url", entry.sending().to().url().toString())
                .put("model", entry.sending().to().model());
        node.put("tokens", entry.sending().tokens());
        var placeholders = node.putArray("placeholders");
        entry.sending().placeholders().forEach(placeholders::add);
        node.put("body", entry.sending().body());
        entry.ending().ifPresent(ending -> {
            ObjectNode ended = node.putObject("ended").put("how", ending.how());
            ending.promptTokens().ifPresent(tokens -> ended.put("prompt_tokens", tokens));
            ending.answerTokens().ifPresent(tokens -> ended.put("answer_tokens", tokens));
        });
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
