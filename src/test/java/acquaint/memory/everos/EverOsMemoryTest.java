package acquaint.memory.everos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.DeskOverlay;
import acquaint.memory.CustomerMemory;
import acquaint.memory.CustomerMemoryContract;
import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.Say;
import acquaint.memory.SearchMethod;
import acquaint.memory.everos.server.EverOsServer;
import acquaint.memory.everos.server.Speech;
import acquaint.store.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every memory owes its callers, by way of each of the services, on a real desk and over real connections. */
class EverOsMemoryTest {

    abstract static class Contract implements CustomerMemoryContract {

        @TempDir
        Path directory;

        private final Speech speech;
        private EverOsServer server;
        private Desk desk;
        private EverOsMemory memory;

        Contract(Speech speech) {
            this.speech = speech;
        }

        /** Plays the server in one of the ways that the contract leaves open. */
        EverOsServer start(EverOsServer server) {
            return server;
        }

        @BeforeEach
        void open() {
            server = start(EverOsServer.start(speech));
            desk = Desk.open(directory, Clock.systemUTC());
            memory = new EverOsMemory(client(server, speech), new DeskOverlay(desk, "test"), Clock.systemUTC(), Duration.ofMillis(200));
        }

        @AfterEach
        void close() {
            memory.close();
            desk.close();
            server.close();
        }

        @Override
        public CustomerMemory memory() {
            return memory;
        }

        @Test
        void onlyASearchByMeaningTellsWhatItsResultsWereFoundBy() throws Exception {
            memory.remember(ANA, FIRST, List.of(Say.customer(1, "The kettle leaks.")));
            memory.flush(ANA, FIRST);
            memory.remember(ANA, SECOND, List.of(Say.customer(2, "A kettle without a lid.")));

            Recall meant = memory.recall(new RecallRequest(ANA, "kettle", Optional.of(THIRD), 10, SearchMethod.VECTOR));
            Recall both = memory.recall(new RecallRequest(ANA, "kettle", Optional.of(THIRD), 10));

            assertEquals(List.of(FoundBy.MEANING), meant.episodes().stream().map(Episode::id).map(meant.foundBy()::get).toList());
            assertEquals(Map.of(), both.foundBy());
            assertTrue(both.passages().stream().allMatch(passage -> passage.foundBy() == FoundBy.WORDS), both.toString());
        }
    }

    static EverOsClient client(EverOsServer server, Speech speech) {
        Dialect dialect = switch (speech) {
            case CLOUD_V1 -> new CloudV1();
            case CLOUD_V2 -> new CloudV2();
            case SELF_HOSTED, SELF_HOSTED_EARLY, BEFORE_1_0 -> new SelfHosted();
        };
        Optional<String> key = speech == Speech.CLOUD_V1 || speech == Speech.CLOUD_V2 ? Optional.of(EverOsServer.KEY) : Optional.empty();
        var limits = new Limits(4, 2, 0, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
        return new EverOsClient(new EverOsHttp(server.url(), key, limits, Clock.systemUTC()), dialect);
    }

    @Nested
    class OnCloudV1 extends Contract {
        OnCloudV1() {
            super(Speech.CLOUD_V1);
        }
    }

    @Nested
    class OnCloudV1ThatTellsDocumentsAndHidesAgents extends Contract {
        OnCloudV1ThatTellsDocumentsAndHidesAgents() {
            super(Speech.CLOUD_V1);
        }

        @Override
        EverOsServer start(EverOsServer server) {
            return server.profileHits(false).listsAgents(false);
        }
    }

    @Nested
    class OnCloudV2 extends Contract {
        OnCloudV2() {
            super(Speech.CLOUD_V2);
        }
    }

    @Nested
    class OnAServerOfOnesOwn extends Contract {
        OnAServerOfOnesOwn() {
            super(Speech.SELF_HOSTED);
        }
    }

    @Nested
    class OnAnEarlyServerOfOnesOwn extends Contract {
        OnAnEarlyServerOfOnesOwn() {
            super(Speech.SELF_HOSTED_EARLY);
        }
    }

    @Nested
    class OnAServerFromBefore10 extends Contract {
        OnAServerFromBefore10() {
            super(Speech.BEFORE_1_0);
        }
    }
}
