package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Speech;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an address is found to speak. */
class ProbeTest {

    private final Probe probe = new Probe(List.of(new CloudV1(), new CloudV2(), new SelfHosted()), Clock.systemUTC());

    @ParameterizedTest
    @EnumSource(value = Speech.class, names = {"SELF_HOSTED", "SELF_HOSTED_EARLY", "BEFORE_1_0"})
    void aServerOfOnesOwnIsOneWhateverItsAge(Speech speech) throws Exception {
        try (var server = EverOsServer.start(speech)) {
            ConnectionTest test = probe.test(new SelfHosted(), server.url(), Optional.empty());

            assertEquals(ConnectionTest.Result.CONNECTED, test.result(), test.toString());
            assertEquals(speech == Speech.BEFORE_1_0 ? "EverOS self-hosted before 1.0" : "EverOS self-hosted", test.dialect().orElseThrow());
        }
    }

    @Test
    void anotherVersionIsNamed() throws Exception {
        try (var server = EverOsServer.start(Speech.CLOUD_V1)) {
            ConnectionTest test = probe.test(new CloudV2(), server.url(), Optional.of(EverOsServer.KEY));

            assertEquals(ConnectionTest.Result.ANOTHER_VERSION, test.result());
            assertEquals(Optional.of("EverOS cloud v1"), test.dialect());
        }
    }

    @Test
    void aKeyWithASignThatNoKeyHasIsABadKeyAndIsNotTold() throws Exception {
        try (var server = EverOsServer.start(Speech.CLOUD_V1)) {
            ConnectionTest test = probe.test(new CloudV1(), server.url(), Optional.of("canary\u200b"));

            assertEquals(ConnectionTest.Result.BAD_KEY, test.result());
            assertFalse(test.toString().contains("canary"));
        }
    }

    @Test
    void nobodyAtHomeIsAway() throws Exception {
        assertEquals(ConnectionTest.Result.AWAY, probe.test(new CloudV1(), URI.create("http://127.0.0.1:9"), Optional.of("key")).result());
    }
}
