package acquaint.memory.local;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * The Lucene index; what was written is found after {@link #commit}. Only one thread may write, and it must never be
 * interrupted, since an interrupt closes the file under Lucene's hands. Reading is for any thread: a reader's files are
 * mapped and open, and it is opened from the directory, not from the writer, whose lock the last user of a reader would
 * otherwise touch, and lose when interrupted.
 */
final class MemoryIndex implements AutoCloseable {

    @FunctionalInterface
    interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    /** How far the index has come in the changes of memory's file, and which file that is. */
    record Mark(String file, long change) {

        static final Mark NONE = new Mark("", 0);
    }

    /** Changes whenever documents are made in another way: an index of another form is made again. */
    private static final String FORM = "4";

    /** Short texts of much the same length: the length says less than in articles (k1 and b as in Anserini's defaults). */
    private static final BM25Similarity SIMILARITY = new BM25Similarity(0.9f, 0.4f);

    /** Only the making of an index fills it: parts this large need hardly be merged, which for vectors is as much work again. */
    private static final double BUFFER_MEGABYTES = 64;

    private final Directory directory;
    private final Analyzer analyzer;
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;

    /** Takes over {@code directory} and closes it, also when opening fails. */
    MemoryIndex(Directory directory, Analyzer analyzer) throws IOException {
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
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setMergePolicy(merges).setSimilarity(SIMILARITY).setRAMBufferSizeMB(BUFFER_MEGABYTES));
        writer.commit();
        SearcherManager former = searchers;
        searchers = new SearcherManager(directory, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(SIMILARITY);
                return searcher;
            }
        });
        if (former != null) {
            former.close();
        }
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

    /** What the last commit said; {@link Mark#NONE} for an index that has to be made. Writing thread. */
    Mark mark() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        Map<String, String> said = data == null ? Map.of()
                : StreamSupport.stream(data.spliterator(), false).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return FORM.equals(said.get("form")) ? new Mark(said.get("file"), Long.parseLong(said.get("change"))) : Mark.NONE;
    }

    /** Puts {@code document} in the place of the one with the same key, if there is one. Writing thread. */
    void put(String key, Document document) throws IOException {
        writer.updateDocument(new Term(Fields.KEY, key), document);
    }

    /** Writing thread. */
    void add(Collection<Document> documents) throws IOException {
        writer.addDocuments(documents);
    }

    /** Writing thread. */
    void delete(String key) throws IOException {
        writer.deleteDocuments(new Term(Fields.KEY, key));
    }

    /** Writing thread. */
    void deleteAll() throws IOException {
        writer.deleteAll();
    }

    /** Rewrites the files without what was deleted; takes as long as copying them. Writing thread. */
    void expunge() throws IOException {
        writer.forceMergeDeletes(true);
    }

    /** On return what was written survives a crash and is seen by everybody. Writing thread. */
    void commit(Mark mark) throws IOException {
        writer.setLiveCommitData(Map.of("form", FORM, "file", mark.file(), "change", Long.toString(mark.change())).entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
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
