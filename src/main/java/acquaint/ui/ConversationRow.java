package acquaint.ui;

import acquaint.casework.Conversation;
import acquaint.model.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One row of the conversation as it is shown: what was said, and the lines that divide it. */
sealed interface ConversationRow {

    /** Something that was said or happened. */
    record Said(Message message) implements ConversationRow {}

    /** A new day begins. */
    record Day(LocalDate date) implements ConversationRow {}

    /** From here on it is new to this agent. */
    record Unread() implements ConversationRow {}

    /** {@code count} older messages are not shown yet. */
    record Earlier(long count) implements ConversationRow {}

    /** {@code count} newer messages are not shown yet. */
    record Later(long count) implements ConversationRow {}

    /** The rows of a window of messages. */
    static List<ConversationRow> of(Conversation conversation, TimeWords times) {
        var rows = new ArrayList<ConversationRow>();
        if (conversation.earlier() > 0) {
            rows.add(new Earlier(conversation.earlier()));
        }
        LocalDate day = null;
        for (Message message : conversation.messages()) {
            LocalDate date = times.date(message.at());
            if (!date.equals(day)) {
                rows.add(new Day(date));
                day = date;
            }
            if (message.position() == conversation.firstUnread()) {
                rows.add(new Unread());
            }
            rows.add(new Said(message));
        }
        if (conversation.later() > 0) {
            rows.add(new Later(conversation.later()));
        }
        return rows;
    }
}
