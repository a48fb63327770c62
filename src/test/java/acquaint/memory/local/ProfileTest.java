package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.Say;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final CustomerId ANA = new CustomerId("ana");

    @Test
    void aNewerTierTakesThePlaceOfTheOlder() {
        assertTexts(List.of("Gold"), heard(Kind.TIER, "Silver", 1, 1), heard(Kind.TIER, "Gold", 2, 2));
    }

    @Test
    void severalEmailAddressesStandSideBySide() {
        assertTexts(List.of("b@x.org", "a@x.org"), heard(Kind.EMAIL, "a@x.org", 1, 1), heard(Kind.EMAIL, "b@x.org", 2, 2));
    }

    @Test
    void twoNumbersOfOneMessageStandSideBySide() {
        assertEquals(2, Profile.of(List.of(heard(Kind.PHONE, "1234567", 1, 1), heard(Kind.PHONE, "7654321", 1, 1)), Map.of()).items().size());
        assertTexts(List.of("7654321"), heard(Kind.PHONE, "1234567", 1, 1), heard(Kind.PHONE, "7654321", 2, 2));
    }

    @Test
    void noNewerNameOverrulesAnAgentsWord() {
        assertTexts(List.of("Anna"), corrected(Kind.NAME, "Anna", 1), heard(Kind.NAME, "Hanna", 2, 2));
    }

    @Test
    void whatMatchesTheWordsComesAfterCorrectionsAndBeforeTheRest() {
        Profile profile = Profile.of(List.of(
                heard(Kind.PREFERENCE, "I prefer aisle seats", 1, 1),
                heard(Kind.EMAIL, "a@x.org", 2, 2),
                corrected(Kind.NAME, "Anna", 0)), Map.of());

        assertEquals(
                List.of("Anna", "I prefer aisle seats", "a@x.org"),
                profile.matchingFirst("a seat, please", new WordAnalyzer()).stream().map(ProfileItem::text).toList());
    }

    private static void assertTexts(List<String> expected, ProfileItem... heard) {
        assertEquals(expected, Profile.of(List.of(heard), Map.of()).items().stream().map(ProfileItem::text).toList());
    }

    private static ProfileItem heard(Kind kind, String text, int minute, int message) {
        return new ProfileItem(Keys.item(ANA, kind, text), ANA, kind, text, text, Optional.of(new MessageId("m" + message)),
                Optional.empty(), Say.START.plus(Duration.ofMinutes(minute)));
    }

    private static ProfileItem corrected(Kind kind, String text, int minute) {
        return new ProfileItem(Keys.item(ANA, kind, "was " + text), ANA, kind, text, text, Optional.empty(),
                Optional.empty(), Say.START.plus(Duration.ofMinutes(minute))).marked(ProfileItem.Mark.CORRECTED, true);
    }
}
