package acquaint.soak;

import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One line that the child says: what it is about to do, or that it is done and acknowledged. Of a done step
 * {@code version} and {@code status} are the ticket's afterwards.
 */
record Step(boolean done, Act act, String ticket, String message, String text, long version, String status) {

    enum Act {
        /** The desk is open. */
        READY,
        TYPE_REPLY,
        TYPE_NOTE,
        SEND,
        SEND_AND_CLOSE,
        /** A send that was not taken, since the customer had written meanwhile. */
        REFUSED,
        UNDO,
        TOO_LATE,
        NOTE,
        HEAR,
        /** A new ticket; {@code text} is its subject and its first message. */
        OPEN,
        CLOSE,
        REOPEN,
        IMPORT
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static Step about(Act act, TicketId ticket, MessageId message, String text) {
        return new Step(false, act, ticket.value(), message.value(), text, 0, "");
    }

    static Step done(Act act, String ticket) {
        return new Step(true, act, ticket, "", "", 0, "");
    }

    Step becoming(Act other) {
        return new Step(done, other, ticket, message, text, version, status);
    }

    Step with(String newTicket, String newMessage) {
        return new Step(done, act, newTicket, newMessage, text, version, status);
    }

    Step doneAt(long newVersion, String newStatus) {
        return new Step(true, act, ticket, message, text, newVersion, newStatus);
    }

    Mode mode() {
        return act == Act.TYPE_NOTE || act == Act.NOTE ? Mode.NOTE : Mode.REPLY;
    }

    String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Step of(String line) {
        try {
            return JSON.readValue(line, Step.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the child said: " + line, e);
        }
    }
}
