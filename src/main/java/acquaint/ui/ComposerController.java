package acquaint.ui;

import acquaint.casework.Drafts;
import acquaint.casework.MemoryChanges;
import acquaint.casework.Replies;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.Mode;
import acquaint.model.TicketId;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** Writes replies and notes. What it holds always belongs to the open ticket and to the mode that its colour and button say. */
public final class ComposerController {

    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");

    private final Workspace workspace;
    private final SentReplies sent;
    private final DraftProposal proposal;
    private final MemoryCorrections corrections;
    private final NoteWords note;
    private final ReplyWords reply;
    private final TypedWords typed;
    private final Keys keys;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper(this, "refused");
    private final Submission submission;

    private final Submission.Outcome outcome = new Submission.Outcome(this::written, this::refuse);

    @FXML private VBox root;
    @FXML private SegmentedButton modes;
    @FXML private ToggleButton replyMode;
    @FXML private ToggleButton noteMode;
    @FXML private Label recipient;
    @FXML private Label refusal;
    @FXML private TextArea text;
    @FXML private Label savedState;
    @FXML private Button draft;
    @FXML private SplitMenuButton send;
    @FXML private MenuItem sendAndClose;
    @FXML private Button addNote;

    private Runnable beforeWriting = () -> {};
    private boolean loading;

