package acquaint.memory.local;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells languages by the script in which they are written, where that says it. */
final class Letters {

    /** Where words are not set apart by blanks, a character says about as much as so many Latin ones. */
    private static final int DENSE = 3;
    private static final Pattern OF_UKRAINIAN = Pattern.compile("[іїєґІЇЄҐ]");
    private static final Pattern OF_PERSIAN = Pattern.compile("[پچژگکی]");

    private Letters() {}

    /** By the script of most of the text; empty for the Latin one, in which many languages are written, and where there are no letters. */
    static Optional<Language> language(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of).forEach(script -> letters.merge(joined(script), weight(script), Integer::sum));
        return letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).flatMap(script -> language(script, text));
    }

    private static UnicodeScript joined(UnicodeScript script) {
        return switch (script) {
            case HIRAGANA, KATAKANA -> UnicodeScript.HAN;
            default -> script;
        };
    }

    private static int weight(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> DENSE;
            default -> 1;
        };
    }

    private static Optional<Language> language(UnicodeScript script, String text) {
        return switch (script) {
            case LATIN, COMMON, INHERITED -> Optional.empty();
            case HAN -> Optional.of(text.codePoints().anyMatch(Letters::isKana) ? Language.JAPANESE : Language.CHINESE);
            case HANGUL -> Optional.of(Language.KOREAN);
            case CYRILLIC -> Optional.of(OF_UKRAINIAN.matcher(text).find() ? Language.UKRAINIAN : Language.RUSSIAN);
            case ARABIC -> Optional.of(OF_PERSIAN.matcher(text).find() ? Language.PERSIAN : Language.ARABIC);
            case GREEK -> Optional.of(Language.GREEK);
            case HEBREW -> Optional.of(Language.HEBREW);
            case DEVANAGARI -> Optional.of(Language.HINDI);
            case THAI -> Optional.of(Language.THAI);
            default -> Optional.of(Language.OTHER);
        };
    }

    private static boolean isKana(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
