package acquaint.brief;

import acquaint.model.Promise;
import acquaint.model.QueueRow;
import acquaint.reply.DraftRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a brief may be written from. {@code material} holds ticket, customer, conversation, recall and who writes; {@code others} are the
 * customer's other tickets; {@code promises} is what the ledger has of this customer; {@code cause} is empty where nobody said why, so that only what the
 * customer demands tells.
 */
public record BriefRequest(DraftRequest material, List<QueueRow> others, List<Promise> promises, Optional<Cause> cause, Instant now) {

    public BriefRequest {
        others = List.copyOf(others);
        promises = List.copyOf(promises);
    }
}
