package acquaint.casework;

import acquaint.model.Handoff;
import acquaint.model.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A handoff as the board shows it. {@code overduePromises} counts what the customer was promised and is due. */
public record BoardCard(Handoff handoff, String customerName, Optional<String> tier, String subject, Priority priority, int overduePromises) {

    /** How long ago it was handed over. */
    public Duration age(Instant now) {
        return Duration.between(handoff.createdAt(), now);
    }

    /** How much time is left until somebody must have taken it, negative once that is over; empty once somebody has. */
    public Optional<Duration> timeLeft(Instant now) {
        return handoff.isOpen() && handoff.touchedAt().isEmpty() ? Optional.of(Duration.between(now, handoff.dueAt())) : Optional.empty();
    }

    /** Whether its brief has all the parts that a brief must have. */
    public boolean isWhole() {
        return handoff.gaps().isEmpty();
    }

    public boolean isQuestionWaiting() {
        return handoff.question().isPresent();
    }
}
