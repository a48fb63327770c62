package acquaint.memory;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Retry-After}: seconds, or the time in the words of HTTP (RFC 9110, 10.2.3). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d*)?");

    private RetryAfter() {}

    /** Empty where it makes no sense; zero for a time that has passed. */
    public static Optional<Duration> read(String text, Instant now) {
        String bare = text.strip();
        if (SECONDS.matcher(bare).matches()) {
            return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(bare) * 1000)));
        }
        try {
            Duration left = Duration.between(now, ZonedDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
