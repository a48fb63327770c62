package acquaint.ui;

import acquaint.casework.DraftReplies.Drafted;
import acquaint.casework.DraftReplies;
import acquaint.casework.WrongBecause;
import acquaint.model.TicketId;
import acquaint.privacy.Recipient;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.ModelException;
import acquaint.reply.Progress;
import acquaint.reply.Wish;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The reply that is proposed for the open ticket, from the asking to the accepting. It lives in a layer of its own and
 * touches the composer only when the agent accepts. JavaFX thread only.
 */
public final class DraftProposal {

    /** Where the proposal stands. */
    public enum State {
        /** None was asked for, or it was put away. */
        OFF,
        /** Being written; can be stopped. */
        WRITING,
        READY,
        /** The conversation went on after the draft was asked for, so it is gone. */
        DROPPED,
        FAILED
    }

    private final DraftReplies drafts;
    private final Workspace workspace;
    private final Background background;
    private final DraftAcceptance acceptance;
    private final DraftFates fates;
    private final Writing<Drafted> writing;
    private final Background.Slot asking;
    private final DraftsSetAside aside = new DraftsSetAside();
    private final DraftAlternatives alternatives = new DraftAlternatives();
    private final ScreenState<State> state = new ScreenState<>(State.OFF);
    private final ReadOnlyObjectWrapper<DraftVersion> version = new ReadOnlyObjectWrapper<>(this, "version");
    private final ReadOnlyObjectWrapper<Throwable> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<Recipient> model = new ReadOnlyObjectWrapper<>(this, "model");
    private final ReadOnlyObjectWrapper<DiscardedDraft> discarded = new ReadOnlyObjectWrapper<>(this, "discarded");
    private Runnable leaving = () -> {};
    private DraftVersions versions = new DraftVersions();
    private TicketId ticket;
    private Wish wish = Wish.REPLY;
    private long answering;
    private String lost = "";

    public DraftProposal(DraftReplies drafts, Workspace workspace, Background background, AcceptedSentences acceptedSentences, DraftFates fates) {
        this.drafts = drafts;
        this.workspace = workspace;
        this.background = background;
        this.acceptance = new DraftAcceptance(acceptedSentences);
        this.fates = fates;
        this.writing = new Writing<>(background);
        this.asking = background.slot();
        workspace.selectedProperty().addListener((_, _, next) -> setAside(next));
        workspace.openProperty().addListener((_, _, open) -> opened(open));
    }

    public ScreenState<State> state() {
        return state;
    }

    /** The draft as it stands; null where there is none. It stays while another is being written from it. */
    public ReadOnlyObjectProperty<DraftVersion> versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Why the last writing failed; null where it did not. */
    ReadOnlyObjectProperty<Throwable> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Who writes drafts; null without a language model. As it was when a draft was last asked for. */
    ReadOnlyObjectProperty<Recipient> modelProperty() {
        return model.getReadOnlyProperty();
    }

    Writing<Drafted> writing() {
        return writing;
    }

    DraftVersions versions() {
        return versions;
    }

    /** The ticket that the layer belongs to. */
    Optional<TicketId> ticket() {
        return Optional.ofNullable(ticket);
    }

    /** What the agent had written into a draft that was dropped; empty otherwise. */
    String lost() {
        return lost;
    }

    /** Has a reply written for the open ticket; asking again writes another. */
    void ask() {
        ask(Wish.REPLY);
    }

    /** As the agent says: from the draft that is there, where there is one. */
    void instruct(String instruction) {
        ask(new Wish(Wish.Kind.INSTRUCTION, text(), instruction));
    }

    /** The draft that is there, otherwise. */
    void refine(Wish.Kind kind) {
        ask(new Wish(kind, text(), ""));
    }

    /** What was asked for last, once more. */
    void again() {
        ask(wish);
    }

    private void ask(Wish wanted) {
        wish = wanted;
        begin((id, progress) -> drafts.draft(id, wanted, progress));
    }

    /** Without a language model. */
    void compose() {
        begin((id, _) -> drafts.compose(id));
    }

    private interface Asked {
        Drafted write(TicketId ticket, Progress progress) throws ModelException, InterruptedException;
    }

    private void begin(Asked asked) {
        leaving.run();
        discarded.set(null);
        workspace.open().ifPresent(open -> {
            TicketId id = open.id();
            if (!id.equals(ticket) || state.get() == State.DROPPED) {
                versions = new DraftVersions();
                version.set(null);
            }
            ticket = id;
            lost = "";
            answering = open.lastSaid();
            trouble.set(null);
            asking.run(drafts::model).then(found -> model.set(found.orElse(null)));
            state.set(State.WRITING);
            writing.start(progress -> asked.write(id, progress), this::written, this::failed);
        });
    }

    /** Ends the writing; what is there by then becomes the draft. */
    void stop() {
        if (state.get() == State.WRITING && !writing.stop()) {
            back();
        }
    }

    private void written(Drafted drafted) {
        if (drafted.reply().sentences().isEmpty()) {
            back();
            return;
        }
        fates.shown(ticket, drafted.reply());
        alternatives.offer(drafted.others());
        add(new DraftVersion(drafted.reply(), drafted.recalled(), Set.of()));
        workspace.open().ifPresent(this::checkFreshness);
    }

