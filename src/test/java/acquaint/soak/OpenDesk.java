package acquaint.soak;

import acquaint.SignedIn;
import acquaint.brief.PromiseFinder;
import acquaint.casework.Delivery;
import acquaint.casework.Drafts;
import acquaint.casework.Flushing;
import acquaint.casework.Imports;
import acquaint.casework.Intake;
import acquaint.casework.PromiseFinding;
import acquaint.casework.Remembering;
import acquaint.casework.Replies;
import acquaint.casework.TicketChanges;
import acquaint.channel.Channel;
import acquaint.memory.MemoryException;
import acquaint.memory.local.LocalMemory;
import acquaint.outbox.Outbox;
import acquaint.store.Desk;
import acquaint.store.Effect;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A desk with its use cases, outbox and memory, wired as in the program; only the clock and the channel are the test's. */
final class OpenDesk implements AutoCloseable {

    static final String ME = "Sam";

    final Desk desk;
    final LocalMemory memory;
    final Drafts drafts;
    final Replies replies;
    final TicketChanges changes;
    final Intake intake;
    final Imports imports;
    final Outbox outbox;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    OpenDesk(Path directory, FastClock clock, Channel channel) throws MemoryException {
        desk = Desk.open(directory, clock);
        memory = LocalMemory.open(memory(directory));
        drafts = new Drafts(desk, clock);
        replies = new Replies(desk, clock, ME, SignedIn.noRules());
        changes = new TicketChanges(desk, clock, ME);
        intake = new Intake(desk, clock, ME);
        imports = new Imports(desk, clock, ME);
        outbox = new Outbox(desk, clock, Map.of(Effect.Kind.DELIVER, new Delivery(channel), Effect.Kind.FIND_PROMISES, new PromiseFinding(desk, new PromiseFinder(ZoneOffset.UTC)),
                Effect.Kind.REMEMBER, new Remembering(desk, memory), Effect.Kind.FLUSH, new Flushing(memory)), workers);
        outbox.recover();
    }

    static Path memory(Path directory) {
        return directory.resolve("memory");
    }

    static Path deliveries(Path directory) {
        return directory.resolve("deliveries.log");
    }

    void start() {
        outbox.start(ticking);
    }

    @Override
    public void close() {
        ticking.shutdownNow();
        outbox.close();
        workers.close();
        memory.close();
        desk.close();
    }
}
