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
import acquaint.model.HandoffState;
import acquaint.model.Message;
import acquaint.model.Recipient;
import acquaint.model.TicketId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

    /** What the brief is begun with. */
    private record Start(Optional<HandoffView> handoff, Optional<BriefDraft> draft, Optional<Brief> composed, List<Recipient> recipients, boolean model) {}

    private final Briefs briefs;
    private final Handoffs handoffs;
    private final BooleanSupplier model;
    private final Recipients recipients;
    private final Workspace workspace;
    private final Background.Slot loading;
    private final Background.Sequence sequence;
    private final Writing<Brief> writing;
    private final BriefEditing editing = new BriefEditing();
    private final HandoffForm form = new HandoffForm();
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final ReadOnlyBooleanWrapper modelAtWork = new ReadOnlyBooleanWrapper(this, "modelAtWork");
    private final ReadOnlyObjectWrapper<Throwable> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<Set<BriefPart>> leftAlone = new ReadOnlyObjectWrapper<>(this, "leftAlone", Set.of());
    private final ReadOnlyObjectWrapper<HandoffView> returned = new ReadOnlyObjectWrapper<>(this, "returned");
    private final DraftSaver saver;
    private Consumer<HandoffView> alreadyThere = _ -> {};
    private Consumer<Escalated> handedOver = _ -> {};
    private Runnable shower = () -> {};
    private Runnable finisher = () -> {};
    private List<Recipient> choices = List.of();
    private final ReadOnlyBooleanWrapper news = new ReadOnlyBooleanWrapper(this, "news");
    private TicketId ticket;
    private HandoffId id;
    private long seen;
    private boolean beginning;

    /** {@code model} says whether there is one; it may block. */
    public BriefWriting(Briefs briefs, BooleanSupplier model, Handoffs handoffs, Recipients recipients, Workspace workspace, Background background, Background.Sequence sequence) {
        this.briefs = briefs;
        this.model = model;
        this.handoffs = handoffs;
        this.recipients = recipients;
        this.workspace = workspace;
        this.loading = background.slot();
        this.sequence = sequence;
        this.saver = new DraftSaver(sequence);
        this.writing = new Writing<>(background);
        form.onChange(this::edited);
        workspace.openProperty().addListener((_, _, now) -> news.set(now.id().equals(ticket) && newest(now) > seen));
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

    Writing<Brief> writing() {
        return writing;
    }

    /** Whether a model is still putting it into words. */
    ReadOnlyBooleanProperty modelAtWorkProperty() {
        return modelAtWork.getReadOnlyProperty();
    }

    /** What went wrong last; null when nothing did. */
    ReadOnlyObjectProperty<Throwable> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The parts that a model would have told otherwise and that stayed as the agent has them. */
    ReadOnlyObjectProperty<Set<BriefPart>> leftAloneProperty() {
        return leftAlone.getReadOnlyProperty();
    }

    /** The handoff that came back and is handed over anew; null for a first one. */
    ReadOnlyObjectProperty<HandoffView> returnedProperty() {
        return returned.getReadOnlyProperty();
    }

    /** Whether something was said in the ticket since the agent last looked there. */
    ReadOnlyBooleanProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** The agent has the conversation before the eyes. */
    void looked() {
        workspace.open().filter(open -> open.id().equals(ticket)).ifPresent(open -> {
            seen = newest(open);
            news.set(false);
        });
    }

    private static long newest(OpenTicket open) {
        return open.conversation().messages().stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).mapToLong(Message::position).max().orElse(0);
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
        writing.cancel();
        saver.drop();
        trouble.set(null);
        leftAlone.set(Set.of());
        returned.set(null);
        modelAtWork.set(false);
        state.set(State.LOADING);
        loading.run(() -> {
            Optional<HandoffView> handoff = handoffs.of(wanted).filter(view -> view.handoff().isOpen());
            Optional<BriefDraft> draft = withDraft ? handoffs.draft(wanted) : Optional.empty();
            boolean compose = draft.isEmpty() && handoff.filter(view -> withDraft || view.handoff().state() != HandoffState.RETURNED).isEmpty();
            return new Start(handoff, draft, compose ? Optional.of(briefs.compose(wanted)) : Optional.empty(), recipients.all(), compose && model.getAsBoolean());
        }).then(this::begin).onFailure(this::fail);
    }

    private void begin(Start start) {
        Optional<HandoffView> elsewhere = start.handoff().filter(view -> view.handoff().state() != HandoffState.RETURNED);
        if (elsewhere.isPresent()) {
            putAway();
            alreadyThere.accept(elsewhere.get());
            return;
        }
        beginning = true;
        choices = start.recipients();
        returned.set(start.handoff().orElse(null));
        form.begin();
        start.handoff().map(HandoffView::handoff).ifPresent(before -> {
            form.to().set(before.to());
            form.cause().set(before.cause());
            form.reason().set(before.reason());
        });
        start.draft().ifPresent(form::begin);
        editing.begin(start.draft().map(BriefDraft::brief).or(start::composed).or(() -> start.handoff().map(HandoffView::brief)).orElseThrow(),
                start.draft().map(BriefDraft::touched).orElse(start.composed().isPresent() ? Set.of() : EnumSet.allOf(BriefPart.class)));
        beginning = false;
        state.set(State.READY);
        if (start.model()) {
            refine();
        }
    }

    /** Has a model put it into words. */
    private void refine() {
        TicketId wanted = ticket;
        modelAtWork.set(true);
        writing.start(progress -> briefs.compose(wanted, progress), written -> {
            modelAtWork.set(false);
            if (written.writing().isPresent()) {
                leftAlone.set(editing.take(written));
            }
        }, problem -> {
            modelAtWork.set(false);
            trouble.set(problem);
        });
    }

    /** Goes on without the model. */
    void stopModel() {
        writing.cancel();
        modelAtWork.set(false);
    }

    /** Whether it may be handed over as it is; what is missing can be made up for by a reason. */
    boolean isComplete() {
        return state.get() == State.READY && form.to().get() != null && (missing().isEmpty() || !form.override().get().isBlank())
                && !(form.tell().get() && form.customerWords().get().isBlank());
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
        var request = new Escalation(id, ticket, editing.brief(), form.to().get(), form.cause().get(), reason(),
                missing().isEmpty() ? Optional.empty() : Optional.of(form.override().get()),
                form.tell().get() ? Optional.of(form.customerWords().get()) : Optional.empty(), seen);
        // After the draft that is on its way, which would otherwise come back once it was handed over.
        sequence.run(() -> handoffs.escalate(request)).then(done -> {
            end();
            handedOver.accept(done);
        }).onFailure(problem -> {
            state.set(State.READY);
            trouble.set(problem);
        });
    }

    /** In the agent's words, or else as the brief has it. */
    private String reason() {
        String words = form.reason().get().strip();
        return words.isEmpty() ? editing.brief().of(BriefPart.WHY).stream().findFirst().map(line -> line.text().strip()).orElse("") : words;
    }

    /** Something was changed by the agent. */
    void edited() {
        if (!beginning && state.get() == State.READY) {
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
