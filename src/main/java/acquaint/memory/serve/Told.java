package acquaint.memory.serve;

import acquaint.memory.Episode;
import acquaint.memory.Utterance;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An episode as the API tells it, with what was said in it. */
record Told(Episode episode, List<Utterance> said, double score) {

    private static final int DIGITS = 24;
    private static final int LONGEST_FACT = 400;
    private static final int SHORTEST_FACT = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n+");

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

    /** All of it, as a reader would be told. */
    String narrative() {
        var text = new StringBuilder("On ").append(DAY.format(LocalDate.ofInstant(episode.from(), ZoneOffset.UTC))).append(": ").append(episode.summary());
        episode.outcome().ifPresent(outcome -> text.append("\nOutcome: ").append(outcome));
        text.append("\n");
        said.forEach(one -> text.append("\n").append(one.author()).append(": ").append(one.text()));
        return text.toString();
    }

    List<String> participants() {
        return said.stream().filter(one -> one.speaker() == Utterance.Speaker.AGENT).map(Utterance::author).distinct().toList();
    }

    /** What the customer stated, sentence by sentence: questions state nothing. */
    List<String> facts() {
        var facts = new ArrayList<String>();
        for (Utterance one : said) {
            if (one.speaker() != Utterance.Speaker.AGENT) {
                SENTENCE.splitAsStream(one.text()).map(String::strip)
                        .filter(sentence -> !sentence.endsWith("?") && sentence.length() >= SHORTEST_FACT && sentence.length() <= LONGEST_FACT)
                        .forEach(facts::add);
            }
        }
        return facts.stream().distinct().toList();
    }
}
