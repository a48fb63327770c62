package acquaint.model;

import java.time.Instant;

/**
 * One thing said in a ticket. {@code position} counts from 1 within the ticket and orders its messages; {@code author}
 * is the customer's name, the agent's name, or who caused an event. The text of an event is an {@link Event}, not prose.
 */
public record Message(
        MessageId id, TicketId ticket, long position, Kind kind, String author, Instant at, String text, Delivery delivery) {

    /** Who a message is from and for. */
    public enum Kind {
        /** From the customer. */
        CUSTOMER,
        /** From an agent to the customer. */
        REPLY,
        /** From an agent to the team; never leaves the desk. */
        NOTE,
        /** Something that happened to the ticket, told in the conversation. */
        EVENT
    }

    /** How far a reply has come on its way to the customer. */
    public enum Delivery {
        /** Not something to deliver, or delivered before this desk knew of it. */
        NONE,
        /** Held back so that it can be undone. */
        HELD,
        /** On its way; it can no longer be undone. */
        SENDING,
        /** Handed to the channel, which took it. */
        SENT,
        /** The channel refused it; the agent can try again. */
        FAILED,
        /** The program stopped in mid-send: it may or may not have left, and the agent decides. */
        UNCERTAIN
    }

    public boolean isFrom(Kind other) {
        return kind == other;
    }
}
