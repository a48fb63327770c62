package acquaint.memory.local;

import acquaint.memory.Health;
import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** Opens the index in a directory. A damaged one is moved aside, whole, and an empty one takes its place. */
final class IndexDirectory {

    private static final Logger LOG = Logger.getLogger(IndexDirectory.class.getName());
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** Lucene warns at every start that it runs without the incubating vector module, which keyword search never uses. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    /** An index, and what is to be said about how it was found. */
    record Opened(MemoryIndex index, Health health) {}

    private IndexDirectory() {}

    static Opened open(Path path, Analyzer analyzer) throws MemoryException {
        VECTORS.setLevel(Level.SEVERE);
        try {
            return new Opened(openIndex(path, analyzer), Health.WELL);
        } catch (CorruptIndexException | IndexFormatTooOldException | EOFException | NoSuchFileException | FileNotFoundException e) {
            LOG.log(Level.WARNING, "the memory's index is damaged", e);
            return replaceDamaged(path, analyzer);
        } catch (IndexFormatTooNewException e) {
            throw new MemoryException(Kind.REFUSED, "the memory's index was written by a newer version of this program", e);
        } catch (LockObtainFailedException e) {
            throw new MemoryException(Kind.AWAY, "another program has the memory's index open", e);
        } catch (IOException | RuntimeException e) {
            throw new MemoryException(Kind.AWAY, "the memory's index cannot be opened", e);
        }
    }

    private static MemoryIndex openIndex(Path path, Analyzer analyzer) throws IOException {
        Files.createDirectories(path);
        FSDirectory directory = FSDirectory.open(path);
        if (!DirectoryReader.indexExists(directory) && holdsSegments(directory)) {
            directory.close();
            throw new CorruptIndexException("segments without the file that lists them", path.getFileName().toString());
        }
        return new MemoryIndex(directory, analyzer);
    }

    /** An empty index is committed before anything else is written, so a kill cannot leave segments that nothing lists. */
    private static boolean holdsSegments(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (file.startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    private static Opened replaceDamaged(Path path, Analyzer analyzer) throws MemoryException {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + STAMP.format(Instant.now()));
        try {
            Files.move(path, aside);
            String detail = "The memory's index was damaged. It was kept as %s; memory starts empty.".formatted(aside.getFileName());
            return new Opened(openIndex(path, analyzer), new Health(true, detail));
        } catch (IOException e) {
            throw new MemoryException(Kind.AWAY, "the memory's index is damaged and cannot be moved aside", e);
        }
    }
}
