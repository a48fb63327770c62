package acquaint.pattern;

import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.TicketStatus;
import acquaint.reply.Saying;
import acquaint.reply.Spoken;
import java.util.List;
import java.util.Optional;

/** What ended a matter, read from its messages in order: the sentence of ours that says what was done, or the step that the customer says helped. */
public final class Solution {

    private Solution() {}

    /** In our words to this customer. Empty where nothing was done, or where the customer said afterwards that it did not help. */
    public static Optional<String> of(List<Message> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            Message message = messages.get(i);
            if (message.isFrom(Message.Kind.CUSTOMER) && Saying.CONTRADICTED.isIn(message.text()) && !Saying.WORKED.isIn(message.text())) {
                return Optional.empty();
            }
            if (message.isFrom(Message.Kind.REPLY)) {
                boolean helped = messages.subList(i + 1, messages.size()).stream().anyMatch(later -> later.isFrom(Message.Kind.CUSTOMER) && Saying.WORKED.isIn(later.text()));
                Optional<String> sentence = Spoken.in(message).stream().map(Spoken::text).filter(said -> isDone(said) || helped && Saying.STEPS.isIn(said)).findFirst();
                if (sentence.isPresent()) {
                    return sentence;
                }
            }
        }
        return Optional.empty();
    }

    static boolean isDone(String sentence) {
        return Saying.DONE.isIn(sentence) && !Saying.NOTDONE.isIn(sentence) && !Saying.REFUSED.isIn(sentence) && !Saying.CHECKED.isIn(sentence) && !sentence.matches("(?s).*[?:]");
    }

    /** Whether the customer wrote again after it was closed. */
    public static boolean cameBack(List<Message> messages) {
        String closed = new Event(Event.Name.STATUS, TicketStatus.CLOSED.name()).text();
        boolean ended = false;
        for (Message message : messages) {
            if (ended && message.isFrom(Message.Kind.CUSTOMER)) {
                return true;
            }
            ended |= message.isFrom(Message.Kind.EVENT) && message.text().equals(closed);
        }
        return false;
    }

    /** Whether two sentences tell of the same deed: two thirds of the words of the shorter stand in the other. */
    static boolean isSame(String one, String other) {
        var words = Terms.of(one).keySet();
        var others = Terms.of(other).keySet();
        long shared = words.stream().filter(others::contains).count();
        return shared > 0 && 3 * shared >= 2 * Math.min(words.size(), others.size());
    }
}
