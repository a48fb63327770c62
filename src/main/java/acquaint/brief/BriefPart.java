package acquaint.brief;

/** What a brief tells, in the order in which it is read. */
public enum BriefPart {
    /** Who the customer is: tier, since when, what else there was. */
    CUSTOMER,
    /** What is wanted, in the customer's own words. */
    ISSUE,
    /** Why it is handed over. */
    WHY,
    /** What was attempted; a line's detail is the result. */
    TRIED,
    /** What the customer was promised; a line's detail says by whom and until when. */
    PROMISED,
    /** Facts that the desk looked up or has on record. */
    VERIFIED,
    /** What only the customer says. */
    CLAIMED,
    /** How the customer feels, with the words that show it; a line's detail names the mood. */
    MOOD,
    /** What happened before, in other tickets. */
    HISTORY,
    /** Questions that nobody has answered. */
    OPEN_QUESTIONS,
    /** What else may come of it; a line's detail names the {@link acquaint.model.Risk}. */
    RISK,
    /** What the receiver is asked to decide. */
    DECISION,
    /** What to do next, and what is not allowed. */
    NEXT_STEP
}
