package acquaint.memory.local;

import acquaint.memory.MemoryException;
import acquaint.memory.MemoryException.Kind;
import acquaint.model.CustomerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.ThreadInterruptedException;
import org.jdbi.v3.core.JdbiException;

/** Reads memory's file and index for whoever asks, on their thread, and tells in memory's own words why that cannot be. Never writes. */
final class Questions {

    /** What is asked of a search. */
    @FunctionalInterface
    interface Question<T> {
        T to(MemorySearch search) throws IOException;
    }

    private final MemoryFile file;
    private final MemoryIndex index;
    private final IndexKeeper keeper;
    private final WordAnalyzer analyzer;
    private final BooleanSupplier closed;

    /** {@code closed} says whether memory is: what a question runs into then is no fault. */
    Questions(MemoryFile file, MemoryIndex index, IndexKeeper keeper, WordAnalyzer analyzer, BooleanSupplier closed) {
        this.file = file;
        this.index = index;
        this.keeper = keeper;
        this.analyzer = analyzer;
        this.closed = closed;
    }

    /** Of the index, or while that is being made, of one with nothing but this customer in it. */
    <T> T search(CustomerId customer, Question<T> question) throws MemoryException, InterruptedException {
        return ask(() -> {
            if (keeper.ready()) {
                return index.read(searcher -> answer(searcher, question));
            }
            try (var own = new MemoryIndex(new ByteBuffersDirectory(), analyzer)) {
                own.add(file.read(tables -> IndexKeeper.documents(tables, customer)));
                own.commit(MemoryIndex.Mark.NONE);
                return own.read(searcher -> answer(searcher, question));
            }
        });
    }

    private <T> T answer(IndexSearcher searcher, Question<T> question) {
        return file.read(tables -> {
            try {
                return question.to(new MemorySearch(new WordHits(searcher), tables, analyzer));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Reading takes milliseconds, so it is enough to look for an interrupt before it. */
    <T> T ask(Callable<T> question) throws MemoryException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (closed.getAsBoolean()) {
            throw new MemoryException(Kind.AWAY, "memory is closed");
        }
        try {
            return question.call();
        } catch (ThreadInterruptedException e) {
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        } catch (IOException | UncheckedIOException | AlreadyClosedException | JdbiException e) {
            throw EmbedThread.asMemoryException(e);
        } catch (MemoryException | InterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            if (closed.getAsBoolean()) { // By another thread, in the middle of the question.
                throw EmbedThread.asMemoryException(e);
            }
            throw e;
        } catch (Exception e) {
            throw EmbedThread.asMemoryException(e);
        }
    }
}
