package acquaint.store;

import acquaint.model.Handoff;
import acquaint.model.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A handoff with what its card shows of ticket and customer. {@code promisesDue} is until when open promises of the ticket are to be kept. */
public record BoardRow(Handoff handoff, String customerName, Optional<String> tier, String subject, Priority priority, List<Instant> promisesDue) {

    public BoardRow {
        promisesDue = List.copyOf(promisesDue);
    }
}
