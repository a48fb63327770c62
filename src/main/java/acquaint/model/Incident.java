package acquaint.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One cause behind tickets of several customers, so that all of them can be told at once. {@code tickets} in the order they were linked. */
public record Incident(long id, String title, Instant since, Instant openedAt, String openedBy, Optional<Instant> closedAt, List<TicketId> tickets) {

    public Incident {
        title = Texts.required(title, "title");
        tickets = List.copyOf(tickets);
    }
}
