package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads messages that are in no episode yet. Pure. */
final class PendingReader {

    private PendingReader() {}

    /** All of {@code data.raw_messages} (cloud v1) and {@code data.unprocessed_messages}, oldest first. */
    static List<PendingMessage> in(JsonNode data) {
        return Stream.concat(JsonTexts.each(data, "raw_messages"), JsonTexts.each(data, "unprocessed_messages"))
                .map(PendingReader::one)
                .sorted(Comparator.comparing(PendingMessage::at))
                .toList();
    }

    private static PendingMessage one(JsonNode json) {
        return new PendingMessage(
                JsonTexts.first(json, "id", "message_id").orElse(""),
                JsonTexts.text(json, "session_id"),
                JsonTexts.text(json, "sender_id"),
                JsonTexts.text(json, "sender_name"),
                JsonTexts.text(json, "role").flatMap(PendingReader::role),
                words(json),
                JsonTexts.time(json, "timestamp").or(() -> JsonTexts.time(json, "created_at")).orElse(Instant.EPOCH));
    }

    private static Optional<Turn.Role> role(String role) {
        return switch (role) {
            case "user" -> Optional.of(Turn.Role.USER);
            case "assistant" -> Optional.of(Turn.Role.ASSISTANT);
            default -> Optional.empty();
        };
    }

    private static String words(JsonNode json) {
        if (json.path("content").isTextual()) {
            return json.path("content").asText();
        }
        return Stream.concat(JsonTexts.each(json, "content_items"), JsonTexts.each(json, "content"))
                .flatMap(item -> JsonTexts.text(item, "text").stream())
                .collect(Collectors.joining("\n"));
    }
}
