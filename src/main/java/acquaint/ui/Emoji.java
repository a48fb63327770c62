package acquaint.ui;

/** Makes text showable where the only emoji font is a one-colour one. */
final class Emoji {

    private static final String VARIATION_SELECTOR = "\uFE0F";

    private Emoji() {}

    /** Without the character that asks for the colour variant: fonts that lack it draw a box. */
    static String showable(String text) {
        return text.contains(VARIATION_SELECTOR) ? text.replace(VARIATION_SELECTOR, "") : text;
    }
}
