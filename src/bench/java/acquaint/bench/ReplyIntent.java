package acquaint.bench;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an agent's reply does, as a step in a dialogue: the first class whose rule holds, in the order in which they stand here. The rules were written down before any
 * result was looked at, with the dialogue acts of task dialogues in mind (Bunt et al. 2010, ISO 24617-2, thinned to what a desk does).
 */
enum ReplyIntent {
    HANDS_OVER("\\b(?:i will|i'll|i am|i'm|let me|have been|you are being|please hold on while i)\\b.{0,30}\\b(?:transfer\\w*|connect you|escalat\\w*|forward\\w*)\\b|"
            + "\\b(?:colleague|someone|human agent) (?:takes|will take|will contact|gets back)"),
    CONFIRMS_DONE("\\b(?:has|have) (?:already |now )?been (?:successfully )?(?!\\w*denied)\\w+(?:ed|sent|made|put|booked)\\b|\\bsuccessfully\\b|\\bi(?:'ve| have) (?:now |just )?(?:processed|cancel\\w*|sent|updated|booked|changed|refunded|issued)"),
    ASKS_CONFIRMATION("\\b(?:please confirm|do you confirm|can you confirm|could you (?:please )?confirm|would you like (?:me )?to proceed|do you want (?:me )?to proceed|shall i (?:proceed|go ahead)|\\(yes(?:/no)?\\))"),
    REFUSES("\\b(?:unfortunately|cannot|can't|can not|unable to|not able to|not allowed|not possible|not eligible|not permitted|does not allow|do not offer)\\b"),
    ASKS_IDENTIFICATION("\\b(?:provide|share|tell me|let me know|what is|what's|may i have|could i have|give me|send|need|which)\\b[^.?!]{0,80}\\b(?:e-?mail|zip code|user ?id|full name|first (?:and last )?name|order (?:id|number)|reservation (?:id|number)|"
            + "booking (?:id|number|reference)|confirmation (?:code|number)|account)\\b"),
    OFFERS_OPTIONS("\\b(?:options?|available|alternatives?|you can (?:choose|either)|here are|would you prefer)\\b"),
    ASKS_DETAIL("\\b(?:please|could you|can you|would you|which|what|do you)\\b[^.!]{0,120}\\?|\\b(?:please (?:provide|let me know|specify|tell)|let me know (?:which|what|if you(?:'d| would) like to proceed|how))\\b"),
    LOOKS_INTO("\\b(?:one moment|hold on|let me check|let me look|i(?:'ll| will) (?:check|look|find)|(?:am|are) (?:looking|checking)|looks? into|will be back|look up|get back to you)\\b"),
    CLOSES("\\b(?:you're welcome|you are welcome|my pleasure|have a (?:great|good|nice|wonderful|safe)|glad|feel free|reach out|anything else|safe travels|take care|thank you for|write to us here)\\b"),
    EXPLAINS("");

    private final Predicate<String> rule;

    ReplyIntent(String pattern) {
        rule = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asPredicate();
    }

    static ReplyIntent of(String reply) {
        String plain = reply.replace('’', '\'').replace("*", "");
        for (ReplyIntent intent : values()) {
            if (intent.rule.test(plain)) {
                return intent;
            }
        }
        throw new IllegalStateException("the last rule holds for all");
    }
}
