package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.MemoryException.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    private static Refusal of(int status, String body) {
        return Refusal.of(status, header -> Optional.empty(), body, Recorded.NOW);
    }

    private static Optional<Duration> retryAfter(String header) {
        return Refusal.of(429, name -> name.equals("Retry-After") ? Optional.of(header) : Optional.empty(), "", Recorded.NOW).retryAfter();
    }

    @ParameterizedTest
    @CsvSource({
        "301, AWAY, true", "405, WRONG_VERSION, true", "407, AWAY, true", "410, REFUSED, true", "501, FAULT, false", "511, AWAY, false", "530, AWAY, false",
    })
    void aStatusThatNoContractNamesIsJudgedByItsRange(int status, Kind kind, boolean certainlyNotDone) {
        assertEquals(kind, of(status, "").kind());
        assertEquals(certainlyNotDone, of(status, "").certainlyNotDone());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"error\":{\"message\":\"first\"},\"message\":\"second\",\"detail\":\"third\"}; first",
        "{\"error\":\"first\",\"message\":\"second\"}; first",
        "{\"error\":{\"message\":\" \"},\"message\":\"second\",\"detail\":\"third\"}; second",
        "{\"detail\":[{\"msg\":\"here\"},{\"msg\":\"there\"}]}; here",
        "{\"detail\":{\"message\":\"within\"}}; within",
        "{\"detail\":[\"bare\"]}; {\"detail\":[\"bare\"]}",
        "\"only text\"; only text",
        "[]; []",
        "{}; {}",
        "null; null",
        "<html><title> </title>; a web page instead of an answer",
        "<?xml version='1.0'?><Error><Code>Denied</Code></Error>; a web page instead of an answer"
    })
    void theFirstThingSaidIsTheMessage(String body, String message) {
        assertEquals("HTTP 422: " + message, of(422, body).message());
    }

    @Test
    void aMessageIsOneShortLineWhateverCame() {
        for (String body : new String[] {"x\n\u0007y\u001b[31m " + "z ".repeat(5_000_000), "{\"message\":\"" + "long\\n".repeat(1000) + "\ud83d\"}", "[".repeat(100_000), "<title>" + "t ".repeat(100_000)}) {
            String message = of(500, body).message();
            assertTrue(message.length() <= "HTTP 500: ".length() + 300, () -> message.length() + " characters");
            assertFalse(message.chars().anyMatch(Character::isISOControl), message);
            assertTrue(WellFormed.is(message), message);
        }
    }

    @Test
    void waitingIsToldInSecondsOrAsATime() {
        assertEquals(Optional.of(Duration.ofSeconds(120)), retryAfter(" 120 "));
        assertEquals(Optional.of(Duration.ofMillis(2500)), retryAfter("2.5"));
        assertEquals(Optional.of(Duration.ofSeconds(60)), retryAfter("Mon, 21 Sep 2026 14:14:20 GMT"));
        assertEquals(Optional.of(Duration.ZERO), retryAfter("Mon, 21 Sep 2026 14:00:00 GMT"));
        assertEquals(Optional.empty(), retryAfter("-5"));
        assertEquals(Optional.empty(), retryAfter("in a minute"));
    }

    @Test
    void theRequestIsNamedByTheBodyBeforeTheHeader() {
        assertEquals(Optional.of("b"), Refusal.of(500, name -> Optional.of("h"), "{\"request_id\":\"b\"}", Recorded.NOW).requestId());
        assertEquals(Optional.of("h"), Refusal.of(500, name -> Optional.of("h"), "{}", Recorded.NOW).requestId());
    }
}
