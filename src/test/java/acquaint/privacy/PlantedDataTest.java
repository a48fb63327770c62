package acquaint.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.SharedConversations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Personal data in many forms and languages, planted into real conversations by a seed: what of it would reach a model. */
class PlantedDataTest {

    private static final PersonalData FINDER = new PersonalData(Set.of("US", "GB", "DE", "FR", "ES", "IT"), List.of());
    private static final int PLANTED = 500;

    private record Planted(String sentence, String value, boolean secret) {}

    private final Random random = new Random(20_260_501);

    private List<String> messages() throws Exception {
        List<String> messages = SharedConversations.all().stream().flatMap(one -> one.utterances().stream()).map(one -> one.text()).toList();
        Assumptions.assumeFalse(messages.isEmpty());
        return messages;
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

    private String card() throws Exception {
        String number = "4" + digits(14);
        number += LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(number);
        String between = List.of(" ", "-", "", ".").get(random.nextInt(4));
        return number.replaceAll("(\\d{4})(?=\\d)", "$1" + between);
    }

    private String iban() throws Exception {
        String account = digits(18);
        String iban = "DE" + IBANCheckDigit.IBAN_CHECK_DIGIT.calculate("DE00" + account) + account;
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private String one(String... ways) {
        return ways[random.nextInt(ways.length)];
    }

    private Planted planted(int kind) throws Exception {
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
            default -> planted("Ship it to %s please", one(random.nextInt(1, 999) + " Maple Street, Apt 4, Denver, CO 80202", "Lindenstraße " + random.nextInt(1, 99) + ", 10969 Berlin",
                    random.nextInt(1, 99) + " rue Victor Hugo, 69002 Lyon", "Calle Mayor " + random.nextInt(1, 99) + ", 28013 Madrid", "Via Garibaldi " + random.nextInt(1, 99) + ", 20121 Milano"), false);
        };
    }

    private static Planted planted(String sentence, String value, boolean secret) {
        return new Planted(sentence.formatted(value), value, secret);
    }

    @Test
    void noSecretArrivesAndHardlyAnythingElse() throws Exception {
        List<String> messages = messages();
        var secrets = new ArrayList<String>();
        var others = new ArrayList<String>();
        int open = 0;
        for (int i = 0; i < PLANTED; i++) {
            Planted planted = planted(i % 10);
            String message = messages.get(random.nextInt(messages.size()));
            String text = random.nextBoolean() ? planted.sentence() + "\n" + message : message + "\n" + planted.sentence();
            boolean arrives = new Masking(FINDER).mask(text).text().contains(planted.value());
            open += planted.secret() ? 0 : 1;
            if (arrives) {
                (planted.secret() ? secrets : others).add(planted.sentence());
            }
        }

        assertEquals(List.of(), secrets);
        assertTrue(others.size() <= open / 100, others.size() + " of " + open + ": " + others);
    }

    /** Whole numbers only, so that none of a value is left beside its placeholder. */
    @Test
    void nothingIsLeftBesideAPlaceholder() throws Exception {
        for (int i = 0; i < PLANTED; i++) {
            Planted planted = planted(i % 10);
            String masked = new Masking(FINDER).mask(planted.sentence()).text();
            assertFalse(planted.secret() && masked.replaceAll("<\\w+>", "").matches(".*\\d{3}.*"), masked);
        }
    }

    @Test
    void hardlyAMessageWithoutSecretsHasOneMasked() throws Exception {
        List<String> messages = messages();
        List<String> found = messages.stream().flatMap(text -> FINDER.in(text).stream().filter(one -> one.kind().secret())
                .map(one -> one.kind() + " " + text.substring(one.start(), one.end()))).toList();

        assertTrue(found.size() < messages.size() / 100.0, found.toString());
    }
}
