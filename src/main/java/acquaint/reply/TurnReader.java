package acquaint.reply;

import java.util.List;
import java.util.regex.MatchResult;

/** Tells which {@link Turn} it is. */
final class TurnReader {

    /** A "yes" further on than this is part of a sentence, not an answer. */
    private static final int ANSWER_STARTS = 12;

    private final Lexicon lexicon;
    private final References references;

    TurnReader(Lexicon lexicon, References references) {
        this.lexicon = lexicon;
        this.references = references;
    }

    Turn read(Dialogue dialogue, Matter matter) {
        if (dialogue.nobodyWaits()) {
            return Turn.FOLLOW_UP;
        }
        String text = dialogue.openText();
        if (wantsSomeoneElse(dialogue, text)) {
            return Turn.HUMAN;
        }
        if (dialogue.lastReply().isEmpty()) {
            return Turn.REQUEST;
        }
        boolean numbers = !references.in(text).isEmpty();
        if (takesLeave(text, matter) && !numbers) {
            return Turn.THANKS;
        }
        if (!numbers && isUnable(text)) {
            return Turn.UNABLE;
        }
        return answer(text, matter, numbers);
    }

    private Turn answer(String text, Matter matter, boolean numbers) {
        if (confirmsAtOnce(text)) {
            return Turn.CONFIRMED;
        }
        if (matter.fresh()) {
            return Turn.REQUEST;
        }
        if (numbers && matter.hasIdentifyingReference()) {
            return Turn.REFERENCE;
        }
        if (text.contains("@") || lexicon.points("details", text)) {
            return Turn.DETAILS;
        }
        if (lexicon.points("confirmed", text)) {
            return Turn.CONFIRMED;
        }
        return text.contains("?") ? Turn.QUESTION : Turn.OTHER;
    }

    private boolean confirmsAtOnce(String text) {
        return lexicon.first("confirmed", text).map(MatchResult::start).filter(at -> at < ANSWER_STARTS).isPresent();
    }

    /** Asked for outright, or our own offer to pass it on was taken. */
    private boolean wantsSomeoneElse(Dialogue dialogue, String text) {
        return lexicon.points("human", text) || confirmsAtOnce(text) && dialogue.lastReply()
                .map(r -> Prose.sentences(r.text())).map(List::getLast)
                .filter(s -> s.contains("?") && lexicon.points("human", s))
                .isPresent();
    }

    private boolean takesLeave(String text, Matter matter) {
        boolean more = text.contains("?") || lexicon.points("request", text) || matter.fresh();
        return !more && lexicon.points("thanks", text) && (!lexicon.points("confirmed", text) || lexicon.points("closing", text))
                || lexicon.points("closing", text) && !text.contains("?") && !matter.fresh();
    }

    private boolean isUnable(String text) {
        return Prose.sentences(text).stream().anyMatch(s -> lexicon.points("unable", s) && lexicon.points("identifier", s));
    }
}
