package acquaint;

import acquaint.casework.DeskOverlay;
import acquaint.casework.MemoryEngines;
import acquaint.casework.MemoryMeaning;
import acquaint.casework.MemorySharing;
import acquaint.casework.PrivacyRules;
import acquaint.casework.SharingDoor;
import acquaint.memory.CustomerMemory;
import acquaint.memory.GuardedMemory;
import acquaint.memory.MemoryException;
import acquaint.memory.everos.CloudV1;
import acquaint.memory.everos.CloudV2;
import acquaint.memory.everos.ConnectionTest;
import acquaint.memory.everos.Dialect;
import acquaint.memory.everos.EverOsClient;
import acquaint.memory.everos.EverOsHttp;
import acquaint.memory.everos.EverOsMemory;
import acquaint.memory.everos.Limits;
import acquaint.memory.everos.Overlay;
import acquaint.memory.everos.Probe;
import acquaint.memory.everos.SelfHosted;
import acquaint.memory.local.EmbeddingService;
import acquaint.memory.local.Embeddings;
import acquaint.memory.local.EmbeddingsCheck;
import acquaint.memory.local.EmbeddingsProblem;
import acquaint.memory.local.LocalMemory;
import acquaint.memory.local.SentenceModel;
import acquaint.memory.serve.Listening;
import acquaint.memory.serve.MemoryServer;
import acquaint.outbox.Outbox;
import acquaint.settings.DataDirectory;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.store.Desk;
import acquaint.store.Effect;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Builds memories: which classes stand behind a choice is known here and nowhere else. */
final class MemoryWorkshop implements MemoryEngines.Workshop, MemoryMeaning.Testing, MemorySharing.Opening {

    private static final System.Logger LOG = System.getLogger(MemoryWorkshop.class.getName());

    /** How long services are waited for, where that is not what they usually take. */
    record Patience(Limits limits, Duration grace) {}

    private final DataDirectory directory;
    private final Desk desk;
    private final Clock clock;
    private final Supplier<MemoryMeaning> meaning;
    private final PrivacyRules privacy;
    private final Optional<Patience> patience;
    private OpeningMemory inUse;
    private Supplier<Outbox> outbox;
    private volatile MemoryChoice chosen = new MemoryChoice.Embedded();

    /** {@code meaning} says which model tells the embedded memory what texts mean, and is asked whenever that is opened; {@code privacy} what no memory is told. */
    MemoryWorkshop(DataDirectory directory, Desk desk, Clock clock, Supplier<MemoryMeaning> meaning, PrivacyRules privacy, Optional<Patience> patience) {
        this.meaning = meaning;
        this.privacy = privacy;
        this.patience = patience;
        this.directory = directory;
        this.desk = desk;
        this.clock = clock;
    }

    /** The memory that the desk works with, from {@code choice} on; {@code outbox} writes to it. */
    OpeningMemory begin(MemoryChoice choice, OpeningKey key, Supplier<Outbox> outbox) {
        this.outbox = outbox;
        chosen = choice;
        inUse = new OpeningMemory(() -> open(choice, key.read()));
        return inUse;
    }

    /** Reads a key when it is needed: a keychain may take its time. */
    interface OpeningKey {
        Optional<String> read() throws MemoryException;
    }

    /** What the desk keeps of its own beside the memory in use. */
    Optional<Overlay> overlay() {
        return chosen instanceof MemoryChoice.EverOs service ? Optional.of(new DeskOverlay(desk, service.space())) : Optional.empty();
    }

    @Override
    public ConnectionTest test(MemoryChoice.Version version, URI url, Optional<String> key) throws InterruptedException {
        return new Probe(Arrays.stream(MemoryChoice.Version.values()).map(MemoryWorkshop::dialect).toList(), clock).test(dialect(version), url, key);
    }

