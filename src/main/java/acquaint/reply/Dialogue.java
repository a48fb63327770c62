package acquaint.reply;

import acquaint.model.Message;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What customer and desk said to each other, in order. Notes and events are left out, for they never leave the desk, and so
 * are replies that did not reach the customer. Only the newest 200 messages count, so that a draft for a ticket of ten
 * thousand takes no longer than one of two hundred: under ten milliseconds.
 */
public record Dialogue(List<Message> said) {

    static final int MOST_MESSAGES = 200;

    public static Dialogue of(List<Message> conversation) {
        List<Message> said = conversation.stream().filter(Dialogue::wasSaid).toList();
        return new Dialogue(said.subList(Math.max(0, said.size() - MOST_MESSAGES), said.size()));
    }

    private static boolean wasSaid(Message message) {
        return switch (message.kind()) {
            case CUSTOMER -> true;
            case REPLY -> message.delivery() != Message.Delivery.FAILED;
            case NOTE, EVENT -> false;
        };
    }

    /** The customer's messages since our last reply, oldest first. */
    public List<Message> open() {
        int from = said.size();
        while (from > 0 && said.get(from - 1).isFrom(Message.Kind.CUSTOMER)) {
            from--;
        }
        return said.subList(from, said.size());
    }

    String openText() {
        return open().stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    public List<Message> from(Message.Kind kind) {
        return said.stream().filter(m -> m.isFrom(kind)).toList();
    }

    String text(Message.Kind kind) {
        return from(kind).stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    public Optional<Message> lastReply() {
        List<Message> replies = from(Message.Kind.REPLY);
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.getLast());
    }

    Optional<Message> last() {
        return said.isEmpty() ? Optional.empty() : Optional.of(said.getLast());
    }

    public boolean nobodyWaits() {
        return !said.isEmpty() && open().isEmpty();
    }

    /** Whether the desk already wrote on the day of the newest message, so that a greeting would be one too many. */
    boolean running(ZoneId zone) {
        return !open().isEmpty() && lastReply()
                .filter(r -> r.at().atZone(zone).toLocalDate().equals(said.getLast().at().atZone(zone).toLocalDate()))
                .isPresent();
    }
}
