package acquaint.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the user interface in one language. Immutable; any thread. */
public final class Texts {

    private static final String BUNDLE = "text.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    public Texts(Locale locale) {
        this.locale = locale;
        // English is the root bundle: without this, asking for English on a German system would answer in German.
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text named by {@code key}, with {@code arguments} put into its {@link MessageFormat} places. */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The word for an enum constant: key {@code enum.<Type>.<CONSTANT>}. */
    public String of(Enum<?> constant) {
        return bundle.getString("enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }
}
