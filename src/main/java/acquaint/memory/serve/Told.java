package acquaint.memory.serve;

import acquaint.memory.Episode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An episode as the API tells it. */
record Told(Episode episode, double score) {

    private static final int DIGITS = 24;

    /** 24 hexadecimal digits, as the cloud's ids have. */
    String id() {
        return episode.id().substring(episode.id().length() - 32).substring(0, DIGITS);
    }

    /** The id of what an episode is made from: the same digits, read from their end. */
    String cell() {
        return episode.id().substring(episode.id().length() - DIGITS);
    }

    /** The id of self-hosted servers: owner, kind, day and eight digits. */
    String ossId() {
        return episode.customer().value() + "_ep_" + DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(episode.until(), ZoneOffset.UTC))
                + "_" + String.format(Locale.ROOT, "%08d", Long.parseLong(id().substring(0, 13), 16) % 100_000_000);
    }

    /** The customer, and who else spoke. */
    List<String> participants(String customer) {
        return Stream.concat(Stream.of(customer), episode.participants().stream()).distinct().toList();
    }
}
