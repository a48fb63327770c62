package acquaint.memory.everos;

import acquaint.memory.everos.Call.UnreadableAnswer;
import java.util.List;
import java.util.Optional;

/** Reads topics of help-centre articles by the key names of the cloud and of self-hosted servers. */
final class ArticleReader {

    /** As long as a question may be in both. */
    static final int LONGEST_QUERY = 2000;

    private ArticleReader() {}

    static List<Article> all(Answer answer) throws UnreadableAnswer {
        return LooseObject.data(answer).objects("hits").stream().flatMap(hit -> one(hit).stream()).toList();
    }

    private static Optional<Article> one(LooseObject hit) {
        LooseObject document = hit.object("document");
        return hit.text("topic_id", "id").map(id -> new Article(
                id,
                document.text("doc_id", "id").or(() -> hit.text("doc_id")).orElse(""),
                document.text("title").or(() -> hit.text("document")).orElse(""),
                hit.text("topic_name", "name").or(() -> document.text("title")).orElse(""),
                hit.text("summary").orElse(""),
                hit.text("content").orElse(""),
                hit.number("score")));
    }

    /** {@code query} as far as it may be long. */
    static String query(ArticleQuery query) {
        String words = query.query();
        return words.length() <= LONGEST_QUERY ? words : words.substring(0, LONGEST_QUERY);
    }
}
