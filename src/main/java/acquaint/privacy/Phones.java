package acquaint.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Telephone numbers: international ones of every country, and those of the desk's regions, as libphonenumber knows them; any number of that
 * length beside words that name a telephone. Digits alone, without a blank or a mark between them, are an order or an item where no such word stands before.
 */
final class Phones implements Detector {

    private static final int ATTEMPTS = 1_000;
    private static final int WORD_BEFORE = 48;
    private static final Pattern BARE = Pattern.compile("\\d+");
    private static final Pattern NAMED = Rules.rule("""
            (?:\\b(?:tele)?phone|\\bcall|\\bring|\\btext|\\bsms|\\bmobile|\\bcell|\\breach|\\btel\\b|\\bfax|whats ?app|\\brufnummer|\\btelefon|\\bhandy|\\banruf|\\berreich\
            |\\btéléphone|\\bportable|\\bappel|\\bjoindre|\\bteléfono|\\bmóvil|\\bllam|\\btelefono|\\bcellulare|\\bchiam|\\btelefone|\\bcelular|\\bligar|\\bmobiel|\\bbel|\\bpuhelin|телефон|звон|電話|电话|手机)""");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{IsLatin}\\d_#.])\\+?\\(?\\d(?:[ ()./-]{0,3}\\d){6,14}(?![\\p{IsLatin}\\d_])");
    private static final Pattern OTHER = Rules.rule("(?:order|item|product|ticket|tracking|invoice|reservation|booking|reference|case|flight|confirmation|serial|model|bestell|rechnung|auftrag|commande|facture|pedido|ordine|encomenda)[\\w ]{0,14}\\W{0,6}$");
    /** A word for a number of any kind counts right before it only. */
    private static final Pattern NUMBER_WORD = Rules.rule("(?:\\bnumber|\\bnummer)(?: is| ist)?\\W{0,6}$");
    private static final Pattern DATE = Pattern.compile("\\d{4}[-/.]\\d{2}[-/.]\\d{2}|\\d{2}[-/.]\\d{2}[-/.]\\d{4}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Set<String> regions;

    Phones(Set<String> regions) {
        this.regions = regions.isEmpty() ? Set.of("ZZ") : new TreeSet<>(regions);
    }

    @Override
    public Stream<Finding> in(Folded text) {
        Stream<Finding> known = regions.stream()
                .flatMap(region -> StreamSupport.stream(numbers.findNumbers(text.text(), region, Leniency.VALID, ATTEMPTS).spliterator(), false))
                .filter(match -> isPhone(match, text.text())).map(match -> new Finding(Kind.PHONE, match.start(), match.end()));
        Stream<Finding> named = NUMBER.matcher(text.text()).results().filter(match -> !DATE.matcher(match.group()).matches() && named(text.text(), match.start()))
                .map(match -> new Finding(Kind.PHONE, match.start(), match.end()));
        return Stream.concat(known, named);
    }

    private static boolean isPhone(PhoneNumberMatch match, String text) {
        if (match.start() > 0 && "#_".indexOf(text.charAt(match.start() - 1)) >= 0) {
            return false;
        }
        return !BARE.matcher(match.rawString()).matches() || named(text, match.start());
    }

    /** The word before that is nearest: an order's number is none, whatever was said of telephones further off. */
    private static boolean named(String text, int start) {
        String before = text.substring(Math.max(0, start - WORD_BEFORE), start);
        return (NAMED.matcher(before).find() || NUMBER_WORD.matcher(before).find()) && !OTHER.matcher(before).find();
    }
}
