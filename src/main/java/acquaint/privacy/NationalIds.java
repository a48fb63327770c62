package acquaint.privacy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * Numbers that states and health insurers give people: by their form and check digits where those leave little doubt, else beside the words that name
 * them. The check digits are those that each authority has published.
 */
final class NationalIds implements Detector {

    /** One form of number; {@code right} looks at it without blanks and marks. */
    private record Form(Kind kind, Pattern pattern, Predicate<String> right) {}

    private static final List<Form> FORMS = List.of(
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_-])(?!000|666|9)\\d{3}[- ](?!00)\\d{2}[- ](?!0000)\\d{4}(?![\\p{IsLatin}\\d_-])"), _ -> true), // United States, SSN
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D](?![\\p{IsLatin}\\d_])"), _ -> true), // United Kingdom, NINO
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])[XYZ]?\\d{7,8}[ -]?[A-Z](?![\\p{IsLatin}\\d_])"), NationalIds::spanish),
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}(?![\\p{IsLatin}\\d_])"), NationalIds::french),
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])[A-Z]{6}\\d{2}[A-EHLMPR-T]\\d{2}[A-Z]\\d{3}[A-Z](?![\\p{IsLatin}\\d_])"), _ -> true), // Italy, codice fiscale
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}(?![\\p{IsLatin}\\d_])"), _ -> true), // Brazil, CPF
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])\\d{6}-[1-4]\\d{6}(?![\\p{IsLatin}\\d_])"), _ -> true), // Korea
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])\\d{17}[\\dX](?![\\p{IsLatin}\\d_])"), NationalIds::chinese),
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])[2-9]\\d{3}[ -]\\d{4}[ -]\\d{4}(?![\\w -]*\\d)"), VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT::isValid), // India, Aadhaar
            new Form(Kind.NATIONAL_ID, Rules.exact("(?<![\\p{IsLatin}\\d_])[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z](?![\\p{IsLatin}\\d_])"), _ -> true), // India, PAN
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])(?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])[-+]\\d{4}(?![\\p{IsLatin}\\d_])"), NationalIds::swedish),
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])(?:[0-2]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}[-+A]\\d{3}[\\dA-Y](?![\\p{IsLatin}\\d_])"), NationalIds::finnish),
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])\\d{2}(?:[02468][1-9]|[13579][0-2])(?:[0-2]\\d|3[01])\\d{5}(?![\\p{IsLatin}\\d_])"), NationalIds::polish),
            new Form(Kind.NATIONAL_ID, Rules.rule("(?<![\\p{IsLatin}\\d_])[1-9]\\d(?: ?\\d{3}){3}(?![\\p{IsLatin}\\d_])"), NationalIds::germanTax),
            new Form(Kind.HEALTH, Rules.rule("(?<![\\p{IsLatin}\\d_])[A-Z]\\d{9}(?![\\p{IsLatin}\\d_])"), NationalIds::germanHealth),
            new Form(Kind.HEALTH, Rules.exact("(?<![\\p{IsLatin}\\d_])[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2}(?![\\p{IsLatin}\\d_])"), _ -> true)); // United States, Medicare

    private static final Pattern NAMED = Rules.rule("""
            (?:social security|\\bssn\\b|\\bsin\\b|national insurance|\\bnino\\b|passport|driver'?s? licen[cs]e|driving licen[cs]e|identity card|\\bid card|national id|tax(?:payer)? id|\\btin\\b|\\btfn\\b|\\bitin\\b|date of birth on file\
            |personalausweis\\w*|ausweis\\w*|reisepass\\w*|pass-?nummer|führerschein\\w*|steuer-?(?:id|nummer|identifikations\\w*)|sozialversicherungs\\w*|\\bahv\\b|carte d['’]identité|passeport|permis de conduire|sécurité sociale|numéro fiscal\
            |\\bdni\\b|\\bnie\\b|\\bnif\\b|pasaporte|carnet de conducir|carta d['’]identità|codice fiscale|passaporto|patente|\\bcpf\\b|\\brg\\b|passaporte|cartão de cidadão|\\bbsn\\b|burgerservicenummer|paspoort|rijbewijs|\\bpesel\\b|dowód osobisty|dowodu|paszport\\w*\
            |паспорт\\w*|\\bинн\\b|снилс|personnummer|cpr-?(?:nummer|nr)?|fødselsnummer|henkilötunnus|身份证\\w*|护照\\w*|マイナンバー|パスポート番号|주민등록번호|여권|kimlik)\
            [^\\n\\d]{0,30}?(?<![\\p{IsLatin}\\d_])(?<it>(?-i:(?:[A-Z]{1,4}[ .\\-/]?)?\\d(?:[ .\\-/]?[A-Z\\d]){3,18})|[A-Z]{0,4}\\d[A-Z\\d]{4,18})(?![\\p{IsLatin}\\d_])""");
    private static final Pattern HEALTH = Rules.rule("""
            (?:\\bnhs\\b|medicare|medicaid|health (?:insurance|card|plan|care)|medical record|\\bmrn\\b|patient|krankenversicherten\\w*|krankenkassen\\w*|versicherten\\w*|carte vitale|tarjeta sanitaria|tessera sanitaria|ohip|zorgpas|zorgverzekering\\w*|医保)\
            [^\\n\\d]{0,30}?(?<![\\p{IsLatin}\\d_])(?<it>(?-i:(?:[A-Z]{1,4}[ .\\-/]?)?\\d(?:[ .\\-/]?[A-Z\\d]){3,18})|[A-Z]{0,4}\\d[A-Z\\d]{4,18})(?![\\p{IsLatin}\\d_])""");

    @Override
    public Stream<Finding> in(Folded text) {
        Stream<Finding> formed = FORMS.stream().flatMap(form -> form.pattern().matcher(text.text()).results()
                .filter(match -> form.right().test(match.group().replaceAll("[ .\\-+]", "").toUpperCase(java.util.Locale.ROOT)))
                .map(match -> new Finding(form.kind(), match.start(), match.end())));
        return Stream.concat(formed, Stream.concat(Rules.find(Kind.NATIONAL_ID, NAMED, text), Rules.find(Kind.HEALTH, HEALTH, text)));
    }

    private static boolean spanish(String id) {
        String number = id.substring(0, id.length() - 1).replace('X', '0').replace('Y', '1').replace('Z', '2');
        return number.length() == 8 && "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23) == id.charAt(id.length() - 1);
    }

    private static boolean french(String id) {
        String number = id.substring(0, 13).replace("2A", "19").replace("2B", "18");
        return id.length() == 15 && 97 - Long.parseLong(number) % 97 == Integer.parseInt(id.substring(13));
    }

    private static boolean chinese(String id) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        return "10X98765432".charAt(weighted(id, weights) % 11) == id.charAt(17);
    }

    private static boolean swedish(String id) {
        return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(id.substring(id.length() - 10));
    }

    /** The sign between the two halves tells the century and is gone here, save for the letter A. */
    private static boolean finnish(String id) {
        String digits = id.substring(0, 6) + id.substring(id.length() - 4, id.length() - 1);
        return digits.chars().allMatch(Character::isDigit) && "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(digits) % 31) == id.charAt(id.length() - 1);
    }

    private static boolean polish(String id) {
        int[] weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
        return (10 - weighted(id, weights) % 10) % 10 == id.charAt(10) - '0';
    }

    /** ISO 7064, MOD 11,10; of the first ten digits one stands twice or three times. */
    private static boolean germanTax(String id) {
        if (id.length() != 11 || id.chars().limit(10).distinct().count() < 8 || id.chars().limit(10).distinct().count() > 9) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (id.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == id.charAt(10) - '0';
    }

    private static boolean germanHealth(String id) {
        String digits = String.format("%02d", id.charAt(0) - 'A' + 1) + id.substring(1, 9);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 + 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == id.charAt(9) - '0';
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }
}
