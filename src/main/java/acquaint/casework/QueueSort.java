package acquaint.casework;

/** The order of the queue. */
public enum QueueSort {
    /** The customer who has waited longest first; those who do not wait come after, newest first. */
    WAITING_LONGEST,
    /** The newest message first. */
    NEWEST,
    /** The most urgent first, within it the longest waiting. */
    PRIORITY
}
