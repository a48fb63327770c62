package acquaint.store;

import acquaint.model.TicketId;
import java.util.Set;

/** The desk for the length of one transaction, on the thread that it was lent to. Never kept longer. */
public final class Session {

    private final Link link;
    private final Set<TicketId> touched;

    Session(Link link, Set<TicketId> touched) {
        this.link = link;
        this.touched = touched;
    }

    public CustomerTable customers() {
        return new CustomerTable(link.handle());
    }

    public TicketTable tickets() {
        return new TicketTable(link.handle(), touched);
    }

    public MessageTable messages() {
        return new MessageTable(link.handle(), touched);
    }

    public HeldTable held() {
        return new HeldTable(link.handle());
    }

    public DraftTable drafts() {
        return new DraftTable(link.handle());
    }

    public DraftOutcomeTable draftOutcomes() {
        return new DraftOutcomeTable(link.handle());
    }

    public ReplyRows replyRows() {
        return new ReplyRows(link.handle());
    }

    public LessonTable lessons() {
        return new LessonTable(link.handle());
    }

    public MemberTable members() {
        return new MemberTable(link.connection());
    }

    public HandoffTable handoffs() {
        return new HandoffTable(link.handle(), touched);
    }

    public BoardTable board() {
        return new BoardTable(link.handle());
    }

    public HandoffFigureTable handoffFigures() {
        return new HandoffFigureTable(link.handle());
    }

    public PromiseTable promises() {
        return new PromiseTable(link.handle(), touched);
    }

    public ReviewTable reviews() {
        return new ReviewTable(link.handle(), touched);
    }

    public IncidentTable incidents() {
        return new IncidentTable(link.handle(), touched);
    }

    public SeenTable seen() {
        return new SeenTable(link.handle(), touched);
    }

    public OutboxTable outbox() {
        return new OutboxTable(link.handle());
    }

    public HandedTable handed(String space) {
        return new HandedTable(link.handle(), space);
    }

    public AgentsWordTable agentsWord(String space) {
        return new AgentsWordTable(link.handle(), space);
    }

    public MemoryCopyTable memoryCopies() {
        return new MemoryCopyTable(link.handle());
    }

    public ForgottenMemoryTable forgottenMemory() {
        return new ForgottenMemoryTable(link.handle());
    }

    public CountTable counts() {
        return new CountTable(link.handle());
    }

    public AuditTable audit() {
        return new AuditTable(link.handle());
    }

    public ReportTable reports() {
        return new ReportTable(link.handle());
    }

    public TimelineTable timeline() {
        return new TimelineTable(link.handle());
    }

    public QueueTable queue() {
        return new QueueTable(link.connection());
    }

    /** Has those who follow the desk's changes look at this ticket again, once the transaction is committed. */
    public void touch(TicketId ticket) {
        touched.add(ticket);
    }
}
