package acquaint.reply;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a sentence and its evidence cannot both be right about: a "not" in one of them, words that exclude each other, "from" and "to" the other way round. */
final class Contradiction {

    private static final Pattern NEGATION = Pattern.compile("\\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|unable|isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|don't|doesn't|didn't|won't|"
            + "wouldn't|can't|couldn't|shouldn't|nicht|nie|niemals|kein(?:e[nmrs]?)?|ohne|pas|jamais|aucun[e]?|sans|nunca|jamas|ningun[ao]?|sin|non|mai|nessun[ao]?|senza|niet|nooit|geen|zonder|nie|nigdy|bez|nao)\\b");
    /** "Not only", "why not", "no problem" and the like negate nothing. */
    private static final Pattern NO_NEGATION = Pattern.compile("\\b(?:not only|why not|no (?:problem|worries|doubt|longer than|later than|more than)|if not|or not|nicht nur|non solo|no solo|pas seulement)\\b");
    private static final Pattern WAY = Pattern.compile("\\bfrom\\s+(?:the\\s+)?([\\p{L}\\d$€£.-]+)(?:\\s+\\p{L}+){0,2}?\\s+to\\s+(?:the\\s+)?([\\p{L}\\d$€£.-]+)|\\bvon\\s+([\\p{L}\\d$€£.-]+)\\s+(?:auf|nach|zu|zum)\\s+([\\p{L}\\d$€£.-]+)");

    private record Opposites(Pattern one, Pattern other) {}

    private final List<Opposites> opposites = new ArrayList<>();

    Contradiction() {
        var rules = new Properties();
        try (var reader = new InputStreamReader(Contradiction.class.getResourceAsStream("/reply/opposites.properties"), StandardCharsets.UTF_8)) {
            rules.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rules.forEach((_, rule) -> {
            String[] sides = rule.toString().split("\\s/\\s");
            opposites.add(new Opposites(words(sides[0]), words(sides[1])));
        });
    }

    private static Pattern words(String side) {
        return Pattern.compile("\\b(?:" + String.join("|", List.of(side.strip().split("\\|")).stream().map(Pattern::quote).toList()) + ")");
    }

    static String folded(String text) {
        return Normalizer.normalize(Prose.plain(text), Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    boolean between(String sentence, String evidence) {
        String said = folded(sentence);
        String stands = folded(evidence);
        return opposed(said, stands) || wrongWay(said, stands);
    }

    /** Whether one of them negates and the other does not; worth asking only of two that are about the same. */
    static boolean oneNegates(String sentence, String evidence) {
        return negates(folded(sentence)) != negates(folded(evidence));
    }

    private static boolean negates(String folded) {
        return NEGATION.matcher(NO_NEGATION.matcher(folded).replaceAll(" ")).find();
    }

    private boolean opposed(String said, String stands) {
        return opposites.stream().anyMatch(pair -> only(pair.one(), pair.other(), said) && only(pair.other(), pair.one(), stands)
                || only(pair.other(), pair.one(), said) && only(pair.one(), pair.other(), stands));
    }

    private static boolean only(Pattern one, Pattern other, String text) {
        return one.matcher(text).find() && !other.matcher(text).find();
    }

    private static boolean wrongWay(String said, String stands) {
        Matcher way = WAY.matcher(said);
        while (way.find()) {
            String from = way.group(1) != null ? way.group(1) : way.group(3);
            String to = way.group(2) != null ? way.group(2) : way.group(4);
            Matcher other = WAY.matcher(stands);
            while (other.find()) {
                String otherFrom = other.group(1) != null ? other.group(1) : other.group(3);
                String otherTo = other.group(2) != null ? other.group(2) : other.group(4);
                if (bare(from).equals(bare(otherTo)) && bare(to).equals(bare(otherFrom))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Without the full stop of its sentence. */
    private static String bare(String word) {
        return word.replaceAll("[.-]+$", "");
    }
}
