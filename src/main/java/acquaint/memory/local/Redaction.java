package acquaint.memory.local;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
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

    private final List<Pattern> patterns = new ArrayList<>();

    /** {@code heard}: what is to go, as often as it was heard and in whichever words. */
    Redaction(List<ProfileItem> heard) {
        List<ProfileItem> told = heard.stream().filter(item -> item.kind() != Kind.TRAIT).toList();
        // Whole sentences first, while they are whole.
        told.stream().map(ProfileItem::evidence).filter(evidence -> !evidence.isBlank()).distinct().map(Redaction::loosely).forEach(patterns::add);
        told.stream().filter(item -> WHEREVER.contains(item.kind()) || item.corrected()).map(ProfileItem::text).distinct().map(Redaction::wholeWords)
                .forEach(patterns::add);
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

    /** "Al" is no part of "also". Scripts without blanks have no such bounds. */
    private static Pattern wholeWords(String words) {
        Pattern loosely = loosely(words);
        return Pattern.compile("(?<![\\p{IsLatin}\\p{N}])" + loosely.pattern() + "(?![\\p{IsLatin}\\p{N}])", loosely.flags());
    }
}
