package acquaint.store;

import acquaint.model.TicketId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All tickets of one team in one embedded database. One transaction writes at a time, readers go on beside it and see
 * the desk as it was when they began. What {@link #write} has returned from survives a crash. Safe for several threads.
 */
public final class Desk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Desk.class.getName());

    /** Ends what {@link #onChange} began. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private final Path file;
    private final Backups backups;
    private final Clock clock;
    private final Link writer;
    private final Readers readers;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Consumer<Set<TicketId>>> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    private Desk(Path file, Backups backups, Clock clock, Link writer) {
        this.file = file;
        this.backups = backups;
        this.clock = clock;
        this.writer = writer;
        this.readers = new Readers(file);
    }

    /**
     * Opens the desk in this directory, or begins one. {@link NewerDesk} and {@link DamagedDesk} say why that cannot be;
     * either way the file is as it was.
     */
    public static Desk open(Path directory, Clock clock) {
        try {
            Files.createDirectories(directory);
            var writer = new Link(new DeskOpening(directory).connect(), "BEGIN IMMEDIATE");
            return new Desk(file(directory), new Backups(directory), clock, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renames a damaged file, so that the next {@link #open} begins anew; returns its new name. */
    public static Path setAside(Path directory) {
        return new DeskFile(file(directory)).setAside();
    }

    /** Puts a copy of a backup in the place of the desk's file. The desk must not be open. */
    public static void restore(Path directory, Path backup) {
        new DeskFile(file(directory)).restore(backup);
    }

    /** The automatic backups of the desk in this directory, newest first. */
    public static List<Path> backups(Path directory) {
        return new Backups(directory).all();
    }

    static Path file(Path directory) {
        return directory.resolve("desk.db").toAbsolutePath();
    }

    /** How many automatic backups there are. */
    public int copies() {
        return backups.all().size();
    }

    /** Makes today's backup if it is missing, keeps the newest seven, and takes out of them what was forgotten; returns the new one. */
    public Optional<Path> backUp() {
        try {
            Optional<Path> made = backups.make(file, LocalDate.now(clock));
            Instant now = clock.instant();
            List<TicketId> forgotten = read(session -> session.drafts().forgottenInCopies());
            if (!forgotten.isEmpty()) {
                backups.forgetDrafts(file, forgotten);
                write(session -> {
                    session.drafts().copiesForgot(forgotten, now);
                    return null;
                });
            }
            return made;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Looks at the desk as it is now; what {@code work} reads belongs together. */
    public <T> T read(Function<Session, T> work) {
        try {
            Link reader = readers.take();
            try {
                return reader.transact(new HashSet<>(), work);
            } finally {
                readers.giveBack(reader);
            }
        } catch (SQLException | RuntimeException e) {
            throw failure(e);
        }
    }

    /** Changes the desk in one transaction: when this returns, all of it is on disk; when it throws, nothing is. */
    public <T> T write(Function<Session, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write within a write");
        }
        Set<TicketId> touched = new HashSet<>();
        T result;
        writing.lock();
        try {
            result = writer.transact(touched, work);
        } catch (SQLException | RuntimeException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
        tell(touched);
        return result;
    }

    /** Has {@code listener} called after each commit that touched tickets, on the thread that wrote. */
    public Subscription onChange(Consumer<Set<TicketId>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(Set<TicketId> touched) {
        if (touched.isEmpty()) {
            return;
        }
        for (var listener : listeners) {
            try {
                listener.accept(Set.copyOf(touched));
            } catch (RuntimeException e) {
                // The write is done and must not look as if it had failed.
                LOG.log(Level.ERROR, "a listener failed after a change", e);
            }
        }
    }

    private RuntimeException failure(Exception e) {
        if (DamagedDesk.isBehind(e)) {
            return new DamagedDesk(file, "it cannot be read", backups.all(), e);
        }
        return e instanceof RuntimeException runtime ? runtime : new DeskFailure(e);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                readers.close();
                writer.close();
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }
}
