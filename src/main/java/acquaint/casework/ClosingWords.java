package acquaint.casework;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells a customer's closing courtesy ("Thanks, that's all I needed") from last words that still want something ("Yes,
 * please transfer me. Thank you."). In doubt the customer waits: an open ticket too many costs a glance, one closed too
 * early costs a customer. English only.
 */
final class ClosingWords {

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern REQUEST = Pattern.compile(
            "\\?\\W*$|\\bplease\\b|\\b(can|could|would|will) you\\b|\\b(give|get|send|transfer|connect|tell|let) me\\b"
                    + "|\\bi(?:'d| would)? (really |still |also |do )?(need|want|like to|wish)\\b(?! anything)"
                    + "|\\b(is|has|have|does|do|are)(n't| not) (work|arriv|help|resolv|fix)");
    private static final Pattern AGREES = Pattern.compile("^(yes|yeah|yep|sure)\\b");
    private static final Pattern COURTESY = Pattern.compile(
            "\\bthank|\\bthanks\\b|\\bthx\\b|\\bmerci\\b|\\bappreciate\\b|\\b(that's|that is|that'll be|that will be|this is) (all|everything|it|perfect|great|fine)\\b"
                    + "|\\byou too\\b|\\bhave an? (great|good|nice|wonderful|lovely|fantastic)\\b|\\btake care\\b|\\b(good)?bye\\b"
                    + "|\\bno (further|more|other)\\b|\\bnever mind\\b|\\ball set\\b|\\bgot it\\b|\\bcheers\\b|\\bsounds good\\b"
                    + "|\\bi'll (keep an eye|keep that|be in touch|reach out|get back|definitely)\\b|^(great|perfect|wonderful|ok(ay)?|alright)\\W*$");

    private ClosingWords() {}

    /** Whether a customer who ended with these words waits for an answer. */
    static boolean wait(String lastWords) {
        String words = lastWords.strip().replace('’', '\'').toLowerCase(Locale.ROOT);
        boolean courteous = false;
        for (String sentence : SENTENCES.split(words)) {
            boolean courtesy = COURTESY.matcher(sentence).find();
            if (REQUEST.matcher(sentence).find() || (AGREES.matcher(sentence).find() && !courtesy)) {
                return true;
            }
            courteous |= courtesy;
        }
        return !courteous;
    }
}
