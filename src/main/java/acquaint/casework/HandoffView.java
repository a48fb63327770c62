package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.model.Handoff;
import acquaint.model.HandoffStep;
import java.util.List;

/** A handoff with its brief as it was handed over last, and all that happened to it, in order. */
public record HandoffView(Handoff handoff, Brief brief, List<HandoffStep> steps) {

    public HandoffView {
        steps = List.copyOf(steps);
    }
}
