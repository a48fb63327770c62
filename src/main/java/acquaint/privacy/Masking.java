package acquaint.privacy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the texts of one ticket: the same value gets the same placeholder wherever it stands. Secrets stay masked for good; what else was masked
 * is put back into what a model answers. Lives in memory as long as a draft is worked on and is never stored. Any thread.
 */
public final class Masking {

    static final Pattern PLACEHOLDER = Pattern.compile("<([A-Z][A-Z_]*[A-Z])_(\\d{1,4})>");

    private static final int KEPT = 1_000;

    private final PersonalData personalData;
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    /** A ticket's messages are masked for each draft of it. */
    private final Map<String, Masked> masked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Masked> eldest) {
            return size() > KEPT;
        }
    };

    public Masking(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** What may leave of {@code text}. What already looks like a placeholder is made to look like none. */
    public synchronized Masked mask(String text) {
        return masked.computeIfAbsent(text, this::plainMasked);
    }

    /** As above, of a text that was made from what this masking masked: placeholders that it gave out stay. */
    public synchronized Masked maskAgain(String text) {
        return masked(PLACEHOLDER.matcher(text).replaceAll(match -> values.containsKey(match.group()) ? Matcher.quoteReplacement(match.group()) : defused(match)));
    }

    private static String defused(MatchResult match) {
        return "(" + match.group(1) + " " + match.group(2) + ")";
    }

    private Masked plainMasked(String text) {
        return masked(PLACEHOLDER.matcher(text).replaceAll(Masking::defused));
    }

    private Masked masked(String plain) {
        var left = new StringBuilder(plain.length());
        int end = 0;
        for (Finding found : personalData.in(plain)) {
            left.append(plain, end, found.start()).append(placeholder(found.kind(), plain.substring(found.start(), found.end())));
            end = found.end();
        }
        return new Masked(left.append(plain, end, plain.length()).toString());
    }

    /** Whether {@code text} holds what is never put back nor remembered. */
    public boolean holdsSecret(String text) {
        return personalData.in(text).stream().anyMatch(found -> found.kind().secret());
    }

    private String placeholder(Kind kind, String value) {
        return placeholders.computeIfAbsent(kind + normalised(kind, value), _ -> {
            String placeholder = "<" + kind.name() + "_" + counts.merge(kind, 1, Integer::sum) + ">";
            values.put(placeholder, value);
            return placeholder;
        });
    }

    /** However a number was spaced it is the same number. */
    private static String normalised(Kind kind, String value) {
        String folded = Folded.of(value).text().strip();
        return switch (kind) {
            case CARD, IBAN, NATIONAL_ID, HEALTH, ACCOUNT, PHONE, CODE -> folded.replaceAll("[^\\p{L}\\d+]", "").toUpperCase(Locale.ROOT);
            case PASSWORD, API_KEY -> folded;
            case EMAIL, ADDRESS, NAME -> folded.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        };
    }

    /** What {@code placeholder} stands for; empty for a secret, and for one that was made up. */
    synchronized Optional<String> value(String placeholder) {
        var name = PLACEHOLDER.matcher(placeholder);
        return name.matches() && isSecret(name.group(1)) ? Optional.empty() : Optional.ofNullable(values.get(placeholder));
    }

    private static boolean isSecret(String kind) {
        for (Kind one : Kind.values()) {
            if (one.name().equals(kind)) {
                return one.secret();
            }
        }
        return true;
    }

    /** The placeholders that were given out, in their order. */
    public synchronized List<String> placeholders() {
        return List.copyOf(values.keySet());
    }

    /** Puts values back into what a model said; only those of the placeholders that it was {@code given}. */
    public String restore(String said, Set<String> given) {
        Restoring restoring = restoring(given);
        return restoring.next(said) + restoring.end();
    }

    /** Puts values back into what a model says, while it speaks; only those of the placeholders that it was {@code given}, since it may guess others. */
    public Restoring restoring(Set<String> given) {
        return new Restoring(this, given);
    }
}
