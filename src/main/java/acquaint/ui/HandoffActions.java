package acquaint.ui;

import acquaint.casework.Handoffs;
import acquaint.casework.NotPermitted;
import acquaint.casework.Permissions;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Mode;
import acquaint.model.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Does what a reviewer chooses, and asks for the words that it needs; says why something could not be done. JavaFX thread only. */
public final class HandoffActions {

    private final Handoffs handoffs;
    private final HandoffRules rules;
    private final Recipients recipients;
    private final OpenHandoff open;
    private final Dialogs dialogs;
    private final AskedWords asked;
    private final Background background;
    private final Background.Sequence doing;
    private final Texts texts;
    /** What was shown, and what became of it. */
    private record Change(Handoff of, Handoff to) {}

    private volatile Change last;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    public HandoffActions(Handoffs handoffs, Permissions permissions, Recipients recipients, OpenHandoff open, Dialogs dialogs, AskedWords asked, Background background, Texts texts) {
        this.handoffs = handoffs;
        this.rules = new HandoffRules(permissions, texts);
        this.recipients = recipients;
        this.open = open;
        this.dialogs = dialogs;
        this.asked = asked;
        this.background = background;
        this.doing = background.sequence();
        this.texts = texts;
    }

    /** Why the last action could not be done; empty when it could. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    void dismissTrouble() {
        trouble.set("");
    }

    Optional<String> refusal(HandoffAction action, Handoff handoff) {
        return rules.refusal(action, handoff);
    }

    boolean isMine(HandoffStep step) {
        return rules.isMe(step.who());
    }

    /** What puts the handoff into that column; empty where nothing may. */
    Optional<HandoffAction> moving(Handoff handoff, HandoffState column) {
        return handoff.state() == column ? Optional.empty() : HandoffAction.leadingTo(column).filter(action -> refusal(action, handoff).isEmpty());
    }

    void run(HandoffAction action, Handoff handoff) {
        Optional<String> refusal = refusal(action, handoff);
        if (refusal.isPresent()) {
            trouble.set(refusal.get());
            return;
        }
        switch (action) {
            case ACCEPT -> change(handoff, handoffs::accept, () -> {});
            case TAKE_OVER -> change(handoff, handoffs::takeOver, () -> {});
            case WAIT_ON_CUSTOMER -> change(handoff, seen -> handoffs.waitOn(seen, HandoffState.WAITING_ON_CUSTOMER), () -> {});
            case WAIT_ON_INTERNAL -> change(handoff, seen -> handoffs.waitOn(seen, HandoffState.WAITING_ON_INTERNAL), () -> {});
            case ASK -> ask(handoff, Mode.QUESTION, question("handoff.ask.title", "handoff.ask.question", "handoff.ask.do", handoff), handoffs::ask);
            case RETURN -> ask(handoff, Mode.RETURN, question("handoff.return.title", "handoff.return.question", "handoff.return.do", handoff), handoffs::giveBack);
            case DECIDE -> ask(handoff, Mode.DECISION, question("handoff.decide.title", "handoff.decide.question", "handoff.decide.do", handoff), handoffs::decide);
            case REASSIGN -> background.run(recipients::all).then(all -> reassign(handoff, all));
        }
    }

    private AskedWords.Question question(String title, String question, String doIt, Handoff handoff) {
        return new AskedWords.Question(texts.get(title), texts.get(question, handoff.from()), texts.get(doIt));
    }

    private void ask(Handoff handoff, Mode mode, AskedWords.Question question, BiFunction<Handoff, String, Handoff> step) {
        asked.ask(handoff.ticket(), mode, question, words -> change(handoff, seen -> step.apply(seen, words), () -> asked.said(handoff.ticket(), mode)));
    }

    private void reassign(Handoff handoff, List<Recipient> all) {
        var others = all.stream().filter(each -> !each.equals(handoff.to())).toList();
        dialogs.chooseOne("handoff.reassign.title", "handoff.reassign.question", others, recipients::words)
                .ifPresent(to -> change(handoff, seen -> handoffs.reassign(seen, to), () -> {}));
    }

    /** What this window changed itself is no surprise: the next action goes on from there, though it was not read again yet. */
    private void change(Handoff shown, UnaryOperator<Handoff> change, Runnable then) {
        trouble.set("");
        doing.run(() -> {
            Change before = last;
            Handoff saved = change.apply(before != null && before.of().equals(shown) ? before.to() : shown);
            last = new Change(shown, saved);
            return saved;
        }).then(_ -> {
            then.run();
            open.refresh();
        }).onFailure(problem -> {
            Optional<String> words = words(problem);
            words.ifPresentOrElse(trouble::set, () -> background.report(problem));
            open.refresh();
        });
    }

    /** What somebody else did meanwhile, or the role no longer allows, is no fault of the program. */
    private Optional<String> words(Throwable problem) {
        return switch (problem) {
            case Handoffs.ChangedMeanwhile _ -> Optional.of(texts.get("handoff.trouble.changed"));
            case Handoff.IllegalChange _ -> Optional.of(texts.get("handoff.trouble.changed"));
            case Handoffs.InOtherHands hands -> Optional.of(texts.get("handoff.refused.other", hands.holder()));
            case Handoffs.UnknownHandoff _ -> Optional.of(texts.get("handoff.trouble.gone"));
            case Handoffs.UnsuitableRecipient _ -> Optional.of(texts.get("handoff.trouble.recipient"));
            case NotPermitted refused -> Optional.of(texts.get("handoff.refused.role", texts.of(refused.permission().least())));
            default -> Optional.empty();
        };
    }
}
