package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;

/** Answers questions from one state of the index. For the thread that asks; not shared. */
final class MemorySearch {

    /** Where the words match no episode, so many of the newest say at least who this is. */
    private static final int NEWEST = 3;

    /** A customer's name heard in each of thousands of tickets is still one name; the newest suffice. */
    private static final int HEARD = 2_000;

    /** Of a session at hand that was never flushed, so much of its end is told. */
    private static final int PENDING = 50;

    private static final Sort NEWEST_FIRST = new Sort(LongField.newSortField(Fields.MILLIS, true, SortedNumericSelector.Type.MIN));
    private static final Sort LAST_FIRST = new Sort(LongField.newSortField(Fields.SEQUENCE, true, SortedNumericSelector.Type.MIN));
    private static final Sort AS_SAID = new Sort(LongField.newSortField(Fields.SEQUENCE, false, SortedNumericSelector.Type.MIN));

    private final IndexSearcher searcher;
    private final WordAnalyzer analyzer;

    MemorySearch(IndexSearcher searcher, WordAnalyzer analyzer) {
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    Recall recall(RecallRequest request) throws IOException {
        List<ProfileItem> profile = profile(request.customer()).matchingFirst(request.words(), analyzer);
        List<Episode> episodes = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        for (Hit hit : best(MatterQuery.episodes(request.words(), analyzer), request)) {
            episodes.add(Documents.episode(hit.document(), hit.score()));
        }
        for (Hit hit : best(MatterQuery.passages(request.words(), analyzer), request)) {
            Documents.Said said = Documents.said(hit.document());
            passages.add(new Passage(said.session(), said.utterance(), hit.score()));
        }
        if (episodes.isEmpty()) {
            Query others = ofOtherSessions(of(Fields.EPISODE, request.customer()), request).build();
            episodes.addAll(newest(others, 0, Math.min(NEWEST, request.limit())));
        }
        List<Utterance> pending = request.current().isPresent()
                ? pending(request.customer(), request.current().get())
                : List.of();
        return new Recall(profile, episodes, passages, pending);
    }

    /** What was said in a session since its last episode. */
    private List<Utterance> pending(CustomerId customer, SessionId session) throws IOException {
        long flushed = newestOf(Fields.EPISODE, customer, session, 1).stream().mapToLong(Documents::sequence).max().orElse(0);
        return newestOf(Fields.MESSAGE, customer, session, PENDING).stream()
                .filter(message -> Documents.sequence(message) > flushed)
                .map(message -> Documents.said(message).utterance())
                .toList()
                .reversed();
    }

    private List<Document> newestOf(String kind, CustomerId customer, SessionId session, int limit) throws IOException {
        Query query = of(kind, customer).add(MatterQuery.term(Fields.SESSION, session.value()), Occur.FILTER).build();
        return hits(searcher.search(query, limit, LAST_FIRST).scoreDocs).stream().map(Hit::document).toList();
    }

    List<Episode> episodes(CustomerId customer, int offset, int limit) throws IOException {
        return newest(of(Fields.EPISODE, customer).build(), offset, limit);
    }

    Profile profile(CustomerId customer) throws IOException {
        List<ProfileItem> items = new ArrayList<>();
        for (String corrected : List.of("true", "false")) {
            Query query = of(Fields.ITEM, customer)
                    .add(MatterQuery.term(Fields.CORRECTED, corrected), Occur.FILTER)
                    .build();
            hits(searcher.search(query, HEARD, NEWEST_FIRST).scoreDocs)
                    .forEach(hit -> items.add(Documents.item(hit.document())));
        }
        return Profile.of(items);
    }

    List<Episode> precedents(RecallRequest request) throws IOException {
        Optional<BooleanQuery.Builder> like = MatterQuery.episodes(request.words(), analyzer);
        if (like.isEmpty()) {
            return List.of();
        }
        Query ofOthers = like.get()
                .add(MatterQuery.term(Fields.ENDED_WELL, "yes"), Occur.FILTER)
                .add(MatterQuery.term(Fields.CUSTOMER, request.customer().value()), Occur.MUST_NOT)
                .build();
        return hits(searcher.search(ofOthers, request.limit()).scoreDocs).stream()
                .map(hit -> Documents.episode(hit.document(), hit.score()))
                .toList();
    }

    /** All that match, in the order remembered. */
    List<Document> all(Query query) throws IOException {
        int count = Math.max(1, searcher.count(query));
        return hits(searcher.search(query, count, AS_SAID).scoreDocs).stream().map(Hit::document).toList();
    }

    static BooleanQuery.Builder of(String kind, CustomerId customer) {
        return new BooleanQuery.Builder()
                .add(MatterQuery.term(Fields.KIND, kind), Occur.FILTER)
                .add(MatterQuery.term(Fields.CUSTOMER, customer.value()), Occur.FILTER);
    }

    private record Hit(Document document, double score) {}

    private List<Hit> best(Optional<BooleanQuery.Builder> like, RecallRequest request) throws IOException {
        if (like.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder own =
                like.get().add(MatterQuery.term(Fields.CUSTOMER, request.customer().value()), Occur.FILTER);
        return hits(searcher.search(ofOtherSessions(own, request).build(), request.limit()).scoreDocs);
    }

    private static BooleanQuery.Builder ofOtherSessions(BooleanQuery.Builder query, RecallRequest request) {
        request.current()
                .ifPresent(current -> query.add(MatterQuery.term(Fields.SESSION, current.value()), Occur.MUST_NOT));
        return query;
    }

    private List<Episode> newest(Query query, int offset, int limit) throws IOException {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("offset must be 0 or more and limit 1 or more");
        }
        int wanted = (int) Math.min((long) offset + limit, Math.max(1, searcher.count(query)));
        TopDocs top = searcher.search(query, wanted, NEWEST_FIRST);
        return hits(top.scoreDocs).stream()
                .skip(offset)
                .map(hit -> Documents.episode(hit.document(), 0))
                .toList();
    }

    private List<Hit> hits(ScoreDoc[] found) throws IOException {
        List<Hit> hits = new ArrayList<>(found.length);
        for (ScoreDoc hit : found) {
            hits.add(new Hit(searcher.storedFields().document(hit.doc), hit.score));
        }
        return hits;
    }
}
