package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.memory.everos.ConnectionTest;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.MemorySettings;
import acquaint.settings.Secrets;
import acquaint.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which memory the desk works with: testing a connection, choosing another engine, and taking the desk's history along.
 * Blocks; safe for several threads.
 */
public final class MemoryEngines {

    /** What decided that the desk works with this engine. */
    public enum Decided { BY_SETTINGS, BY_ENVIRONMENT }

    /** Knows the engines themselves; the start of the program implements it. */
    public interface Workshop {

        ConnectionTest test(MemoryChoice.Version version, URI url, Optional<String> key) throws InterruptedException;

        /** What a version is called where a connection is tested. */
        String name(MemoryChoice.Version version);

        /** An engine beside the one in use; the caller closes it. */
        CustomerMemory open(MemoryChoice choice, Optional<String> key) throws MemoryException;

        /** Puts another engine into the place of the one in use, while nothing is being written to it. */
        void exchange(MemoryChoice choice, Optional<String> key) throws InterruptedException;
    }

    private static final String LOCAL = "local";

    private final SettingsFile file;
    private final Secrets secrets;
    private final MemoryEnvironment environment;
    private final Workshop workshop;
    private final HistoryCopy history;
    private final MemorySharing sharing;
    private final Supplier<CustomerMemory> inUse;
    private final Permissions permissions;
    private MemorySettings settings;
    /** Two copyings at once would each hand over what the other is about to. */
    private final ReentrantLock copying = new ReentrantLock();

    public MemoryEngines(MemorySettings settings, SettingsFile file, Secrets secrets, MemoryEnvironment environment, Workshop workshop,
            HistoryCopy history, MemorySharing sharing, Supplier<CustomerMemory> inUse, Permissions permissions) {
        this.permissions = permissions;
        this.settings = settings;
        this.file = file;
        this.secrets = secrets;
        this.environment = environment;
        this.workshop = workshop;
        this.history = history;
        this.sharing = sharing;
        this.inUse = inUse;
    }

    private synchronized MemorySettings settings() {
        return settings;
    }

    /** The engine in use. */
    public MemoryChoice current() {
        return environment.address().<MemoryChoice>map(url -> service(environment.version().orElseThrow(), url, false))
                .orElseGet(() -> settings().choice());
    }

    public Decided decided() {
        return environment.address().isPresent() ? Decided.BY_ENVIRONMENT : Decided.BY_SETTINGS;
    }

    /** The service that is meant where none is named: the one in use, the environment's, or the one used last. */
    public Optional<MemoryChoice.EverOs> usualService() {
        return current() instanceof MemoryChoice.EverOs used ? Optional.of(used) : settings().known().stream().reduce((_, last) -> last);
    }

    /** A question to a memory. */
    public interface Question<T> {
        T to(CustomerMemory memory) throws MemoryException, InterruptedException;
    }

    /** Asks the memory in use where that is meant, or another one that is opened for it. */
    public <T> T with(MemoryChoice choice, Question<T> question) throws IOException, MemoryException, InterruptedException {
        if (choice.equals(current())) {
            return question.to(inUse.get());
        }
        try (CustomerMemory memory = workshop.open(choice, key(choice))) {
            return question.to(memory);
        }
    }

    /** What is wrong with the address that the environment names, which is passed over then. */
    public Optional<MemoryChoice.BadUrl> badEnvironment() {
        return environment.problem();
    }

    public Secrets.Place keyPlace() {
        return secrets.place();
    }

    /** Whether a key is there for this version and address; the key itself is never shown again. */
    public boolean hasKey(MemoryChoice.Version version, URI url) throws IOException {
        return key(service(version, url, false)).isPresent();
    }

    /** The key for a service: the environment's, or the one that is kept. */
    public Optional<String> key(MemoryChoice choice) throws IOException {
        return switch (choice) {
            case MemoryChoice.Embedded _ -> Optional.empty();
            case MemoryChoice.EverOs service -> environment.key().isPresent() ? environment.key() : secrets.read(name(service));
        };
    }

