package acquaint.model;

/** What somebody writes in a ticket: what is said in it, or the words that go with a step of its handoff or of a reply that waits for a second person. */
public enum Mode {
    /** To the customer. */
    REPLY,
    /** For the team. */
    NOTE,
    /** To who reviews the handoff. */
    ANSWER,
    /** To who handed it over. */
    QUESTION,
    /** Why a handoff is returned. */
    RETURN, DECISION,
    /** Why a handoff is taken back. */
    WITHDRAWAL,
    /** What the author of a held reply is to change. */
    SEND_BACK
}
