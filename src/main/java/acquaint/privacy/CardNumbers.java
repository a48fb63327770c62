package acquaint.privacy;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Numbers of payment cards: 13 to 19 digits with a Luhn check digit (ISO/IEC 7812), or beside words that name a card. */
final class CardNumbers implements Detector {

    private static final Pattern DIGITS = Pattern.compile("(?<![\\p{IsLatin}\\d_])\\d(?:[ .\\-/_]{0,2}\\d){12,18}(?![\\p{IsLatin}\\d_])");
    private static final Pattern NAMED = Rules.rule("""
            (?:card|karten?|carte|tarjeta|carta|cartão|cartao|kort|kaart|karta|карт\\w*|カード|卡|kart)\\D{0,40}\
            (?<it>\\d(?:[ .\\-/_]{0,2}\\d){12,18})(?!\\d)""");

    @Override
    public Stream<Finding> in(Folded text) {
        return Stream.concat(
                DIGITS.matcher(text.text()).results().filter(match -> LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(Rules.digits(match.group())))
                        .map(match -> new Finding(Kind.CARD, match.start(), match.end())),
                Rules.find(Kind.CARD, NAMED, text));
    }
}
