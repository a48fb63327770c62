package acquaint.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/**
 * A desk's file on disk, looked at before it is opened for writing: is it a database at all, was it closed well, is it
 * from a newer version. Looking changes nothing. Sources: the file format pages of SQLite (header, offsets 0 to 100).
 */
final class DeskFile {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path path;

    DeskFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Whether there is nothing in it yet, or no file at all. */
    boolean isEmpty() {
        return sizeOf(path) == 0;
    }

    /** Whether what was written last still waits beside the file: the program was stopped in the middle. */
    boolean closedBadly() {
        return sizeOf(companion("-wal")) > 0;
    }

    /**
     * Why this cannot be a whole database, as far as its first bytes tell; null when they tell nothing bad. An empty
     * file is a desk that was never begun, unless it was already {@code usedBefore}.
     */
    String defect(boolean usedBefore) {
        long size = sizeOf(path);
        if (size == 0) {
            return usedBefore && Files.exists(path) ? "it is empty" : null;
        }
        ByteBuffer header = header();
        if (header.remaining() < HEADER || !startsWithMagic(header)) {
            return "it is not a database";
        }
        int pageSize = header.getShort(16) == 1 ? 65_536 : Short.toUnsignedInt(header.getShort(16));
        long pages = Integer.toUnsignedLong(header.getInt(28));
        boolean countIsValid = header.getInt(24) == header.getInt(92);
        return countIsValid && !closedBadly() && size < pages * pageSize ? "its end is missing" : null;
    }

    /** The version of an existing file. Reads without writing, not even beside the file. */
    int version() throws SQLException {
        boolean hadShm = Files.exists(companion("-shm"));
        try (var connection = Connections.looking(path, closedBadly())) {
            return Schema.version(connection);
        } finally {
            if (!hadShm) {
                delete(companion("-shm"));
            }
        }
    }

    /** Renames the file and what belongs to it; returns the new name. */
    Path setAside() {
        String stamp = ".damaged-" + LocalDateTime.now().format(STAMP);
        Path aside = beside(stamp);
        for (int n = 2; Files.exists(aside); n++) {
            aside = beside(stamp + "-" + n);
        }
        try {
            for (String suffix : COMPANIONS) {
                if (Files.exists(companion(suffix))) {
                    Files.move(companion(suffix), Path.of(aside + suffix));
                }
            }
            Files.move(path, aside);
            return aside;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a copy of {@code backup} in place, whole or not at all. */
    void restore(Path backup) {
        Path copy = beside(".restoring");
        try {
            Files.copy(backup, copy, StandardCopyOption.REPLACE_EXISTING);
            Durably.force(copy);
            // A log left beside the old file would be played into the restored one.
            COMPANIONS.forEach(suffix -> delete(companion(suffix)));
            Files.move(copy, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private Path companion(String suffix) {
        return beside(suffix);
    }

    private ByteBuffer header() {
        try (var in = Files.newInputStream(path)) {
            return ByteBuffer.wrap(in.readNBytes(HEADER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWithMagic(ByteBuffer header) {
        return Arrays.equals(Arrays.copyOf(header.array(), MAGIC.length), MAGIC);
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
