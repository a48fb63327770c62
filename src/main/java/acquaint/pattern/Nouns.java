package acquaint.pattern;

import acquaint.model.Folded;
import acquaint.reply.ContentWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells which words of some texts name things, by what stands beside them (word classes by distribution; Schütze 1995, Distributional part-of-speech tagging): a noun follows an article, a possessive or a
 * preposition and ends its phrase, a verb follows a pronoun, an auxiliary or another small word. Where a language has no articles, every word may name a thing. Immutable.
 */
final class Nouns {

    /** A word as it stands in a text, and as it is compared; the end of a phrase has neither. */
    record Token(String spelt, String folded) {

        boolean isEnd() {
            return folded.isEmpty();
        }
    }

    private static final int LETTERS = 4;
    /** Fewer articles among all words than this, and the texts are of a language without any. */
    private static final double ARTICLES = 0.02;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?|[^\\p{L}\\p{M}\\p{N}\\s]|\\R");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private static final Set<String> BEFORE_NOUNS = words("""
            the a an my your our his her its their these those no any some another each every of for with from about in on at by per without
            der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner ihr ihre ihren ihrem ihrer unser unsere unseren kein keine keinen dieser diese dieses diesen fur mit von vom zum zur beim im am
            le la les un une des mon ma mes votre vos notre nos du de cette ces el los las una del mi mis su sus este esta il lo gli i dei della delle het een mijn""");
    private static final Set<String> BEFORE_VERBS = words("""
            i you we they he she it to who can could will would shall should may might must do does did not please let lets i'm i've i'd i'll you're you've we're we've they're it's don't doesn't didn't can't cannot won't
            couldn't wouldn't is are was were be been being am have has had having never always just really very so too more most as how
            ich du er sie es wir zu wird wurde werden kann konnen soll sollte muss mochte ist sind war hat habe haben nicht sehr je tu il elle nous vous ne est suis yo no se es""");
    /** What counts, dates, orders or points without saying what at; it may stand in a phrase and is never what a phrase is about. */
    private static final Set<String> VAGUE = words("""
            back away together online offline soon later earlier ahead around forward
            time times day days week weeks weekend month months year years hour hours minute minutes moment today tomorrow yesterday morning afternoon evening night date dates monday tuesday wednesday thursday friday saturday sunday
            january february march april june july august september october november december first second third fourth last next previous recent latest current new old other others another same different
            one two three four five six seven eight nine ten number numbers total part parts half couple several many much few lot lots bit kind sort type way ways thing things stuff something anything everything nothing
            someone anyone everyone people person case cases issue issues problem problems question questions help assistance support request requests matter reason reasons information info details detail option options example
            name email mail address phone message messages reply answer team staff agent customer customers sure okay fine good great best better right wrong possible available able specific particular certain correct
            zeit tag tage tagen woche wochen monat monate jahr jahre stunde stunden minute minuten heute morgen gestern abend montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli
            oktober dezember erste ersten zweite zweiten dritte dritten letzte letzten nachste nachsten neue neuen andere anderen teil frage fragen problem probleme hilfe anfrage grund information informationen sache sachen
            name namen nachricht nachrichten antwort kunde kundin mitarbeiter""");

    /** What says when, after a phrase that it is no part of. */
    private static final Set<String> WHEN = words("today tomorrow yesterday next last again heute gestern wieder");
    /** What joins words of any class. */
    private static final Set<String> JOINING = words("and or und oder et ou y o e ed en als plus");

    /** By themselves after an article or the like. */
    private final Map<String, Integer> alone = new HashMap<>();
    private final Map<String, Integer> deeds = new HashMap<>();
    private final List<List<String>> pairs = new ArrayList<>();
    private final Map<String, Integer> things;
    private int tokens;
    private int articles;

    private Nouns() {
        things = Map.of();
    }

    private Nouns(Nouns known, Collection<String> texts) {
        alone.putAll(known.alone);
        deeds.putAll(known.deeds);
        pairs.addAll(known.pairs);
        tokens = known.tokens;
        articles = known.articles;
        texts.forEach(this::learn);
        things = new HashMap<>(alone);
        countPairs();
    }

    static Nouns in(Collection<String> texts) {
        return new Nouns().and(texts);
    }

    /** As if these texts had been among the others from the beginning. */
    Nouns and(Collection<String> texts) {
        return new Nouns(this, texts);
    }

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.strip().split("\\s+")).stream().distinct().toList());
    }

    /** Words and ends of phrases, in order. Addresses and codes are ends. */
    static List<Token> tokens(String text) {
        return TOKEN.matcher(Terms.withoutCodes(text)).results().map(MatchResult::group)
                .map(found -> Character.isLetterOrDigit(found.codePointAt(0)) ? new Token(found, Folded.of(found).replace('’', '\'')) : new Token("", "")).toList();
    }

    private void learn(String text) {
        List<Token> all = tokens(text);
        for (int i = 0; i < all.size(); i++) {
            tokens++;
            articles += BEFORE_NOUNS.contains(all.get(i).folded()) ? 1 : 0;
            learn(all, i);
        }
    }

    private void learn(List<Token> tokens, int at) {
        String word = tokens.get(at).folded();
        if (!isTelling(tokens.get(at)) || at == 0) {
            return;
        }
        String before = tokens.get(at - 1).folded();
        boolean ends = at + 1 == tokens.size() || !isContent(tokens.get(at + 1)) || WHEN.contains(tokens.get(at + 1).folded());
        if (BEFORE_VERBS.contains(before) || ContentWords.isSmall(before) && !BEFORE_NOUNS.contains(before) && !JOINING.contains(before)) {
            deeds.merge(word, 1, Integer::sum);
        } else if (ends && BEFORE_NOUNS.contains(before)) {
            alone.merge(word, 1, Integer::sum);
        } else if (ends && at > 1 && isContent(tokens.get(at - 1)) && BEFORE_NOUNS.contains(tokens.get(at - 2).folded())) {
            pairs.add(List.of(before, word));
        }
    }

    /** After an article, "annual leave" is one thing, but "kettle leaks" a thing and what it does: where the first names a thing by itself, the second has to do so too. */
    private void countPairs() {
        pairs.stream().filter(pair -> alone.containsKey(pair.getLast()) || !alone.containsKey(pair.getFirst())).forEach(pair -> things.merge(pair.getLast(), 1, Integer::sum));
    }

    private static boolean isContent(Token token) {
        return !token.isEnd() && !ContentWords.isSmall(token.folded()) && !BEFORE_VERBS.contains(token.folded()) && !BEFORE_NOUNS.contains(token.folded());
    }

    /** Codes of bookings and the like are written in capitals. */
    private static boolean isCode(String spelt) {
        return spelt.length() > LETTERS && spelt.chars().allMatch(Character::isUpperCase);
    }

    /** Whether the word alone could say what a text is about. */
    private static boolean isTelling(Token token) {
        return token.folded().length() >= LETTERS && isContent(token) && !VAGUE.contains(token.folded()) && !DIGIT.matcher(token.folded()).find() && token.folded().indexOf('\'') < 0
                && !isCode(token.spelt());
    }

    /** Whether it names a thing. */
    boolean isNoun(Token token) {
        if (!isTelling(token)) {
            return false;
        }
        int thing = things.getOrDefault(token.folded(), 0);
        int deed = deeds.getOrDefault(token.folded(), 0);
        return thing > deed || !hasArticles() && deed == 0;
    }

    private boolean hasArticles() {
        return articles > ARTICLES * tokens;
    }

    /** Whether it says more closely which thing is meant, before the word for it: not a deed, and nothing vague. */
    boolean isSpecifying(Token token) {
        return isTelling(token) && (isNoun(token) || !deeds.containsKey(token.folded()));
    }

    /** The words that name a thing, and where two belong together, both: in order of appearance, with repetitions. */
    List<List<Token>> names(String text) {
        List<Token> tokens = tokens(text);
        var names = new ArrayList<List<Token>>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isNoun(tokens.get(i))) {
                names.add(List.of(tokens.get(i)));
                if (i > 0 && isSpecifying(tokens.get(i - 1))) {
                    names.add(List.of(tokens.get(i - 1), tokens.get(i)));
                }
            }
        }
        return names;
    }
}
