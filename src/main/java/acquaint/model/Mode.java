package acquaint.model;

/** What the composer writes: a reply to the customer, or a note for the team. */
public enum Mode { REPLY, NOTE }
