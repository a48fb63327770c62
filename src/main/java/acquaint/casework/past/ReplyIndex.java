package acquaint.casework.past;

import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * The Lucene index of what replies answered. It holds words and the replies' ids, no texts. One thread writes at a time and must not be interrupted;
 * reading is for any thread.
 */
final class ReplyIndex implements AutoCloseable {

    /** A reply and how well it fits (BM25, no unit). */
    record Hit(MessageId reply, double score) {}

    /** How far it has come: the number of the newest row taken in, and which reply stood there. */
    record Mark(long row, String reply) {

        static final Mark NONE = new Mark(0, "");
    }

    /** Changes whenever documents are made in another way. */
    private static final String FORM = "1";
    private static final String ASKED = "asked";
    private static final String BEFORE = "before";
    private static final String MATTER = "matter";
    /** What the customer just said decides; what we had said before tells which step of a dialogue it is. */
    private static final Map<String, Float> WEIGHTS = Map.of(ASKED, 1.0f, BEFORE, 0.7f, MATTER, 0.5f);
    /** The first so many different words: a longer text says nothing new, and a search must stay quick. */
    private static final int MOST_WORDS = 60;

    private final Directory directory;
    private final Words words = new Words();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** Takes over {@code directory} and closes it, also when opening fails. */
    ReplyIndex(Directory directory) throws IOException {
        this.directory = directory;
        IndexWriter opened = null;
        try {
            // Forgetting rewrites every part that holds something deleted, however little it is.
            TieredMergePolicy merges = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
            opened = new IndexWriter(directory, new IndexWriterConfig(words).setMergePolicy(merges));
            opened.commit();
            writer = opened;
            searchers = new SearcherManager(directory, null);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(opened, directory);
            throw e;
        }
    }

    Mark mark() {
        var data = writer.getLiveCommitData();
        if (data == null) {
            return Mark.NONE;
        }
        var said = new HashMap<String, String>();
        data.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
        return FORM.equals(said.get("form")) ? new Mark(Long.parseLong(said.get("row")), said.get("reply")) : Mark.NONE;
    }

    void put(Message reply, Case answered) throws IOException {
        var document = new Document();
        document.add(new StringField("id", reply.id().value(), Field.Store.NO));
        document.add(new StoredField("reply", reply.id().value()));
        document.add(new StringField("ticket", reply.ticket().value(), Field.Store.NO));
        document.add(new LongPoint("position", reply.position()));
        document.add(new TextField(ASKED, answered.asked(), Field.Store.NO));
        document.add(new TextField(BEFORE, answered.before(), Field.Store.NO));
        document.add(new TextField(MATTER, answered.matter(), Field.Store.NO));
        writer.updateDocument(new Term("id", reply.id().value()), document);
    }

    /** All of a ticket up to a position, and what the files still hold of it. Found no more after {@link #commit}. */
    void forget(TicketId ticket, long position) throws IOException {
        writer.deleteDocuments(new BooleanQuery.Builder().add(new TermQuery(new Term("ticket", ticket.value())), Occur.MUST)
                .add(LongPoint.newRangeQuery("position", 0, position), Occur.MUST).build());
    }

    void expunge() throws IOException {
        writer.forceMergeDeletes();
    }

    void clear() throws IOException {
        writer.deleteAll();
        commit(Mark.NONE);
    }

    void commit(Mark mark) throws IOException {
        writer.setLiveCommitData(Map.of("form", FORM, "row", Long.toString(mark.row()), "reply", mark.reply()).entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** The best {@code limit} outside of one ticket, best first. */
    List<Hit> like(Case wanted, Optional<TicketId> without, int limit) throws IOException {
        var query = new BooleanQuery.Builder();
        add(query, ASKED, wanted.asked());
        add(query, BEFORE, wanted.before());
        add(query, MATTER, wanted.matter());
        without.ifPresent(ticket -> query.add(new TermQuery(new Term("ticket", ticket.value())), Occur.MUST_NOT));
        IndexSearcher searcher = searchers.acquire();
        try {
            var hits = new ArrayList<Hit>();
            for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
                hits.add(new Hit(new MessageId(searcher.storedFields().document(hit.doc).get("reply")), hit.score));
            }
            return hits;
        } finally {
            searchers.release(searcher);
        }
    }

    private void add(BooleanQuery.Builder query, String field, String text) throws IOException {
        for (String term : terms(text)) {
            query.add(new BoostQuery(new TermQuery(new Term(field, term)), WEIGHTS.get(field)), Occur.SHOULD);
        }
    }

    private LinkedHashSet<String> terms(String text) throws IOException {
        var terms = new LinkedHashSet<String>();
        try (TokenStream tokens = words.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (terms.size() < MOST_WORDS && tokens.incrementToken()) {
                terms.add(term.toString());
            }
        }
        return terms;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
    }
}
