package acquaint.casework;

import acquaint.memory.local.EmbeddingsCheck;
import acquaint.memory.local.EmbeddingsProblem;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Secrets;
import acquaint.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the embedded memory finds by, beside words: the built-in model, a server of embeddings, or nothing. The environment
 * comes before the settings. Blocks; safe for several threads.
 */
public final class MemoryMeaning {

    /** Knows servers of embeddings; the start of the program implements it. */
    public interface Testing {
        EmbeddingsCheck check(MeaningChoice.Server server, Optional<String> key) throws InterruptedException;

        /** What the memory in use has found wrong with the server that it asks. */
        Optional<EmbeddingsProblem> problem() throws InterruptedException;
    }

    /** Opens the embedded memory anew where it is the one in use. */
    public interface Reopening {
        void reopen() throws IOException, InterruptedException;
    }

    private final SettingsFile file;
    private final Secrets secrets;
    private final MemoryEnvironment.Embeddings environment;
    private final Testing testing;
    private final Reopening memory;
    private final Permissions permissions;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile MeaningChoice chosen;

    public MemoryMeaning(MeaningChoice chosen, SettingsFile file, Secrets secrets, MemoryEnvironment environment, Testing testing, Reopening memory,
            Permissions permissions) {
        this.chosen = chosen;
        this.file = file;
        this.secrets = secrets;
        this.environment = environment.embeddings();
        this.testing = testing;
        this.memory = memory;
        this.permissions = permissions;
    }

    /** What is in effect. Does not block. */
    public MeaningChoice current() {
        return environment.choice().orElse(chosen);
    }

    /** Whether the environment decides, and not the settings. */
    public boolean isByEnvironment() {
        return environment.choice().isPresent();
    }

    /** What is wrong with the address that the environment names, which is passed over then. */
    public Optional<MemoryChoice.BadUrl> badEnvironment() {
        return environment.problem();
    }

    public Secrets.Place keyPlace() {
        return secrets.place();
    }

    /** Whether a key is there for this address; the key itself is never shown again. */
    public boolean hasKey(URI url) throws IOException {
        return key(url).isPresent();
    }

    /** The key for a server: the environment's where that names the server, or the one that is kept. */
    public Optional<String> key(URI url) throws IOException {
        return isByEnvironment() ? environment.key() : secrets.read(name(url));
    }

    private static String name(URI url) {
        return "embeddings/" + url;
    }

    /** Asks a server for vectors. Without a {@code key} the one that is kept is used. What is wrong is an answer. */
    public EmbeddingsCheck test(MeaningChoice.Server server, Optional<String> key) throws IOException, InterruptedException {
        return testing.check(server, key.isPresent() ? key : key(server.url()));
    }

    /** What the memory in use has found wrong with its server by itself; it goes on trying. */
    public Optional<EmbeddingsProblem> problem() throws InterruptedException {
        return current() instanceof MeaningChoice.Server ? testing.problem() : Optional.empty();
    }

    /**
     * Takes effect at once and at each start; a {@code key} takes the place of the one kept. A choice that cannot be saved
     * changes nothing. Memories get their vectors anew in the background, and are found by their words until then.
     */
    public void use(MeaningChoice next, Optional<String> key) throws IOException, InterruptedException {
        permissions.require(Permission.CHANGE_MEMORY);
        if (isByEnvironment()) {
            throw new IllegalStateException("the environment decides");
        }
        lock.lockInterruptibly();
        try {
            if (next instanceof MeaningChoice.Server server && key.isPresent()) {
                secrets.write(name(server.url()), key.get().strip());
            }
            file.change(all -> all.withMeaning(next));
            chosen = next;
            memory.reopen();
        } finally {
            lock.unlock();
        }
    }
}
