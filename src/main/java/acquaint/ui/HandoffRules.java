package acquaint.ui;

import acquaint.casework.Permissions;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.Recipient;
import java.util.Optional;

/** Why an action on a handoff is not offered, in words; the use cases hold the rules, these only say them beforehand. Any thread. */
final class HandoffRules {

    private final Permissions permissions;
    private final Texts texts;

    HandoffRules(Permissions permissions, Texts texts) {
        this.permissions = permissions;
        this.texts = texts;
    }

    /** Empty where the action may be done. */
    Optional<String> refusal(HandoffAction action, Handoff handoff) {
        if (!permissions.allows(action.permission())) {
            return Optional.of(texts.get("handoff.refused.role", texts.of(action.permission().least())));
        }
        if (!handoff.isOpen()) {
            return Optional.of(texts.get("handoff.refused.over"));
        }
        return action == HandoffAction.REASSIGN || action == HandoffAction.TAKE_OVER ? ofHands(action, handoff) : ofReview(action, handoff);
    }

    private Optional<String> ofHands(HandoffAction action, Handoff handoff) {
        boolean already = action == HandoffAction.TAKE_OVER && handoff.state() == HandoffState.ACCEPTED && handoff.reviewer().filter(this::isMe).isPresent();
        if (already) {
            return Optional.of(texts.get("handoff.refused.yours"));
        }
        boolean stays = handoff.state() == action.leadsTo();
        return stays || handoff.state().canBecome(action.leadsTo()) ? Optional.empty() : state(handoff);
    }

    private Optional<String> ofReview(HandoffAction action, Handoff handoff) {
        Optional<String> other = holder(handoff).filter(name -> !isMe(name));
        if (other.isPresent()) {
            return Optional.of(texts.get("handoff.refused.other", other.get()));
        }
        boolean acceptsFirst = action == HandoffAction.DECIDE && handoff.state() == HandoffState.NEW;
        boolean asksAgain = action == HandoffAction.ASK && handoff.state() == HandoffState.WAITING_ON_INTERNAL;
        return acceptsFirst || asksAgain || handoff.state().canBecome(action.leadsTo()) ? Optional.empty() : state(handoff);
    }

    private Optional<String> state(Handoff handoff) {
        return Optional.of(texts.get("handoff.refused.state", HandoffWords.name(handoff.state(), texts)));
    }

    /** Who accepted it, or whom alone it is meant for. */
    static Optional<String> holder(Handoff handoff) {
        return handoff.reviewer().or(() -> handoff.to().kind() == Recipient.Kind.PERSON ? Optional.of(handoff.to().name()) : Optional.empty());
    }

    boolean isMe(String name) {
        return name.equals(permissions.me().name());
    }
}
