package acquaint.casework;

/** How far copying the desk's history is, in tickets. {@code refused} counts messages that the memory would not take. */
public record CopyProgress(int done, int total, long messages, long refused, boolean finished) {}