    @Override
    public CustomerMemory open(MemoryChoice choice, Optional<String> key) throws MemoryException {
        return switch (choice) {
            case MemoryChoice.Embedded _ -> new GuardedMemory(LocalMemory.open(directory.memory(), model()), text -> privacy.remembered(text, false));
            case MemoryChoice.EverOs service -> {
                Limits usual = service.version().needsKey() ? Limits.cloud() : Limits.selfHosted();
                Limits limits = patience.map(Patience::limits).orElse(usual);
                var client = new EverOsClient(new EverOsHttp(service.url(), key, limits, clock), dialect(service.version()));
                var remote = new EverOsMemory(client, new DeskOverlay(desk, service.space()), clock, patience.map(Patience::grace).orElse(EverOsMemory.GRACE));
                yield new GuardedMemory(remote, text -> privacy.remembered(text, true));
            }
        };
    }

    private Optional<Callable<Embeddings>> model() {
        return switch (meaning.get().current()) {
            case MeaningChoice.BuiltIn _ -> Optional.of(SentenceModel::new);
            case MeaningChoice.Server server -> Optional.of(() -> embeddings(server));
            case MeaningChoice.WordsAlone _ -> Optional.empty();
        };
    }

    private Embeddings embeddings(MeaningChoice.Server server) throws IOException {
        var service = new EmbeddingService(server.url(), server.model(), meaning.get().key(server.url()));
        return MemoryChoice.isLoopback(server.url().getHost()) ? service : new MaskedEmbeddings(service, privacy::masked);
    }

    /** The embedded memory, where it is the one in use. */
    private Optional<LocalMemory> local() throws MemoryException, InterruptedException {
        return inUse.engine() instanceof GuardedMemory guarded && guarded.guarded() instanceof LocalMemory local ? Optional.of(local) : Optional.empty();
    }

    @Override
    public EmbeddingsCheck check(MeaningChoice.Server server, Optional<String> key) throws InterruptedException {
        try (var service = new EmbeddingService(server.url(), server.model(), key)) {
            return EmbeddingsCheck.of(service);
        }
    }

    @Override
    public Optional<EmbeddingsProblem> problem() throws InterruptedException {
        try {
            Optional<LocalMemory> local = local();
            return local.isPresent() ? local.get().embeddingsProblem() : Optional.empty();
        } catch (MemoryException e) {
            return Optional.empty(); // A memory that cannot be opened asks no server.
        }
    }

    @Override
    public String name(MemoryChoice.Version version) {
        return dialect(version).name();
    }

    private static Dialect dialect(MemoryChoice.Version version) {
        return switch (version) {
            case CLOUD_V1 -> new CloudV1();
            case CLOUD_V2 -> new CloudV2();
            case SELF_HOSTED -> new SelfHosted();
        };
    }

    @Override
    public MemorySharing.Server open(SharingDoor door, String key) throws IOException, MemoryException, InterruptedException {
        LocalMemory local = local().orElseThrow(() -> new MemoryException(MemoryException.Kind.REFUSED, "only the embedded memory can be shared"));
        var at = new Listening(door.name(), door.address(), door.port(), door.tls());
        var server = MemoryServer.start(local, acquaint.memory.serve.Dialect.valueOf(door.dialect().name()), key, at, clock);
        return new MemorySharing.Server() {
            @Override
            public URI url() {
                return server.url();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    /** Makes today's copy of the embedded memory, where it is the one in use. */
    void backUp() {
        try {
            Optional<LocalMemory> local = local();
            if (local.isPresent()) {
                local.get().backUp(LocalDate.now(clock));
            }
        } catch (IOException | MemoryException e) {
            LOG.log(Level.WARNING, "memory was not backed up; it is tried again within the hour", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void exchange(MemoryChoice choice, Optional<String> key) throws InterruptedException {
        try {
            outbox.get().quietly(Effect.Lane.MEMORY, () -> {
                inUse.exchange(() -> open(choice, key));
                chosen = choice;
                return null;
            });
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a memory was not exchanged", e);
        }
        outbox.get().resume(Effect.Lane.MEMORY);
        outbox.get().nudge();
        LOG.log(Level.INFO, "the desk remembers with another engine from now on");
    }
}