    /** How many proposals there are to choose from; more than one only without a language model. */
    ReadOnlyIntegerProperty proposalsProperty() {
        return alternatives.countProperty();
    }

    /** The next proposal takes this one's place; undo brings this one back. */
    void another() {
        leaving.run();
        versions.current().ifPresent(current -> alternatives.next(current.reply()).ifPresent(next -> {
            fates.shown(ticket, next);
            add(new DraftVersion(next, current.recalled(), Set.of()));
        }));
    }

    private void failed(Throwable problem) {
        if (problem instanceof InterruptedException) {
            back();
            return;
        }
        trouble.set(problem);
        state.set(State.FAILED);
        if (!(problem instanceof ModelException)) {
            background.report(problem);
        }
    }

    /** To the draft that was there before, if any. */
    private void back() {
        writing.cancel();
        state.set(versions.current().isPresent() ? State.READY : State.OFF);
    }

    private void add(DraftVersion next) {
        versions.add(next);
        showCurrent();
    }

    private void showCurrent() {
        version.set(versions.current().orElse(null));
        trouble.set(null);
        state.set(State.READY);
    }

    /** The agent changed the draft in its place. */
    void edit(String text) {
        versions.current().filter(current -> !current.text().equals(text.strip())).ifPresent(current -> {
            if (text.isBlank()) {
                discard();
            } else {
                add(EditedDraft.of(current, text));
            }
        });
    }

    void undo() {
        versions.undo();
        showCurrent();
    }

    void redo() {
        versions.redo();
        showCurrent();
    }

    void accept(boolean edit) {
        leaving.run();
        versions.current().ifPresent(current -> {
            TicketId where = ticket;
            close();
            acceptance.accept(where, current.reply(), edit);
        });
    }

    /** One sentence goes into the reply; the draft stays. */
    void accept(Sentence sentence) {
        versions.current().ifPresent(current -> {
            versions.take(sentence.text());
            acceptance.accept(ticket, current.reply(), sentence);
        });
    }

    /** The agent wants none of it, or nothing more. */
    void discard() {
        if (ticket != null && versions.current().isPresent() && !versions.isAnyTaken()) {
            fates.discarded(ticket);
        }
        DiscardedDraft away = versions.current().map(_ -> new DiscardedDraft(versions, alternatives.others())).orElse(null);
        close();
        discarded.set(away);
    }

    /** What the agent discarded last and may want back in the open ticket; null where the work went on since. */
    ReadOnlyObjectProperty<DiscardedDraft> discardedProperty() {
        return discarded.getReadOnlyProperty();
    }

    /** What was discarded last is there again, as it was. */
    void bringBack() {
        DiscardedDraft away = discarded.get();
        if (away != null) {
            discarded.set(null);
            versions = away.versions();
            alternatives.offer(away.others());
            fates.broughtBack(ticket);
            showCurrent();
            workspace.open().ifPresent(this::checkFreshness);
        }
    }

    /** What was discarded last is gone for good. */
    void letGo() {
        discarded.set(null);
    }

    /** The agent says what is wrong with the draft. */
    void wrong(WrongBecause reason, String words) {
        fates.wrong(ticket, reason, words);
    }

    private void close() {
        writing.cancel();
        versions = new DraftVersions();
        version.set(null);
        alternatives.clear();
        trouble.set(null);
        lost = "";
        state.set(State.OFF);
    }

    /** A reply to this ticket is on its way: its draft has done its work. */
    void sent(TicketId where, String words) {
        if (where.equals(ticket)) {
            discard();
            discarded.set(null);
        }
        fates.sent(where, words);
        aside.take(where);
    }

    /** Says what is still to be done to the draft before it is left or taken. */
    void onLeaving(Runnable last) {
        leaving = last;
    }

    /** Says who takes what is accepted. */
    void onAccepted(Consumer<AcceptedText> taker) {
        acceptance.onAccepted(taker);
    }

    private String text() {
        return versions.current().map(DraftVersion::text).orElse("");
    }

    private void setAside(TicketId next) {
        if (ticket != null && !ticket.equals(next)) {
            leaving.run();
            aside.put(ticket, versions);
            close();
            discarded.set(null);
            ticket = null;
        }
    }

    private void opened(OpenTicket open) {
        if (state.get() == State.OFF) {
            aside.take(open.id()).ifPresent(kept -> {
                ticket = open.id();
                versions = kept;
                showCurrent();
            });
        }
        checkFreshness(open);
    }

    private void checkFreshness(OpenTicket open) {
        if (!open.id().equals(ticket) || state.get() == State.OFF || state.get() == State.DROPPED) {
            return;
        }
        long known = state.get() == State.READY ? versions.current().orElseThrow().reply().answered() : answering;
        if (open.lastSaid() > known) {
            leaving.run();
            String own = versions.current().filter(current -> !current.own().isEmpty()).map(DraftVersion::text).orElse("");
            close();
            lost = own;
            state.set(State.DROPPED);
        }
    }
}
