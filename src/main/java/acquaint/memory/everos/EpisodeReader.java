package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads episodes of every dialect, from searches and listings. Pure. */
final class EpisodeReader {

    private static final int SUBJECT = 120;

    private EpisodeReader() {}

    /** All of {@code data.episodes} that have an id. */
    static List<EverOsEpisode> in(JsonNode data) {
        return JsonTexts.each(data, "episodes").flatMap(json -> one(json).stream()).toList();
    }

    static Optional<EverOsEpisode> one(JsonNode json) {
        Optional<String> narrative = JsonTexts.first(json, "readable_episode", "episode");
        Optional<String> summary = JsonTexts.text(json, "summary");
        Optional<String> subject = JsonTexts.text(json, "subject");
        String longest = narrative.or(() -> summary).or(() -> subject).orElse("");
        return JsonTexts.text(json, "id").map(id -> new EverOsEpisode(
                id,
                JsonTexts.text(json, "parent_id"),
                JsonTexts.text(json, "session_id"),
                JsonTexts.time(json, "timestamp").orElse(Instant.EPOCH),
                subject.or(() -> summary).map(EpisodeReader::headline).orElseGet(() -> headline(longest)),
                summary.or(() -> narrative).or(() -> subject).orElse(""),
                longest,
                participants(json),
                JsonTexts.each(json, "atomic_facts").flatMap(fact -> JsonTexts.first(fact, "atomic_fact", "content").stream()).toList(),
                JsonTexts.texts(json, "tags").toList(),
                JsonTexts.number(json, "score")));
    }

    private static List<String> participants(JsonNode json) {
        return Stream.concat(JsonTexts.texts(json, "participants"), JsonTexts.texts(json, "sender_ids")).distinct().toList();
    }

    /** The first line, cut between words. */
    private static String headline(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        if (line.length() <= SUBJECT) {
            return line;
        }
        int blank = line.lastIndexOf(' ', SUBJECT);
        return line.substring(0, blank > SUBJECT / 2 ? blank : SUBJECT) + "…";
    }
}
