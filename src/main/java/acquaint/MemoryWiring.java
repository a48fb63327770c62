package acquaint;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.casework.HistoryCopy;
import acquaint.casework.MemoryEngines;
import acquaint.casework.MemoryMeaning;
import acquaint.casework.MemorySharing;
import acquaint.casework.SharingKeys;
import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.memory.everos.Overlay;
import acquaint.memory.local.Embeddings;
import acquaint.memory.local.SentenceModel;
import acquaint.outbox.Outbox;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Settings;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The memory that a desk works with: which engine it is, what that finds by, and which programs it is shared with. */
final class MemoryWiring {

    private final MemoryWorkshop workshop;
    private final MemorySharing sharing;
    private final MemoryEngines engines;
    private final MemoryMeaning meaning;
    private final OpeningMemory memory;

    /** {@code patience} is how long services are waited for, where that is not what they usually take; {@code outbox} writes to the memory. */
    MemoryWiring(OpenedDesk at, TeamWiring team, MemoryEnvironment environment, Optional<MemoryWorkshop.Patience> patience, Supplier<Outbox> outbox) {
        Settings settings = at.settings();
        workshop = new MemoryWorkshop(at.directory(), at.desk(), at.clock(), this::meaning, team.privacy(), patience);
        String root = at.directory().root().toAbsolutePath().toString();
        var keys = new SharingKeys(at.secrets(), environment, UUID.nameUUIDFromBytes(root.getBytes(UTF_8)).toString());
        sharing = new MemorySharing(settings.sharing(), at.file(), keys, (door, key) -> {
            // What other programs remember is theirs.
            at.keep();
            return workshop.open(door, key);
        }, this::choice, team.permissions());
        engines = new MemoryEngines(settings.memory(), at.file(), at.secrets(), environment, workshop, new HistoryCopy(at.desk()), sharing, this::current, team.permissions());
        meaning = new MemoryMeaning(settings.meaning(), at.file(), at.secrets(), environment, workshop, engines::reopen, team.permissions());
        memory = workshop.begin(engines.current(), this::key, outbox);
    }

    private CustomerMemory current() {
        return memory;
    }

    private MemoryChoice choice() {
        return engines.current();
    }

    /** Of the memory in use, when it is opened. */
    private Optional<String> key() throws MemoryException {
        try {
            return engines.key(engines.current());
        } catch (IOException e) {
            throw new MemoryException(MemoryException.Kind.BAD_KEY, e.getMessage(), e);
        }
    }

    /** Opens the memory beside whatever else goes on. */
    void start() {
        memory.start();
    }

    /** Lets other programs in, where that is chosen. */
    void share() {
        try {
            sharing.begin();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void backUp() {
        workshop.backUp();
    }

    /** A team that has chosen to find by words alone spares its memory in other places, too. */
    Optional<Embeddings> sentenceModel() {
        return meaning.current() instanceof MeaningChoice.WordsAlone ? Optional.empty() : Optional.of(new SentenceModel());
    }

    /** What the desk keeps of its own beside the memory in use. */
    Optional<Overlay> overlay() {
        return workshop.overlay();
    }

    /** The memory in use, whichever that is at the time. */
    OpeningMemory memory() {
        return memory;
    }

    MemoryEngines engines() {
        return engines;
    }

    MemoryMeaning meaning() {
        return meaning;
    }

    MemorySharing sharing() {
        return sharing;
    }
}
