package acquaint.reply;

import java.util.List;
import java.util.regex.MatchResult;

/** Tells which {@link Turn} it is. */
final class TurnReader {

    /** A "yes" further on than this is part of a sentence, not an answer. */
    private static final int ANSWER_STARTS = 12;

    private static final int MERE_THANKS = 8;

    private final Lexicon lexicon;
    private final References references;
    private final Topics topics;

    TurnReader(Lexicon lexicon, References references, Topics topics) {
        this.lexicon = lexicon;
        this.references = references;
        this.topics = topics;
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
            return merelyThanks(text) ? Turn.THANKS : Turn.REQUEST;
        }
        boolean numbers = !references.in(text).isEmpty();
        if (takesLeave(text, matter, offeredMore(dialogue)) && !numbers) {
            return Turn.THANKS;
        }
        if (!numbers && isUnable(text)) {
            return Turn.UNABLE;
        }
        return answer(text, matter, numbers, offeredMore(dialogue));
    }

    private Turn answer(String text, Matter matter, boolean numbers, boolean offeredMore) {
        boolean details = text.contains("@") || lexicon.points("details", text);
        boolean onlyDetails = details && !lexicon.points("goahead", text);
        if (confirmsAtOnce(text) && !offeredMore && !onlyDetails) {
            return Turn.CONFIRMED;
        }
        if (matter.fresh() || offeredMore && topics.intent(text).isPresent() && lexicon.points("request", text)) {
            return Turn.REQUEST;
        }
        if (numbers && matter.hasIdentifyingReference()) {
            return Turn.REFERENCE;
        }
        if (details) {
            return Turn.DETAILS;
        }
        if (lexicon.points("confirmed", text)) {
            return Turn.CONFIRMED;
        }
        return topics.asksSomething(text) ? Turn.QUESTION : Turn.OTHER;
    }

    /** Whether our last words were "anything else?": a yes to that raises a matter and confirms none. */
    private boolean offeredMore(Dialogue dialogue) {
        return dialogue.lastReply().map(r -> Prose.sentences(r.text())).filter(s -> !s.isEmpty())
                .filter(s -> lexicon.points("more", s.getLast())).isPresent();
    }

    private boolean confirmsAtOnce(String text) {
        return lexicon.first("confirmed", text).map(MatchResult::start).filter(at -> at < ANSWER_STARTS).isPresent();
    }

    /** Asked for outright, or our own offer to pass it on was taken. */
    private boolean wantsSomeoneElse(Dialogue dialogue, String text) {
        return lexicon.points("human", text) || confirmsAtOnce(text) && dialogue.lastReply()
                .map(r -> Prose.sentences(r.text())).filter(s -> !s.isEmpty()).map(List::getLast)
                .filter(s -> s.contains("?") && lexicon.points("human", s))
                .isPresent();
    }

    /** Thanks with nothing wanted; after "anything else?" words of a new matter are only in passing. */
    private boolean takesLeave(String text, Matter matter, boolean offeredMore) {
        boolean news = matter.fresh() && !offeredMore;
        if (text.contains("?") || news) {
            return false;
        }
        boolean closing = lexicon.points("closing", text);
        boolean thanks = lexicon.points("thanks", text) && !lexicon.points("request", text);
        return closing || thanks && (offeredMore || !lexicon.points("confirmed", text));
    }

    /** A first message may be nothing but thanks, if it is short and begins with them. */
    private boolean merelyThanks(String text) {
        return Prose.words(text) <= MERE_THANKS && !text.contains("?") && !lexicon.points("request", text)
                && lexicon.first("thanks", text).filter(m -> m.start() < ANSWER_STARTS).isPresent();
    }

    private boolean isUnable(String text) {
        return Prose.sentences(text).stream().anyMatch(s -> lexicon.points("unable", s) && lexicon.points("identifier", s));
    }
}
