package acquaint.memory.local;

import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import acquaint.model.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a session ended, in the agent's words: the sentences of the last message that says what was done or what will come.
 * A question, an offer, a refusal or a transfer to somebody else is no result.
 */
record Result(String text, MessageId source) {

    private static final int LENGTH = 240;

    /** It was done. */
    private static final Pattern DONE = Phrase.of("""
            \\b(?:(?:has|have) (?:now |already |just |all |also )*been|successfully|(?:is|are) now|now (?:includes?|shows?)\
            |(?:i|we)(?:['’]ve| have) (?:now |already |just |also )*(?!been)\\w+(?:ed|sent|made|put|given))\\b""");
    /** It was done, where nothing is asked beside it; "was booked" may be said of the state before, too. */
    private static final Pattern REPORTED = Phrase.of("""
            \\b(?:was|were) (?:also |then |now )*(?:cancell?ed|changed|updated|upgraded|downgraded|modified|refunded|credited|issued|processed\
            |added|removed|sent|shipped|exchanged|replaced|completed|corrected)\\b""");
    /** It will come, where nothing is asked beside it. */
    private static final Pattern PROMISED = Phrase.of("""
            \\b(?:(?:will|should) (?:now |also |then )*(?:be (?:refunded|processed|credited|sent|shipped|delivered|issued)|arrive|reach you|reflect)\
            |you(?:['’]ll| will|['’]re going to)(?: also| soon| shortly)* (?:receive|get)\
            |(?:i|we)(?:['’]ll| will) (?:send|refund|ship|credit|replace|deliver|call)|(?:i['’]m|i am|we['’]re|we are) (?:sending|refunding|shipping)\
            |(?:is|are) on (?:its|their|the) way)\\b""");
    private static final Pattern NO_RESULT = Phrase.of("""
            \\b(?:authenticat\\w+|verif\\w+|identity|found|retriev\\w+|located|looked|if|once|unless|cannot|can['’]t|could ?n['’]t|unable|unfortunately\
            |(?:has|have|was|were|is|are|will|can|do|does) not|(?:has|have|was|were|is|are|wo|do|does)n['’]t|transferr?\\w*|escalat\\w+|please|would|in order to|to proceed|let me|feel free)\\b|\\?""");
    private static final Pattern ASKS = Phrase.of("""
            \\b(?:please (?:confirm|provide|choose|specify|reply|let me know (?:if you|how you|which|the|what))|would you like|do you want|shall i\
            |(?:can|could) you (?:please )?(?:confirm|provide|tell))\\b""");
    private static final Pattern TRANSFER = Phrase.of("""
            \\b(?:transferr?\\w*|(?:connect|put|pass)\\w* (?:me|you|this|it) (?:on |over |through )?to|human agent|escalat\\w+)\\b""");
    private static final Pattern NO_TRANSFER = Phrase.of("\\b(?:not|n['’]t|rather|no|without)\\b");

    static Optional<Result> of(List<Utterance> session) {
        if (endsInTransfer(session)) {
            return Optional.empty();
        }
        return session.reversed().stream()
                .filter(u -> u.speaker() == Speaker.AGENT)
                .flatMap(u -> in(u).stream())
                .findFirst();
    }

    private static boolean endsInTransfer(List<Utterance> session) {
        return last(session, Speaker.CUSTOMER).filter(Result::asksForTransfer).isPresent()
                || last(session, Speaker.AGENT)
                        .filter(u -> in(u).isEmpty() && TRANSFER.matcher(u.text()).find())
                        .isPresent();
    }

    private static boolean asksForTransfer(Utterance utterance) {
        return Sentences.of(utterance.text()).stream()
                .anyMatch(s -> TRANSFER.matcher(s).find() && !NO_TRANSFER.matcher(s).find());
    }

    private static Optional<Utterance> last(List<Utterance> session, Speaker speaker) {
        return session.reversed().stream().filter(u -> u.speaker() == speaker).findFirst();
    }

    private static Optional<Result> in(Utterance utterance) {
        List<String> sentences = Sentences.of(utterance.text());
        boolean asks = sentences.stream().anyMatch(s -> ASKS.matcher(s).find());
        StringBuilder text = new StringBuilder();
        for (String sentence : sentences) {
            boolean fits = text.isEmpty() || text.length() + sentence.length() < LENGTH;
            if (fits && statesResult(sentence, asks)) {
                text.append(text.isEmpty() ? "" : " ").append(sentence);
            }
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Result(Sentences.cut(text.toString(), LENGTH), utterance.id()));
    }

    private static boolean statesResult(String sentence, boolean amongQuestions) {
        if (NO_RESULT.matcher(sentence).find()) {
            return false;
        }
        return DONE.matcher(sentence).find()
                || !amongQuestions && (REPORTED.matcher(sentence).find() || PROMISED.matcher(sentence).find());
    }
}
