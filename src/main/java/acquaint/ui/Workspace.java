package acquaint.ui;

import acquaint.casework.Conversation;
import acquaint.casework.Conversations;
import acquaint.casework.CustomerKnowledge;
import acquaint.casework.Drafts;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * What the panes of one window share: the ticket that is open, and whether it is being read. Panes never hold each other;
 * they follow these properties. JavaFX thread only.
 */
public final class Workspace {

    /** Where reading the selected ticket stands. */
    public enum Reading { NOTHING, LOADING, READY, FAILED }

    /** What takes a while and is not the first thing to be looked at is begun after a ticket was open this long, so that walking through the queue stays light. */
    static final Duration PASSING = Duration.millis(300);

    /** A ticket counts as seen after it was open this long, so that walking through the queue marks nothing. */
    private static final Duration DWELL = Duration.millis(700);

    private final Conversations conversations;
    private final CustomerKnowledge knowledge;
    private final Drafts drafts;
    private final Background background;
    private final Background.Slot reading;
    private final Background.Slot rereading;
    private final PauseTransition dwell = new PauseTransition(DWELL);
    private final ReadOnlyObjectWrapper<OpenTicket> open = new ReadOnlyObjectWrapper<>(this, "open");
    private final ReadOnlyObjectWrapper<Reading> state = new ReadOnlyObjectWrapper<>(this, "state", Reading.NOTHING);
    private final ReadOnlyObjectWrapper<TicketId> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private boolean held;
    private boolean atEnd;
    private long seen;

    public Workspace(Conversations conversations, CustomerKnowledge knowledge, Drafts drafts, DeskChanges changes, Background background) {
        this.conversations = conversations;
        this.knowledge = knowledge;
        this.drafts = drafts;
        this.background = background;
        this.reading = background.slot();
        this.rereading = background.slot();
        dwell.setOnFinished(_ -> markSeen());
        changes.listen(this::refresh);
    }

    /** The ticket on screen with all that is shown of it; null when there is none. */
    public ReadOnlyObjectProperty<OpenTicket> openProperty() {
        return open.getReadOnlyProperty();
    }

    public Optional<OpenTicket> open() {
        return Optional.ofNullable(open.get());
    }

    public ReadOnlyObjectProperty<Reading> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The ticket that was chosen last, which may still be on its way to the screen. */
    public ReadOnlyObjectProperty<TicketId> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Opens a ticket; a ticket still being read is given up. */
    public void select(TicketId ticket) {
        if (ticket.equals(selected.get()) && state.get() != Reading.FAILED) {
            return;
        }
        selected.set(ticket);
        state.set(Reading.LOADING);
        rereading.cancel();
        dwell.stop();
        if (!held) {
            read(ticket);
        }
    }

    private void read(TicketId ticket) {
        reading.run(() -> new OpenTicket(conversations.open(ticket), knowledge.card(ticket), drafts.of(ticket)))
                .then(this::show)
                .onFailure(_ -> state.set(Reading.FAILED));
    }

    /** A ticket that is chosen from now on is read at {@link #release}, when all who show it are there. */
    void hold() {
        held = true;
    }

    void release() {
        held = false;
        if (state.get() == Reading.LOADING) {
            read(selected.get());
        }
    }

    /** Reads the open ticket again, keeping the window of messages that is shown and adding what is new at its end. */
    public void refresh() {
        OpenTicket shown = open.get();
        if (shown == null || state.get() != Reading.READY) {
            return;
        }
        TicketId ticket = shown.id();
        List<Message> messages = shown.conversation().messages();
        long from = messages.isEmpty() ? 1 : messages.getFirst().position();
        boolean toTheEnd = shown.conversation().later() == 0;
        long to = toTheEnd ? Long.MAX_VALUE : messages.getLast().position();
        rereading.run(() -> new OpenTicket(
                        keepUnread(conversations.window(ticket, from, to), shown.conversation().firstUnread()),
                        knowledge.card(ticket), shown.drafts()))
                .then(fresh -> {
                    if (ticket.equals(selected.get()) && !fresh.equals(open.get())) {
                        boolean more = newest(fresh) > newest(open.get());
                        open.set(fresh);
                        if (more) {
                            dwell.playFromStart();
                        }
                    }
                });
    }

