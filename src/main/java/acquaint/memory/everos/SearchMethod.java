package acquaint.memory.everos;

/** How the service searches. Scores of different methods cannot be compared. */
public enum SearchMethod { KEYWORD, VECTOR, HYBRID, AGENTIC }
