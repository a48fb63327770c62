package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as services write them: ISO 8601 with or without an offset, which then is UTC, or seconds or milliseconds since 1970. */
final class Times {

    /** From here on a number is milliseconds; cloud v2 takes nothing smaller, and the others take less for seconds. */
    static final long LEAST_MILLIS = 1_000_000_000_000L;

    private static final Pattern DIGITS = Pattern.compile("\\d{9,18}");
    private static final Pattern BLANK_BEFORE_TIME = Pattern.compile("(?<=^\\d{4}-\\d{2}-\\d{2}) +(?=\\d)");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHmm", "Z").optionalEnd()
            .toFormatter().withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /** Empty where there is none or it makes no sense. */
    static Optional<Instant> read(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(ofNumber(value.doubleValue()));
        }
        return value.isTextual() ? read(value.textValue()) : Optional.empty();
    }

    static Optional<Instant> read(String text) {
        String bare = text.strip();
        if (DIGITS.matcher(bare).matches()) {
            return Optional.of(ofNumber(Long.parseLong(bare)));
        }
        try {
            return Optional.of(ofParts(ISO.parse(BLANK_BEFORE_TIME.matcher(bare).replaceFirst("T"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What to send: never less than would be read as seconds, so that a message of before 2001 is too new, not refused. */
    static long millis(Instant time) {
        return Math.max(LEAST_MILLIS, time.toEpochMilli());
    }

    private static Instant ofNumber(double number) {
        return Instant.ofEpochMilli((long) (number >= LEAST_MILLIS ? number : number * 1000));
    }

    private static Instant ofParts(TemporalAccessor parts) {
        LocalTime time = parts.query(TemporalQueries.localTime());
        ZoneOffset offset = parts.query(TemporalQueries.offset());
        return LocalDate.from(parts).atTime(time == null ? LocalTime.MIDNIGHT : time).toInstant(offset == null ? ZoneOffset.UTC : offset);
    }
}
