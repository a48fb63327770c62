package acquaint.memory.local;

import acquaint.memory.RecallRequest;
import acquaint.model.CustomerId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What the index finds: of one customer by the words, of all others by the words or near a vector. */
final class WordHits {

    /** A memory that was found; {@code score} is of BM25, or Lucene's own of a cosine where it was found by its vector. */
    record Hit(String key, String session, double score) {}

    /** More hits than these are not told apart by their words anyway. */
    private static final int MOST = 1_000;
    /** Of others' episodes so many more are taken than asked for, so that both ways of finding them meet. */
    private static final int WIDER = 4;

    private final IndexSearcher searcher;

    WordHits(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** In which languages this customer's memories are written. */
    Set<Language> languages(CustomerId customer) throws IOException {
        var languages = EnumSet.noneOf(Language.class);
        Terms known = MultiTerms.getTerms(searcher.getIndexReader(), Fields.LANGUAGE);
        TermsEnum each = known == null ? TermsEnum.EMPTY : known.iterator();
        for (BytesRef code = each.next(); code != null; code = each.next()) {
            Query written = new BooleanQuery.Builder()
                    .add(MatterQuery.term(Fields.CUSTOMER, customer.value()), Occur.FILTER)
                    .add(new TermQuery(new Term(Fields.LANGUAGE, BytesRef.deepCopyOf(code))), Occur.FILTER)
                    .build();
            if (searcher.search(written, 1).scoreDocs.length > 0) {
                Language.of(code.utf8ToString()).ifPresent(languages::add);
            }
        }
        return languages;
    }

    /** Of this customer and of other sessions than the one at hand. */
    List<Hit> of(Optional<BooleanQuery.Builder> like, RecallRequest request) throws IOException {
        if (like.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder own = like.get().add(MatterQuery.term(Fields.CUSTOMER, request.customer().value()), Occur.FILTER);
        request.current().ifPresent(current -> own.add(MatterQuery.term(Fields.SESSION, current.value()), Occur.MUST_NOT));
        return hits(searcher.search(own.build(), MOST).scoreDocs);
    }

    /** Of all other customers, where it ended well. */
    List<Hit> ofOthers(Optional<BooleanQuery.Builder> like, RecallRequest request) throws IOException {
        if (like.isEmpty()) {
            return List.of();
        }
        Query query = like.get().add(others(request), Occur.FILTER).build();
        return hits(searcher.search(query, wider(request)).scoreDocs);
    }

    static int wider(RecallRequest request) {
        return request.limit() * WIDER;
    }

    /** Episodes of all other customers that ended well, nearest first. */
    List<Hit> nearOthers(Embedding vector, RecallRequest request) throws IOException {
        int wanted = wider(request);
        var near = new KnnFloatVectorQuery(Fields.vector(vector.values().length), vector.floats(), wanted, others(request));
        return hits(searcher.search(near, wanted).scoreDocs);
    }

    private static Query others(RecallRequest request) {
        return new BooleanQuery.Builder()
                .add(MatterQuery.term(Fields.ENDED_WELL, "yes"), Occur.FILTER)
                .add(MatterQuery.term(Fields.CUSTOMER, request.customer().value()), Occur.MUST_NOT)
                .build();
    }

    private List<Hit> hits(ScoreDoc[] found) throws IOException {
        var hits = new ArrayList<Hit>(found.length);
        for (ScoreDoc one : found) {
            hits.add(new Hit(value(Fields.KEY, one.doc), value(Fields.SESSION, one.doc), one.score));
        }
        return hits;
    }

    private String value(String field, int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
        values.advanceExact(document - leaf.docBase);
        return values.binaryValue().utf8ToString();
    }
}
