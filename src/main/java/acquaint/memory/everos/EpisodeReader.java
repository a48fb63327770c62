package acquaint.memory.everos;

import acquaint.model.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads episodes as any dialect tells them, in a search, a listing or alone. */
final class EpisodeReader {

    /** As long as a subject may be when it is rewritten. */
    private static final int HEADLINE = 200;

    private EpisodeReader() {}

    /** The episodes of an answer's data; one without an id or without a word, as a deleted one may still be found, is left out. */
    static List<EverOsEpisode> all(LooseObject data) {
        return data.objects("episodes").stream().flatMap(each -> one(each).stream()).toList();
    }

    static Optional<EverOsEpisode> one(LooseObject json) {
        Optional<String> subject = json.text("subject");
        Optional<String> summary = json.text("summary");
        Optional<String> narrative = json.text("readable_episode", "episode");
        List<String> facts = facts(json);
        // Where there is nothing else to tell, the facts tell it.
        Optional<String> told = narrative.or(() -> summary).or(() -> subject)
                .or(() -> Optional.of(String.join(" ", facts)).filter(text -> !text.isEmpty()));
        if (told.isEmpty() || json.text("id").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EverOsEpisode(
                json.text("id").get(),
                json.text("parent_id"),
                json.text("session_id"),
                // Everything but the id may be missing; what has no time is older than everything.
                json.time("timestamp", "created_at", "edited_at").orElse(Instant.EPOCH),
                subject.orElseGet(() -> Texts.firstLine(summary.orElse(told.get()), HEADLINE)),
                summary.orElse(told.get()),
                told.get(),
                participants(json),
                facts,
                json.texts("tags"),
                json.number("score")));
    }

    private static List<String> participants(LooseObject json) {
        List<String> participants = json.texts("participants");
        return participants.isEmpty() ? json.texts("sender_ids") : participants;
    }

    /** A fact's text has another name in each version. */
    private static List<String> facts(LooseObject json) {
        return json.objects("atomic_facts").stream().flatMap(each -> each.text("atomic_fact", "content").stream()).toList();
    }
}
