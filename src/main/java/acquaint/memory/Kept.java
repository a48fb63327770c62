package acquaint.memory;

/** How far what was handed to an engine has come. */
public enum Kept {
    /** Taken and still being worked on. The same call again tells more; nothing else may be said in the session until then. */
    QUEUED,
    /** Kept with its session. */
    BUFFERED,
    /** Kept, and the engine found by itself that an episode was complete. */
    EXTRACTED
}
