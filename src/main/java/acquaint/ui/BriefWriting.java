package acquaint.ui;

import acquaint.brief.Brief;
import acquaint.brief.BriefPart;
import acquaint.brief.BriefQuality;
import acquaint.casework.BriefDraft;
import acquaint.casework.Briefs;
import acquaint.casework.Handoffs;
import acquaint.casework.Handoffs.Escalated;
import acquaint.casework.Handoffs.Escalation;
import acquaint.casework.HandoffView;
import acquaint.model.HandoffId;
import acquaint.model.Recipient;
import acquaint.model.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The brief that the agent is writing for one ticket: composed at once, put into better words by a model when there is one, edited, saved as it is typed,
 * and handed over. JavaFX thread only.
 */
public final class BriefWriting {

    /** Where it stands. */
    public enum State {
        OFF,
        /** Being composed for the first time; nothing to edit yet. */
        LOADING, READY, HANDING_OVER,
        /** It could not be composed. */
        FAILED
    }

    private final Handoffs handoffs;
    private final BriefStarts starts;
    private final Workspace workspace;
    private final Background.Slot loading;
    private final Background.Sequence sequence;
    private final BriefEditing editing = new BriefEditing();
    private final HandoffForm form = new HandoffForm();
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final ReadOnlyObjectWrapper<Throwable> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<HandoffView> returned = new ReadOnlyObjectWrapper<>(this, "returned");
    private final DraftSaver saver;
    private final TicketNews news;
    private final BriefModel model;
    private Consumer<HandoffView> alreadyThere = _ -> {};
    private Consumer<Escalated> handedOver = _ -> {};
    private Runnable shower = () -> {};
    private Runnable finisher = () -> {};
    private List<Recipient> choices = List.of();
    private TicketId ticket;
    private HandoffId id;
    private boolean beginning;
    private boolean untouched;

    /** {@code modelThere} says whether there is one; it may block. */
    public BriefWriting(Briefs briefs, BooleanSupplier modelThere, Handoffs handoffs, Recipients recipients, Workspace workspace, Background background, Background.Sequence sequence) {
        this.handoffs = handoffs;
        this.starts = new BriefStarts(briefs, handoffs, recipients, modelThere);
        this.workspace = workspace;
        this.loading = background.slot();
        this.sequence = sequence;
        this.saver = new DraftSaver(sequence);
        this.model = new BriefModel(briefs, editing, background);
        form.onChange(this::edited);
        this.news = new TicketNews(workspace, this::ticket);
    }

    /** Says who brings the brief before the agent's eyes. */
    void onShow(Runnable show) {
        shower = show;
    }

    /** Says how what is being typed gets into the brief before the window goes. */
    void onFinish(Runnable finish) {
        finisher = finish;
    }

    /** The window goes: everything typed is on its way to the disk when this returns. */
    void finish() {
        finisher.run();
        saveNow();
    }

    /** Says who tells that a ticket is in somebody's hands already, and that it now is. */
    void onEnd(Consumer<HandoffView> already, Consumer<Escalated> done) {
        alreadyThere = already;
        handedOver = done;
    }

    ScreenState<State> state() {
        return state;
    }

    BriefEditing editing() {
        return editing;
    }

    HandoffForm form() {
        return form;
    }

    Optional<TicketId> ticket() {
        return Optional.ofNullable(ticket);
    }

    List<Recipient> choices() {
        return choices;
    }

    /** Whether a model is still putting it into words. */
    ReadOnlyBooleanProperty modelAtWorkProperty() {
        return model.atWorkProperty();
    }

    /** What went wrong last; null when nothing did. */
    ReadOnlyObjectProperty<Throwable> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The parts that a model would have told otherwise and that stayed as the agent has them. */
    ReadOnlyObjectProperty<Set<BriefPart>> leftAloneProperty() {
        return model.leftAloneProperty();
    }

    /** The handoff that came back and is handed over anew; null for a first one. */
    ReadOnlyObjectProperty<HandoffView> returnedProperty() {
        return returned.getReadOnlyProperty();
    }