    /** Brings one more page of older messages to the top. */
    public void showEarlier() {
        page(shown -> conversations.before(shown.id(), shown.conversation().messages().getFirst().position()), true);
    }

    /** Brings one more page of newer messages to the end. */
    public void showLater() {
        page(shown -> conversations.after(shown.id(), shown.conversation().messages().getLast().position()), false);
    }

    /** Widens what is shown of the open ticket until this message is in it; nothing changes where the ticket has no such message. */
    void showBackTo(MessageId id) {
        OpenTicket shown = open.get();
        long to = shown.conversation().messages().getLast().position();
        rereading.run(() -> conversations.windowBackTo(shown.id(), id, to)).then(found -> found.filter(_ -> open.get() == shown)
                .ifPresent(wider -> open.set(shown.with(keepUnread(wider, shown.conversation().firstUnread())))));
    }

    /** Leaves the ticket as unread, and does not mark it as seen while it stays open. */
    public void markUnread() {
        open().ifPresent(shown -> {
            dwell.stop();
            background.run(() -> {
                conversations.markUnread(shown.id());
                return null;
            });
        });
    }

    /**
     * The position of the newest message that the agent has had on screen long enough to notice; what a reply is checked
     * against. A ticket that is opened counts as looked at; what arrives later has to be in sight for a moment.
     */
    public long seen() {
        return seen;
    }

    /** The conversation says whether its newest message is in sight. */
    void setAtEnd(boolean inSight) {
        if (inSight && !atEnd) {
            dwell.playFromStart();
        }
        atEnd = inSight;
    }

    private void show(OpenTicket read) {
        atEnd = false;
        seen = newest(read);
        open.set(read);
        state.set(Reading.READY);
        dwell.playFromStart();
    }

    private void page(java.util.function.Function<OpenTicket, List<Message>> read, boolean atTop) {
        OpenTicket shown = open.get();
        if (shown == null || shown.conversation().messages().isEmpty()) {
            return;
        }
        rereading.run(() -> read.apply(shown)).then(page -> {
            if (open.get() == shown) {
                open.set(shown.with(joined(shown.conversation(), page, atTop)));
            }
        });
    }

    private static Conversation joined(Conversation window, List<Message> page, boolean atTop) {
        var messages = new ArrayList<Message>(window.messages().size() + page.size());
        messages.addAll(atTop ? page : window.messages());
        messages.addAll(atTop ? window.messages() : page);
        return new Conversation(window.ticket(), window.customer(), messages,
                window.earlier() - (atTop ? page.size() : 0),
                window.later() - (atTop ? 0 : page.size()),
                window.firstUnread());
    }

    /** The line "new since you last looked" stays where it was while the ticket is open. */
    private static Conversation keepUnread(Conversation fresh, long firstUnread) {
        long kept = firstUnread != 0 ? firstUnread : fresh.firstUnread();
        return new Conversation(fresh.ticket(), fresh.customer(), fresh.messages(), fresh.earlier(), fresh.later(), kept);
    }

    private void markSeen() {
        OpenTicket shown = open.get();
        if (shown == null || !atEnd || state.get() != Reading.READY) {
            return;
        }
        seen = Math.max(seen, newest(shown));
        long position = seen;
        background.run(() -> {
            conversations.seen(shown.id(), position);
            return null;
        });
    }

    private static long newest(OpenTicket ticket) {
        List<Message> messages = ticket.conversation().messages();
        return messages.isEmpty() ? 0 : messages.getLast().position();
    }
}
