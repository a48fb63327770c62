package acquaint.memory.everos;

import java.util.Optional;

/**
 * One part of a message: text, or a file by its {@code uri} (the object key of an {@link Upload}, or an address that the
 * service can fetch). {@code ext} is the file's extension without dot.
 */
public record Content(Type type, Optional<String> text, Optional<String> uri, Optional<String> name, Optional<String> ext) {

    public enum Type { TEXT, AUDIO, IMAGE, DOC, PDF, HTML, EMAIL }

    public static Content text(String text) {
        return new Content(Type.TEXT, Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
