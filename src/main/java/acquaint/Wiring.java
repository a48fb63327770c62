package acquaint;

import acquaint.brief.PromiseFinder;
import acquaint.casework.Alerts;
import acquaint.casework.Beginnings;
import acquaint.casework.Conversations;
import acquaint.casework.CustomerKnowledge;
import acquaint.casework.Delivery;
import acquaint.casework.DeskVocabulary;
import acquaint.casework.Drafts;
import acquaint.casework.Flushing;
import acquaint.casework.Imports;
import acquaint.casework.Intake;
import acquaint.casework.MailIntake;
import acquaint.casework.MemoryBacklog;
import acquaint.casework.MemoryChanges;
import acquaint.casework.PromiseFinding;
import acquaint.casework.Queue;
import acquaint.casework.Remembering;
import acquaint.casework.Replies;
import acquaint.casework.TicketChanges;
import acquaint.casework.TicketLines;
import acquaint.casework.Timelines;
import acquaint.casework.diagnostics.Diagnostics;
import acquaint.casework.diagnostics.Program;
import acquaint.channel.DemoDesk;
import acquaint.channel.OutgoingFolder;
import acquaint.command.BuildVersion;
import acquaint.command.DeskServices;
import acquaint.outbox.Outbox;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.store.Desk;
import acquaint.store.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Builds every long-lived object of an open desk once, by hand. The caller holds the directory's lock. Nothing works by
 * itself until {@link #start}; what is not asked for costs next to nothing. Closed in reverse order.
 */
final class Wiring implements AutoCloseable {

    /** When past replies are first taken into their index, and how often then; seconds. A start has more pressing work. */
    private static final long FIRST_FOLLOWED = 5;
    private static final long FOLLOWED = 20;

    private final OpenedDesk opened;
    private final Desk desk;
    private final TeamWiring team;
    private final MemoryWiring memory;
    private final DraftWiring drafting;
    private final SupervisionWiring supervision;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-outbox-", 0).factory());
    private final ScheduledExecutorService ticking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clock").factory());
    private final Outbox outbox;
    private final MemoryBacklog backlog;
    private final Queue queue;
    private final Alerts alerts;
    private final Conversations conversations;
    private final Drafts drafts;
    private final Replies replies;
    private final TicketChanges changes;
    private final Intake intake;
    private final MailIntake mails;
    private final Imports imports;
    private final CustomerKnowledge knowledge;
    private final MemoryChanges memoryChanges;
    private final Timelines timelines;
    private final TicketLines ticketLines;
    private final Beginnings beginnings;
    private final Diagnostics diagnostics;

    private Wiring(OpenedDesk opened, MemoryEnvironment environment, Optional<MemoryWorkshop.Patience> patience) {
        this.opened = opened;
        desk = opened.desk();
        team = TeamWiring.of(opened);
        Clock clock = opened.clock();
        String me = opened.agent();
        memory = new MemoryWiring(opened, team, environment, patience, this::outbox);
        outbox = new Outbox(desk, clock, Map.of(
                Effect.Kind.DELIVER, new Delivery(new OutgoingFolder(opened.directory().outgoing())),
                Effect.Kind.FIND_PROMISES, new PromiseFinding(desk, new PromiseFinder(ZoneId.systemDefault())),
                Effect.Kind.REMEMBER, new Remembering(desk, memory.memory()),
                Effect.Kind.FLUSH, new Flushing(memory.memory())), workers);
        backlog = new MemoryBacklog(desk, clock, outbox, memory::overlay, me);
        queue = new Queue(desk, me);
        conversations = new Conversations(desk, me);
        drafts = new Drafts(desk, clock);
        replies = new Replies(desk, clock, me, team.sendRules());
        changes = new TicketChanges(desk, clock, me);
        intake = new Intake(desk, clock, me);
        mails = new MailIntake(desk, clock, me, opened::keep);
        imports = new Imports(desk, clock, me, mails, opened::keep);
        knowledge = new CustomerKnowledge(desk, memory.memory(), me);
        memoryChanges = new MemoryChanges(desk, memory.memory(), outbox, clock, team.permissions());
        var vocabulary = new DeskVocabulary();
        drafting = new DraftWiring(opened, team, memory, knowledge, vocabulary, workers);
        supervision = new SupervisionWiring(opened, team, drafting, replies);
        alerts = new Alerts(desk, clock, team.permissions());
        mails.onTaken(alerts::arrived);
        timelines = new Timelines(desk, vocabulary, drafting.likeness());
        ticketLines = new TicketLines(desk);
        beginnings = new Beginnings(desk);
        diagnostics = new Diagnostics(desk, new Program(BuildVersion.number(), opened.directory()), opened.file(), memory.engines(), memory.memory(), drafting.models(),
                team.privacy(), clock);
    }

    /**
     * Opens the desk in this directory, or begins one; an empty demo desk is filled. {@link acquaint.store.NewerDesk} and
     * {@link acquaint.store.DamagedDesk} say why that cannot be.
     */
    static Wiring open(DataDirectory directory, boolean demo) throws IOException, InterruptedException {
        return open(directory, demo, MemoryEnvironment.of(System.getenv()), Optional.empty());
    }

    /** As above, with an environment and a patience of the caller's making. */
    static Wiring open(DataDirectory directory, boolean demo, MemoryEnvironment environment, Optional<MemoryWorkshop.Patience> patience)
            throws IOException, InterruptedException {
        OpenedDesk opened = OpenedDesk.in(directory, demo);
        Wiring wiring = null;
        try {
            wiring = new Wiring(opened, environment, patience);
            if (demo && wiring.beginnings.isEmpty()) {
                wiring.fill();
            }
            return wiring;
        } catch (Throwable e) {
            if (wiring == null) {
                opened.desk().close();
            } else {
                wiring.close();
            }
            throw e;
        }
    }

    private void fill() throws IOException, InterruptedException {
        Path conversationFile = Files.createTempFile(opened.directory().root(), "demo", ".jsonl");
        try {
            DemoDesk.write(conversationFile, Instant.now(clock()), agent());
            new Imports(desk, clock(), agent()).run(conversationFile, progress -> {});
            new DemoHandoffs(desk, clock(), team.members(), drafting.briefs()::compose, supervision::handoffs).fill();
            outbox.drain(left -> {});
        } finally {
            Files.deleteIfExists(conversationFile);
        }
    }

    /** Lets the desk work by itself: memory opens and is shared, promises are carried out, and each day has its backup. */
    void start() {
        memory.start();
        workers.execute(memory::share);
        outbox.start(ticking);
        ticking.scheduleWithFixedDelay(drafting.pastReplies()::follow, FIRST_FOLLOWED, FOLLOWED, TimeUnit.SECONDS);
        ticking.scheduleWithFixedDelay(() -> workers.execute(this::backUp), 1, 60, TimeUnit.MINUTES);
    }

    private void backUp() {
        drafting.measures().tidy();
        desk.backUp();
        memory.backUp();
    }

    /** What the command line works with. */
    DeskServices services() {
        return new DeskServices(queue, conversations, intake, imports, drafting.replies(), drafting.briefs(), drafting.recurring(), drafting.measures(), drafting.models(),
                drafting.ledger(), memory.memory(), memory.engines(), memory.meaning(), memory.sharing(), backlog, diagnostics, new DeskServices.Backlog() {

            @Override
            public int left() {
                return outbox.remaining();
            }

            @Override
            public void carryOut(IntConsumer left) throws InterruptedException {
                outbox.drain(left);
            }
        }, this::backUp);
    }

    Settings settings() {
        return opened.settings();
    }

    SettingsFile settingsFile() {
        return opened.file();
    }

    /** Where settings that could not be read were put, for the user to be told. */
    Optional<Path> settingsSetAside() {
        return opened.loaded().setAside();
    }

    String agent() {
        return opened.agent();
    }

    Clock clock() {
        return opened.clock();
    }

    /** Who is signed in, and what they may do. */
    TeamWiring team() {
        return team;
    }

    MemoryWiring memory() {
        return memory;
    }

    DraftWiring drafting() {
        return drafting;
    }

    SupervisionWiring supervision() {
        return supervision;
    }

    Queue queue() {
        return queue;
    }

    Conversations conversations() {
        return conversations;
    }

    Drafts drafts() {
        return drafts;
    }

    Replies replies() {
        return replies;
    }

    TicketLines ticketLines() {
        return ticketLines;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** What has happened here for the first time. */
    Beginnings beginnings() {
        return beginnings;
    }

    Timelines timelines() {
        return timelines;
    }

    TicketChanges changes() {
        return changes;
    }

    Intake intake() {
        return intake;
    }

    MailIntake mails() {
        return mails;
    }

    Imports imports() {
        return imports;
    }

    CustomerKnowledge knowledge() {
        return knowledge;
    }

    MemoryChanges memoryChanges() {
        return memoryChanges;
    }

    MemoryBacklog backlog() {
        return backlog;
    }

    Outbox outbox() {
        return outbox;
    }

    Alerts alerts() {
        return alerts;
    }

    /** Shows other programs out first and ends the desk last, so that nothing works on what is closed. */
    @Override
    public void close() {
        memory.sharing().close();
        ticking.shutdownNow();
        outbox.close();
        drafting.pastReplies().close();
        workers.close();
        drafting.close();
        memory.memory().close();
        desk.close();
    }
}
