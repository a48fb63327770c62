package acquaint.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteException;

/** The desk's file cannot be read as a database. {@code backups} are the automatic ones, newest first. */
public final class DamagedDesk extends RuntimeException {

    /** SQLite's result codes SQLITE_CORRUPT and SQLITE_NOTADB. */
    private static final Set<Integer> CODES = Set.of(11, 26);

    private final transient Path file;
    private final transient List<Path> backups;

    DamagedDesk(Path file, String why, List<Path> backups, Throwable cause) {
        super(file.getFileName() + " is damaged: " + why, cause);
        this.file = file;
        this.backups = List.copyOf(backups);
    }

    /** Whether this failure came of a damaged file, and not of a full disk, missing rights or the like. */
    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // The low byte is the plain code, the rest says more about it.
            if (cause instanceof SQLiteException sqlite && CODES.contains(sqlite.getResultCode().code & 0xff)) {
                return true;
            }
        }
        return false;
    }

    public Path file() {
        return file;
    }

    public List<Path> backups() {
        return backups;
    }
}
