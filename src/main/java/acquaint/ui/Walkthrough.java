package acquaint.ui;

import acquaint.casework.Intake;
import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.casework.QueueView;
import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.util.Duration;

/**
 * Walks one ticket through the real window where nobody can look at it: from a customer's message to the sent reply and the
 * closed ticket. Says in words what it does and leaves pictures. JavaFX thread.
 */
public final class Walkthrough {

    private static final Duration SOON = Duration.seconds(20);
    /** Longer than a reply is held back for undo. */
    private static final Duration AFTER_UNDO = Duration.seconds(40);

    private final MainWindow window;
    private final Workspace workspace;
    private final DraftProposal proposal;
    private final SentReplies sent;
    private final Intake intake;
    private final Background background;
    private final BooleanSupplier remembered;
    private final Keys keys;
    private final Path folder;
    private final Consumer<String> out;
    private Ticket ticket;
    private int pictures;

    /** {@code remembered} tells whether all that was said has reached memory. */
    public Walkthrough(MainWindow window, Workspace workspace, DraftProposal proposal, SentReplies sent, Intake intake,
            Background background, BooleanSupplier remembered, Keys keys, Path folder, Consumer<String> out) {
        this.window = window;
        this.workspace = workspace;
        this.proposal = proposal;
        this.sent = sent;
        this.intake = intake;
        this.background = background;
        this.remembered = remembered;
        this.keys = keys;
        this.folder = folder;
        this.out = out;
    }

    /** Starts walking; {@code ended} is called with the problem, or with nothing. */
    public CompletableFuture<Void> play() {
        return new Script()
                .when("the queue is shown", SOON, this::queueIsShown, this::arrive)
                .when("the ticket is in the queue", SOON, () -> ticket != null, this::open)
                .when("the ticket and its customer are shown", SOON, this::ticketIsShown, this::tellWhatIsKnown)
                .when("the draft is written", SOON, () -> proposal.state().get() == DraftProposal.State.READY, this::accept)
                .when("the draft is in the composer", SOON, () -> !text().getText().isBlank(), this::edit)
                .when("the edited reply is shown", SOON, () -> true, this::send)
                .when("the reply is held", SOON, () -> sent.lastProperty().get() != null, this::tellHeld)
                .when("the reply has left and the session is remembered", AFTER_UNDO, this::isDone, this::tellDone)
                .play();
    }

    private boolean queueIsShown() {
        return window.controller().queue().getState().get() == QueueController.State.ROWS;
    }

    private void arrive() {
        picture("queue");
        background.run(() -> {
            Customer ana = intake.customers("Ana Ruiz", 1).stream().findFirst()
                    .orElseThrow(() -> new IllegalStateException("the demo desk has no customer to walk with"));
            return intake.open(new NewTicket(new Caller.Known(ana.id()), "Second tent pole broken", "email",
                    "Hello, the replacement pole you sent me in spring has now cracked as well, at the same joint. "
                            + "We leave for the mountains soon. What can we do?", Optional.empty()));
        }).then(opened -> {
            ticket = opened;
            say("A message of Ana Ruiz arrived: ticket " + ticket.id() + ", \u201C" + ticket.subject() + "\u201D.");
        });
    }

    private void open() {
        window.controller().queue().choose(QueueView.ALL_OPEN);
        workspace.select(ticket.id());
    }

    private boolean ticketIsShown() {
        return workspace.open().filter(open -> open.id().equals(ticket.id())).isPresent()
                && window.controller().furnishing().memory().getState().get() != MemoryController.State.LOADING;
    }

    private void tellWhatIsKnown() {
        say("Opened it. Beside it: " + window.controller().furnishing().memory().spoken() + ".");
        picture("ticket-and-memory");
        keys.run(Shortcut.DRAFT);
    }

    private void accept() {
        var reply = proposal.versionProperty().get().reply();
        long supported = reply.sentences().stream().filter(s -> !s.evidence().isEmpty()).count();
        say("A draft was written without a model: " + reply.sentences().size() + " sentences, " + supported + " of them with evidence.");
        picture("draft");
        proposal.accept(true);
    }

    private void edit() {
        TextArea text = text();
        int signature = text.getText().lastIndexOf("\n\n");
        text.insertText(Math.max(0, signature), "\n\nIf you need the tent before the weekend, tell me and we will find a way.");
        say("Took the draft over and added a sentence of our own.");
    }

    private void send() {
        picture("reply");
        keys.run(Shortcut.SEND_AND_CLOSE);
    }

    private void tellHeld() {
        say("Pressed Send and close. The reply is held back for a moment and can be undone.");
        picture("undo");
    }

    private boolean isDone() {
        workspace.refresh();
        return workspace.open().filter(open -> open.conversation().ticket().status() == TicketStatus.CLOSED
                && open.conversation().messages().stream().anyMatch(m -> m.delivery() == Message.Delivery.SENT)).isPresent()
                && remembered.getAsBoolean();
    }

    private void tellDone() {
        picture("closed");
        say("The reply has left, ticket " + ticket.id() + " is closed, and what happened is remembered.");
        say("Pictures of each step: " + folder);
    }

    private TextArea text() {
        return (TextArea) window.stage().getScene().lookup(".composer-text");
    }

    private void say(String words) {
        out.accept(words);
    }

    private void picture(String name) {
        try {
            Picture.of(window.stage().getScene()).save(folder.resolve("%d-%s.png".formatted(++pictures, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
