package acquaint.reply;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a sentence of a conversation may say, by the patterns of {@code reply/sayings.properties}, English and German. Safe for any thread. */
public enum Saying {
    /** Something will come, or the desk will do something. */
    PROMISE,
    /** It depends on the customer's word, or is only kind. */
    NOPROMISE,
    /** Promised whatever the customer answers. */
    BOUND,
    /** Waits for the customer's word before anything is done. */
    ASKS,
    DONE,
    /** Looks like a deed and is a state, a rule or a condition. */
    NOTDONE,
    /** Looked up, or made sure of. */
    CHECKED,
    /** Looked for and not found. */
    NOTFOUND,
    REFUSED,
    /** Tried without success, or not to be had. */
    FAILED,
    /** A condition on what the customer can or cannot do. */
    YOURS,
    OFFER,
    /** An offer of talk only. */
    NOOFFER,
    /** Something for the customer to try. */
    STEPS,
    /** Something is needed before the desk can go on. */
    BLOCKED,
    /** The customer says that it helped. */
    WORKED,
    /** The customer says that it did not. */
    CONTRADICTED,
    /** The customer demands another person. */
    HUMAN,
    /** The customer wants no other person. */
    NOHUMAN,
    MONEY, LEGAL, SAFETY, CHURN, PUBLIC,
    /** The customer is content. */
    RELIEF,
    /** The desk asks the customer for something. */
    ASKED;

    private final Pattern pattern;

    Saying() {
        String key = name().toLowerCase(Locale.ROOT);
        pattern = Pattern.compile(Patterns.LANGUAGES.stream().map(language -> Patterns.ALL.getProperty(key + "." + language)).map(regex -> "(?:" + regex + ")")
                .collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Read once, before the first constant. */
    private static final class Patterns {

        private static final List<String> LANGUAGES = List.of("en", "de");
        private static final Properties ALL = read();

        private static Properties read() {
            var all = new Properties();
            try (var reader = new InputStreamReader(Saying.class.getResourceAsStream("/reply/sayings.properties"), StandardCharsets.UTF_8)) {
                all.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all;
        }
    }

    public boolean isIn(String sentence) {
        return pattern.matcher(Prose.plain(sentence)).find();
    }

    /** Where it stands first. */
    public Optional<MatchResult> first(String sentence) {
        Matcher matcher = pattern.matcher(Prose.plain(sentence));
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** Wherever it stands. */
    public List<MatchResult> all(String sentence) {
        return pattern.matcher(Prose.plain(sentence)).results().toList();
    }

    /** The sentence with what says so blanked out. */
    public String without(String sentence) {
        return pattern.matcher(Prose.plain(sentence)).replaceAll(found -> " ".repeat(found.group().length()));
    }

    /** Whether the desk binds itself in this sentence of {@code message}: what still waits for the customer's word binds nobody. */
    public static boolean promises(String sentence, String message) {
        return PROMISE.isIn(sentence) && !NOPROMISE.isIn(sentence) && (!ASKS.isIn(message) || BOUND.isIn(sentence));
    }
}
