package acquaint.memory.local;

import acquaint.model.CustomerId;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * The Lucene index; what was written is found after {@link #commit()}. Only one thread may write, and it must never be
 * interrupted, since an interrupt closes the file under Lucene's hands. Reading is for any thread: a reader's files are
 * mapped and open, and it is opened from the directory, not from the writer, whose lock the last user of a reader would
 * otherwise touch, and lose when interrupted.
 */
final class MemoryIndex implements AutoCloseable {

    @FunctionalInterface
    interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    private final Directory directory;
    private final Analyzer analyzer;
    private final Set<String> unseenKeys = new HashSet<>();
    /** Whose documents were written since the last commit. */
    private final Set<CustomerId> touched = new HashSet<>();
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;
    private long sequence;

    /** Takes over {@code directory} and closes it, also when opening fails. */
    MemoryIndex(FSDirectory directory, Analyzer analyzer) throws IOException {
        this.directory = directory;
        this.analyzer = analyzer;
        try {
            openWriter();
            for (LeafReaderContext leaf : read(IndexSearcher::getIndexReader).leaves()) {
                leaf.reader().checkIntegrity();
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void openWriter() throws IOException {
        // Forgetting rewrites every segment that holds something deleted, however little it is.
        TieredMergePolicy merges = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setMergePolicy(merges));
        writer.commit();
        SearcherManager former = searchers;
        searchers = new SearcherManager(directory, null);
        unseenKeys.clear();
        touched.clear();
        sequence = read(searcher -> greatestSequence(searcher.getIndexReader()));
        if (former != null) {
            former.close();
        }
    }

    private static long greatestSequence(IndexReader reader) throws IOException {
        byte[] greatest = PointValues.getMaxPackedValue(reader, Fields.SEQUENCE);
        return greatest == null ? 0 : LongPoint.decodeDimension(greatest, 0);
    }

    /** Opens the writer anew where a full disk or a failing one has closed it; does nothing otherwise. Writing thread. */
    void ensureOpen() throws IOException {
        if (!writer.isOpen()) {
            openWriter();
        }
    }

    <T> T read(Reading<T> reading) throws IOException {
        SearcherManager current = searchers;
        IndexSearcher searcher = current.acquire();
        try {
            return reading.from(searcher);
        } finally {
            current.release(searcher);
        }
    }

    /** Like {@link #read}, and sees all that was written about {@code customer}; commits first if it must. Writing thread. */
    <T> T readNewest(CustomerId customer, Reading<T> reading) throws IOException {
        if (touched.contains(customer)) {
            commit();
        }
        return read(reading);
    }

    /** Writing thread. */
    boolean contains(String key) throws IOException {
        return unseenKeys.contains(key) || read(searcher -> searcher.count(new TermQuery(new Term(Fields.KEY, key)))) > 0;
    }

    /** The number for the next thing said; it is above all that the index has. Writing thread. */
    long nextSequence() {
        return ++sequence;
    }

    long lastSequence() {
        return sequence;
    }

    /** Adds all or none. Writing thread. */
    void add(CustomerId customer, List<Document> documents) throws IOException {
        touched.add(customer);
        writer.addDocuments(documents);
        documents.forEach(document -> unseenKeys.add(document.get(Fields.KEY)));
    }

    /** Puts {@code document} in the place of the one with the same key, if there is one. Writing thread. */
    void put(CustomerId customer, Document document) throws IOException {
        touched.add(customer);
        writer.updateDocument(new Term(Fields.KEY, document.get(Fields.KEY)), document);
    }

    /** Writing thread. */
    void delete(CustomerId customer, Query query) throws IOException {
        touched.add(customer);
        writer.deleteDocuments(query);
    }

    /** Rewrites the files without what was deleted; takes as long as copying them. Writing thread. */
    void expunge() throws IOException {
        writer.forceMergeDeletes(true);
    }

    /** On return what was written survives a crash and is seen by everybody. Writing thread. */
    void commit() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
        unseenKeys.clear();
        touched.clear();
        writer.deleteUnusedFiles();
    }

    boolean isOpen() {
        return writer != null && writer.isOpen();
    }

    /** Gives up merges under way and what was not committed; so it is quick. */
    @Override
    public void close() throws IOException {
        IndexWriter last = writer;
        IOUtils.close(searchers, last == null ? null : last::rollback, directory);
    }
}
