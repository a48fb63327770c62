package acquaint.casework;

import acquaint.SignedIn;
import acquaint.StandingClock;
import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.brief.PromiseFinder;
import acquaint.channel.Channel;
import acquaint.channel.ChannelException;
import acquaint.channel.OutgoingReply;
import acquaint.model.Address;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Recipient;
import acquaint.model.Review;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.outbox.Outbox;
import acquaint.settings.SendRulesChoice;
import acquaint.settings.Supervision;
import acquaint.store.Desk;
import acquaint.store.Effect;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real desk with all its use cases, a clock moved by hand, a channel that keeps what it got, and a memory that does too. */
final class WorkingDesk implements AutoCloseable {

    static final String ME = "Sam";
    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    /** Keeps what it was given; fails while {@link #failure} is set. */
    static final class Postbag implements Channel {
        final List<OutgoingReply> replies = new ArrayList<>();
        volatile ChannelException failure;

        @Override
        public synchronized void deliver(OutgoingReply reply) throws ChannelException {
            if (failure != null) {
                throw failure;
            }
            replies.add(reply);
        }
    }

    private final Path directory;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    final StandingClock clock = new StandingClock(START);
    final Postbag postbag = new Postbag();
    final Notebook memory = new Notebook();

    Desk desk;
    SendRules rules = SignedIn.noRules();
    HandoffTargets targets = new HandoffTargets(Supervision.USUAL, null, SignedIn.admin(ME));
    Queue queue;
    Conversations conversations;
    Intake intake;
    Replies replies;
    Drafts drafts;
    TicketChanges changes;
    CustomerKnowledge knowledge;
    Imports imports;
    Outbox outbox;
    MemoryBacklog backlog;
    Handoffs handoffs;
    PromiseLedger promises;

    WorkingDesk(Path directory) {
        this.directory = directory;
        open();
    }

    private void open() {
        desk = Desk.open(directory, clock);
        queue = new Queue(desk, ME);
        conversations = new Conversations(desk, ME);
        intake = new Intake(desk, clock, ME);
        replies = new Replies(desk, clock, ME, rules);
        drafts = new Drafts(desk, clock);
        changes = new TicketChanges(desk, clock, ME);
        knowledge = new CustomerKnowledge(desk, memory, ME);
        imports = new Imports(desk, clock, ME);
        outbox = new Outbox(desk, clock, Map.of(Effect.Kind.DELIVER, new Delivery(postbag), Effect.Kind.FIND_PROMISES, new PromiseFinding(desk, new PromiseFinder(ZoneOffset.UTC)),
                Effect.Kind.REMEMBER, new Remembering(desk, memory), Effect.Kind.FLUSH, new Flushing(memory)), workers);
        outbox.recover();
        handoffs = handoffs(SignedIn.admin(ME));
        promises = new PromiseLedger(desk, clock, SignedIn.admin(ME));
        backlog = new MemoryBacklog(desk, clock, outbox, Optional::empty, ME);
    }

    /** Of another member of the same desk. */
    Handoffs handoffs(Permissions who) {
        return new Handoffs(desk, clock, who, targets, rules, BriefNote::of);
    }

    /** From now on a reply with this word waits for a second person. */
    void holding(String word) {
        rules = new SendRules(new Supervision(new SendRulesChoice(Optional.empty(), List.of(word), List.of()), Map.of()), null, SignedIn.admin(ME));
        replies = new Replies(desk, clock, ME, rules);
    }

    /** From now on replies leave on one person's word. */
    void letGo() {
        rules = SignedIn.noRules();
        replies = new Replies(desk, clock, ME, rules);
    }

    Review reviewOf(MessageId id) {
        return desk.read(session -> session.reviews().find(id)).orElseThrow();
    }

    /** Of another member of the same desk. */
    Reviews reviews(Permissions who) {
        return new Reviews(desk, clock, who, rules, null);
    }

    /** A brief that says what it must say. */
    static Brief brief(TicketId ticket) {
        return new Brief(ticket, START, Map.of(
                BriefPart.ISSUE, List.of(BriefLine.written("The kettle leaks.")),
                BriefPart.TRIED, List.of(new BriefLine("Sent another seal.", Optional.of("It still leaks."), List.of(), true)),
                BriefPart.PROMISED, List.of(BriefLine.written("Nothing was promised.")),
                BriefPart.RISK, List.of(new BriefLine("She wants her money back.", Optional.of("MONEY"), List.of(), true)),
                BriefPart.DECISION, List.of(BriefLine.written("May she have a new kettle?"))), Optional.empty());
    }

    Handoffs.Escalation escalation(String id, Ticket ticket) {
        return new Handoffs.Escalation(new HandoffId(id), ticket.id(), brief(ticket.id()), Recipient.role(Role.SUPERVISOR), HandoffCause.AGENT, "beyond me",
                Optional.empty(), Optional.empty(), ticket(ticket.id()).lastPosition());
    }

    void reopen() {
        outbox.close();
        desk.close();
        open();
    }

    /** A new ticket of Ana Ruiz, with one message of hers. */
    Ticket anasTicket(String subject, String text) {
        return intake.open(new Intake.NewTicket(new Intake.Caller.New("Ana Ruiz", List.of(Address.email("ana@example.com"))),
                subject, "phone", text, Optional.empty()));
    }

    Ticket ticket(TicketId id) {
        return desk.read(session -> session.tickets().find(id)).orElseThrow();
    }

    List<Message> messages(TicketId id) {
        return desk.read(session -> session.messages().after(id, 0, 100_000));
    }

    Replies.SendOutcome send(String id, Ticket ticket, String text, boolean close) {
        return replies.send(new Replies.SendRequest(new MessageId(id), ticket.id(), text, ticket(ticket.id()).lastPosition(), close));
    }

    void drain() {
        try {
            outbox.drain(left -> {});
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for what was begun, and begins nothing. */
    void awaitIdle() throws InterruptedException {
        while (backlog.entries(100_000).stream().anyMatch(entry -> entry.state() == MemoryBacklog.State.SENDING)) {
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        outbox.close();
        workers.close();
        desk.close();
    }
}
