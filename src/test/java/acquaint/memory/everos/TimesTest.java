package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-08-02T09:14:00Z, 2026-08-02T09:14:00Z",
        "2026-08-02T09:14:00z, 2026-08-02T09:14:00Z",
        "2026-08-02T09:14:00+02:00, 2026-08-02T07:14:00Z",
        "2026-08-02T09:14:00+0200, 2026-08-02T07:14:00Z",
        "2026-08-02T09:14:00-05, 2026-08-02T14:14:00Z",
        "2026-08-02T09:14:00.123456+00:00, 2026-08-02T09:14:00.123456Z",
        "2026-08-02T09:14:00, 2026-08-02T09:14:00Z",
        "2026-08-02T09:14, 2026-08-02T09:14:00Z",
        "2026-08-02 09:14, 2026-08-02T09:14:00Z",
        "2026-08-02 09:14:00+02:00, 2026-08-02T07:14:00Z",
        "2026-08-02, 2026-08-02T00:00:00Z",
        "1790000000, 2026-09-21T14:13:20Z",
        "1790000000000, 2026-09-21T14:13:20Z"
    })
    void isReadWithOrWithoutAnOffset(String written, Instant meant) {
        assertEquals(Optional.of(meant), Times.read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yesterday", "2026-02-30T09:14:00Z", "2026-08-02T25:00:00Z", "12"})
    void nonsenseIsNoTime(String written) {
        assertEquals(Optional.empty(), Times.read(written));
    }

    @Test
    void numbersAreSecondsOrMillisecondsByTheirSize() {
        Instant meant = Instant.parse("2026-09-21T14:13:20.500Z");
        assertEquals(Optional.of(meant), Times.read(LongNode.valueOf(1790000000500L)));
        assertEquals(Optional.of(meant), Times.read(DoubleNode.valueOf(1790000000.5)));
        assertEquals(Optional.empty(), Times.read(NullNode.getInstance()));
    }

    @Test
    void nothingIsSentThatWouldBeReadAsSeconds() {
        assertEquals(1790000000500L, Times.millis(Instant.ofEpochMilli(1790000000500L)));
        assertEquals(1_000_000_000_000L, Times.millis(Instant.parse("1999-12-31T23:59:59Z")));
    }
}
