package acquaint.memory.serve;

import acquaint.memory.Episode;
import acquaint.memory.Utterance;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An episode as the API tells it; {@code said} looks up what it tells of. */
record Told(Episode episode, double score, Supplier<List<Utterance>> said) {

    private static final int DIGITS = 24;
    private static final long NUMBERS = 100_000_000;

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
        return oss("ep", id());
    }

    /** Of the sentence with this number. */
    String factId(int number, Dialect dialect) {
        String id = Ids.fact(id(), number);
        return dialect == Dialect.OSS ? oss("af", id) : id;
    }

    private String oss(String kind, String digits) {
        return String.format(Locale.ROOT, "%s_%s_%s_%08d", Owner.id(episode.customer()), kind,
                DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(episode.until(), ZoneOffset.UTC)), Long.parseLong(digits.substring(0, 13), 16) % NUMBERS);
    }

    Optional<String> group() {
        return Owner.groupId(episode.customer());
    }

    /** Whose memory it is in, unless that is a group's. */
    Optional<String> user() {
        return group().isPresent() ? Optional.empty() : Optional.of(Owner.id(episode.customer()));
    }

    /** The ids of users who took part, its owner's first. */
    List<String> senders() {
        return Stream.concat(user().stream(), senders(said -> said.speaker() == Utterance.Speaker.CUSTOMER || said.speaker() == Utterance.Speaker.OTHER)).distinct().toList();
    }

    /** The ids of all who took part. */
    List<String> speakers() {
        return Stream.concat(user().stream(), senders(_ -> true)).distinct().toList();
    }

    private Stream<String> senders(Predicate<Utterance> some) {
        return said.get().stream().filter(some).map(one -> Sent.sender(episode.customer(), one));
    }

    /** The customer, and the names of who else spoke. */
    List<String> participants() {
        return Stream.concat(user().stream(), episode.participants().stream()).distinct().toList();
    }
}
