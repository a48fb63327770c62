package acquaint.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket given to another person with a brief. Every change returns a new record; {@code version} is the one that the store had when it was
 * read, and saving compares it. {@code from} is the agent who handed it over, {@code reviewer} who accepted it. {@code gaps} names what the brief
 * lacks, and {@code gapsReason} why it was handed over all the same. {@code question} waits for the agent. {@code dueAt} is when somebody must
 * have taken it, {@code touchedAt} when first somebody did, {@code endedAt} when it was decided or its ticket needed nobody any more.
 */
public record Handoff(
        HandoffId id,
        TicketId ticket,
        CustomerId customer,
        String from,
        Recipient to,
        HandoffCause cause,
        String reason,
        String requestedDecision,
        Set<Risk> risks,
        Set<String> gaps,
        Optional<String> gapsReason,
        HandoffState state,
        Optional<String> reviewer,
        Optional<String> question,
        Optional<String> decision,
        Instant createdAt,
        Instant dueAt,
        Optional<Instant> touchedAt,
        Instant changedAt,
        Optional<Instant> endedAt,
        long version) {

    /** A change that the handoff's state does not allow. */
    public static final class IllegalChange extends RuntimeException {
        public IllegalChange(HandoffId handoff, HandoffState from, HandoffState to) {
            super("handoff " + handoff + " is " + from + " and cannot become " + to);
        }
    }

    public Handoff {
        from = Texts.required(from, "who hands over");
        risks = risks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(risks));
        gaps = Set.copyOf(gaps);
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return endedAt.isEmpty();
    }

    /** The same in another state, touched by {@code at} if it was not before; {@link IllegalChange} when that is no legal step. */
    public Handoff become(HandoffState next, Instant at) {
        if (!isOpen() || !state.canBecome(next)) {
            throw new IllegalChange(id, state, next);
        }
        boolean handedOn = next == HandoffState.NEW;
        return new Handoff(id, ticket, customer, from, to, cause, reason, requestedDecision, risks, gaps, gapsReason, next, handedOn ? Optional.empty() : reviewer,
                Optional.empty(), decision, createdAt, dueAt, handedOn ? touchedAt : touchedAt.or(() -> Optional.of(at)), at,
                next == HandoffState.DECIDED ? Optional.of(at) : endedAt, version);
    }

    public Handoff takenBy(String name) {
        return new Handoff(id, ticket, customer, from, to, cause, reason, requestedDecision, risks, gaps, gapsReason, state, Optional.of(name), question, decision,
                createdAt, dueAt, touchedAt, changedAt, endedAt, version);
    }

    public Handoff handedTo(Recipient next, Instant due) {
        return new Handoff(id, ticket, customer, from, next, cause, reason, requestedDecision, risks, gaps, gapsReason, state, reviewer, question, decision,
                createdAt, due, touchedAt, changedAt, endedAt, version);
    }

    /** With another brief, and what that says. */
    public Handoff briefed(HandoffCause why, String words, String decisionWanted, Set<Risk> dangers, Set<String> missing, Optional<String> missingReason) {
        return new Handoff(id, ticket, customer, from, to, why, words, decisionWanted, dangers, missing, missingReason, state, reviewer, question, decision,
                createdAt, dueAt, touchedAt, changedAt, endedAt, version);
    }

    public Handoff asking(Optional<String> words) {
        return new Handoff(id, ticket, customer, from, to, cause, reason, requestedDecision, risks, gaps, gapsReason, state, reviewer, words, decision,
                createdAt, dueAt, touchedAt, changedAt, endedAt, version);
    }

    public Handoff deciding(String words) {
        return new Handoff(id, ticket, customer, from, to, cause, reason, requestedDecision, risks, gaps, gapsReason, state, reviewer, question, Optional.of(words),
                createdAt, dueAt, touchedAt, changedAt, endedAt, version);
    }

    /** Over without a decision, because its ticket needs none any more. */
    public Handoff ended(Instant at) {
        return new Handoff(id, ticket, customer, from, to, cause, reason, requestedDecision, risks, gaps, gapsReason, state, reviewer, question, decision,
                createdAt, dueAt, touchedAt, at, Optional.of(at), version);
    }

    /** As it was before it ended without a decision. */
    public Handoff reopened(Instant at) {
        return new Handoff(id, ticket, customer, from, to, cause, reason, requestedDecision, risks, gaps, gapsReason, state, reviewer, question, decision,
                createdAt, dueAt, touchedAt, at, Optional.empty(), version);
    }
}
