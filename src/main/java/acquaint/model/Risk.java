package acquaint.model;

/** What may come of a matter beyond the matter itself. */
public enum Risk {
    /** A sum is at stake. */
    MONEY,
    /** Law, authority or lawyer was named. */
    LEGAL,
    /** Somebody may come to harm. */
    SAFETY,
    /** The customer may leave. */
    CHURN,
    /** The customer may tell the world. */
    PUBLIC
}
