package acquaint.privacy;

import java.util.List;
import java.util.Random;
import org.apache.commons.validator.routines.checkdigit.CheckDigit;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Makes up personal data in many forms and languages, the same for the same seed. */
public final class PlantedData {

    /** How many kinds there are. */
    public static final int KINDS = 12;

    /** {@code sentence} says {@code value}. */
    public record Planted(String sentence, String value, boolean secret) {}

    private final Random random;

    public PlantedData(long seed) {
        random = new Random(seed);
    }

    private String digits(int count) {
        var digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String letters(int count) {
        return random.ints(count, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private String card() {
        String number = "4" + digits(14);
        number += checked(LuhnCheckDigit.LUHN_CHECK_DIGIT, number);
        String between = List.of(" ", "-", "", ".").get(random.nextInt(4));
        return number.replaceAll("(\\d{4})(?=\\d)", "$1" + between);
    }

    private static String checked(CheckDigit digit, String number) {
        try {
            return digit.calculate(number);
        } catch (CheckDigitException e) {
            throw new IllegalStateException(e);
        }
    }

    private String iban() {
        String account = digits(18);
        String iban = "DE" + checked(IBANCheckDigit.IBAN_CHECK_DIGIT, "DE00" + account) + account;
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private String one(String... ways) {
        return ways[random.nextInt(ways.length)];
    }

    /** One of {@link #KINDS} kinds. */
    public Planted planted(int kind) {
        return switch (kind) {
            case 0 -> planted(one("My password is %s.", "Mein Passwort lautet %s", "Mon mot de passe est %s.", "Mi contraseña es %s", "A minha senha é %s", "La password è %s", "Моё пароль: %s",
                    "Mijn wachtwoord is %s", "Moje hasło to %s", "密码是%s"), letters(3 + random.nextInt(5)) + digits(2) + one("", "!", "_x"), true);
            case 1 -> planted(one("Here is the card: %s", "Meine Karte: %s bitte", "carte bancaire %s", "Please charge %s today", "tarjeta %s"), card(), true);
            case 2 -> planted(one("The verification code is %s", "OTP: %s", "Der Bestätigungscode ist %s", "Mon code de vérification : %s", "código de verificación %s", "my PIN is %s", "验证码 %s"), digits(6), true);
            case 3 -> planted(one("My SSN is %s", "social security number: %s"), (100 + random.nextInt(500)) + "-" + (10 + random.nextInt(80)) + "-" + (1000 + random.nextInt(8000)), true);
            case 4 -> planted(one("api key: %s", "use %s for the API"), "sk-" + letters(12) + digits(12), true);
            case 5 -> planted(one("my passport number is %s", "Reisepassnummer %s", "numéro de passeport %s", "pasaporte %s"), "C" + digits(8), true);
            case 6 -> planted(one("My e-mail is %s", "Schreiben Sie an %s", "mon adresse : %s", "correo %s", "%s"), letters(5) + "." + letters(6) + one("@example.org", "@mail.example.de", "@müller.fr"), false);
            case 7 -> planted(one("Call me at %s", "Rufen Sie %s an", "tel. %s", "mon téléphone est le %s", "mi teléfono es %s"), one("(415) 555-", "+1 212 555 ", "+49 170 555", "+33 6 12 34 ", "020 7946 ") + (1000 + random.nextInt(9000)), false);
            case 8 -> planted(one("IBAN %s", "Bitte auf %s", "to %s please"), iban(), false);
            case 9 -> planted(one("my account number is %s", "Kontonummer %s", "numéro de compte %s", "número de cuenta %s", "customer account no. %s"), digits(8 + random.nextInt(3)), false);
            case 10 -> planted(one("My health insurance number is %s", "Versichertennummer %s", "health insurance ID: %s"), "A" + digits(9), true);
            default -> planted("Ship it to %s please", one(random.nextInt(1, 999) + " Maple Street, Apt 4, Denver, CO 80202", "Lindenstraße " + random.nextInt(1, 99) + ", 10969 Berlin",
                    random.nextInt(1, 99) + " rue Victor Hugo, 69002 Lyon", "Calle Mayor " + random.nextInt(1, 99) + ", 28013 Madrid", "Via Garibaldi " + random.nextInt(1, 99) + ", 20121 Milano"), false);
        };
    }

    private static Planted planted(String sentence, String value, boolean secret) {
        return new Planted(sentence.formatted(value), value, secret);
    }
}
