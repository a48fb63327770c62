package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefPart;
import acquaint.model.HandoffCause;
import acquaint.model.Recipient;
import java.util.Optional;
import java.util.Set;

/**
 * A brief that is being written with all that goes with it, as it comes back after a restart. {@code touched} are the parts that the agent changed;
 * {@code tell} says whether the customer is to be told {@code customerWords}.
 */
public record BriefDraft(Brief brief, Set<BriefPart> touched, HandoffCause cause, String reason, Optional<Recipient> to, boolean tell, String customerWords,
        String overrideReason) {

    public BriefDraft {
        touched = Set.copyOf(touched);
    }
}
