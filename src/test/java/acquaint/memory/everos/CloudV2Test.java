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
import static acquaint.memory.everos.Recorded.notDone;
import static acquaint.memory.everos.Recorded.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.everos.EverOsItem.Type;
import acquaint.memory.everos.ProfileEdit.Action;
import acquaint.memory.everos.Recorded.Check;
import acquaint.memory.everos.TaskState.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CloudV2Test {

    private static final String EPISODE = "66c2aa10d4e7f80911223301";

    private final Dialect v2 = new CloudV2();
    private final SharedV2 shared = new SharedV2(v2, EPISODE, true);

    @TestFactory
    Stream<DynamicTest> everyRecordedExchange() throws IOException {
        Map<String, Check> checks = shared.checks();
        checks.putAll(writes());
        checks.putAll(tasks());
        checks.putAll(CloudV1Test.signs(v2));
        checks.put("probe", r -> assertEquals(new ServiceHealth(true, Optional.empty(), Map.of()), r.answer(v2.probe())));
        checks.put("articles", r -> assertEquals(List.of(
                new Article("tp_4", "dc_2", "Shipping guide", "Call a parcel back", "Until noon it is free.", "1. Open the shipment.", 1.1),
                new Article("tp_5", "dc_2", "", "Fees", "", "", -100)),
                r.answer(v2.articles(new ArticleQuery(Optional.of("kb/ 1"), "change the address of a parcel", 3)))));
        checks.putAll(refusals());
        checks.putAll(faults());
        return Recorded.each("cloud-v2", checks);
    }

    private Map<String, Check> writes() {
        var checks = new HashMap<String, Check>();
        checks.put("add-queued", r -> assertEquals(
                new Added(Added.Status.QUEUED, 2, Optional.of("3d3c0c1c8f0d4b6c9f1e5a6b7c8d9e0f")), r.answer(v2.add(Asking.twoMessages(true)))));
        checks.put("add-queued-id-in-header", r -> assertEquals(
                new Added(Added.Status.QUEUED, 2, Optional.of("3d3c0c1c8f0d4b6c9f1e5a6b7c8d9e10")), r.answer(v2.add(Asking.twoMessages(true)))));
        checks.put("edit-add", r -> assertEquals(new ProfileEdit.Outcome(true, Optional.of("ei_66d0aa00d4e7f80911223a00"), Optional.empty()), r.answer(
                v2.edit(new ProfileEdit(CUSTOMER, Action.ADD, Type.EXPLICIT, Optional.of("never sent"), "Plan", "On the trade plan since May 2026.", "An agent said so")))));
        checks.put("edit-update", r -> assertEquals(new ProfileEdit.Outcome(true, Optional.of("ei_66c2ac00d4e7f80911223361"), Optional.empty()), r.answer(
                v2.edit(new ProfileEdit(CUSTOMER, Action.UPDATE, Type.EXPLICIT, Optional.of("ei_66c2ac00d4e7f80911223361"), "", "Parcels go to 6 Quay Street.", "")))));
        checks.put("edit-delete", r -> assertEquals(new ProfileEdit.Outcome(true, Optional.of("it_66c2ac00d4e7f80911223362"), Optional.empty()), r.answer(
                v2.edit(new ProfileEdit(CUSTOMER, Action.DELETE, Type.TRAIT, Optional.of("it_66c2ac00d4e7f80911223362"), "never sent", "never sent", "Forgotten")))));
        checks.put("edit-rejected", r -> assertEquals(new ProfileEdit.Outcome(false, Optional.of("it_66c2ac00d4e7f80911223399"), Optional.of("there is no such item")), r.answer(
                v2.edit(new ProfileEdit(CUSTOMER, Action.UPDATE, Type.TRAIT, Optional.of("it_66c2ac00d4e7f80911223399"), "Brief", "Writes at length.", "")))));
        checks.put("update", r -> assertEquals(new EverOsEpisode(EPISODE, Optional.empty(), Optional.of(EARLIER), Instant.parse("2026-07-14T14:40:00Z"),
                "Label had the old street", "Sent again.", "The whole story of the parcel.", List.of(), List.of(), List.of(), 0), r.answer(
                v2.update(new EpisodeUpdate(EPISODE, Optional.of("Label had the old street"), Optional.of("Sent again."), Optional.empty())))));
        for (TagChange.Action action : TagChange.Action.values()) {
            List<String> tags = switch (action) {
                case BIND -> List.of("delivery");
                case UNBIND -> List.of("delivery", "vip");
                case REPLACE -> List.of();
            };
            checks.put("tag-" + action.name().toLowerCase(Locale.ROOT),
                    r -> assertEquals(1, r.answer(v2.tag(new TagChange(action, List.of(EPISODE, shared.mergedId()), tags)))));
        }
        return checks;
    }

    private Map<String, Check> tasks() {
        var checks = new HashMap<String, Check>();
        Map.of("success", Status.SUCCESS, "pending", Status.UNDER_WAY, "other-word-and-no-end", Status.UNDER_WAY, "other-word-and-an-end", Status.SUCCESS).forEach((name, status) ->
                checks.put("task-" + name, r -> assertEquals(new TaskState("3d3c0c1c", status, Optional.empty()), r.answer(v2.task("3d3c0c1c")))));
        Map.of("failed", "out of memory", "other-word-an-end-and-an-error", "stopped by hand").forEach((name, error) ->
                checks.put("task-" + name, r -> assertEquals(new TaskState("3d3c0c1c", Status.FAILED, Optional.of(error)), r.answer(v2.task("3d3c0c1c")))));
        checks.put("tasks-of-session", r -> assertEquals(List.of(
                new TaskState("3d3c0c1c", Status.UNDER_WAY, Optional.empty()), new TaskState("3d3c0c1d", Status.SUCCESS, Optional.empty())),
                r.answer(v2.tasks("ticket_T-3001 &+"))));
        return checks;
    }

    private static Map<String, Check> refusals() {
        var checks = new HashMap<String, Check>();
        checks.put("error-400-tasks", notDone(REFUSED, "HTTP 400 bad_range: start is after end"));
        checks.put("error-401-flat", notDone(BAD_KEY, "HTTP 401 UNAUTHORIZED: unknown key"));
        checks.put("error-401-text-as-error", notDone(BAD_KEY, "HTTP 401: who are you?"));
        checks.put("error-402", notDone(QUOTA, "HTTP 402 PLAN_LIMIT: this month's allowance is used up"));
        checks.put("error-403", r -> {
            notDone(WRONG_VERSION, "HTTP 403, usually the wrong API version for this account: a first-version account").on(r);
            assertEquals(Optional.of("h-1"), r.refusal().requestId());
        });
        checks.put("error-404-task", notDone(REFUSED, "HTTP 404 task_not_found: no task 3d3c0c1c"));
        checks.put("error-404-route", notDone(WRONG_VERSION, "HTTP 404, this address does not speak this version: Not Found"));
        checks.put("error-404-gateway", notDone(WRONG_VERSION, "HTTP 404, this address does not speak this version: no Route matched with those values"));
        checks.put("error-404-text", notDone(WRONG_VERSION, "HTTP 404, this address does not speak this version: 404 page not found"));
        checks.put("error-413-page", notDone(REFUSED, "HTTP 413: 413 Request Entity Too Large"));
        checks.put("error-422-fastapi", notDone(REFUSED, "HTTP 422: Input should be at least 1000000000000: body.messages.0.timestamp"));
        checks.put("error-422-envelope", r -> {
            notDone(REFUSED, "HTTP 422 INVALID_INPUT: name a user_id or an agent_id, not both").on(r);
            assertEquals("HTTP 422 INVALID_INPUT: name a user_id or an agent_id, not both (request a1)", r.refusal().exception().getMessage());
        });
        checks.put("error-422-detail-text", notDone(REFUSED, "HTTP 422: the body is empty"));
        checks.put("error-429-date", r -> {
            notDone(QUOTA, "HTTP 429: rate limit").on(r);
            assertEquals(Optional.of(Duration.ofMinutes(2)), r.refusal().retryAfter());
        });
        checks.put("error-429-bare", r -> {
            notDone(QUOTA, "HTTP 429: Too many requests").on(r);
            assertEquals(Optional.empty(), r.refusal().retryAfter());
        });
        return checks;
    }

    private static Map<String, Check> faults() {
        var checks = new HashMap<String, Check>();
        checks.put("error-408", unknown(LATE, "HTTP 408: no explanation (HTTP 408)"));
        checks.put("error-500", unknown(FAULT, "HTTP 500 INTERNAL_ERROR: see the log"));
        checks.put("error-500-truncated", unknown(FAULT, "HTTP 500: {\"request_id\":\"a3\",\"error\":{\"code\":\"INTERNAL_ERROR\",\"mess"));
        checks.put("error-500-long", r -> {
            String message = r.refusal().message();
            assertTrue(message.startsWith("HTTP 500: stack frame at somewhere") && message.endsWith("…"), message);
            assertTrue(message.length() <= "HTTP 500: ".length() + ErrorBody.LONGEST, message);
        });
        checks.put("error-502-page", unknown(AWAY, "HTTP 502: 502 Bad Gateway"));
        checks.put("error-503-gateway", r -> {
            notDone(AWAY, "HTTP 503 AUTH_UNREACHABLE: try again").on(r);
            assertEquals(Optional.empty(), r.refusal().retryAfter());
        });
        checks.put("error-504-page", unknown(LATE, "HTTP 504: 504 Gateway Time-out"));
        checks.put("error-522-page", unknown(AWAY, "HTTP 522: connection timed out"));
        return checks;
    }

    @Test
    void onlyWhatWouldBeThereTwiceIsSentOnce() {
        assertEquals(Call.Effect.ONCE, v2.add(Asking.twoMessages(true)).effect());
        assertEquals(Call.Effect.ONCE, edit(Action.ADD));
        assertEquals(Call.Effect.REPEATABLE, edit(Action.UPDATE));
        assertEquals(Call.Effect.REPEATABLE, edit(Action.DELETE));
        assertEquals(Call.Effect.REPEATABLE, v2.flush("u", "s").effect());
        assertEquals(Call.Effect.NONE, v2.probe().effect());
    }

    private Call.Effect edit(Action action) {
        return v2.edit(new ProfileEdit(CUSTOMER, action, Type.EXPLICIT, Optional.of("ei_1"), "a", "b", "")).orElseThrow().effect();
    }

    @Test
    void aDeletionTakesOneToFiftyEpisodes() {
        var episode = Asking.episode("e", Optional.empty());
        assertEquals(50, v2.episodesAtOnce());
        assertTrue(v2.delete(new Deletion.Episodes(CUSTOMER, Collections.nCopies(50, episode))).isPresent());
        assertThrows(IllegalArgumentException.class, () -> v2.delete(new Deletion.Episodes(CUSTOMER, Collections.nCopies(51, episode))));
        assertThrows(IllegalArgumentException.class, () -> v2.delete(new Deletion.Episodes(CUSTOMER, List.of())));
    }

    @Test
    void articlesAreSearchedInANamedBaseOnly() {
        assertTrue(v2.articles(new ArticleQuery(Optional.empty(), "q", 3)).isEmpty());
    }
}
