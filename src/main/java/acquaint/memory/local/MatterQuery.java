package acquaint.memory.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Queries for "what is like these words". Built from words one by one: no query syntax, so no text can be a wrong query. */
final class MatterQuery {

    /** Bounds the work for a message of any length; more words than this hardly change the order of the answer. */
    private static final int WORDS = 64;

    /** Which field says it best; {@link Fields#TEXT} holds all that was said. */
    private static final Map<String, Float> EPISODE =
            Map.of(Fields.SUBJECT, 2f, Fields.SUMMARY, 2f, Fields.OUTCOME, 1.5f, Fields.TEXT, 1f);

    /** What was said right before counts for half: in a conversation it is what the words are about. */
    private static final Map<String, Float> PASSAGE = Map.of(Fields.TEXT, 1f, Fields.AROUND, 0.5f);

    /** A word that is in two fields of an episode counts as its best field and a little of the other. */
    private static final float TIE = 0.1f;
    private static final float SUM = 1;

    /** An order number or reservation code outweighs any sentence around it. */
    private static final float CODE_BOOST = 4f;

    /** At most what a frequent word adds to a score: enough to put the newer of two like things first. */
    private static final float RECENCY = 0.5f;

    private static final long RECENCY_HALVES_AFTER_MILLIS = 90L * 24 * 60 * 60 * 1000;

    private MatterQuery() {}

    /** Empty when {@code question} has no word to search by. */
    static Optional<BooleanQuery.Builder> episodes(Reading question) {
        return like(question, EPISODE, TIE).map(query -> kind(query, Fields.EPISODE));
    }

    /** Empty when {@code question} has no word to search by. */
    static Optional<BooleanQuery.Builder> passages(Reading question) {
        return like(question, PASSAGE, SUM).map(query -> kind(query, Fields.MESSAGE));
    }

    static TermQuery term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static BooleanQuery.Builder kind(Query like, String kind) {
        Query recent = LongField.newDistanceFeatureQuery(
                Fields.MILLIS, RECENCY, System.currentTimeMillis(), RECENCY_HALVES_AFTER_MILLIS);
        return new BooleanQuery.Builder()
                .add(like, Occur.MUST)
                .add(recent, Occur.SHOULD)
                .add(term(Fields.KIND, kind), Occur.FILTER);
    }

    private static Optional<Query> like(Reading question, Map<String, Float> fields, float others) {
        List<Reading.Word> words = question.words(WORDS);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Reading.Word word : words) {
            List<Query> anywhere = new ArrayList<>();
            float weight = word.isCode() ? CODE_BOOST : 1;
            fields.forEach((field, boost) -> anywhere.add(new BoostQuery(in(field, word), weight * boost)));
            any.add(new DisjunctionMaxQuery(anywhere, others), Occur.SHOULD);
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(any.build());
    }

    /** A word counts once in a field, as the form that fits best. */
    private static Query in(String field, Reading.Word word) {
        List<Query> forms = word.forms().stream().<Query>map(form -> term(Fields.in(field, form.language()), form.text())).toList();
        return forms.size() == 1 ? forms.getFirst() : new DisjunctionMaxQuery(forms, 0);
    }
}
