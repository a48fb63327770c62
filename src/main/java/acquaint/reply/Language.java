package acquaint.reply;

import java.util.Locale;
import java.util.stream.Stream;

/** Languages that drafts can be written in. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The one that a reader of {@code locale} understands; English where there is none. */
    public static Language of(Locale locale) {
        return Stream.of(values()).filter(one -> one.code().equals(locale.getLanguage())).findFirst().orElse(ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    String code() {
        return locale.getLanguage();
    }
}
