package acquaint.memory;

/** What a flush came to. */
public enum FlushResult {
    /** What was said before is still being worked on: ask again a little later. */
    QUEUED,
    /** An episode was written or renewed. */
    EXTRACTED,
    /** Nothing new was there to extract; not an error. */
    NOTHING_NEW
}
