package acquaint.memory.everos;

import static acquaint.memory.MemoryException.Kind.AWAY;
import static acquaint.memory.MemoryException.Kind.BAD_KEY;
import static acquaint.memory.MemoryException.Kind.FAULT;
import static acquaint.memory.MemoryException.Kind.LATE;
import static acquaint.memory.MemoryException.Kind.QUOTA;
import static acquaint.memory.MemoryException.Kind.REFUSED;
import static acquaint.memory.MemoryException.Kind.WRONG_VERSION;
import static acquaint.memory.everos.Asking.CUSTOMER;
import static acquaint.memory.everos.Asking.EARLIER;
import static acquaint.memory.everos.Asking.SESSION;
import static acquaint.memory.everos.Recorded.notDone;
import static acquaint.memory.everos.Recorded.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.SearchMethod;
import acquaint.memory.everos.Call.UnreadableAnswer;
import acquaint.memory.everos.EverOsItem.Source;
import acquaint.memory.everos.EverOsItem.Type;
import acquaint.memory.everos.Recorded.Check;
import acquaint.memory.everos.SearchQuery.Want;
import acquaint.memory.everos.TaskState.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CloudV1Test {

    private static final EverOsEpisode PARCEL = Asking.episode("66c2aa10d4e7f80911223301", Optional.of("66c2aa0fd4e7f809112232ff"));

    private final Dialect v1 = new CloudV1();

    @TestFactory
    Stream<DynamicTest> everyRecordedExchange() throws IOException {
        Map<String, Check> checks = shared(v1);
        checks.putAll(cloudOnly());
        checks.putAll(failures());
        return Recorded.each("cloud-v1", checks);
    }

    /** The server of before 1.0 has the same words. */
    static Map<String, Check> shared(Dialect v1) {
        var checks = new HashMap<String, Check>();
        checks.put("add-queued", r -> assertEquals(new Added(Added.Status.QUEUED, 2, Optional.of("task_51e0")), r.answer(v1.add(Asking.twoMessages(true)))));
        checks.put("add-accumulated", r -> assertEquals(new Added(Added.Status.ACCUMULATED, 2, Optional.empty()), r.answer(v1.add(Asking.twoMessages(false)))));
        checks.put("flush-extracted", r -> assertEquals(true, r.answer(v1.flush(CUSTOMER, SESSION))));
        checks.put("flush-nothing", r -> assertEquals(false, r.answer(v1.flush(CUSTOMER, SESSION))));
        checks.put("search", r -> searchForEverything(r.answer(v1.search(
                Asking.search("parcel not delivered", SearchMethod.HYBRID, 5, Optional.empty(), Want.EPISODES, Want.PROFILE, Want.PENDING)))));
        checks.put("get-episodes", r -> assertEquals(new Found(List.of(new EverOsEpisode("66c2aa10d4e7f80911223301", Optional.of("66c2aa0fd4e7f809112232ff"),
                Optional.of(EARLIER), Instant.parse("2026-07-14T14:40:00Z"), "Parcel sent to the old street", "The parcel was sent again.",
                "The whole story of the parcel.", List.of(CUSTOMER), List.of(), List.of(), 0)), List.of(), List.of(), 21), r.answer(v1.get(Asking.earlierEpisodes(2)))));
        checks.put("get-profile", r -> documents(r.answer(v1.get(Asking.profile(CUSTOMER)))));
        checks.put("delete-episode", r -> assertEquals(0, r.answer(v1.delete(Asking.deletion(PARCEL)))));
        checks.put("delete-session", r -> assertEquals(0, r.answer(v1.delete(new Deletion.Scope(CUSTOMER, Optional.of(EARLIER))))));
        checks.put("delete-customer", r -> assertEquals(0, r.answer(v1.delete(new Deletion.Scope(CUSTOMER, Optional.empty())))));
        return checks;
    }

    private static void searchForEverything(Found found) {
        assertEquals(List.of(
                new EverOsEpisode("66c2aa10d4e7f80911223301", Optional.of("66c2aa0fd4e7f809112232ff"), Optional.of(EARLIER), Instant.parse("2026-07-14T14:40:00Z"),
                        "Parcel sent to the old street", "Noor's parcel was sent to her old street; it was called back and sent again.",
                        "On 14 July 2026 Noor asked where her parcel was. The label had her old street. Support called it back and sent it again at no cost, and she had it two days later.",
                        List.of(CUSTOMER, "assistant"), List.of("Noor moved to Quay Street in June 2026.", "The second parcel arrived within two days."), List.of(), 0.79),
                new EverOsEpisode("66c2aa10d4e7f80911223311", Optional.empty(), Optional.empty(), Instant.parse("2026-05-02T08:00:00.250Z"),
                        "Noor wanted invoices as one file.", "Noor wanted invoices as one file.\nShe got them by mail.",
                        "Noor wanted invoices as one file.\nShe got them by mail.", List.of(), List.of(), List.of(), 1)), found.episodes());
        assertEquals(List.of(item(Type.EXPLICIT, "Delivery", "leave parcels at the bakery: number 4, Quay Street"), item(Type.TRAIT, "", "Writes short messages")),
                found.profile());
        assertEquals(List.of(
                new PendingMessage("66c2ab00d4e7f8091122334f", Optional.of("ticket_T-2990"), Optional.empty(), Optional.empty(), Optional.empty(), "Thanks!",
                        Instant.parse("2026-09-20T10:00:00Z")),
                new PendingMessage("66c2ab00d4e7f80911223350", Optional.of(SESSION), Optional.of(CUSTOMER), Optional.empty(), Optional.empty(),
                        "The parcel is gone again.\nPhoto of the label above.", Instant.parse("2026-09-21T14:14:00Z"))), found.pending());
        assertEquals(0, found.total());
    }

    private static void documents(Found found) {
        assertEquals(1, found.total());
        assertEquals(List.of(
                new EverOsItem(Optional.empty(), Type.EXPLICIT, "Delivery", "Parcels go to the bakery at 4 Quay Street.", Optional.of("Said so on 14 July 2026."),
                        List.of(new Source("66c2aa0fd4e7f809112232ff", Optional.of(Instant.parse("2026-07-14T14:40:00Z"))),
                                new Source("66c2aa0fd4e7f80911223300", Optional.empty())), Optional.empty()),
                new EverOsItem(Optional.empty(), Type.TRAIT, "Brief", "Writes one line at a time.", Optional.of("Four short tickets."), List.of(), Optional.empty())),
                found.profile());
    }

    private static EverOsItem item(Type type, String label, String description) {
        return new EverOsItem(Optional.empty(), type, label, description, Optional.empty(), List.of(), Optional.empty());
    }

    private Map<String, Check> cloudOnly() {
        var checks = new HashMap<String, Check>();
        checks.put("add-extracted", r -> assertEquals(new Added(Added.Status.EXTRACTED, 2, Optional.empty()), r.answer(v1.add(Asking.twoMessages(false)))));
        checks.put("add-with-file", r -> assertEquals(new Added(Added.Status.QUEUED, 1, Optional.of("task_51e2")), r.answer(v1.add(Asking.messageWithFile()))));
        checks.put("search-documents", r -> maps(r.answer(v1.search(
                Asking.search("how does she want parcels", SearchMethod.VECTOR, 5, Optional.empty(), Want.PROFILE)))));
        checks.put("search-sparse", r -> sparse(r.answer(v1.search(
                Asking.search("anything", SearchMethod.AGENTIC, 100, Optional.of(SESSION), Want.EPISODES)))));
        checks.put("get-nothing", r -> assertEquals(new Found(List.of(), List.of(), List.of(), 0), r.answer(v1.get(Asking.profile("cust_78")))));
        checks.put("task-success", r -> assertEquals(new TaskState("task_51e0", Status.SUCCESS, Optional.empty()), r.answer(v1.task("task_51e0"))));
        checks.put("task-processing", r -> assertEquals(new TaskState("task_51e0", Status.UNDER_WAY, Optional.empty()), r.answer(v1.task("task_51e0"))));
        checks.put("task-failed", r -> assertEquals(new TaskState("task_51e0", Status.FAILED, Optional.of("the model did not answer")), r.answer(v1.task("task_51e0"))));
        checks.put("probe", r -> assertEquals(new ServiceHealth(true, Optional.empty(), Map.of()), r.answer(v1.probe())));
        checks.putAll(signs(v1));
        checks.put("sign-early", r -> assertEquals(
                new Upload.Ticket("space/2026/09/21/att-9.png", "https://store.example/put", Map.of(), Upload.Kind.IMAGE.most()), r.answer(v1.sign(Asking.LABEL))));
        return checks;
    }

    /** The cloud signs uploads alike in both versions. */
    static Map<String, Check> signs(Dialect cloud) {
        return Map.of(
                "sign", r -> {
                    Upload.Ticket ticket = r.answer(cloud.sign(Asking.LABEL));
                    assertEquals(new Upload.Ticket("space/2026/09/21/att-9.png", "https://store.example/put",
                            Map.of("key", "space/2026/09/21/att-9.png", "policy", "cG9saWN5", "Content-Type", "image/png"), 10_485_760), ticket);
                    assertEquals(List.of("key", "policy", "Content-Type"), List.copyOf(ticket.fields().keySet()));
                },
                "sign-refused", r -> {
                    var e = assertThrows(UnreadableAnswer.class, () -> r.answer(cloud.sign(Asking.LABEL)));
                    assertEquals("no place for the file: validation failed, objectList: a value is needed, status 2018", e.getMessage());
                });
    }

    private static void maps(Found found) {
        var shop = new EverOsItem(Optional.empty(), Type.EXPLICIT, "Shop", "Runs the bakery at 4 Quay Street.", Optional.empty(),
                List.of(new Source("66c2aa0fd4e7f809112232ff", Optional.of(Instant.parse("2026-07-14T00:00:00Z")))), Optional.empty());
        assertEquals(List.of(item(Type.EXPLICIT, "Role", "Baker"), item(Type.EXPLICIT, "Languages", "Dutch"), item(Type.EXPLICIT, "Languages", "English"), shop,
                item(Type.TRAIT, "Brief", "Writes one line at a time."), item(Type.EXPLICIT, "", "Has a trade account")), found.profile());
    }

    private static void sparse(Found found) {
        assertEquals(List.of("e1", "e2", "e3"), found.episodes().stream().map(EverOsEpisode::id).toList());
        assertEquals(List.of("Only a headline", "Only a headline", "Only a headline"), words(found.episodes().get(0)));
        assertEquals(List.of("Only a summary.", "Only a summary.", "Only a summary."), words(found.episodes().get(1)));
        assertEquals(List.of("A fact and another.", "A fact and another.", "A fact and another."), words(found.episodes().get(2)));
        assertEquals(List.of(Instant.EPOCH, Instant.ofEpochSecond(1782916800), Instant.EPOCH), found.episodes().stream().map(EverOsEpisode::at).toList());
    }

    private static List<String> words(EverOsEpisode episode) {
        return List.of(episode.subject(), episode.summary(), episode.narrative());
    }

    private static Map<String, Check> failures() {
        var checks = new HashMap<String, Check>();
        checks.put("error-400", notDone(REFUSED, "HTTP 400 InvalidParameter: the first level of filters needs a user_id or a group_id"));
        checks.put("error-401", notDone(BAD_KEY, "HTTP 401: unknown key"));
        checks.put("error-403", notDone(WRONG_VERSION, "HTTP 403, usually the wrong API version for this account: this account may not call this"));
        checks.put("error-404-task", r -> {
            notDone(REFUSED, "HTTP 404 NotFound: task task_51e0 does not exist").on(r);
            assertEquals(Optional.of("r-9"), r.refusal().requestId());
        });
        checks.put("error-404-page", notDone(WRONG_VERSION, "HTTP 404, this address does not speak this version: edge &mdash; nothing here"));
        checks.put("error-422", notDone(REFUSED, "HTTP 422 HTTP_ERROR: top_k must be -1 or 1 to 100"));
        checks.put("error-429-seconds", r -> {
            notDone(QUOTA, "HTTP 429 TooManyRequests: slow down").on(r);
            assertEquals(Optional.of(Duration.ofSeconds(30)), r.refusal().retryAfter());
        });
        checks.put("error-500", unknown(FAULT, "HTTP 500 SYSTEM_ERROR: something broke"));
        checks.put("error-502-page", unknown(AWAY, "HTTP 502: 502 Bad Gateway"));
        checks.put("error-503-page-without-title", notDone(AWAY, "HTTP 503: a web page instead of an answer"));
        checks.put("error-504-empty", unknown(LATE, "HTTP 504: no explanation (HTTP 504)"));
        return checks;
    }

    @Test
    void episodesAreDeletedOneByOneAndOnlyByTheirMemoryCell() {
        assertEquals(1, v1.episodesAtOnce());
        assertThrows(IllegalArgumentException.class, () -> v1.delete(Asking.deletion(PARCEL, PARCEL)));
        assertTrue(v1.delete(Asking.deletion(Asking.episode("e", Optional.empty()))).isEmpty());
    }

    @Test
    void whatItCannotDoIsNoCall() {
        assertTrue(v1.edit(new ProfileEdit(CUSTOMER, ProfileEdit.Action.ADD, Type.EXPLICIT, Optional.empty(), "a", "b", "")).isEmpty());
        assertTrue(v1.update(new EpisodeUpdate("e", Optional.of("s"), Optional.empty(), Optional.empty())).isEmpty());
        assertTrue(v1.tag(new TagChange(TagChange.Action.BIND, List.of("e"), List.of("t"))).isEmpty());
        assertTrue(v1.tasks(SESSION).isEmpty());
        assertTrue(v1.articles(new ArticleQuery(Optional.of("kb"), "q", 3)).isEmpty());
        assertTrue(v1.older().isEmpty());
    }
}
