package acquaint.ui;

import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.reply.Evidence;

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
        String ticket = evidence.session().flatMap(SessionId::ticket).map(TicketId::value).orElse("");
        return switch (evidence.kind()) {
            case MESSAGE -> texts.get("evidence.message", times.time(evidence.at()));
            case RECORD -> texts.get("evidence.record");
            case PRECEDENT -> texts.get("evidence.precedent");
            case PROFILE -> texts.get("evidence.profile", times.shortDay(evidence.at()));
            case EPISODE, PASSAGE -> texts.get("evidence.episode", times.shortDay(evidence.at()), ticket);
        };
    }

    /** The title and the words it rests on. */
    String full(Evidence evidence) {
        return title(evidence) + "\n\u201C" + evidence.quote() + "\u201D";
    }
}
