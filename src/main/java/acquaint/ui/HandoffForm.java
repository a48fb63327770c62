package acquaint.ui;

import acquaint.brief.Brief;
import acquaint.brief.BriefPart;
import acquaint.casework.BriefDraft;
import acquaint.casework.Handoffs.Escalation;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.Recipient;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What goes with a brief: to whom, why, what the customer is told, and why it goes with something missing. JavaFX thread only. */
final class HandoffForm {

    private final ObjectProperty<HandoffCause> cause = new SimpleObjectProperty<>(this, "cause", HandoffCause.AGENT);
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private final ObjectProperty<Recipient> to = new SimpleObjectProperty<>(this, "to");
    private final BooleanProperty tell = new SimpleBooleanProperty(this, "tell");
    private final StringProperty customerWords = new SimpleStringProperty(this, "customerWords", "");
    private final StringProperty override = new SimpleStringProperty(this, "override", "");

    ObjectProperty<HandoffCause> cause() {
        return cause;
    }

    StringProperty reason() {
        return reason;
    }

    ObjectProperty<Recipient> to() {
        return to;
    }

    BooleanProperty tell() {
        return tell;
    }

    StringProperty customerWords() {
        return customerWords;
    }

    StringProperty override() {
        return override;
    }

    void onChange(Runnable listener) {
        for (var each : new javafx.beans.Observable[] {cause, reason, to, tell, customerWords, override}) {
            each.addListener(_ -> listener.run());
        }
    }

    void begin() {
        cause.set(HandoffCause.AGENT);
        reason.set("");
        to.set(null);
        tell.set(false);
        customerWords.set("");
        override.set("");
    }

    /** As it was handed over before. */
    void begin(Handoff before) {
        to.set(before.to());
        cause.set(before.cause());
        reason.set(before.reason());
    }

    void begin(BriefDraft draft) {
        cause.set(draft.cause());
        reason.set(draft.reason());
        to.set(draft.to().orElse(null));
        customerWords.set(draft.customerWords());
        tell.set(draft.tell());
        override.set(draft.overrideReason());
    }

    BriefDraft with(Brief brief, Set<BriefPart> touched) {
        return new BriefDraft(brief, touched, cause.get(), reason.get(), Optional.ofNullable(to.get()), tell.get(), customerWords.get(), override.get());
    }

    /** Whether a brief that lacks these parts may go with it. */
    boolean isComplete(Set<BriefPart> missing) {
        return to.get() != null && (missing.isEmpty() || !override.get().isBlank()) && !(tell.get() && customerWords.get().isBlank());
    }

    /** What is handed over, by somebody who has read the ticket up to the position {@code seen}. */
    Escalation escalation(HandoffId id, Brief brief, Set<BriefPart> missing, long seen) {
        return new Escalation(id, brief.ticket(), brief, to.get(), cause.get(), reason(brief), missing.isEmpty() ? Optional.empty() : Optional.of(override.get()),
                tell.get() ? Optional.of(customerWords.get()) : Optional.empty(), seen);
    }

    /** In the agent's words, or else as the brief has it. */
    private String reason(Brief brief) {
        String words = reason.get().strip();
        return words.isEmpty() ? brief.of(BriefPart.WHY).stream().findFirst().map(line -> line.text().strip()).orElse("") : words;
    }
}
