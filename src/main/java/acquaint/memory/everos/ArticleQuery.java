package acquaint.memory.everos;

import java.util.Optional;

/** A search for help-centre articles. {@code base} names the knowledge base, which the self-hosted service has only one of. */
public record ArticleQuery(Optional<String> base, String query, int topK) {}
