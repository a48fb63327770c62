package acquaint;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.brief.Brief;
import acquaint.brief.BriefWriter;
import acquaint.brief.PromiseFinder;
import acquaint.casework.Alerts;
import acquaint.casework.Beginnings;
import acquaint.casework.Board;
import acquaint.casework.BriefNote;
import acquaint.casework.Briefs;
import acquaint.casework.Conversations;
import acquaint.casework.CustomerKnowledge;
import acquaint.casework.Delivery;
import acquaint.casework.Digests;
import acquaint.casework.DraftMeasures;
import acquaint.casework.DraftReplies;
import acquaint.casework.Drafts;
import acquaint.casework.Flushing;
import acquaint.casework.HandoffFigures;
import acquaint.casework.HandoffTargets;
import acquaint.casework.Handoffs;
import acquaint.casework.HistoryCopy;
import acquaint.casework.Imports;
import acquaint.casework.Incidents;
import acquaint.casework.Intake;
import acquaint.casework.LanguageModels;
import acquaint.casework.Lessons;
import acquaint.casework.LikeCases;
import acquaint.casework.MailIntake;
import acquaint.casework.Members;
import acquaint.casework.MemoryBacklog;
import acquaint.casework.MemoryChanges;
import acquaint.casework.MemoryEngines;
import acquaint.casework.MemoryMeaning;
import acquaint.casework.MemorySharing;
import acquaint.casework.Permissions;
import acquaint.casework.PrivacyRules;
import acquaint.casework.PromiseFinding;
import acquaint.casework.PromiseLedger;
import acquaint.casework.Queue;
import acquaint.casework.RecurringIssues;
import acquaint.casework.Remembering;
import acquaint.casework.Replies;
import acquaint.casework.ReplyPrompt;
import acquaint.casework.Reviews;
import acquaint.casework.SendRules;
import acquaint.casework.SharingKeys;
import acquaint.casework.TicketChanges;
import acquaint.casework.TicketLines;
import acquaint.casework.Timelines;
import acquaint.casework.diagnostics.Diagnostics;
import acquaint.casework.diagnostics.Program;
import acquaint.casework.past.PastReplies;
import acquaint.channel.DemoDesk;
import acquaint.channel.OutgoingFolder;
import acquaint.command.BuildVersion;
import acquaint.command.DeskServices;
import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.memory.local.Embeddings;
import acquaint.memory.local.SentenceModel;
import acquaint.outbox.Outbox;
import acquaint.privacy.Ledger;
import acquaint.privacy.Maskings;
import acquaint.reply.ComposedDraft;
import acquaint.reply.DigestWriter;
import acquaint.reply.DraftWriter;
import acquaint.reply.Drafting;
import acquaint.reply.MeaningLikeness;
import acquaint.settings.DataDirectory;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.ModelKeys;
import acquaint.settings.SecretStore;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Supervision;
import acquaint.store.Desk;
import acquaint.store.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    private final Clock clock = Clock.systemUTC();
    private final SettingsFile settingsFile;
    private final SettingsFile.Loaded settings;
    private final Desk desk;
    private final MemoryWorkshop workshop;
    private final OpeningMemory memory;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-outbox-", 0).factory());
    private final ScheduledExecutorService ticking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clock").factory());
    private final Outbox outbox;
    private final MemorySharing sharing;
    private final MemoryEngines engines;
    private final MemoryMeaning meaning;
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
    private final Ledger ledger;
    private final ModelWorkshop modelWorkshop;
    private final LanguageModels models;
    private final PrivacyRules privacy;
    private final ReplyPrompt prompt;
    private final MeaningLikeness likeness = new MeaningLikeness(this::sentenceModel);
    private final PastReplies pastReplies;
    private final DraftReplies draftReplies;
    private final Lessons lessons;
    private final DraftMeasures measures;
    private final Digests digests;
    private final Briefs briefs;
    private final RecurringIssues recurring;
    private final LikeCases likeCases;
    private final Incidents incidents;
    private final Timelines timelines;
    private final TicketLines ticketLines;
    private final Beginnings beginnings;
    private final Diagnostics diagnostics;
    private final Permissions permissions;
    private final Members members;
    private final SendRules sendRules;
    private final HandoffTargets targets;
    private final Handoffs handoffs;
    private final Board board;
    private final HandoffFigures figures;
    private final Reviews reviews;
    private final PromiseLedger promises;

    private Wiring(DataDirectory directory, Desk desk, SettingsFile settingsFile, SettingsFile.Loaded settings, MemoryEnvironment environment,
            Optional<MemoryWorkshop.Patience> patience) {
        this.desk = desk;
        this.settingsFile = settingsFile;
        this.settings = settings;
        permissions = Members.enter(desk, clock, settings.settings().agentName(), settings.settings().role());
        String me = agent();
        Supervision supervision = settings.settings().supervision();
        sendRules = new SendRules(supervision, settingsFile, permissions);
        targets = new HandoffTargets(supervision, settingsFile, permissions);
        members = new Members(desk, clock, permissions, settingsFile);
        privacy = new PrivacyRules(settings.settings().privacy(), settingsFile, permissions);
        workshop = new MemoryWorkshop(directory, desk, clock, this::meaning, privacy, patience);
        var secrets = new SecretStore(directory.secrets());
        var keys = new SharingKeys(secrets, environment, UUID.nameUUIDFromBytes(directory.root().toAbsolutePath().toString().getBytes(UTF_8)).toString());
        sharing = new MemorySharing(settings.settings().sharing(), settingsFile, keys, (door, key) -> {
            // What other programs remember is theirs.
            keep(directory);
            return workshop.open(door, key);
        }, this::choice, permissions);
        engines = new MemoryEngines(settings.settings().memory(), settingsFile, secrets, environment, workshop, new HistoryCopy(desk), sharing, this::memory, permissions);
        meaning = new MemoryMeaning(settings.settings().meaning(), settingsFile, secrets, environment, workshop, engines::reopen, permissions);
        ledger = new Ledger(directory.ledger(), clock);
        modelWorkshop = new ModelWorkshop(ledger);
        models = new LanguageModels(settings.settings().model(), settingsFile, new ModelKeys(secrets, System.getenv()), modelWorkshop, permissions);
        prompt = new ReplyPrompt(directory.replyPrompt(), permissions);
        memory = workshop.begin(engines.current(), this::key, this::outbox);
        outbox = new Outbox(desk, clock, Map.of(
                Effect.Kind.DELIVER, new Delivery(new OutgoingFolder(directory.outgoing())),
                Effect.Kind.FIND_PROMISES, new PromiseFinding(desk, new PromiseFinder(ZoneId.systemDefault())),
                Effect.Kind.REMEMBER, new Remembering(desk, memory),
                Effect.Kind.FLUSH, new Flushing(memory)), workers);
        backlog = new MemoryBacklog(desk, clock, outbox, workshop::overlay, me);
        queue = new Queue(desk, me);
        conversations = new Conversations(desk, me);
        drafts = new Drafts(desk, clock);
        replies = new Replies(desk, clock, me, sendRules);
        changes = new TicketChanges(desk, clock, me);
        intake = new Intake(desk, clock, me);
        mails = new MailIntake(desk, clock, me, () -> keep(directory));
        imports = new Imports(desk, clock, me, mails, () -> keep(directory));
        knowledge = new CustomerKnowledge(desk, memory, me);
        memoryChanges = new MemoryChanges(desk, memory, outbox, clock, permissions);
        lessons = new Lessons(desk, privacy::rules);
        Drafting drafting = drafting(new Drafting.Means(models::model, prompt::current, lessons::active,
                () -> settings().language().map(Locale::forLanguageTag).orElseGet(Locale::getDefault)));
        pastReplies = new PastReplies(desk, directory.pastReplies(), likeness, workers);
        draftReplies = draftReplies(drafting);
        measures = new DraftMeasures(desk, clock, lessons, permissions);
        handoffs = new Handoffs(desk, clock, permissions, targets, sendRules, this::note);
        board = new Board(desk, clock, permissions);
        figures = new HandoffFigures(desk, clock, ZoneId.systemDefault(), permissions, measures);
        reviews = new Reviews(desk, clock, permissions, sendRules, draftReplies);
        promises = new PromiseLedger(desk, clock, permissions);
        alerts = new Alerts(desk, clock, permissions);
        mails.onTaken(alerts::arrived);
        digests = new Digests(draftReplies, memory, new DigestWriter(drafting));
        briefs = new Briefs(desk, draftReplies, knowledge, new BriefWriter(drafting), clock);
        recurring = new RecurringIssues(desk, memory, likeness);
        likeCases = new LikeCases(desk, pastReplies, likeness, privacy::rules, clock);
        incidents = new Incidents(desk, replies, clock, permissions);
        timelines = new Timelines(desk, likeness);
        ticketLines = new TicketLines(desk);
        beginnings = new Beginnings(desk);
        diagnostics = new Diagnostics(desk, new Program(BuildVersion.number(), directory), settingsFile, engines, memory, models, privacy, clock);
    }

    private static void keep(DataDirectory directory) {
        try {
            directory.keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String note(Brief brief) {
        return BriefNote.of(brief, briefs::heading);
    }

    /** A team that has chosen to find by words alone spares its memory here, too. */
    private Optional<Embeddings> sentenceModel() {
        return meaning.current() instanceof MeaningChoice.WordsAlone ? Optional.empty() : Optional.of(new SentenceModel());
    }

    private Drafting drafting(Drafting.Means means) {
        return new Drafting(means, new Maskings(privacy::rules), likeness, Clock.systemDefaultZone());
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
        var settingsFile = new SettingsFile(directory.settings());
        SettingsFile.Loaded settings = settingsFile.load(Settings.firstStart(System.getProperty("user.name")));
        if (demo) {
            directory.markDemo();
        } else {
            directory.keep();
        }
        Desk desk = Desk.open(directory.root(), Clock.systemUTC());
        Wiring wiring = null;
        try {
            wiring = new Wiring(directory, desk, settingsFile, settings, environment, patience);
            if (demo && wiring.beginnings.isEmpty()) {
                wiring.fill(directory.root());
            }
            return wiring;
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (wiring == null) {
                desk.close();
            } else {
                wiring.close();
            }
            throw e;
        }
    }

    private CustomerMemory memory() {
        return memory;
    }

    private MemoryChoice choice() {
        return engines.current();
    }

    /** Of the memory in use, when it is opened. */
    private Optional<String> key() throws MemoryException {
        try {
            return engines.key(engines.current());
        } catch (IOException e) {
            throw new MemoryException(MemoryException.Kind.BAD_KEY, e.getMessage(), e);
        }
    }


    private void fill(Path root) throws IOException, InterruptedException {
        Path conversationFile = Files.createTempFile(root, "demo", ".jsonl");
        try {
            DemoDesk.write(conversationFile, Instant.now(clock), agent());
            new Imports(desk, clock, agent()).run(conversationFile, progress -> {});
            new DemoHandoffs(desk, clock, members, briefs::compose, (at, who) -> new Handoffs(desk, at, who, targets, sendRules, this::note)).fill();
            outbox.drain(left -> {});
        } finally {
            Files.deleteIfExists(conversationFile);
        }
    }

    /** Lets the desk work by itself: memory opens and is shared, promises are carried out, and each day has its backup. */
    void start() {
        memory.start();
        workers.execute(this::share);
        outbox.start(ticking);
        ticking.scheduleWithFixedDelay(pastReplies::follow, FIRST_FOLLOWED, FOLLOWED, TimeUnit.SECONDS);
        ticking.scheduleWithFixedDelay(() -> workers.execute(this::backUp), 1, 60, TimeUnit.MINUTES);
    }

    private void backUp() {
        measures.tidy();
        desk.backUp();
        workshop.backUp();
    }

    private void share() {
        try {
            sharing.begin();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the command line works with. */
    DeskServices services() {
        return new DeskServices(queue, conversations, intake, imports, draftReplies, briefs, recurring, measures, models, ledger, memory, engines, meaning, sharing, backlog, diagnostics, new DeskServices.Backlog() {

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
        return settings.settings();
    }

    SettingsFile settingsFile() {
        return settingsFile;
    }

    /** Where settings that could not be read were put, for the user to be told. */
    Optional<Path> settingsSetAside() {
        return settings.setAside();
    }

    String agent() {
        return settings().agentName();
    }

    Clock clock() {
        return clock;
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

    DraftReplies draftReplies() {
        return draftReplies;
    }

    Lessons lessons() {
        return lessons;
    }

    DraftMeasures measures() {
        return measures;
    }

    /** Drafts of this desk, written by other means. */
    DraftReplies draftReplies(Drafting.Means means) {
        return draftReplies(drafting(means));
    }

    private DraftReplies draftReplies(Drafting drafting) {
        var writer = new DraftWriter(new ComposedDraft(ZoneId.systemDefault(), privacy::rules), drafting);
        return new DraftReplies(desk, knowledge, memory, writer, pastReplies, lessons::applied, agent());
    }

    Digests digests() {
        return digests;
    }

    Briefs briefs() {
        return briefs;
    }

    RecurringIssues recurring() {
        return recurring;
    }

    LikeCases likeCases() {
        return likeCases;
    }

    Incidents incidents() {
        return incidents;
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

    LanguageModels models() {
        return models;
    }

    ReplyPrompt prompt() {
        return prompt;
    }

    PrivacyRules privacy() {
        return privacy;
    }

    /** What left for language models. */
    Ledger ledger() {
        return ledger;
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

    MemoryEngines engines() {
        return engines;
    }

    MemoryMeaning meaning() {
        return meaning;
    }

    MemorySharing sharing() {
        return sharing;
    }

    MemoryBacklog backlog() {
        return backlog;
    }

    Outbox outbox() {
        return outbox;
    }

    /** Who is signed in, and what they may do. */
    Permissions permissions() {
        return permissions;
    }

    Members members() {
        return members;
    }

    SendRules sendRules() {
        return sendRules;
    }

    HandoffTargets targets() {
        return targets;
    }

    Handoffs handoffs() {
        return handoffs;
    }

    Board board() {
        return board;
    }

    HandoffFigures figures() {
        return figures;
    }

    Reviews reviews() {
        return reviews;
    }

    Alerts alerts() {
        return alerts;
    }

    PromiseLedger promises() {
        return promises;
    }

    /** Shows other programs out first and ends the desk last, so that nothing works on what is closed. */
    @Override
    public void close() {
        sharing.close();
        ticking.shutdownNow();
        outbox.close();
        pastReplies.close();
        workers.close();
        modelWorkshop.close();
        likeness.close();
        memory.close();
        desk.close();
    }
}
