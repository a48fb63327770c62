package acquaint.pattern;

import acquaint.model.TicketId;
import java.time.Instant;
import java.util.List;

/**
 * Like reports of several customers in a short time. {@code id} stays while the group grows; {@code topic} are the words that it stands out by, the most telling first;
 * {@code tickets} are in the order they came, {@code reports} counts customers; {@code expected} is how many of them that long a time brings usually.
 */
public record Alarm(String id, List<String> topic, List<TicketId> tickets, int reports, Instant since, Instant newest, double expected) {

    public Alarm {
        topic = List.copyOf(topic);
        tickets = List.copyOf(tickets);
    }
}
