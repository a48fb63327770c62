package acquaint.reply.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Server-sent events, by the examples and rules of the WHATWG's HTML standard, 9.2. */
class ServerEventsTest {

    private static final String ALL = "\uFEFF: a comment\n\nevent: add\ndata: 73857293\n\nevent: remove\r\ndata: 2153\r\n\r\ndata: YHOO\rdata: +2\rdata: 10\r\rdata\n\n"
            + "data\ndata\n\ndata:  two blanks\nid: 1\nretry: 10\nunknown: x\n\nevent: nothing to say\n\n:\ndata: Grüße \uD83D\uDE00 \u2028 你好\n\n";
    private static final List<ServerEvent> EVENTS = List.of(new ServerEvent("add", "73857293"), new ServerEvent("remove", "2153"),
            new ServerEvent("message", "YHOO\n+2\n10"), new ServerEvent("message", ""), new ServerEvent("message", "\n"), new ServerEvent("message", " two blanks"),
            new ServerEvent("message", "Grüße \uD83D\uDE00 \u2028 你好"));

    @Test
    void eventsAreReadAsTheStandardSays() {
        assertEquals(EVENTS, new ServerEvents().read(ALL.getBytes(UTF_8)));
    }

    @Test
    void eachByteMayComeAlone() {
        var reader = new ServerEvents();
        var events = new ArrayList<ServerEvent>();
        for (byte one : ALL.getBytes(UTF_8)) {
            events.addAll(reader.read(new byte[] {one}));
        }
        assertEquals(EVENTS, events);
    }

    @Test
    void bytesMayBeCutAnywhere() {
        byte[] bytes = ALL.getBytes(UTF_8);
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var reader = new ServerEvents();
            var events = new ArrayList<ServerEvent>();
            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(20));
                events.addAll(reader.read(Arrays.copyOfRange(bytes, from, to)));
                from = to;
            }
            assertEquals(EVENTS, events, "seed " + seed);
        }
    }

    @Test
    void anEventWithoutItsBlankLineIsTheLast() {
        var reader = new ServerEvents();
        assertEquals(List.of(), reader.read("data: [DONE]".getBytes(UTF_8)));
        assertEquals(Optional.of(new ServerEvent("message", "[DONE]")), reader.end());
        assertEquals(Optional.empty(), reader.end());
    }

    @Test
    void anEndlessLineIsRefused() {
        var reader = new ServerEvents();
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        assertThrows(ServerEvents.TooLong.class, () -> {
            for (int i = 0; i < 6; i++) {
                reader.read(much);
            }
        });
    }
}
