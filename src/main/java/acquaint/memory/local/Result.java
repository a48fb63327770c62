package acquaint.memory.local;

import acquaint.memory.Outcome;
import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a session ended, in the agent's words: the sentences of the last message that says what was done or what will come.
 * A question, an offer, a refusal or a transfer to somebody else is no result, and neither is one that the customer contradicts afterwards.
 */
final class Result {

    private static final int LENGTH = 240;

    /** It was done. */
    private static final Pattern DONE = Phrase.of("""
            \\b(?:(?:has|have) (?:now |already |just |all |also )*been|successfully|(?:is|are) now|now (?:includes?|shows?)\
            |(?:i|we)(?:['’]ve| have) (?:now |already |just |also )*(?!been)(?:\\w+ed|(?:re)?sent|made|put|given))\\b""");
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
    private static final Pattern REFUSED = Phrase.of("""
            \\b(?:unfortunately|(?:i|we)(?:['’]m| am| are|['’]re) (?:sorry|afraid|unable)|(?:can(?:not|['’]t| not)|could ?n['’]t) (?:be |process|offer|issue|refund|change|cancel|modify|proceed|help|do)\
            |(?:is|are) not (?:eligible|allowed|possible|permitted|available)|not be possible|does not (?:allow|cover)|do not (?:allow|offer))\\b""");
    private static final Pattern NO_TRANSFER = Phrase.of("\\b(?:not|n['’]t|rather|no|without)\\b");

    private static final Pattern CONTRADICTED = Phrase.of("""
            \\b(?:(?:still|again) (?:not|broken|missing|leak\\w*|fail\\w*|wrong|does ?n['’]t|is ?n['’]t|have ?n['’]t|has ?n['’]t|can['’]t|nothing)|does ?n['’]t (?:work|help|fix)\
            |did ?n['’]t (?:work|help|fix|arrive|receive|get)|(?:is|are) ?n['’]t working|not (?:working|fixed|what i (?:asked|wanted))|never (?:arrived|came|got|received)\
            |that['’]s not (?:right|correct|acceptable|good enough)|unacceptable)\\b""");

    private Result() {}

    static Outcome of(List<Utterance> session) {
        if (endsInTransfer(session)) {
            return unsolved(session);
        }
        for (int i = session.size() - 1; i >= 0; i--) {
            Optional<Outcome> outcome = session.get(i).speaker() == Speaker.AGENT ? in(session.get(i)) : Optional.empty();
            if (outcome.isPresent()) {
                return contradicted(session.subList(i + 1, session.size())) ? unsolved(session) : outcome.get();
            }
        }
        return unsolved(session);
    }

    /** With the sentence that hands it to somebody else or says no, where the last of the agent's messages has one. */
    private static Outcome unsolved(List<Utterance> session) {
        Optional<Utterance> last = last(session, Speaker.AGENT);
        Optional<String> why = last.flatMap(u -> Sentences.of(u.text()).stream()
                .filter(sentence -> TRANSFER.matcher(sentence).find() || REFUSED.matcher(sentence).find()).findFirst());
        return new Outcome(Outcome.Kind.UNSOLVED, why.map(text -> Sentences.cut(text, LENGTH)).orElse(""), why.flatMap(_ -> last).map(Utterance::id));
    }

    private static boolean contradicted(List<Utterance> after) {
        return after.stream().anyMatch(u -> u.speaker() == Speaker.CUSTOMER && CONTRADICTED.matcher(u.text()).find());
    }

    private static boolean endsInTransfer(List<Utterance> session) {
        return last(session, Speaker.CUSTOMER).filter(Result::asksForTransfer).isPresent()
                || last(session, Speaker.AGENT)
                        .filter(u -> in(u).isEmpty() && TRANSFER.matcher(u.text()).find())
                        .isPresent();
    }

    /** Whether an agent's sentence says what was done, will come, or cannot be: worth telling of an agent's message. */
    static boolean tells(String sentence) {
        return statesResult(sentence, false) || REFUSED.matcher(sentence).find() || TRANSFER.matcher(sentence).find();
    }

    private static boolean asksForTransfer(Utterance utterance) {
        return Sentences.of(utterance.text()).stream()
                .anyMatch(s -> TRANSFER.matcher(s).find() && !NO_TRANSFER.matcher(s).find());
    }

    private static Optional<Utterance> last(List<Utterance> session, Speaker speaker) {
        return session.reversed().stream().filter(u -> u.speaker() == speaker).findFirst();
    }

    private static Optional<Outcome> in(Utterance utterance) {
        List<String> sentences = Sentences.of(utterance.text());
        boolean asks = sentences.stream().anyMatch(s -> ASKS.matcher(s).find());
        var text = new StringBuilder();
        boolean done = false;
        for (String sentence : sentences) {
            boolean fits = text.isEmpty() || text.length() + sentence.length() < LENGTH;
            if (fits && statesResult(sentence, asks)) {
                text.append(text.isEmpty() ? "" : " ").append(sentence);
                done |= DONE.matcher(sentence).find() || REPORTED.matcher(sentence).find();
            }
        }
        Outcome.Kind kind = done ? Outcome.Kind.SOLVED : Outcome.Kind.PROMISED;
        return text.isEmpty() ? Optional.empty() : Optional.of(new Outcome(kind, Sentences.cut(text.toString(), LENGTH), Optional.of(utterance.id())));
    }

    private static boolean statesResult(String sentence, boolean amongQuestions) {
        if (NO_RESULT.matcher(sentence).find()) {
            return false;
        }
        return DONE.matcher(sentence).find()
                || !amongQuestions && (REPORTED.matcher(sentence).find() || PROMISED.matcher(sentence).find());
    }
}
