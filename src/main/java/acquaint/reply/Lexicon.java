package acquaint.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One language's phrases (what a draft says) and signs (what in a message points to what), read once from
 * {@code reply/*.properties}. Safe for any thread.
 */
public final class Lexicon {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String BEFORE = "(?<![\\p{L}\\p{N}_])";
    private static final String AFTER = "(?![\\p{L}\\p{N}_]|['’]\\p{L})";

    private static final Map<Language, Lexicon> READ = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, String> phrases;
    private final Map<String, String> lists;
    private final Map<String, Pattern> signs;

    /** Read when it is first asked for, which takes a tenth of a second. */
    public static Lexicon of(Language language) {
        return READ.computeIfAbsent(language, Lexicon::new);
    }

    private Lexicon(Language language) {
        this.language = language;
        phrases = read("phrases_" + language.code());
        lists = read("signs_" + language.code());
        signs = lists.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> compile(e.getValue())));
    }

    Language language() {
        return language;
    }

    Set<String> phraseKeys() {
        return phrases.keySet();
    }

    Set<String> signKeys() {
        return signs.keySet();
    }

    /** The phrase with its places filled, by name and value in turn; values are never searched for places themselves. */
    public String say(String key, String... namesAndValues) {
        String phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("no phrase " + key + " in " + language);
        }
        return PLACE.matcher(phrase).replaceAll(m -> Matcher.quoteReplacement(value(key, m, namesAndValues)));
    }

    private static String value(String key, MatchResult place, String[] namesAndValues) {
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(place.group(1))) {
                return namesAndValues[i + 1];
            }
        }
        throw new IllegalArgumentException("phrase " + key + " needs " + place.group(1));
    }

    /** Whether any of the signs stands in the text as whole words. */
    public boolean points(String sign, String text) {
        return first(sign, text).isPresent();
    }

    /** Where the first of the signs stands, if any does. */
    public Optional<MatchResult> first(String sign, String text) {
        Matcher matcher = pattern(sign).matcher(Prose.plain(text));
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    Pattern pattern(String sign) {
        Pattern pattern = signs.get(sign);
        if (pattern == null) {
            throw new IllegalArgumentException("no sign " + sign + " in " + language);
        }
        return pattern;
    }

    /** A list of "said>meant" pairs, in the order of the file; empty where the language has none. */
    Map<String, String> pairs(String list) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String entry : entries(lists.getOrDefault(list, ""))) {
            int arrow = entry.indexOf('>');
            pairs.put(entry.substring(0, arrow).strip(), entry.substring(arrow + 1).strip());
        }
        return pairs;
    }

    private static String[] entries(String list) {
        return list.isBlank() ? new String[0] : list.strip().split("\\s*,\\s*");
    }

    /** Longer entries first, so that "all of my" is not taken for "all". */
    private static Pattern compile(String list) {
        String words = Arrays.stream(entries(list))
                .map(e -> e.contains(">") ? e.substring(0, e.indexOf('>')).strip() : e)
                .filter(e -> !e.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Lexicon::expression)
                .collect(Collectors.joining("|"));
        return Pattern.compile(words.isEmpty() ? "(?!)" : BEFORE + "(?:" + words + ")" + AFTER, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String expression(String entry) {
        return Arrays.stream(entry.split("\\s+"))
                .map(word -> Arrays.stream(word.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("\\p{L}*")))
                .collect(Collectors.joining("\\s+"));
    }

    private static Map<String, String> read(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream("/reply/" + name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("resource reply/" + name + ".properties is missing");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(k -> k, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
