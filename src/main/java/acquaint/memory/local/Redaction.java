package acquaint.memory.local;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Kind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of a text what told a profile item: the sentences it was heard in, and wherever else an address or a number stands,
 * that alone. A trait was not told but seen, so nothing of what was said goes with it.
 */
final class Redaction {

    static final String GONE = "[…]";

    /** Told by themselves, and in whatever sentence they stand. */
    private static final Set<Kind> WHEREVER = EnumSet.of(Kind.EMAIL, Kind.PHONE, Kind.ADDRESS, Kind.ACCOUNT);

    private final Set<Pattern> patterns = new LinkedHashSet<>();

    /** {@code heard} is one item, as often as it was heard. */
    Redaction(List<ProfileItem> heard) {
        for (ProfileItem item : heard) {
            if (item.kind() != Kind.TRAIT) {
                if (!item.evidence().isBlank()) {
                    patterns.add(loosely(item.evidence()));
                }
                if (WHEREVER.contains(item.kind()) || item.corrected()) {
                    patterns.add(loosely(item.text()));
                }
            }
        }
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    String of(String text) {
        String left = text;
        for (Pattern pattern : patterns) {
            left = pattern.matcher(left).replaceAll(GONE);
        }
        return left;
    }

    /** However it was spaced, set in capitals or marked up in the message. */
    private static Pattern loosely(String words) {
        var regex = new StringBuilder();
        for (String word : words.strip().split("\\s+")) {
            regex.append(regex.isEmpty() ? "" : "[\\s*_`>#-]+").append(Pattern.quote(word));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
