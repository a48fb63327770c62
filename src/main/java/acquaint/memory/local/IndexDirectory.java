package acquaint.memory.local;

import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** Opens the index in a directory. A damaged one is thrown away: it is made again from memory's file. */
final class IndexDirectory {

    private static final Logger LOG = Logger.getLogger(IndexDirectory.class.getName());

    /** Lucene warns at every start that it runs without the incubating vector module, which buys little here. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private IndexDirectory() {}

    static MemoryIndex open(Path path, Analyzer analyzer) throws MemoryException {
        VECTORS.setLevel(Level.SEVERE);
        try {
            Files.createDirectories(path);
            try {
                return new MemoryIndex(FSDirectory.open(path), analyzer);
            } catch (LockObtainFailedException e) {
                throw new MemoryException(Kind.AWAY, "another program has this memory open", e);
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "memory's index cannot be read and is made again", e);
                empty(path);
                return new MemoryIndex(FSDirectory.open(path), analyzer);
            }
        } catch (IOException | RuntimeException e) {
            throw new MemoryException(Kind.AWAY, "memory's index cannot be opened", e);
        }
    }

    private static void empty(Path path) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(path)) {
            files = listed.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
