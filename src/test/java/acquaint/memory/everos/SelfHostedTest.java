package acquaint.memory.everos;

import static acquaint.memory.MemoryException.Kind.AWAY;
import static acquaint.memory.MemoryException.Kind.BUSY;
import static acquaint.memory.MemoryException.Kind.FAULT;
import static acquaint.memory.MemoryException.Kind.REFUSED;
import static acquaint.memory.MemoryException.Kind.WRONG_VERSION;
import static acquaint.memory.everos.Asking.AT;
import static acquaint.memory.everos.Asking.CUSTOMER;
import static acquaint.memory.everos.Asking.SESSION;
import static acquaint.memory.everos.Recorded.notDone;
import static acquaint.memory.everos.Recorded.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.everos.Call.UnreadableAnswer;
import acquaint.memory.everos.Recorded.Check;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SelfHostedTest {

    private final Dialect selfHosted = new SelfHosted();

    @TestFactory
    Stream<DynamicTest> everyRecordedExchange() throws IOException {
        Map<String, Check> checks = new SharedV2(selfHosted, "cust_77_ep_20260714_00000001", false).checks();
        var message = new Batch("ignored", SESSION,
                List.of(new Turn(Turn.Role.USER, "cust 7/é", Optional.of(" "), AT, List.of(Content.text("Where is my parcel?")))), true);
        checks.put("add-early-path", r -> assertEquals(
                new Added(Added.Status.ACCUMULATED, 1, Optional.empty()), r.answer(selfHosted.older().orElseThrow().add(message))));
        checks.put("health", r -> assertEquals(new ServiceHealth(true, Optional.of("1.7.1"),
                Map.of("llm", true, "embed", true, "rerank", false, "multimodal_llm", false, "parser", false)), r.answer(selfHosted.probe())));
        checks.put("health-ill", r -> assertEquals(new ServiceHealth(false, Optional.of("1.6.0"), Map.of("llm", false)), r.answer(selfHosted.probe())));
        checks.put("articles", r -> assertEquals(
                List.of(new Article("t_4", "d_2", "Shipping guide", "Call a parcel back", "Until noon it is free.", "1. Open the shipment.", 0.9)),
                r.answer(selfHosted.articles(new ArticleQuery(Optional.of("ignored"), "change the address of a parcel", 3)))));
        checks.putAll(failures());
        return Recorded.each("self-hosted", checks);
    }

    private static Map<String, Check> failures() {
        var checks = new HashMap<String, Check>();
        checks.put("error-400-bad-request", notDone(REFUSED, "HTTP 400 BAD_REQUEST: the body is not JSON"));
        checks.put("error-404-not-found", notDone(REFUSED, "HTTP 404 NOT_FOUND: job 7 not found"));
        checks.put("error-404-route", notDone(WRONG_VERSION, "HTTP 404, this address does not speak this version: Not Found"));
        checks.put("error-404-route-in-envelope", notDone(WRONG_VERSION, "HTTP 404 NOT_FOUND, this address does not speak this version: Not Found"));
        checks.put("error-409-conflict", notDone(REFUSED, "HTTP 409 CONFLICT: already there"));
        checks.put("error-415-unsupported-format", notDone(REFUSED, "HTTP 415 UNSUPPORTED_FORMAT: an image needs an address"));
        checks.put("error-422-invalid-input", notDone(REFUSED, "HTTP 422 INVALID_INPUT: Field required: messages"));
        checks.put("error-422-extraction-empty", unknown(REFUSED, "HTTP 422 EXTRACTION_EMPTY: nothing was in it"));
        checks.put("error-500-configuration-error", unknown(AWAY, "HTTP 500 CONFIGURATION_ERROR: rerank is not configured"));
        checks.put("error-500-internal-error", unknown(FAULT, "HTTP 500 INTERNAL_ERROR: something broke"));
        checks.put("error-502-page", unknown(AWAY, "HTTP 502: 502 Bad Gateway"));
        checks.put("error-503-external-service-unavailable", unknown(AWAY, "HTTP 503 EXTERNAL_SERVICE_UNAVAILABLE: the model is away"));
        checks.put("error-503-session-busy", r -> {
            notDone(BUSY, "HTTP 503 SESSION_BUSY: this session is being memorised").on(r);
            assertEquals(Optional.of(Duration.ofMillis(1500)), r.refusal().retryAfter());
        });
        checks.put("error-503-capability-unavailable", notDone(AWAY, "HTTP 503 CAPABILITY_UNAVAILABLE: no multimodal model"));
        return checks;
    }

    @Test
    void eachGenerationIsToldFromTheNextByHowItSaysItIsWell() {
        Dialect beforeOne = selfHosted.older().orElseThrow().older().orElseThrow();
        assertThrows(UnreadableAnswer.class, () -> health(selfHosted, "healthy"));
        assertThrows(UnreadableAnswer.class, () -> health(beforeOne, "ok"));
    }

    private static ServiceHealth health(Dialect dialect, String status) throws UnreadableAnswer {
        return dialect.probe().reading().read(new Answer(200, JsonNodeFactory.instance.objectNode().put("status", status), Optional.empty()));
    }

    @Test
    void whatItCannotDoIsNoCall() {
        assertTrue(selfHosted.edit(new ProfileEdit(CUSTOMER, ProfileEdit.Action.ADD, EverOsItem.Type.EXPLICIT, Optional.empty(), "a", "b", "")).isEmpty());
        assertTrue(selfHosted.update(new EpisodeUpdate("e", Optional.of("s"), Optional.empty(), Optional.empty())).isEmpty());
        assertTrue(selfHosted.tag(new TagChange(TagChange.Action.BIND, List.of("e"), List.of("t"))).isEmpty());
        assertTrue(selfHosted.task("t").isEmpty());
        assertTrue(selfHosted.tasks(SESSION).isEmpty());
        assertTrue(selfHosted.sign(Asking.LABEL).isEmpty());
    }

    @Test
    void eachOlderDialectHasANameOfItsOwn() {
        Dialect early = selfHosted.older().orElseThrow();
        Dialect beforeOne = early.older().orElseThrow();
        assertEquals(List.of("EverOS self-hosted", "EverOS self-hosted (early 1.x)", "EverOS self-hosted before 1.0"),
                List.of(selfHosted.name(), early.name(), beforeOne.name()));
        assertTrue(beforeOne.older().isEmpty());
    }
}
