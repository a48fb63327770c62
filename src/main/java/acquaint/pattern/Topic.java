package acquaint.pattern;

/** A word that says what tickets of a customer are about, and how many are. */
public record Topic(String word, int tickets) {}
