package acquaint.ui;

import acquaint.model.MessageId;
import acquaint.model.SessionId;
import acquaint.model.TicketId;
import acquaint.reply.Evidence;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings what a sentence rests on before the agent's eyes, in the pane where it stands. The panes say how; none of them knows the others. JavaFX
 * thread only.
 */
public final class EvidenceOpening {

    private final Workspace workspace;
    private Predicate<MessageId> said = _ -> false;
    private Predicate<String> remembered = _ -> false;
    private Runnable beforeAll = () -> {};
    private Runnable beforeRemembered = () -> {};
    private TicketId wantedIn;
    private MessageId wanted;
    private boolean widened;

    public EvidenceOpening(Workspace workspace, Background background) {
        this.workspace = workspace;
        // The panes hear of the ticket, too, and show it first.
        workspace.openProperty().addListener((_, _, _) -> background.onFxThread(this::look));
    }

    /** Says who shows a message, and answers whether it could. */
    void onSaid(Predicate<MessageId> shower) {
        said = shower;
    }

    /** Says who shows what is remembered, and answers whether it could. */
    void onRemembered(Predicate<String> shower) {
        remembered = shower;
    }

    /** Says who sees to it that the tickets are shown. */
    void beforeAll(Runnable preparation) {
        beforeAll = preparation;
    }

    /** Says who sees to it that what is remembered can be seen at all. */
    void beforeRemembered(Runnable preparation) {
        beforeRemembered = preparation;
    }

    /** What helped another customer is never opened from this one's ticket. */
    static boolean canOpen(Evidence evidence) {
        return evidence.kind() != Evidence.Kind.PRECEDENT;
    }

    void open(Evidence evidence) {
        Optional<TicketId> ticket = evidence.session().flatMap(SessionId::ticket);
        beforeAll.run();
        switch (evidence.kind()) {
            case MESSAGE, PASSAGE, PAST_REPLY -> ticket.ifPresent(in -> openMessage(in, new MessageId(evidence.ref())));
            case EPISODE, PROFILE, RECORD -> {
                beforeRemembered.run();
                if (!remembered.test(evidence.ref())) {
                    ticket.ifPresent(workspace::select);
                }
            }
            case PRECEDENT -> { }
        }
    }

    /** Opens the ticket at what was said there. */
    void openMessage(TicketId ticket, MessageId message) {
        wantedIn = ticket;
        wanted = message;
        widened = false;
        if (workspace.open().filter(open -> open.id().equals(ticket)).isPresent()) {
            look();
        } else {
            workspace.select(ticket);
        }
    }

    private void look() {
        if (wanted == null || workspace.open().filter(open -> open.id().equals(wantedIn)).isEmpty()) {
            return;
        }
        if (said.test(wanted) || widened) {
            wanted = null;
        } else {
            widened = true;
            workspace.showBackTo(wanted);
        }
    }
}
