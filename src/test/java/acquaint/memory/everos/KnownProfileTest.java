package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.ProfileItem;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownProfileTest {

    private static final CustomerId ANA = new CustomerId("ana");
    private static final SessionId FIRST = new SessionId("ticket_1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static EverOsItem heard(String label, String description, String... sources) {
        return new EverOsItem(Optional.empty(), EverOsItem.Type.EXPLICIT, label, description, Optional.of("she said so"),
                Arrays.stream(sources).map(id -> new EverOsItem.Source(id, Optional.of(NOON))).toList(), Optional.empty());
    }

    private static KnownProfile profile(List<Overlay.Correction> corrections, Overlay.Forgotten... marks) {
        return new KnownProfile(ANA, corrections, Map.of(), new Hidden(List.of(marks), List.of()), Map.of("e1", FIRST));
    }

    private static Overlay.Forgotten mark(Overlay.Forgotten.Kind kind, String key, String detail) {
        return new Overlay.Forgotten(kind, key, detail);
    }

    @Test
    void aLabelSaysWhatAnItemIs() {
        var kinds = profile(List.of()).of(List.of(heard("Name", "Ana"), heard("Email address", "a@b.c"), heard("Phone number", "1"),
                heard("Membership tier", "Gold"), heard("Contact preference", "By mail"), heard("Detail oriented", "Sends logs"))).stream()
                .collect(java.util.stream.Collectors.toMap(ProfileItem::text, ProfileItem::kind));

        assertEquals(Map.of("Ana", ProfileItem.Kind.NAME, "a@b.c", ProfileItem.Kind.EMAIL, "1", ProfileItem.Kind.PHONE,
                "Gold", ProfileItem.Kind.TIER, "By mail", ProfileItem.Kind.PREFERENCE, "Detail oriented: Sends logs", ProfileItem.Kind.OTHER), kinds);
    }

    @Test
    void whereAndWhenItWasHeardIsToldWhereItIsKnown() {
        ProfileItem known = profile(List.of()).of(List.of(heard("Name", "Ana", "e0", "e1"))).getFirst();
        assertEquals(Optional.of(FIRST), known.session());
        assertEquals(NOON, known.at());

        ProfileItem unknown = profile(List.of()).of(List.of(heard("Name", "Ana"))).getFirst();
        assertEquals(Optional.empty(), unknown.session());
        assertEquals(ProfileItem.UNDATED, unknown.at());
    }

    @Test
    void anItemThatWasHeardTwiceFromOneSourceIsForgottenLikeAnyOther() {
        EverOsItem twice = heard("Name", "Ana", "e1", "e1");
        assertFalse(KnownProfile.isHeardAnew(twice, KnownProfile.heardFrom(twice)));
        assertFalse(KnownProfile.isHeardAnew(twice, "e1\ne1"), "as an earlier version wrote it");
    }

    @Test
    void anItemWithoutAnIdOfItsOwnHasTheSameIdEachTime() {
        assertEquals(KnownProfile.id(heard("Name", "Ana", "e1")), KnownProfile.id(heard("Name", "Ana", "e1", "e2")));
        assertFalse(KnownProfile.id(heard("Name", "Ana")).equals(KnownProfile.id(heard("Name", "Anna"))));
    }

    @Test
    void aCorrectionStandsForEveryNameThatTheServiceTells() {
        var correction = new Overlay.Correction("x", ProfileItem.Kind.NAME, "Ana", "Anna", "", NOON);

        List<ProfileItem> items = profile(List.of(correction)).of(List.of(heard("Name", "Ana"), heard("Name", "Ana R."), heard("Email", "a@b.c")));

        assertEquals(List.of("Anna", "a@b.c"), items.stream().map(ProfileItem::text).toList());
        assertTrue(items.getFirst().corrected());
    }

    @Test
    void aCorrectionOfAPreferenceLeavesOtherPreferences() {
        var correction = new Overlay.Correction("x", ProfileItem.Kind.PREFERENCE, "By mail", "By phone", "", NOON);

        assertEquals(List.of("By phone", "No small talk"), profile(List.of(correction))
                .of(List.of(heard("Preference", "By MAIL"), heard("Preference", "No small talk"))).stream().map(ProfileItem::text).toList());
    }

    @Test
    void aForgottenItemStaysAwayUntilItIsHeardAnew() {
        EverOsItem item = heard("Name", "Ana", "e1");
        var forgotten = mark(Overlay.Forgotten.Kind.ITEM, KnownProfile.id(item), KnownProfile.heardFrom(item));

        assertEquals(List.of(), profile(List.of(), forgotten).of(List.of(item)));
        assertEquals(1, profile(List.of(), forgotten).of(List.of(heard("Name", "Ana", "e1", "e2"))).size());
        assertEquals(List.of(), profile(List.of(), mark(Overlay.Forgotten.Kind.ITEM, KnownProfile.id(item), Hidden.WHATEVER))
                .of(List.of(heard("Name", "Ana", "e1", "e2"))));
    }

    @Test
    void aForgottenItemWithoutSourcesIsToldApartByItsEvidence() {
        EverOsItem item = heard("Name", "Ana");
        var forgotten = mark(Overlay.Forgotten.Kind.ITEM, KnownProfile.id(item), KnownProfile.heardFrom(item));
        var again = new EverOsItem(Optional.empty(), EverOsItem.Type.EXPLICIT, "Name", "Ana", Optional.of("she said it again"), List.of(), Optional.empty());

        assertEquals(List.of(), profile(List.of(), forgotten).of(List.of(item)));
        assertEquals(1, profile(List.of(), forgotten).of(List.of(again)).size());
    }

    @Test
    void whatWasLearnedFromForgottenEpisodesAloneIsHidden() {
        var marks = new Overlay.Forgotten[] {mark(Overlay.Forgotten.Kind.SOURCE, "e1", ""), mark(Overlay.Forgotten.Kind.SOURCE, "e2", "")};

        assertEquals(List.of("Berg"), profile(List.of(), marks)
                .of(List.of(heard("Name", "Ana", "e1", "e2"), heard("Surname", "Berg", "e1", "e3"))).stream()
                .map(item -> item.text().replace("Surname: ", "")).toList());
    }

    @Test
    void theSameFactInOtherLettersIsOneItem() {
        assertEquals(1, profile(List.of()).of(List.of(heard("Email", "a@b.c"), heard("E-mail", "A@B.C"))).size());
    }
}