    public ComposerController(Workspace workspace, Replies replies, SentReplies sent, DraftProposal proposal,
            UnsupportedQuestion question, MemoryCorrections corrections, NoteWords note, ReplyWords reply, Drafts drafts, Background background, Background.Sequence sequence, Keys keys, Texts texts) {
        this.workspace = workspace;
        this.sent = sent;
        this.proposal = proposal;
        this.corrections = corrections;
        this.note = note;
        this.reply = reply;
        this.submission = new Submission(workspace, replies, sent, question, proposal, background, sequence);
        this.typed = new TypedWords(drafts, sequence);
        this.keys = keys;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        modes.getButtons().forEach(b -> b.setOnAction(_ -> setMode(b == noteMode ? Mode.NOTE : Mode.REPLY)));
        text.textProperty().addListener((_, _, words) -> changed(words));
        text.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                typed.saveNow();
            }
        });
        savedState.textProperty().bind(typed.savedProperty().map(done ->
                typed.ticket() == null || text.getText().isEmpty() ? "" : texts.get(done ? "composer.saved" : "composer.saving")));
        workspace.openProperty().addListener((_, _, next) -> show(next));
        corrections.onForgetting(typed::finish, this::takeOut);
        sent.onUndo(typed::saveNow, this::restore);
        proposal.onAccepted(this::insert);
        note.onWords(this::addToNote);
        reply.onWords(this::addToReply);
        keys.on(Shortcut.REPLY, () -> write(Mode.REPLY));
        keys.on(Shortcut.NOTE, () -> write(Mode.NOTE));
        keys.on(Shortcut.FLIP_MODE, () -> write(typed.mode() == Mode.NOTE ? Mode.REPLY : Mode.NOTE));
        keys.on(Shortcut.DRAFT, () -> proposal.ask());
        keys.on(Shortcut.SEND, () -> submit(false));
        keys.on(Shortcut.SEND_AND_CLOSE, () -> submit(true));
        showKeys(new KeyHints(keys.keymap(), texts));
    }

    private void showKeys(KeyHints hints) {
        hints.tip(replyMode, Shortcut.REPLY);
        hints.tip(noteMode, Shortcut.NOTE);
        hints.tip(draft, Shortcut.DRAFT);
        hints.tip(send, Shortcut.SEND);
        hints.tip(addNote, Shortcut.SEND);
    }

    /** Saves what is typed; {@code then} runs when it is on disk. */
    void finish(Runnable then) {
        typed.finish(then);
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether there is a ticket to write in. */
    public boolean isOpen() {
        return open.get();
    }

    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** Whether the last send was refused because something unseen had arrived. */
    public boolean isRefused() {
        return refused.get();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return submission.busyProperty();
    }

    public boolean isBusy() {
        return busyProperty().get();
    }

    @FXML
    private void submit() {
        submit(false);
    }

    @FXML
    private void submitAndClose() {
        submit(true);
    }

    @FXML
    private void askForDraft() {
        keys.run(Shortcut.DRAFT);
    }

    @FXML
    private void dismissRefusal() {
        refused.set(false);
    }

    /** Says who sees to it that what is written can be seen. */
    void beforeWriting(Runnable preparation) {
        beforeWriting = preparation;
    }

    private void write(Mode next) {
        beforeWriting.run();
        setMode(next);
        text.requestFocus();
    }

    private void setMode(Mode next) {
        typed.write(next);
        showTyped();
    }

    private void takeOut(MemoryChanges.Forgotten forgotten) {
        if (typed.ticket() != null && workspace.open().filter(open -> open.conversation().customer().id().equals(forgotten.customer())).isPresent()) {
            typed.takeOut(forgotten, this::setText);
            proposal.letGo();
        }
    }

    private void show(OpenTicket next) {
        if (isWrittenIn(next.id())) {
            return;
        }
        typed.open(next);
        open.set(true);
        refused.set(false);
        submission.renew();
        showTyped();
    }

    private boolean isWrittenIn(TicketId ticket) {
        return ticket.equals(typed.ticket());
    }

    private void showTyped() {
        showMode();
        setText(typed.current());
    }

    private void showMode() {
        boolean note = typed.mode() == Mode.NOTE;
        Customer customer = workspace.open().map(o -> o.conversation().customer()).orElse(null);
        (note ? noteMode : replyMode).setSelected(true);
        root.pseudoClassStateChanged(NOTE, note);
        recipient.setText(note ? texts.get("composer.to-team") : customer == null ? "" : recipientLine(customer));
        text.setPromptText(texts.get(note ? "composer.prompt.note" : "composer.prompt.reply"));
        text.setAccessibleText(text.getPromptText());
        if (customer != null) {
            send.setText(texts.get("composer.send", customer.name()));
        }
        for (var node : new javafx.scene.Node[] {send, draft}) {
            node.setVisible(!note);
            node.setManaged(!note);
        }
        addNote.setVisible(note);
        addNote.setManaged(note);
    }

    private String recipientLine(Customer customer) {
        return texts.get("composer.to", customer.name(), customer.address(Address.Kind.EMAIL)
                .or(() -> customer.address(Address.Kind.PHONE)).map(a -> "<" + a + ">").orElse(""));
    }

    private void changed(String words) {
        if (!loading) {
            typed.type(words);
        }
    }

    private void setText(String words) {
        loading = true;
        text.setText(words);
        text.positionCaret(words.length());
        loading = false;
    }

    private void submit(boolean close) {
        if (typed.ticket() == null || text.getText().isBlank() || isBusy()) {
            return;
        }
        TicketId to = typed.ticket();
        String words = text.getText().strip();
        if (typed.mode() == Mode.REPLY && !submission.mayLeave(to, words)) {
            text.requestFocus();
            return;
        }
        typed.saveNow();
        if (typed.mode() == Mode.NOTE) {
            submission.note(to, words, outcome);
        } else {
            submission.send(to, words, close, outcome);
        }
    }

    /** The text has become a message. The agent may have gone to another ticket meanwhile, whose text stays. */
    private void written(TicketId where, Mode what) {
        refused.set(false);
        if (isWrittenIn(where)) {
            typed.sent(what);
            if (typed.mode() == what) {
                setText("");
            }
            workspace.refresh();
        }
    }

    private void refuse(int unseen) {
        refusal.setText(texts.get("composer.refused", unseen));
        refused.set(true);
        workspace.refresh();
    }

    /** Brings an undone reply back: before what was typed since, in its own ticket. */
    private void restore(TicketId where, String words) {
        if (!isWrittenIn(where)) {
            workspace.select(where);
            return;
        }
        typed.restore(words);
        showTyped();
        text.requestFocus();
        workspace.refresh();
    }

    /** Puts words from another pane at the end of the note. */
    private void addToNote(String words) {
        if (typed.ticket() != null) {
            write(Mode.NOTE);
            text.appendText((text.getText().isBlank() ? "" : "\n\n") + words);
        }
    }

    /** Puts words that were handed over at the end of the reply, once. */
    private void addToReply(TicketId where, String words) {
        if (isWrittenIn(where)) {
            write(Mode.REPLY);
            if (!text.getText().contains(words)) {
                text.appendText((text.getText().isBlank() ? "" : "\n\n") + words);
            }
        }
    }

    /** Puts what was accepted of a draft beside what the agent has typed, never over it. */
    private void insert(AcceptedText accepted) {
        if (!isWrittenIn(accepted.ticket())) {
            return;
        }
        if (typed.mode() != Mode.REPLY) {
            setMode(Mode.REPLY);
        }
        accepted.into(text);
        if (accepted.how().isWhole()) {
            (accepted.how() == AcceptedText.How.TO_EDIT ? text : send).requestFocus();
        }
    }
}
