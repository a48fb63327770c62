package acquaint.casework;

import acquaint.model.Texts;
import java.util.regex.Pattern;

/** Makes a subject from a customer's first message: its first sentence that is more than a greeting. */
final class SubjectLine {

    static final int LONGEST = 80;

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\R+");
    private static final Pattern GREETING = Pattern.compile(
            "^(?:(?:hi|hello|hey|hiya|bonjour|dear|greetings|good (?:morning|afternoon|evening|day))(?: there| team| all| everyone)?[,.!;:\\s-]+)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLEASANTRY = Pattern.compile(
            "^(?:i hope you|hope you|how are you|(?:hi|hello|hey|bonjour|good (?:morning|afternoon|evening))\\W*$)", Pattern.CASE_INSENSITIVE);

    private SubjectLine() {}

    /** At most {@value #LONGEST} characters, without a full stop at the end; never empty for a text that is not blank. */
    static String of(String firstMessage) {
        for (String sentence : SENTENCES.split(firstMessage.strip())) {
            String matter = GREETING.matcher(sentence.strip()).replaceFirst("").strip();
            if (matter.length() > 1 && !PLEASANTRY.matcher(matter).find()) {
                return finish(matter);
            }
        }
        return finish(firstMessage.strip());
    }

    private static String finish(String matter) {
        String line = Texts.firstLine(matter, LONGEST);
        String open = line.endsWith(".") || line.endsWith("!") ? line.substring(0, line.length() - 1) : line;
        String subject = open.isBlank() ? line : open;
        return subject.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + subject.substring(1);
    }
}
