package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.Say;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The author of every message here is Ana Ruiz. */
class FactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "Sure, my name is Fatima Johnson, and I am in a hurry. | NAME | Fatima Johnson",
        "My name's José Núñez-Ortiz. | NAME | José Núñez-Ortiz",
        "I'm Ana Ruiz, and I'm in a hurry. | NAME | Ana Ruiz",
        "You can use my email, which is Ana.Ruiz+shop@example.co.uk. | EMAIL | ana.ruiz+shop@example.co.uk",
        "Please write to me at ana_ruiz@example.com! | EMAIL | ana_ruiz@example.com",
        "My mobile number is +1 (512) 555-0199. | PHONE | +1 (512) 555-0199",
        "My user ID is fatima_johnson_7581. | ACCOUNT | fatima_johnson_7581",
        "My dog ate the charger. | OTHER | My dog ate the charger",
        "I'm having some financial difficulties at the moment. | OTHER | I'm having some financial difficulties at the moment",
        "Please call me Annie. | PREFERENCE | Wants to be called Annie",
        "I prefer economy class. | PREFERENCE | I prefer economy class",
        "I prefer flights departing after 8am, so I'd like to choose HAT072. | PREFERENCE | I prefer flights departing after 8am",
        "Please don't call me, ever. | PREFERENCE | Please don't call me, ever",
        "Please never phone me before noon. | PREFERENCE | Please never phone me before noon",
        "Please contact me only by e-mail. | PREFERENCE | Please contact me only by e-mail",
        "I would rather not be transferred. | PREFERENCE | I would rather not be transferred",
        "I'm allergic to nuts. | PREFERENCE | I'm allergic to nuts",
        "I always fly with hand luggage only. | PREFERENCE | I always fly with hand luggage only",
    })
    void whatTheCustomerSaysOfThemselvesIsAFact(String text, Kind kind, String fact) {
        assertEquals(List.of(kind + " " + fact + " <- " + text), said(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "I'd like to change them to a size 8, please.",
        "If there are color options for the backpack, I'd prefer grey.",
        "I’d prefer the third option, the blue ones.",
        "I prefer to use a gift card for the payment instead.",
        "I'd prefer not to cancel the entire order.",
        "I would prefer the refund to go back to the original payment method.",
        "I prefer flights within that time frame.",
        "Please call me back tomorrow.",
        "Can you call me Monday?",
        "Please call me Monday.",
        "Please e-mail me the receipt.",
        "I can always purchase it again later.",
        "I'm pretty sure I'm a gold member, but I'm not entirely certain.",
        "Oh, I thought I was a gold member!",
        "I really want to know the total if I am a gold member.",
        "I'm not a gold member.",
        "I'm Gold Status.",
        "My wife's name is Eva Ruiz and her email is eva@example.com.",
        "I will check my email.",
        "My card is 4111 1111 1111 1111 and my name is Ana Ruiz.",
        "My phone number is 4111 1111 1111 1111.",
        "My email is ana@example.com and my password is hunter2.",
        "My phone number ends in 1234.",
    })
    void aChoiceAGuessASecretOrSomebodyElseIsNoFact(String text) {
        assertEquals(List.of(), said(text));
    }

    /** Without habits, which {@link HabitTest} is about. */
    private static List<String> said(String text) {
        return Facts.in(Say.customer(1, text)).stream().filter(fact -> fact.kind() != Kind.TRAIT)
                .map(fact -> fact.kind() + " " + fact.text() + " <- " + fact.evidence()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "I'm a gold member. | TIER | Gold | Gold member, as they say",
        "As a Silver member, I expect more. | TIER | Silver | Silver member, as they say",
        "I live in Denver, zip code 80273. | ADDRESS | 80273 | Denver, zip code 80273",
        "My zip code is 80273. | ADDRESS | 80273 | zip code 80273",
        "I live in San Jose. | ADDRESS | San Jose | San Jose",
    })
    void theSameInOtherWordsIsTheSameItem(String text, Kind kind, String key, String shown) {
        assertEquals(List.of(new Facts.Fact(kind, key, shown, text)), Facts.in(Say.customer(1, text)));
    }

    @Test
    void anAnswerToTheAgentsQuestionIsUnderstoodByIt() {
        assertEquals(List.of("sofia_kim_7287"), answered("Could you tell me your user ID?", "Sure, it's sofia_kim_7287."));
        assertEquals(List.of("ana@example.org"), answered("May I have your e-mail address?", "ana@example.org"));
        assertEquals(List.of(), answered("Who is to get the voucher?", "ben@example.org"));
    }

    private static List<String> answered(String question, String answer) {
        return Facts.in(Say.customer(2, answer), Optional.of(Say.agent(1, question)), "Ana Ruiz").stream().map(Facts.Fact::text).toList();
    }

    @Test
    void ofWhatTheAgentSaysOnlyTheRecordIsTaken() {
        assertEquals(List.of(), Facts.in(Say.agent(1, "My name is Tom Berg. I prefer economy class. If you are a gold member, it is free.")));
        assertEquals(List.of(), Facts.in(Say.subject(1, "I'm a gold member.")));
        assertEquals(List.of("Silver member"), recorded("Since you are a silver member, the bag is free."));
        assertEquals(List.of("Born 1963-01-22"), recorded("Passengers: Ana Ruiz (Date of Birth: 1963-01-22), Ben Ruiz (Date of Birth: 1960-02-03)"));
        assertEquals(List.of(), recorded("Passengers: Ben Ruiz (Date of Birth: 1960-02-03)"));
    }

    private static List<String> recorded(String text) {
        return Facts.in(Say.agent(1, text), Optional.empty(), "Ana Ruiz").stream().map(Facts.Fact::text).toList();
    }

    @Test
    void oneMessageMayHoldSeveralFacts() {
        List<Facts.Fact> facts =
                Facts.in(Say.customer(1, "My name is Ana Ruiz, email is ana@example.com. I'm a gold member."));

        assertEquals(List.of(Kind.NAME, Kind.EMAIL, Kind.TIER), facts.stream().map(Facts.Fact::kind).toList());
    }
}
