package acquaint.memory;

/** What a flush came to. */
public enum FlushResult {
    /** An episode was written or renewed. */
    EXTRACTED,
    /** Nothing new was there to extract; not an error. */
    NOTHING_NEW
}
