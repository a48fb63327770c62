package acquaint.model;

/** What an agent writes in a ticket: a reply to the customer, a note for the team, or an answer to who reviews its handoff. */
public enum Mode { REPLY, NOTE, ANSWER }
