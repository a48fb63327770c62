package acquaint.model;

/** Small rules for text that several records share. */
public final class Texts {

    private Texts() {}

    /** {@code text} without surrounding blanks; {@link IllegalArgumentException} naming {@code what} when nothing is left. */
    public static String required(String text, String what) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return text.strip();
    }

    /** The first line that says something, cut to {@code limit} characters with an ellipsis. */
    public static String firstLine(String text, int limit) {
        String line = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
        if (line.length() <= limit) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }
}
