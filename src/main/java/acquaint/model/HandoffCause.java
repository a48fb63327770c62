package acquaint.model;

/** Who or what wanted a ticket to be handed over. */
public enum HandoffCause {
    /** A rule of the house. */
    RULE,
    /** The agent's own judgement. */
    AGENT,
    /** The customer asked for it. */
    CUSTOMER
}
