package acquaint.privacy;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.IBANValidator;

/** IBANs by the form that their country gives them and their check digits (ISO 13616), and numbers of accounts and their banks beside words that name them. */
final class BankAccounts implements Detector {

    private static final Pattern IBAN = Rules.rule("(?<![\\p{L}\\d])\\p{Alpha}{2}\\d{2}(?:[ -]?[\\p{Alpha}\\d]){11,30}(?![\\p{L}\\d])");
    private static final Pattern NAMED = Rules.rule("""
            (?:account|acct|routing|sort code|aba|bsb|iban|konto\\w*|blz|bankleitzahl|compte|cuenta|conto|conta|rekening\\w*|счёт\\w*|счет\\w*|口座|账号|账户|hesap)\
            (?:[ -](?:number|no|num|nr|nummer|numéro|numero|número|code|id))?\\.?(?:[ ](?:is|was|ist|lautet|est|es|è|é|are))?[ :#=-]{0,3}\
            (?<it>(?=[\\d \\-A-Z]*\\d{4})[A-Z]{0,4}\\d(?:[ -]?\\d){4,20})(?![\\p{IsLatin}\\d_])""");
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    @Override
    public Stream<Finding> in(Folded text) {
        return Stream.concat(IBAN.matcher(text.text()).results().flatMap(match -> iban(match.start(), match.group())), Rules.find(Kind.ACCOUNT, NAMED, text));
    }

    /** Words after it may look like more of it: the longest beginning whose check digits are right. */
    private static Stream<Finding> iban(int start, String candidate) {
        for (int end = candidate.length(); end >= SHORTEST; end--) {
            String compact = candidate.substring(0, end).replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
            boolean wordEnds = end == candidate.length() || !Character.isLetterOrDigit(candidate.charAt(end));
            if (wordEnds && Character.isLetterOrDigit(candidate.charAt(end - 1)) && compact.length() >= SHORTEST && compact.length() <= LONGEST
                    && IBANValidator.DEFAULT_IBAN_VALIDATOR.isValid(compact)) {
                return Stream.of(new Finding(Kind.IBAN, start, start + end));
            }
        }
        return Stream.empty();
    }
}
