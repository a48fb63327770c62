package acquaint.reply;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells sentences that say something which could be wrong from those that only greet, thank, ask, or say what the agent is about to do. Safe for any thread. */
public final class Claims {

    private static final Pattern QUESTION = Pattern.compile("[?？]\\s*[)\"”’»]*$");

    /** "Hi there, " before what is said. */
    private static final Pattern HAIL = Pattern.compile("^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend))(?: there| again| zusammen)?[,.!]+\\s*", Pattern.CASE_INSENSITIVE);

    /** May name a name or a day. */
    private final List<Pattern> bare;
    /** Must not name anything that could be wrong. */
    private final List<Pattern> kind;

    public Claims() {
        var rules = new Properties();
        try (var reader = new InputStreamReader(Claims.class.getResourceAsStream("/reply/claims.properties"), StandardCharsets.UTF_8)) {
            rules.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bare = patterns(rules, "greeting", "closing", "thanks");
        kind = patterns(rules, "apology", "understanding", "asking", "intention");
    }

    private static List<Pattern> patterns(Properties rules, String... names) {
        return Stream.of(names).map(name -> Pattern.compile(rules.getProperty(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)).toList();
    }

    /** Whether a sentence says something at all, as far as it is no question. */
    public boolean says(String sentence) {
        String said = HAIL.matcher(sentence).replaceFirst("");
        return !isCourtesy(said, !Entities.in(said).isEmpty());
    }

    /** {@code checkable}: whether a date, a figure, a number or a name stands in it. */
    boolean isCourtesy(String sentence, boolean checkable) {
        String plain = Prose.plain(sentence).strip();
        return !plain.chars().anyMatch(Character::isLetter)
                || bare.stream().anyMatch(rule -> rule.matcher(plain).find())
                || !checkable && (QUESTION.matcher(plain).find() || kind.stream().anyMatch(rule -> rule.matcher(plain).find()));
    }
}
