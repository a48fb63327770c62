package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads JSON as tolerantly as the service writes it: fields may be missing, null, or of another type. Pure. */
final class JsonTexts {

    /** Smaller numbers are seconds (EverOS: 10^12 milliseconds were in 2001). */
    private static final long MILLIS = 1_000_000_000_000L;

    private JsonTexts() {}

    /** A text that is not blank; a number counts as its digits. */
    static Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? Optional.of(value.asText().strip()) : Optional.empty();
    }

    /** The first of the fields that is not blank. */
    static Optional<String> first(JsonNode json, String... fields) {
        return Stream.of(fields).flatMap(field -> text(json, field).stream()).findFirst();
    }

    /** The elements of an array; none where there is none. */
    static Stream<JsonNode> each(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.empty();
    }

    /** The texts of an array of texts; one text alone counts as an array of one. */
    static Stream<String> texts(JsonNode json, String field) {
        return json.path(field).isTextual() ? text(json, field).stream()
                : each(json, field).filter(JsonNode::isValueNode).filter(value -> !value.isNull()).map(JsonNode::asText);
    }

    static double number(JsonNode json, String field) {
        return json.path(field).asDouble(0);
    }

    /** ISO 8601 with or without an offset, which is then UTC; or a number of milliseconds or seconds. */
    static Optional<Instant> time(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isNumber()) {
            long number = value.asLong();
            return Optional.of(number >= MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        }
        return text(json, field).flatMap(JsonTexts::time);
    }

    static Optional<Instant> time(String text) {
        String iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeParseException e) {
            try {
                return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException neither) {
                return Optional.empty();
            }
        }
    }
}
