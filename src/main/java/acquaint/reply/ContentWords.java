package acquaint.reply;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a text that say what it is about, without accents and endings. */
public final class ContentWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}]{3,}");
    /** The small words of the languages that desks write in most; more would hide what is meant. */
    private static final Set<String> SMALL = new HashSet<>(List.of(("the and for are was were has have had been being with that this these those from your you our ours its his her their they them there here what which who when where why how will would can "
            + "could should shall may might must not but also just very more most some any all both each than then now out off over into onto upon about after before again once only own same too "
            + "please thank thanks hello dear kind regards let get got give gave make made take took see seen know known say said tell told ask asked want wanted need needed like able well still already yet because since while "
            + "der die das und ist sind war waren wurde wurden hat haben hatte mit dass dies diese dieser dieses von vom zum zur den dem des ein eine einen einem einer ihr ihre ihren ihrem ihnen sie wir uns unser "
            + "auch noch schon nur aber oder wenn weil nicht kein keine fur auf aus bei nach vor uber unter sich werden wird kann konnen "
            + "les des une est sont etait avec pour dans sur pas que qui vous nous votre vos notre nos ete avez avons etre cette ces leur aux "
            + "los las una unos con por para que del sus ustedes usted nuestro nuestra fue han sido esta este esto como mas pero "
            + "gli della delle dei che con per una sono stato stata suo sua nostro nostra questo questa anche come "
            + "het een van voor met dat dit zijn was werd heeft hebben aan bij naar ook maar niet uw onze "
            + "jest sie nie jak ale dla przez oraz ktory ktora pan pani pana zostal zostala byl byla").split(" ")));
    private static final int STEM = 5;
    private static final int ENDING = 2;

    private ContentWords() {}

    /** Whether a word, in lower case and without accents, says nothing of what a text is about. */
    public static boolean isSmall(String word) {
        return SMALL.contains(word);
    }

    /** In the order of the text, each once. */
    public static Set<String> in(String text) {
        return WORD.matcher(Contradiction.folded(text)).results().map(MatchResult::group).filter(word -> !SMALL.contains(word)).map(ContentWords::stem)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Endings are short; what is cut off a long word with them does no harm when both texts are cut alike. */
    private static String stem(String word) {
        return word.length() <= STEM ? word.replaceAll("(?<=.{3})(?:s|e|n)$", "") : word.substring(0, Math.max(STEM, Math.min(word.length() - ENDING, STEM + 2)));
    }

    /** Which part of {@code words} stands in {@code other}, from 0 to 1; two stems are one where one begins with the other. */
    public static double share(Set<String> words, Set<String> other) {
        if (words.isEmpty()) {
            return 0;
        }
        long found = words.stream().filter(word -> other.contains(word) || other.stream().anyMatch(one -> one.length() >= 4 && word.length() >= 4 && (one.startsWith(word) || word.startsWith(one)))).count();
        return (double) found / words.size();
    }
}