    /** Whether something was said in the ticket since the agent last looked there. */
    ReadOnlyBooleanProperty newsProperty() {
        return news.thereProperty();
    }

    /** The agent has the conversation before the eyes. */
    void looked() {
        news.looked();
    }

    /** Back to what was put aside. */
    void resume() {
        if (ticket != null) {
            looked();
            workspace.select(ticket);
            shower.run();
        }
    }

    /** For the open ticket: what was begun is gone on with. */
    void open() {
        workspace.open().ifPresent(open -> {
            boolean begun = open.id().equals(ticket) && state.get() != State.OFF && state.get() != State.FAILED;
            if (!begun && state.get() != State.HANDING_OVER) {
                putAway();
                ticket = open.id();
                id = HandoffId.random();
                begin(true);
            }
            looked();
            shower.run();
        });
    }

    /** Forgets what was written and composes it anew. */
    void anew() {
        sequence.run(() -> {
            handoffs.draft(ticket, Optional.empty());
            return null;
        });
        begin(false);
    }

    private void begin(boolean withDraft) {
        TicketId wanted = ticket;
        model.begin();
        saver.drop();
        trouble.set(null);
        returned.set(null);
        state.set(State.LOADING);
        // What was put away just now may still be on its way to the disk.
        loading.runAfter(sequence, () -> starts.of(wanted, withDraft)).then(this::begin).onFailure(this::fail);
    }

    private void begin(BriefStarts.Start start) {
        if (start.elsewhere().isPresent()) {
            putAway();
            alreadyThere.accept(start.elsewhere().get());
            return;
        }
        untouched = start.draft().isEmpty();
        beginning = true;
        choices = start.recipients();
        returned.set(start.handoff().orElse(null));
        form.begin();
        start.handoff().map(HandoffView::handoff).ifPresent(form::begin);
        start.draft().ifPresent(form::begin);
        editing.begin(start.brief(), start.touched());
        beginning = false;
        state.set(State.READY);
        if (start.model()) {
            model.write(ticket, this::take, trouble::set);
        }
    }

    /** Where the agent changed nothing, the model's words are no change of the agent's either: there is nothing to keep. */
    private void take(Runnable words) {
        beginning = untouched;
        words.run();
        beginning = false;
    }

    /** Goes on without the model. */
    void stopModel() {
        model.stop();
    }

    /** Whether it may be handed over as it is; what is missing can be made up for by a reason. */
    boolean isComplete() {
        return state.get() == State.READY && form.isComplete(missing());
    }

    Set<BriefPart> missing() {
        return editing.isBegun() ? BriefQuality.missing(editing.brief()) : Set.of();
    }

    void handOver() {
        if (!isComplete()) {
            return;
        }
        stopModel();
        saveNow();
        state.set(State.HANDING_OVER);
        trouble.set(null);
        Escalation request = form.escalation(id, editing.brief(), missing(), news.seen());
        // After the draft that is on its way, which would otherwise come back once it was handed over.
        sequence.run(() -> handoffs.escalate(request)).then(done -> {
            end();
            handedOver.accept(done);
        }).onFailure(problem -> {
            state.set(State.READY);
            trouble.set(problem);
        });
    }

    /** Something was changed by the agent. */
    void edited() {
        if (!beginning && state.get() == State.READY) {
            untouched = false;
            TicketId where = ticket;
            BriefDraft draft = form.with(editing.brief(), editing.touched());
            saver.changed(where, () -> {
                handoffs.draft(where, Optional.of(draft));
                return null;
            });
        }
    }

    void saveNow() {
        saver.saveNow();
    }

    /** Ends the writing; what was changed stays as a draft of the ticket. What is being handed over is not left until it is known whether it was. */
    void putAway() {
        if (state.get() != State.HANDING_OVER) {
            end();
        }
    }

    private void end() {
        saveNow();
        stopModel();
        loading.cancel();
        state.set(State.OFF);
        ticket = null;
    }

    private void fail(Throwable problem) {
        trouble.set(problem);
        state.set(State.FAILED);
    }
}
