package acquaint.ui;

import acquaint.casework.HandoffView;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes of handoffs, in the reader's language. Immutable; any thread. */
public final class HandoffWords {

    private final Recipients recipients;
    private final Texts texts;
    private final TimeWords times;

    public HandoffWords(Recipients recipients, Texts texts, TimeWords times) {
        this.recipients = recipients;
        this.texts = texts;
        this.times = times;
    }

    /** The state as the head of a column and as a chip. */
    static String name(HandoffState state, Texts texts) {
        return switch (state) {
            case NEW -> texts.get("board.state.new");
            case ACCEPTED -> texts.get("board.state.accepted");
            case WAITING_ON_CUSTOMER -> texts.get("board.state.waiting-on-customer");
            case WAITING_ON_INTERNAL -> texts.get("board.state.waiting-on-internal");
            case DECIDED -> texts.get("board.state.decided");
            case RETURNED -> texts.get("board.state.returned");
        };
    }

    /** How much of the time is left, or how long it is over. */
    String timeLeft(Duration left) {
        return left.isNegative() ? texts.get("handoff.overdue", times.span(left.negated())) : texts.get("handoff.left", times.span(left));
    }

    /** From whom to whom, and who has it. */
    String way(Handoff handoff) {
        String to = recipients.words(handoff.to());
        return handoff.reviewer().filter(name -> !name.equals(handoff.to().name()))
                .map(name -> texts.get("handoff.way.taken", handoff.from(), to, name))
                .orElseGet(() -> texts.get("handoff.way", handoff.from(), to));
    }

    /** When it was handed over, and until when somebody must have taken it. */
    String times(Handoff handoff, Instant now) {
        String since = texts.get("handoff.since", times.moment(handoff.createdAt()));
        boolean untouched = handoff.isOpen() && handoff.touchedAt().isEmpty();
        return untouched ? since + " · " + timeLeft(Duration.between(now, handoff.dueAt())) : since;
    }

    /** Where it stands, for the agent who handed it over. */
    String standing(HandoffView view) {
        Handoff handoff = view.handoff();
        String to = recipients.words(handoff.to());
        String who = handoff.question().flatMap(_ -> lastWhoAsked(view)).or(handoff::reviewer).orElse(to);
        if (!handoff.isOpen() && handoff.state() != HandoffState.DECIDED) {
            return texts.get("handoff.standing.ended");
        }
        return switch (handoff.state()) {
            case NEW -> texts.get("handoff.standing.new", to);
            case ACCEPTED -> texts.get("handoff.standing.accepted", who);
            case WAITING_ON_CUSTOMER -> texts.get("handoff.standing.customer", who);
            case WAITING_ON_INTERNAL -> handoff.question().isPresent() ? texts.get("handoff.standing.question", who) : texts.get("handoff.standing.internal", who);
            case DECIDED -> texts.get("handoff.standing.decided", who);
            case RETURNED -> texts.get("handoff.standing.returned", who);
        };
    }

    private static Optional<String> lastWhoAsked(HandoffView view) {
        return view.steps().reversed().stream().filter(step -> step.kind() == HandoffStep.Kind.ASKED).map(HandoffStep::who).findFirst();
    }

    /** One thing that happened, without the words that were said. */
    String step(HandoffStep step) {
        return texts.get("handoff.step", step.who(), texts.of(step.kind()));
    }
}
