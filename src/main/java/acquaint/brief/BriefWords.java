package acquaint.brief;

import acquaint.model.HandoffCause;
import acquaint.model.Risk;
import acquaint.reply.Evidence;
import acquaint.reply.Language;
import acquaint.reply.Lexicon;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that a brief has of its own, in the language of whoever reads it. Safe for any thread. */
final class BriefWords {

    private static final List<Lexicon> ALL = Stream.of(Language.values()).map(Lexicon::of).toList();

    private final Lexicon lexicon;
    private final DateTimeFormatter day;

    BriefWords(Locale reader, ZoneId zone) {
        Language language = Language.of(reader);
        lexicon = ALL.get(language.ordinal());
        day = DateTimeFormatter.ofPattern(lexicon.say("date.otheryear"), language.locale()).withZone(zone);
    }

    String say(String key, String... namesAndValues) {
        return lexicon.say("brief." + key, namesAndValues);
    }

    String day(Instant at) {
        return day.format(at);
    }

    String heading(BriefPart part) {
        return of("part.", part);
    }

    String risk(Risk risk) {
        return of("risk.", risk);
    }

    String cause(HandoffCause cause) {
        return of("cause.", cause);
    }

    String mood(Mood mood) {
        return of("mood.", mood);
    }

    String result(Attempt.Result result) {
        return of("result.", result);
    }

    /** Where it stands, in short. */
    String source(Evidence evidence) {
        return say("source." + evidence.kind().name().toLowerCase(Locale.ROOT), "date", day(evidence.at()));
    }

    private String of(String prefix, Enum<?> constant) {
        return say(prefix + constant.name().toLowerCase(Locale.ROOT));
    }

    /** Whether {@code words} name the risk, in whatever language the brief was written. */
    static boolean names(String words, Risk risk) {
        String key = "brief.risk." + risk.name().toLowerCase(Locale.ROOT);
        return words.equalsIgnoreCase(risk.name()) || ALL.stream().anyMatch(lexicon -> lexicon.say(key).equalsIgnoreCase(words));
    }
}
