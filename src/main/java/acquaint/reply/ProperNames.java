package acquaint.reply;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words with a capital that is no beginning of a sentence, or with one inside: names of people, places and products. */
final class ProperNames {

    private static final Pattern WITHIN = Pattern.compile("(?<=[\\p{Ll}\\p{N},;)’'\"”&/-]\\s|[,:;]\\s|\\s[\\p{L}]\\s|\\p{Lu}\\p{Ll}{0,20}\\s|[(“\"„])\\p{Lu}[\\p{L}\\p{M}'’-]+");
    private static final Pattern INNER = Pattern.compile("\\b\\p{L}?\\p{Ll}+\\p{Lu}\\p{L}*\\b");
    /** Capitals that English gives to words which are no names, and our own. */
    private static final Set<String> NONE = Set.of("i", "i'm", "i've", "i'll", "i'd", "ok", "pdf", "faq", "sms", "usd", "eur", "gbp", "am", "pm", "e-mail", "email", "id", "vip", "mr", "mrs", "ms",
            "dr", "herr", "frau", "sie", "ihnen", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres");
    private static final Pattern GERMAN = Pattern.compile("\\b(?:der|die|das|und|ist|wurde|wir|Sie|Ihnen|Ihre[nmrs]?|nicht|haben|mit|für|am|vom|zum|ein|eine[nmrs]?|auf)\\b");
    private static final int SURE = 2;

    private ProperNames() {}

    static boolean nounsHaveCapitals(String text) {
        return GERMAN.matcher(text).results().map(MatchResult::group).distinct().count() >= SURE;
    }

    static List<MatchResult> in(String text) {
        return Pattern.compile(WITHIN.pattern() + "|" + INNER.pattern()).matcher(text).results()
                .filter(match -> !NONE.contains(match.group().toLowerCase(Locale.ROOT))).toList();
    }

    /** Without accents, possessive and capitals. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("['’]s?$", "").toLowerCase(Locale.ROOT);
    }
}