    private static String name(MemoryChoice.EverOs service) {
        return "everos/" + service.space();
    }

    /** Asks an address what it speaks. Without a {@code key} the one that is kept is used. What is wrong is an answer. */
    public ConnectionTest test(MemoryChoice.Version version, URI url, Optional<String> key) throws IOException, InterruptedException {
        return workshop.test(version, url, key.isPresent() ? key : key(service(version, url, false)));
    }

    /** The version that an address was found to speak. */
    public Optional<MemoryChoice.Version> spoken(ConnectionTest test) {
        return test.dialect().flatMap(name -> Arrays.stream(MemoryChoice.Version.values())
                .filter(version -> workshop.name(version).equals(name)).findFirst());
    }

    /** The choice for an address: the space it had before, or a new one where there was none or the account is another. */
    public synchronized MemoryChoice.EverOs service(MemoryChoice.Version version, URI url, boolean anotherAccount) {
        MemoryChoice.EverOs service = settings.service(version, url, anotherAccount);
        if (!anotherAccount) {
            // The same name at every later question.
            settings = settings.learn(service);
        }
        return service;
    }

    /** Works with {@code choice} from now on, and after the next start; a {@code key} takes the place of the one kept. */
    public void use(MemoryChoice choice, Optional<String> key) throws IOException, InterruptedException {
        permissions.require(Permission.CHANGE_MEMORY);
        if (choice instanceof MemoryChoice.EverOs service && key.isPresent()) {
            keep(service, key.get());
        }
        Optional<String> known = key(choice);
        sharing.paused(() -> {
            // Stopped while it waits for its turn, nothing is changed.
            workshop.exchange(choice, known);
            save(settings().use(choice));
        });
    }

    /** Opens the embedded memory anew where it is the one in use. */
    public void reopen() throws IOException, InterruptedException {
        permissions.require(Permission.CHANGE_MEMORY);
        MemoryChoice used = current();
        if (used instanceof MemoryChoice.Embedded) {
            sharing.paused(() -> workshop.exchange(used, Optional.empty()));
        }
    }

    /** Keeps a key for a service without using it yet. */
    public void keep(MemoryChoice.EverOs service, String key) throws IOException {
        permissions.require(Permission.CHANGE_MEMORY);
        secrets.write(name(service), key.strip());
        save(settings().learn(service));
    }

    private synchronized void save(MemorySettings next) throws IOException {
        file.change(all -> all.withMemory(next));
        settings = next;
    }

    /** Whether the desk has anything that another memory could take along. */
    public boolean hasHistory() {
        return history.isAny();
    }

    /**
     * Has {@code target} remember the whole desk, oldest change first; goes on where an earlier copying stopped. An
     * interrupt stops it after the message at hand.
     */
    public CopyProgress copy(MemoryChoice target, Consumer<CopyProgress> progress) throws IOException, MemoryException, InterruptedException {
        permissions.require(Permission.CHANGE_MEMORY);
        if (target instanceof MemoryChoice.EverOs service) {
            save(settings().learn(service));
        }
        copying.lockInterruptibly();
        try {
            return with(target, memory -> history.run(cursor(target), memory, progress));
        } finally {
            copying.unlock();
        }
    }

    /** How far the copying to {@code target} came; its total may have grown since. */
    public CopyProgress copied(MemoryChoice target) {
        return history.state(cursor(target));
    }

    /** An engine that the desk's history was begun to be copied to, and not to its end. */
    public Optional<MemoryChoice> unfinishedCopy() {
        return Stream.concat(Stream.<MemoryChoice>of(new MemoryChoice.Embedded()), settings().known().stream())
                .filter(target -> !target.equals(current()) && history.isUnfinished(cursor(target)))
                .findFirst();
    }

    private static String cursor(MemoryChoice target) {
        return switch (target) {
            case MemoryChoice.Embedded _ -> LOCAL;
            case MemoryChoice.EverOs service -> service.space();
        };
    }
}
