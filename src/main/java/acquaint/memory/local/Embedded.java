package acquaint.memory.local;

/** What a memory means as a vector of a model; {@code key} and {@code session} say which memory it is. */
record Embedded(String key, String session, Embedding vector) {}
