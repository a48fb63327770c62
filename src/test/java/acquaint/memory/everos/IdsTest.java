package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

    private final UnaryOperator<String> cloud = new CloudV2()::id;
    private final UnaryOperator<String> selfHosted = new SelfHosted()::id;

    @Test
    void theCloudTakesIdsAsTheyAre() {
        assertEquals("Noor +1/é 🙂", cloud.apply("Noor +1/é 🙂"));
        assertEquals("x".repeat(128), cloud.apply("x".repeat(128)));
        assertEquals("Noor +1/é", new CloudV1().id("Noor +1/é"));
    }

    @ParameterizedTest
    @CsvSource({
        "ana.ruiz_7@harbour-side.example, ana.ruiz_7@harbour-side.example",
        "a+b, a+2bb",
        "'tenant:7/a b', tenant+3a7+2fa+20b",
        "é€, +c3+a9+e2+82+ac",
        "🙂, +f0+9f+99+82",
        "., +2e",
        ".., +2e+2e"
    })
    void aSelfHostedServerTakesFewLetters(String id, String written) {
        assertEquals(written, selfHosted.apply(id));
    }

    @Test
    void aLongIdKeepsItsBeginningAndFits() {
        for (UnaryOperator<String> ids : List.of(cloud, selfHosted)) {
            String written = ids.apply("customer-" + "y".repeat(200));
            assertEquals(128, written.length());
            assertTrue(written.startsWith("customer-yyy"), written);
            assertEquals(written, ids.apply("customer-" + "y".repeat(200)));
        }
        assertTrue(cloud.apply("🙂".repeat(100)).length() <= 128);
        assertTrue(WellFormed.is(cloud.apply("🙂".repeat(100))));
        assertTrue(WellFormed.is(cloud.apply("x" + "🙂".repeat(100))));
    }

    @Test
    void differentIdsStayDifferentEvenBroken() {
        for (UnaryOperator<String> ids : List.of(cloud, selfHosted)) {
            var seen = new HashMap<String, String>();
            var random = new Random(7);
            for (int i = 0; i < 5000; i++) {
                String id = "c" + random.ints(random.nextInt(1, 60), 0, 8).mapToObj(n -> List.of("a", "+", "2", "b", "é", "\ud83d", "\ude42", ".").get(n))
                        .reduce("", String::concat).repeat(random.nextInt(1, 4));
                String written = ids.apply(id);
                assertTrue(written.length() <= 128 && WellFormed.is(written), written);
                String other = seen.put(written, id);
                assertTrue(other == null || other.equals(id), () -> other + " and " + id + " are both " + written);
            }
        }
    }

    @Test
    void anEmptyIdIsNeverSent() {
        assertThrows(IllegalArgumentException.class, () -> cloud.apply(" "));
        assertThrows(IllegalArgumentException.class, () -> selfHosted.apply(""));
    }
}
