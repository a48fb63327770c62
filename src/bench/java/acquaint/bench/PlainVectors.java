package acquaint.bench;

import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.local.SentenceModel;
import acquaint.memory.local.StoredMemories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** What Lucene does as it comes: a graph (HNSW) of all memories' vectors, and one customer's by a filter. Vectors only. */
final class PlainVectors implements PlainRun.Plain {

    private static final String CUSTOMER = "customer";
    private static final String TEXT = "text";
    private static final String VECTOR = "vector";
    private static final int BUFFER_MEGABYTES = 512;
    private static final int WAITING = 1_000;

    private final SentenceModel model = new SentenceModel();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    PlainVectors(Path directory) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(directory));
        searcher = new IndexSearcher(reader);
    }

    /** With a thread for each processor. */
    static void build(Path memory, Path directory) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        var room = new Semaphore(WAITING);
        try (var writer = new IndexWriter(FSDirectory.open(directory), new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES));
                var workers = Executors.newFixedThreadPool(processors)) {
            StoredMemories.each(memory, one -> {
                var document = new Document();
                document.add(new StringField(CUSTOMER, one.customer(), Store.NO));
                document.add(new StoredField(TEXT, one.text()));
                document.add(new KnnFloatVectorField(VECTOR, one.vector(), VectorSimilarityFunction.DOT_PRODUCT));
                room.acquire();
                add(workers, writer, document, room);
            });
            room.acquire(WAITING);
            writer.commit();
        }
    }

    private static void add(ExecutorService workers, IndexWriter writer, Document document, Semaphore room) {
        workers.execute(() -> {
            try {
                writer.addDocument(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                room.release();
            }
        });
    }

    @Override
    public List<SearchMethod> methods() {
        return List.of(SearchMethod.VECTOR);
    }

    @Override
    public int ofCustomer(RecallRequest request) throws Exception {
        return found(request, new TermQuery(new Term(CUSTOMER, request.customer().value())));
    }

    @Override
    public int ofAll(RecallRequest request) throws Exception {
        return found(request, null);
    }

    private int found(RecallRequest request, Query filter) throws Exception {
        float[] vector = model.of(List.of(request.words())).getFirst();
        var texts = new ArrayList<String>();
        for (ScoreDoc hit : searcher.search(new KnnFloatVectorQuery(VECTOR, vector, request.limit(), filter), request.limit()).scoreDocs) {
            texts.add(searcher.storedFields().document(hit.doc).get(TEXT));
        }
        return texts.size();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
