package acquaint.ui;

import javafx.util.StringConverter;

/** Shows enum constants by their words in a choice. */
final class EnumWords<E extends Enum<E>> extends StringConverter<E> {

    private final Texts texts;

    EnumWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(E constant) {
        return constant == null ? "" : texts.of(constant);
    }

    @Override
    public E fromString(String word) {
        throw new UnsupportedOperationException("choices are not typed");
    }
}
