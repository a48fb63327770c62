package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads messages that are in no episode yet: cloud v1 calls them raw, the others unprocessed. */
final class PendingReader {

    private PendingReader() {}

    /** Oldest first, whatever order the service has them in. */
    static List<PendingMessage> all(LooseObject data) {
        return Stream.concat(data.objects("raw_messages").stream(), data.objects("unprocessed_messages").stream())
                .map(PendingReader::one).sorted(Comparator.comparing(PendingMessage::at)).toList();
    }

    private static PendingMessage one(LooseObject json) {
        return new PendingMessage(
                json.text("id", "message_id").orElse(""),
                json.text("session_id"),
                json.text("sender_id"),
                json.text("sender_name"),
                json.text("role").flatMap(PendingReader::role),
                text(json.json()),
                json.time("timestamp", "created_at").orElse(Instant.EPOCH));
    }

    /** A tool's turn has no role here: nobody said it. */
    private static Optional<Turn.Role> role(String word) {
        return Stream.of(Turn.Role.values()).filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    }

    /** What was said; empty where the message is a file only. */
    private static String text(JsonNode message) {
        return Stream.of("content", "content_items").map(message::path).flatMap(LooseObject::elements)
                .flatMap(each -> (each.isObject() ? new LooseObject(each).text("text") : LooseObject.words(each)).stream())
                .collect(Collectors.joining("\n"));
    }
}
