package acquaint.memory.serve;

import acquaint.casework.DeskOverlay;
import acquaint.memory.CustomerMemory;
import acquaint.memory.CustomerMemoryContract;
import acquaint.memory.everos.CloudV1;
import acquaint.memory.everos.CloudV2;
import acquaint.memory.everos.EverOsClient;
import acquaint.memory.everos.EverOsHttp;
import acquaint.memory.everos.EverOsMemory;
import acquaint.memory.everos.Limits;
import acquaint.memory.everos.SelfHosted;
import acquaint.memory.local.LocalMemory;
import acquaint.store.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What every memory owes its callers, by way of our client and our server, over real connections. */
class ServedMemoryTest {

    abstract static class Contract implements CustomerMemoryContract {

        private static final String KEY = "a-key";

        @TempDir
        Path directory;

        private final Dialect dialect;
        private final acquaint.memory.everos.Dialect words;
        private LocalMemory local;
        private MemoryServer server;
        private Desk desk;
        private EverOsMemory memory;

        Contract(Dialect dialect, acquaint.memory.everos.Dialect words) {
            this.dialect = dialect;
            this.words = words;
        }

        @BeforeEach
        void open() throws Exception {
            local = LocalMemory.open(directory.resolve("memory"));
            server = MemoryServer.start(local, dialect, KEY, 0, Clock.systemUTC());
            desk = Desk.open(directory.resolve("desk"), Clock.systemUTC());
            var limits = new Limits(4, 2, 0, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));
            var http = new EverOsHttp(server.url(), dialect == Dialect.OSS ? Optional.empty() : Optional.of(KEY), limits, Clock.systemUTC());
            memory = new EverOsMemory(new EverOsClient(http, words), new DeskOverlay(desk, "test"), Clock.systemUTC(), Duration.ofMillis(200));
        }

        @AfterEach
        void close() {
            memory.close();
            desk.close();
            server.close();
            local.close();
        }

        @Override
        public CustomerMemory memory() {
            return memory;
        }
    }

    @Nested
    class OnCloudV1 extends Contract {
        OnCloudV1() {
            super(Dialect.V1, new CloudV1());
        }
    }

    @Nested
    class OnCloudV2 extends Contract {
        OnCloudV2() {
            super(Dialect.V2, new CloudV2());
        }
    }

    @Nested
    class OnAServerOfOnesOwn extends Contract {
        OnAServerOfOnesOwn() {
            super(Dialect.OSS, new SelfHosted());
        }
    }
}
