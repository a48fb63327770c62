package acquaint.memory.everos;

import static acquaint.memory.everos.Asking.CUSTOMER;
import static acquaint.memory.everos.Asking.EARLIER;
import static acquaint.memory.everos.Asking.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.memory.SearchMethod;
import acquaint.memory.everos.EverOsItem.Source;
import acquaint.memory.everos.EverOsItem.Type;
import acquaint.memory.everos.Recorded.Check;
import acquaint.memory.everos.SearchQuery.Want;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the recorded exchanges of cloud v2 and of a self-hosted server have in common: they differ in ids, in what a
 * profile item carries, and in a few fields of an episode.
 */
record SharedV2(Dialect dialect, String episodeId, boolean editable) {

    Map<String, Check> checks() {
        var checks = new HashMap<String, Check>();
        checks.put("add-accumulated", r -> assertEquals(new Added(Added.Status.ACCUMULATED, 2, Optional.empty()), r.answer(dialect.add(Asking.twoMessages(false)))));
        checks.put("add-extracted", r -> assertEquals(new Added(Added.Status.EXTRACTED, 2, Optional.empty()), r.answer(dialect.add(Asking.twoMessages(false)))));
        checks.put("flush-extracted", r -> assertEquals(true, r.answer(dialect.flush(CUSTOMER, SESSION))));
        checks.put("flush-nothing", r -> assertEquals(false, r.answer(dialect.flush(CUSTOMER, SESSION))));
        checks.put("search", r -> assertEquals(new Found(List.of(parcel(0.72, true), merged()), profile(), List.of(), 0), r.answer(dialect.search(
                Asking.search("parcel not delivered", SearchMethod.HYBRID, 5, Optional.empty(), Want.EPISODES, Want.PROFILE)))));
        checks.put("search-session", r -> assertEquals(new Found(List.of(), List.of(), pending(), 0), r.answer(dialect.search(
                Asking.search("parcel", SearchMethod.KEYWORD, 1, Optional.of(SESSION), Want.PENDING)))));
        checks.put("get-episodes", r -> assertEquals(new Found(List.of(parcel(0, editable)), List.of(), List.of(), 1), r.answer(dialect.get(Asking.earlierEpisodes(1)))));
        checks.put("get-profile", r -> assertEquals(new Found(List.of(), profile(), List.of(), 1), r.answer(dialect.get(Asking.profile(CUSTOMER)))));
        checks.put("delete-session", r -> assertEquals(7, r.answer(dialect.delete(new Deletion.Scope(CUSTOMER, Optional.of(SESSION))))));
        checks.put("delete-customer", r -> assertEquals(40, r.answer(dialect.delete(new Deletion.Scope(CUSTOMER, Optional.empty())))));
        checks.put("delete-episodes", r -> assertEquals(editable ? 0 : 1, r.answer(dialect.delete(Asking.deletion(parcel(0, true), merged())))));
        return checks;
    }

    private EverOsEpisode parcel(double score, boolean withFacts) {
        return new EverOsEpisode(episodeId, Optional.empty(), Optional.of(EARLIER), Instant.parse("2026-07-14T14:40:00Z"), "Parcel sent to the old street",
                "The parcel was sent again.", "The whole story of the parcel.", List.of(CUSTOMER),
                withFacts ? List.of("Noor moved to Quay Street in June 2026.") : List.of(), editable ? List.of("delivery", "solved") : List.of(), score);
    }

    /** Of several sessions, and where the service has a readable form, in that form. */
    private EverOsEpisode merged() {
        return new EverOsEpisode(mergedId(), Optional.empty(), Optional.empty(), Instant.parse("2026-06-01T00:00:00Z"), "Parcels astray", "Two parcels went astray.",
                editable ? "As people read it." : "Long form.", List.of(CUSTOMER, "cust_80"), List.of(), List.of(), 0);
    }

    String mergedId() {
        return episodeId.substring(0, episodeId.length() - 1) + '9';
    }

    private List<EverOsItem> profile() {
        Optional<Instant> updatedAt = editable ? Optional.of(Instant.parse("2026-07-14T15:00:00Z")) : Optional.empty();
        return List.of(
                new EverOsItem(id("ei_66c2ac00d4e7f80911223361"), Type.EXPLICIT, "Delivery", "Parcels go to the bakery at 4 Quay Street.", Optional.of("Said so in July."),
                        List.of(new Source(episodeId, Optional.empty())), updatedAt),
                new EverOsItem(id("it_66c2ac00d4e7f80911223362"), Type.TRAIT, "Brief", "Writes one line at a time.", Optional.of("Four short tickets."), List.of(), updatedAt));
    }

    private Optional<String> id(String id) {
        return editable ? Optional.of(id) : Optional.empty();
    }

    private static List<PendingMessage> pending() {
        Instant at = Instant.parse("2026-09-21T15:00:00Z");
        return List.of(
                new PendingMessage("m_2", Optional.of(SESSION), Optional.of(CUSTOMER), Optional.of("Noor Haddad"), Optional.of(Turn.Role.USER), "Any news?", at),
                new PendingMessage("m_3", Optional.of(SESSION), Optional.of("desk"), Optional.empty(), Optional.of(Turn.Role.ASSISTANT), "One moment,\nplease.", at.plusSeconds(60)),
                new PendingMessage("m_4", Optional.of(SESSION), Optional.of("desk"), Optional.empty(), Optional.empty(), "not found", at.plusSeconds(120)));
    }
}
