package acquaint.casework;

import acquaint.memory.MemoryException;
import acquaint.memory.everos.ConnectionTest;
import acquaint.settings.MemoryChoice;
import acquaint.settings.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** Which memory the desk works with: testing a connection, choosing another engine, and taking the desk's history along. Blocks. */
public final class MemoryEngines {

    /** What decided that the desk works with this engine. */
    public enum Decided { BY_SETTINGS, BY_ENVIRONMENT }

    /** How far copying is, in tickets. {@code messages} counts those that the engine took. */
    public record CopyProgress(int done, int total, long messages, boolean finished) {}

    public MemoryChoice current() {
        throw new UnsupportedOperationException();
    }

    public Decided decided() {
        throw new UnsupportedOperationException();
    }

    public Secrets.Place keyPlace() {
        throw new UnsupportedOperationException();
    }

    /** Whether a key is kept for this version and address; the key itself is never shown again. */
    public boolean hasKey(MemoryChoice.Version version, URI url) {
        throw new UnsupportedOperationException();
    }

    /** Asks an address what it speaks. Without a {@code key} the one that is kept is used. What is wrong is an answer. */
    public ConnectionTest test(MemoryChoice.Version version, URI url, Optional<String> key) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** The choice for an address: the space it had before, or a new one where there was none or the account is another. */
    public MemoryChoice.EverOs service(MemoryChoice.Version version, URI url, boolean anotherAccount) {
        throw new UnsupportedOperationException();
    }

    /** Works with {@code choice} from now on, and after the next start; a {@code key} takes the place of the one kept. */
    public void use(MemoryChoice choice, Optional<String> key) throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Keeps a key for this address without using it yet. */
    public void keep(MemoryChoice.EverOs choice, String key) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Has {@code target} remember the whole desk, oldest change first; goes on where an earlier copying stopped. An
     * interrupt stops it after the message at hand.
     */
    public CopyProgress copy(MemoryChoice target, Consumer<CopyProgress> progress) throws MemoryException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** How far the copying to {@code target} came; its {@code total} may have grown since. */
    public CopyProgress copied(MemoryChoice target) {
        throw new UnsupportedOperationException();
    }
}
