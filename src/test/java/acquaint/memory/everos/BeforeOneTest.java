package acquaint.memory.everos;

import static acquaint.memory.MemoryException.Kind.FAULT;
import static acquaint.memory.MemoryException.Kind.REFUSED;
import static acquaint.memory.MemoryException.Kind.WRONG_VERSION;
import static acquaint.memory.everos.Recorded.notDone;
import static acquaint.memory.everos.Recorded.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.memory.everos.Recorded.Check;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The self-hosted server of before 1.0: the words of cloud v1, and its own way to say how it is. */
class BeforeOneTest {

    @TestFactory
    Stream<DynamicTest> everyRecordedExchange() throws IOException {
        Dialect beforeOne = new SelfHosted().older().orElseThrow().older().orElseThrow();
        Map<String, Check> checks = CloudV1Test.shared(beforeOne);
        checks.put("health", r -> assertEquals(new ServiceHealth(true, Optional.empty(), Map.of()), r.answer(beforeOne.probe())));
        checks.put("error-422", notDone(REFUSED, "HTTP 422 HTTP_ERROR: messages must not be empty"));
        checks.put("error-500", unknown(FAULT, "HTTP 500 SYSTEM_ERROR: the database did not answer"));
        checks.put("error-404-route", notDone(WRONG_VERSION, "HTTP 404 HTTP_ERROR, this address does not speak this version: Not Found"));
        checks.put("error-404-task", notDone(REFUSED, "HTTP 404 HTTP_ERROR: Task not there any more"));
        return Recorded.each("self-hosted-pre-1.0", checks);
    }
}
