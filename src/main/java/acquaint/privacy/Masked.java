package acquaint.privacy;

import java.util.List;
import java.util.stream.Collectors;

/** A text without personal data. Only {@link Masking} makes one, so that whatever takes one cannot be given a raw text. */
public final class Masked {

    private final String text;

    Masked(String text) {
        this.text = text;
    }

    /** One after the other. */
    public static Masked join(List<Masked> parts) {
        return new Masked(parts.stream().map(Masked::text).collect(Collectors.joining()));
    }

    /** The first so many characters, or a few less where a placeholder would be cut. */
    public Masked beginning(int length) {
        int end = Math.min(Math.max(0, length), text.length());
        var placeholders = Masking.PLACEHOLDER.matcher(text);
        while (placeholders.find() && placeholders.start() < end) {
            if (placeholders.end() > end) {
                end = placeholders.start();
            }
        }
        return new Masked(text.substring(0, end));
    }

    /** Each line behind a bar, so that none of them can be taken for anything but a quotation. */
    public Masked quoted() {
        return new Masked(text.lines().map(line -> "| " + line).collect(Collectors.joining("\n")));
    }

    /** What may leave. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Masked that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
