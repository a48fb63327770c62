package acquaint.ui;

import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.Evidence;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/** How a piece of evidence is named. Immutable; any thread. */
final class EvidenceWords {

    private final Texts texts;
    private final TimeWords times;

    EvidenceWords(Texts texts, TimeWords times) {
        this.texts = texts;
        this.times = times;
    }

    /** A few words: what kind, of when, from which ticket. */
    String title(Evidence evidence) {
        return switch (evidence.kind()) {
            case MESSAGE -> texts.get("evidence.message", times.time(evidence.at()));
            case RECORD -> texts.get("evidence.record");
            case PRECEDENT -> texts.get("evidence.precedent");
            case PROFILE -> texts.get("evidence.profile", times.shortDay(evidence.at()));
            case PAST_REPLY -> texts.get("evidence.past", times.shortDay(evidence.at()), ticket(evidence));
            case EPISODE, PASSAGE -> texts.get("evidence.episode", times.shortDay(evidence.at()), ticket(evidence));
        };
    }

    /** As above, where there is more room. */
    String described(Evidence evidence) {
        String day = times.shortDay(evidence.at());
        return switch (evidence.kind()) {
            case MESSAGE -> texts.get("evidence.long.message", day, times.time(evidence.at()));
            case RECORD -> texts.get("evidence.record");
            case PRECEDENT -> texts.get("evidence.precedent");
            case PROFILE -> texts.get("evidence.long.profile", day);
            case PAST_REPLY -> texts.get("evidence.long.past", day, ticket(evidence));
            case EPISODE -> texts.get("evidence.long.episode", day, ticket(evidence));
            case PASSAGE -> texts.get("evidence.long.passage", day, ticket(evidence));
        };
    }

    /** The title and the words it rests on. */
    String full(Evidence evidence) {
        return described(evidence) + "\n" + quoted(evidence);
    }

    String quoted(Evidence evidence) {
        return "\u201C" + evidence.quote().strip() + "\u201D";
    }

    /** What a sentence with nothing behind it lacks. */
    String missing(Sentence sentence) {
        return sentence.missing().isEmpty() ? texts.get("evidence.missing.all")
                : texts.get("evidence.missing.words",
                        sentence.missing().stream().map(each -> "\u201C" + each + "\u201D").collect(Collectors.joining(", ")));
    }

    Feather sign(Evidence evidence) {
        return switch (evidence.kind()) {
            case MESSAGE -> Feather.MESSAGE_SQUARE;
            case RECORD -> Feather.USER;
            case PRECEDENT -> Feather.COPY;
            case PAST_REPLY -> Feather.CORNER_UP_LEFT;
            case PROFILE -> Feather.HEART;
            case EPISODE -> Feather.CLOCK;
            case PASSAGE -> Feather.MESSAGE_CIRCLE;
        };
    }

    private static String ticket(Evidence evidence) {
        return evidence.session().flatMap(SessionId::ticket).map(TicketId::value).orElse("");
    }
}
