package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Priority;
import acquaint.settings.SendRulesChoice;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Supervision;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which replies wait for a second person. */
class SendRulesTest {

    @TempDir
    private Path directory;

    private static List<RuleMatch> matches(SendRulesChoice choice, String text, Optional<String> tier) {
        return new SendRules(new Supervision(choice, Map.of()), null, SignedIn.admin("Sam"))
                .matches(text, new Customer(new CustomerId("c"), "Ana Ruiz", tier, Optional.empty(), Instant.EPOCH, List.of()));
    }

    private static List<RuleMatch> above(String sum, String text) {
        return matches(new SendRulesChoice(Optional.of(new BigDecimal(sum)), List.of(), List.of()), text, Optional.empty());
    }

    @Test
    void withoutRulesNothingIsHeld() {
        assertEquals(List.of(), matches(SendRulesChoice.OFF, "A lawyer will pay you $1,000,000.", Optional.of("VIP")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "We refund $1,200.50 today.|1200.50", "We refund 1.200,50 € today.|1200.50", "You get EUR 750 back.|750", "You get 750 EUR back.|750", "£500|500", "500 euros|500",
        "500 Euro|500", "US$ 1000|1000", "CHF 1'250.–|1250", "2k USD|2000", "$1.5 million|1500000", "1 000,00 €|1000.00", "300,- €|300", "¥120,000|120000", "250 dollars|250",
        "a 600-euro voucher|600", "€0.99|0.99",
    })
    void aSumIsFoundAsItIsWritten(String text, String sum) {
        assertEquals(1, Amounts.in(text).size(), () -> Amounts.in(text).toString());
        assertEquals(0, new BigDecimal(sum).compareTo(Amounts.in(text).getFirst().value()), () -> Amounts.in(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order 10023 left on 12.05.2026.", "Call +49 30 123456 at 10.30.", "It weighs 500 g.", "Your code is 4711.", "Version 2.0 of 3", "room B500", "AUD stands for Audio"})
    void otherNumbersAreNoSums(String text) {
        assertEquals(List.of(), Amounts.in(text));
    }

    @Test
    void onlyWhatIsMoreThanTheSumIsHeldWithItsSentence() {
        assertEquals(List.of(), above("500", "You get 500 EUR. Also 20 $."));
        assertEquals(List.of(new RuleMatch(RuleMatch.Rule.AMOUNT, "501 EUR", Optional.of("You get 501 EUR."))), above("500", "Hello! You get 501 EUR. Bye."));
    }

    @Test
    void aWordIsFoundAtTheBeginningOfAWordInAnyCase() {
        var words = new SendRulesChoice(Optional.empty(), List.of("lawyer", "Kündigung"), List.of());
        assertEquals(List.of("lawyer"), matches(words, "Our LAWYERS are on it.", Optional.empty()).stream().map(RuleMatch::found).toList());
        assertEquals(1, matches(words, "Ihre Kundigung ist da.", Optional.empty()).size());
        assertEquals(List.of(), matches(words, "The flawyer is fine.", Optional.empty()));
    }

    @Test
    void aCustomerOfATierIsHeldWhateverIsSaid() {
        var tiers = new SendRulesChoice(Optional.empty(), List.of(), List.of("VIP"));
        assertEquals(List.of(new RuleMatch(RuleMatch.Rule.TIER, "VIP", Optional.empty())), matches(tiers, "Hello.", Optional.of("vip")));
        assertEquals(List.of(), matches(tiers, "Hello.", Optional.of("gold")));
        assertEquals(List.of(), matches(tiers, "Hello.", Optional.empty()));
    }

    @Test
    void aChoiceIsKeptInTheSettings() throws Exception {
        var file = new SettingsFile(directory.resolve("settings.json"));
        Supervision first = file.load(Settings.firstStart("sam")).settings().supervision();
        var choice = new SendRulesChoice(Optional.of(new BigDecimal("99.50")), List.of("lawyer", " "), List.of("VIP"));
        new SendRules(first, file, SignedIn.admin("Sam")).use(choice);
        new HandoffTargets(first, file, SignedIn.admin("Sam")).use(Map.of(Priority.HIGH, 2));
        Supervision again = new SettingsFile(directory.resolve("settings.json")).load(Settings.firstStart("sam")).settings().supervision();
        assertEquals(choice, again.rules());
        assertEquals(List.of("lawyer"), again.rules().words());
        assertEquals(Map.of(Priority.URGENT, 1, Priority.HIGH, 2, Priority.NORMAL, 8, Priority.LOW, 24), again.hours());
        assertThrows(IllegalArgumentException.class, () -> new Supervision(SendRulesChoice.OFF, Map.of(Priority.HIGH, 0)));
        assertThrows(IllegalArgumentException.class, () -> new SendRulesChoice(Optional.of(BigDecimal.ONE.negate()), List.of(), List.of()));
        assertTrue(first.rules().equals(SendRulesChoice.OFF));
    }
}
