package acquaint.memory.everos;

/** A topic of a help-centre article. {@code content} may be empty; scores order one answer and mean nothing beside another's. */
public record Article(String id, String documentId, String documentTitle, String name, String summary, String content, double score) {}
