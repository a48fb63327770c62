package acquaint.ui;

import acquaint.brief.Brief;
import acquaint.brief.BriefPart;
import acquaint.casework.BriefDraft;
import acquaint.casework.Briefs;
import acquaint.casework.HandoffView;
import acquaint.casework.Handoffs;
import acquaint.model.HandoffState;
import acquaint.model.Recipient;
import acquaint.model.TicketId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Finds what a brief begins with: what was begun before, what came back, or what is composed anew. Blocks; off the JavaFX thread. */
record BriefStarts(Briefs briefs, Handoffs handoffs, Recipients recipients, BooleanSupplier model) {

    /** {@code handoff} is open; {@code model} says whether a model is to put it into words. */
    record Start(Optional<HandoffView> handoff, Optional<BriefDraft> draft, Optional<Brief> composed, List<Recipient> recipients, boolean model) {

        /** In somebody's hands already. */
        Optional<HandoffView> elsewhere() {
            return handoff.filter(view -> view.handoff().state() != HandoffState.RETURNED);
        }

        Brief brief() {
            return draft.map(BriefDraft::brief).or(() -> composed).or(() -> handoff.map(HandoffView::brief)).orElseThrow();
        }

        /** What came back is all the agent's. */
        Set<BriefPart> touched() {
            return draft.map(BriefDraft::touched).orElse(composed.isPresent() ? Set.of() : EnumSet.allOf(BriefPart.class));
        }
    }

    Start of(TicketId ticket, boolean withDraft) throws InterruptedException {
        Optional<HandoffView> handoff = handoffs.of(ticket).filter(view -> view.handoff().isOpen());
        Optional<BriefDraft> draft = withDraft ? handoffs.draft(ticket) : Optional.empty();
        boolean compose = draft.isEmpty() && handoff.filter(view -> withDraft || view.handoff().state() != HandoffState.RETURNED).isEmpty();
        return new Start(handoff, draft, compose ? Optional.of(briefs.compose(ticket)) : Optional.empty(), recipients.all(), compose && model.getAsBoolean());
    }
}
