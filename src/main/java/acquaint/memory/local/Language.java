package acquaint.memory.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A language that memory tells from others. {@link #OTHER} is surely none of these; what cannot be told has no language. */
public enum Language {
    ENGLISH("en", "eng"),
    GERMAN("de", "deu"),
    FRENCH("fr", "fra"),
    SPANISH("es", "spa"),
    ITALIAN("it", "ita"),
    PORTUGUESE("pt", "por"),
    DUTCH("nl", "nld"),
    SWEDISH("sv", "swe"),
    DANISH("da", "dan"),
    NORWEGIAN("no", "nob", "nno"),
    FINNISH("fi", "fin"),
    POLISH("pl", "pol"),
    CZECH("cs", "ces"),
    HUNGARIAN("hu", "hun"),
    ROMANIAN("ro", "ron"),
    TURKISH("tr", "tur"),
    RUSSIAN("ru"),
    UKRAINIAN("uk"),
    GREEK("el"),
    ARABIC("ar"),
    PERSIAN("fa"),
    HEBREW("he"),
    HINDI("hi"),
    THAI("th"),
    CHINESE("zh"),
    JAPANESE("ja"),
    KOREAN("ko"),
    OTHER("other");

    private final String code;
    private final List<String> spelled;

    Language(String code, String... spelled) {
        this.code = code;
        this.spelled = List.of(spelled);
    }

    /** ISO 639-1, or {@code other}. */
    public String code() {
        return code;
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
    }

    /** Whether it shares its script with others, so that {@link Spelling} must tell. */
    boolean isSpelled() {
        return !spelled.isEmpty();
    }

    /** Of those that {@link Spelling} tells apart, by its own names (ISO 639-3). */
    static Optional<Language> spelled(String name) {
        return Arrays.stream(values()).filter(language -> language.spelled.contains(name)).findFirst();
    }
}
