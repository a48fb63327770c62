package acquaint.memory.local;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells a standing preference ("Please don't call me, e-mail only") from a choice in one matter ("I'd prefer grey"). What
 * is not clearly standing is taken for a choice.
 */
final class Preferences {

    private static final String CONTACT = "(?:call|phone|ring|e-?mail|text|sms|contact|write to|message|reach|transfer|visit|wake|disturb)";

    /** What the customer wants of us at all times; the group is the preference. */
    private static final List<Pattern> STANDING = List.of(
            Phrase.of("((?:please,? )?(?:always|never) " + CONTACT + " (?:me|us)\\b.*)"),
            Phrase.of("((?:please,? )?(?:do not|don['’]t) (?:ever )?" + CONTACT + " (?:me|us)\\b.*)"),
            Phrase.of("((?:please,? )?(?:only " + CONTACT + " me|" + CONTACT + " me only)\\b.*)"),
            Phrase.of("((?:please,? )?" + CONTACT + " me (?:by|via|through|at work|at home|in the|on weekdays|on weekends|between|weekdays)\\b.*)"),
            Phrase.of("((?:please,? )?(?:only|just) (?:by|via|through) (?:e-?mail|phone|text|sms|post|letter|chat)\\b.*)"),
            Phrase.of("\\b(i (?:would |['’]d )?(?:really |much |always |generally )?(?:prefer|rather)\\b.*\\b(?:be |being )?"
                    + "(?:called|phoned|e-?mailed|texted|contacted|transferred|written to)\\b.*)"),
            Phrase.of("\\b(i (?:would |['’]d )?(?:really |much |always )?prefer (?:to (?:talk|speak|communicate) )?"
                    + "(?:e-?mails?|phone calls?|texts?|text messages|letters|chat|by e-?mail|by phone|by text)\\b.*)"),
            Phrase.of("\\b(i(?:['’]m| am) (?:a )?(?:strict )?(?:vegan|vegetarian|celiac|coeliac|lactose[- ]intolerant|gluten[- ]intolerant|hard of hearing"
                    + "|deaf|blind|colou?r[- ]?blind|a wheelchair user)\\b.*)"),
            Phrase.of("\\b(i(?:['’]m| am) (?:severely |very |highly )?allergic to .+)"),
            Phrase.of("\\b(i use a wheelchair\\b.*)"),
            Phrase.of("\\b(i (?:always|usually|never) (?:fly|travel|order|buy|pay|wear|sit|shop|eat|drink|take|choose)\\b.*)"));

    private static final Pattern PREFERS = Phrase.of(
            "\\b(i(?:['’]d| would)? (?:generally |always |usually |normally |really |much )?prefer (?!not\\b|to\\b|if\\b|the\\b|an?\\b|it\\b|that\\b|this\\b|you\\b).+)");

    /** Marks of a choice in one matter: this order, that flight, a thing on offer, a sum. */
    private static final Pattern ONE_MATTER = Phrase.of("""
            \\b(?:instead|this|that|these|those|it|option|one|ones|refund\\w*|original|exchange|cancel\\w*|order|reservation|certificate\
            |for now|today|tomorrow|colou?r|size|full|same|first|second|third|grey|gray|black|white|blue|red|green)\\b|[#$€£]|\\?""");
    private static final Pattern TODAY_ONLY = Phrase.of("""
            \\b(?:today|tomorrow|tonight|this (?:morning|afternoon|evening|week|time)|back|once|when (?:it|you|the)|as soon as|the (?:receipt|details|confirmation|link)\
            |again|with (?:the|a|an)|about (?:this|that|it|the))\\b|#|\\?""");
    private static final Pattern CONDITION = Phrase.of("^(?:if|in case|unless|should)\\b|, if\\b");
    /** Where the preference ends and its use in the matter at hand begins. */
    private static final Pattern CONSEQUENCE = Phrase.of(",? (?:so|and so|but|and (?:i|can|could|please)|because|since|therefore)\\b.*$|[;:].*$");

    private static final Pattern CALL_ME = Pattern.compile(
            "(?i:^(?:.*[,.;] )?(?:(?:but|and) )?(?:(?:please|just|you can|everyone|everybody|people|friends) )*calls? me) (\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?)(?:[,.!]|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}'’]+");
    private static final Pattern TIME = Phrase.of("(?:mon|tues|wednes|thurs|fri|satur|sun)days?|asap|am|pm|(?:january|february|march|april|may|june|july|august"
            + "|september|october|november|december)|back|i|after|before|today|tomorrow");

    private static final int LONGEST = 160;

    private static final Pattern CALLED = Phrase.of("^wants to be called ");
    /** Words that stand in any preference and do not tell what it is about. */
    private static final Set<String> COMMON = Set.of("prefer", "always", "usually", "normally", "generally", "really", "never", "please",
            "would", "rather", "only", "just", "not", "don't", "don’t", "i'd", "i’d", "me", "my", "us", "i'm", "i’m", "you", "the", "to", "be", "by", "in", "on",
            "at", "a", "an", "i", "do", "for", "and", "or", "with", "via", "through", "is", "are", "it", "of");
    private static final Pattern NEGATED = Phrase.of("\\b(?:never|not|no|don['’]t|rather not|without)\\b");
    private static final double SAME_MATTER = 0.5;

    private Preferences() {}

    /** The preference this sentence states, in the customer's words. */
    static Optional<String> in(String sentence) {
        Matcher called = CALL_ME.matcher(sentence);
        if (called.find() && !TIME.matcher(called.group(1)).matches()) {
            return Optional.of("Wants to be called " + called.group(1));
        }
        if (CONDITION.matcher(sentence).find()) {
            return Optional.empty();
        }
        return STANDING.stream()
                .flatMap(rule -> stated(rule, sentence, TODAY_ONLY).stream())
                .findFirst()
                .or(() -> stated(PREFERS, sentence, ONE_MATTER));
    }

    /** Whether two preferences are about the same and cannot both hold, so that the newer takes the place of the older. */
    static boolean contradict(String newer, String older) {
        if (CALLED.matcher(newer).find() || CALLED.matcher(older).find()) {
            return CALLED.matcher(newer).find() && CALLED.matcher(older).find();
        }
        Set<String> about = content(newer);
        Set<String> aboutOlder = content(older);
        long common = about.stream().filter(aboutOlder::contains).count();
        boolean differ = !about.equals(aboutOlder) || NEGATED.matcher(newer).find() != NEGATED.matcher(older).find();
        return common > 0 && differ && common >= SAME_MATTER * Math.min(about.size(), aboutOlder.size());
    }

    private static Set<String> content(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).filter(word -> !COMMON.contains(word))
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word).collect(Collectors.toSet());
    }

    private static Optional<String> stated(Pattern rule, String sentence, Pattern choice) {
        Matcher matcher = rule.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String clause = CONSEQUENCE.matcher(matcher.group(1)).replaceFirst("").replaceAll("[\\s.!,]+$", "");
        if (clause.length() > LONGEST || clause.indexOf(' ') < 0 || choice.matcher(clause).find()) {
            return Optional.empty();
        }
        return Optional.of(Character.toUpperCase(clause.charAt(0)) + clause.substring(1));
    }
}
