package acquaint.ui;

import acquaint.SignedIn;
import acquaint.casework.Alerts;
import acquaint.casework.Beginnings;
import acquaint.casework.Board;
import acquaint.casework.BriefNote;
import acquaint.casework.Conversations;
import acquaint.casework.CustomerKnowledge;
import acquaint.casework.DeskVocabulary;
import acquaint.casework.DraftMeasures;
import acquaint.casework.Drafts;
import acquaint.casework.HandoffFigures;
import acquaint.casework.HandoffTargets;
import acquaint.casework.Handoffs;
import acquaint.casework.HistoryCopy;
import acquaint.casework.Incidents;
import acquaint.casework.Intake;
import acquaint.casework.LanguageModels;
import acquaint.casework.LikeCases;
import acquaint.casework.Members;
import acquaint.casework.MemoryBacklog;
import acquaint.casework.MemoryEngines;
import acquaint.casework.MemoryMeaning;
import acquaint.casework.MemorySharing;
import acquaint.casework.Permissions;
import acquaint.casework.PrivacyRules;
import acquaint.casework.PromiseLedger;
import acquaint.casework.Queue;
import acquaint.casework.RecurringIssues;
import acquaint.casework.Replies;
import acquaint.casework.ReplyPrompt;
import acquaint.casework.Reviews;
import acquaint.casework.SharingKeys;
import acquaint.casework.diagnostics.Diagnostics;
import acquaint.casework.diagnostics.Program;
import acquaint.memory.CustomerMemory;
import acquaint.settings.DataDirectory;
import acquaint.update.ReleaseFeed;
import acquaint.outbox.Outbox;
import acquaint.privacy.Ledger;
import acquaint.reply.LanguageModel;
import acquaint.reply.provider.OfferedModel;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.MemorySettings;
import acquaint.settings.ModelChoice;
import acquaint.settings.ModelKeys;
import acquaint.settings.PrivacyChoice;
import acquaint.settings.Secrets;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.settings.Sharing;
import acquaint.settings.Supervision;
import acquaint.store.Desk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What a window is made of, on a real desk and in a chosen language, for tests of views. Created and used on the JavaFX thread. */
final class WindowParts {

    static final String ME = "Sam";
    private static final Permissions PERMISSIONS = SignedIn.admin(ME);

    /** Every controller that was made, in order. */
    final List<Object> made = new ArrayList<>();
    final List<Throwable> problems = new ArrayList<>();
    final Intake intake;
    final Texts texts;
    private final Keymap keymap = new Keymap(Map.of(), _ -> {});
    final Keys keys = new Keys(keymap);
    private final Sheets sheets = new Sheets(keys);
    private final DeskChanges changes;
    final Workspace workspace;
    final Views views;

    private final Queue queue;
    private final MemoryBacklog backlog;
    private final MemorySharing sharing;
    private final MemoryEngines engines;
    private final MemoryMeaning meaning;
    private final CustomerKnowledge knowledge;
    private final Drafts drafts;
    final Background background;
    private final Background.Sequence writing;
    private final DraftSaver aside;
    private final Dialogs dialogs;
    private final Notices notices;
    final Preferences preferences;
    private final Theme theme;
    private final TimeWords times;
    private final Places places;
    private final Board board;
    final Handoffs handoffs;
    private final Members members;
    private final HandoffFigures figures;
    private final Reviews reviews;
    private final BoardWatch watch;
    private final OpenHandoff openHandoff;
    private final HandoffWords handoffWords;
    private final HandoffActions handoffActions;
    private final ReviewActions reviewActions;
    private final AskedWords asked;
    private final TicketActions actions;
    private final SentReplies sent;
    private final DraftProposal proposal;
    private final UnsupportedQuestion unsupported;
    private final EvidenceOpening opening;
    private final TicketDigest digest;
    private final MemoryCorrections corrections;
    private final NoteWords note = new NoteWords();
    private final PromiseLedger promiseLedger;
    private final Alerts alerts;
    private final Recipients recipients;
    final BriefWriting brief;
    private final PromiseActions promises;
    final Incidents incidents;
    private final RadarWatch radarWatch;
    private final RecurringIssues recurring;
    private final LikeCases likeCases;
    private final LanguageModels models;
    private final PrivacyRules privacy;
    private final Ledger ledger;
    private final ReplyPrompt prompt;
    private final DemoVisit visit;
    private final FirstSteps firstSteps;
    private final Welcome welcome;
    private final FirstStepActions firstStepActions;
    private final Diagnostics diagnostics;
    private final SystemPrograms programs;
    private final UpdateWatch updates;
    private final Help help;

    /** {@code workers} decides when work in the background is done, if at all. */
    WindowParts(Desk desk, CustomerMemory memory, Path settings, Locale locale, Executor workers) {
        this(desk, memory, settings, locale, workers, Settings.firstStart("sam"));
    }

    WindowParts(Desk desk, CustomerMemory memory, Path settings, Locale locale, Executor workers, Settings chosen) {
        Clock clock = Clock.systemUTC();
        queue = new Queue(desk, ME);
        knowledge = new CustomerKnowledge(desk, memory, ME);
        backlog = new MemoryBacklog(desk, clock, new Outbox(desk, clock, Map.of(), null), Optional::empty, ME);
        sharing = new MemorySharing(Sharing.OFF, new SettingsFile(settings), new SharingKeys(new NoSecrets(), MemoryEnvironment.NOTHING, "desk"), null,
                MemoryChoice.Embedded::new, PERMISSIONS);
        engines = new MemoryEngines(MemorySettings.EMBEDDED, new SettingsFile(settings), new NoSecrets(), MemoryEnvironment.NOTHING, null,
                new HistoryCopy(desk), sharing, () -> memory, PERMISSIONS);
        meaning = new MemoryMeaning(new MeaningChoice.BuiltIn(), new SettingsFile(settings), new NoSecrets(), MemoryEnvironment.NOTHING, null, engines::reopen, PERMISSIONS);
        models = new LanguageModels(new ModelChoice.None(), new SettingsFile(settings), new ModelKeys(new NoSecrets(), Map.of()), new NoServices(), PERMISSIONS);
        privacy = new PrivacyRules(PrivacyChoice.usual(Locale.US), new SettingsFile(settings), PERMISSIONS);
        ledger = new Ledger(settings.resolveSibling("ledger.jsonl"), clock);
        prompt = new ReplyPrompt(settings.resolveSibling("reply.txt"), PERMISSIONS);
        drafts = new Drafts(desk, clock);
        recurring = new RecurringIssues(desk, new DeskVocabulary(), memory, (_, _) -> Optional.empty());
        likeCases = new LikeCases(desk, new DeskVocabulary(), _ -> List.of(), (_, _) -> Optional.empty(), () -> privacy.rules(), clock);
        intake = new Intake(desk, clock, ME);
        texts = new Texts(locale);
        times = new TimeWords(texts, clock);
        background = new Background(workers, problems::add);
        writing = background.sequence();
        aside = new DraftSaver(writing);
        dialogs = new Dialogs(texts);
        preferences = new Preferences(chosen, new SettingsFile(settings), background.sequence());
        Theme.loadFonts();
        theme = new Theme(preferences);
        notices = new Notices(new Motion(preferences), texts);
        changes = new DeskChanges(queue::onChange, background);
        workspace = new Workspace(new Conversations(desk, ME), knowledge, drafts, changes, background);
        places = new Places(workspace, keys);
        board = new Board(desk, clock, PERMISSIONS);
        reviews = new Reviews(desk, clock, PERMISSIONS, SignedIn.noRules(), null);
        handoffs = new Handoffs(desk, clock, PERMISSIONS, new HandoffTargets(Supervision.USUAL, null, PERMISSIONS), SignedIn.noRules(), BriefNote::of);
        members = new Members(desk, clock, PERMISSIONS, new SettingsFile(settings));
        figures = new HandoffFigures(desk, clock, ZoneOffset.UTC, PERMISSIONS, new DraftMeasures(desk, clock, null, PERMISSIONS));
        recipients = new Recipients(members, texts);
        watch = new BoardWatch(board, reviews, PERMISSIONS, places, changes, background);
        openHandoff = new OpenHandoff(handoffs, background);
        handoffWords = new HandoffWords(recipients, texts, times);
        asked = new AskedWords(drafts, aside, writing, dialogs, background);
        reviewActions = new ReviewActions(reviews, aside, writing, asked, notices, background, texts);
        handoffActions = new HandoffActions(handoffs, PERMISSIONS, recipients, openHandoff, dialogs, asked, background, texts);
        actions = new TicketActions(null, workspace, background, notices, ME);
        sent = new SentReplies(null, background, writing, notices);
        var accepted = new AcceptedSentences();
        proposal = new DraftProposal(null, workspace, background, accepted, new DraftFates(null, background));
        unsupported = new UnsupportedQuestion(accepted, dialogs, texts);
        opening = new EvidenceOpening(workspace, background);
        digest = new TicketDigest(null, workspace, background);
        corrections = new MemoryCorrections(null, background, dialogs, notices, texts);
        promiseLedger = new PromiseLedger(desk, clock, PERMISSIONS);
        alerts = new Alerts(desk, clock, PERMISSIONS);
        brief = new BriefWriting(null, () -> false, handoffs, recipients, workspace, background, writing);
        promises = new PromiseActions(promiseLedger, background, dialogs, notices, texts, times);
        incidents = new Incidents(desk, new Replies(desk, clock, ME, SignedIn.noRules()), clock, PERMISSIONS);
        radarWatch = new RadarWatch(incidents, places, background, notices);
        visit = new DemoVisit(false, dialogs);
        firstSteps = new FirstSteps(preferences, new Beginnings(desk), () -> false, () -> false, changes, background);
        views = new Views(controllers(), texts);
        welcome = new Welcome(views, places, sheets, firstSteps);
        firstStepActions = new FirstStepActions(visit, welcome, workspace, places, background, keys);
        diagnostics = new Diagnostics(desk, new Program("1.0", new DataDirectory(settings.getParent())), new SettingsFile(settings), engines, memory, models, privacy, clock);
        programs = new SystemPrograms(background, dialogs, texts);
        updates = new UpdateWatch(new ReleaseFeed("1.0"), preferences, background, notices, clock);
        help = new Help(welcome, firstSteps, firstStepActions, new Windows(views, dialogs, texts), programs, diagnostics.program(), texts);
        new SignIn(members, views, dialogs, background, keys, texts);
        new TicketForms(intake, drafts, places, views, dialogs, workspace, actions, background, keys, texts, ME);
    }

    private Map<Class<?>, Supplier<?>> controllers() {
        var map = new HashMap<Class<?>, Supplier<?>>();
        map.put(MainController.class, () ->
                new MainController(preferences, theme, new Zoom(preferences), dialogs, views, aside, places, workspace, actions, opening, brief, new DraftLearning(views, dialogs, texts), help, background,
                        keys, texts));
        map.put(PaletteController.class, () -> new PaletteController(queue, board, watch,
                new PaletteEntries(keys, workspace, places, proposal, sent, openHandoff, texts), places, background, keys, texts));
        map.put(PlaceBarController.class, () -> new PlaceBarController(places, PERMISSIONS, keys, texts));
        map.put(QueueController.class, () -> new QueueController(queue, workspace, changes, preferences, background, keys, texts, times, () -> {}));
        map.put(BoardController.class, () -> new BoardController(board, watch, openHandoff, handoffActions, places, background, keys, texts, times, handoffWords));
        map.put(HandoffController.class, () -> new HandoffController(openHandoff, handoffActions, opening, places, keys, texts, times, handoffWords));
        map.put(HandoffStripController.class, () -> new HandoffStripController(handoffs, drafts, aside, PERMISSIONS, workspace, asked, background, texts, handoffWords));
        map.put(HeldStripController.class, () -> new HeldStripController(reviews, drafts, PERMISSIONS, workspace, sent, background, texts));
        map.put(FiguresController.class, () -> new FiguresController(figures, PERMISSIONS, places, background, texts, times, Clock.systemUTC()));
        map.put(NotificationSettingsController.class, () -> new NotificationSettingsController(preferences,
                new DesktopAlerts(alerts, queue, preferences, changes, background, texts, () -> LocalTime.NOON, places), true, texts));
        map.put(AppearanceSettingsController.class, () -> new AppearanceSettingsController(preferences, theme, new Zoom(preferences), new Motion(preferences), texts));
        map.put(SignInController.class, () -> new SignInController(background, texts));
        map.put(TeamSettingsController.class, () -> new TeamSettingsController(SignedIn.noRules(), new HandoffTargets(Supervision.USUAL, null, PERMISSIONS), PERMISSIONS, background, texts));
        map.put(TeamMembersController.class, () -> new TeamMembersController(members, PERMISSIONS, background, dialogs, texts));
        map.put(HeldRepliesController.class, () -> new HeldRepliesController(watch, texts, times));
        map.put(HeldReplyController.class, () -> new HeldReplyController(reviews, reviewActions, PERMISSIONS, opening, places, notices, background, texts, times));
        map.put(ConversationController.class, () -> new ConversationController(workspace, actions, sent, digest, opening, keys, texts, times));
        map.put(DigestController.class, () -> new DigestController(digest, background, texts, times));
        map.put(AskMemoryController.class, () -> new AskMemoryController(null, workspace, background, keys, texts, times));
        map.put(ComposerController.class, () ->
                new ComposerController(workspace, null, sent, proposal, unsupported, corrections, note, new ReplyWords(), drafts, background, writing, keys, texts));
        map.put(UndoSendController.class, () -> new UndoSendController(sent, keys, texts, times));
        map.put(DraftController.class, () -> new DraftController(proposal, opening, keys, texts, times));
        map.put(LessonsController.class, () -> new LessonsController(null, background, texts, times));
        map.put(DraftReportController.class, () -> new DraftReportController(null, background, texts, java.time.Clock.systemUTC()));
        map.put(ModelSawController.class, () -> new ModelSawController(null, background, texts, times));
        map.put(DraftHeadController.class, () -> new DraftHeadController(proposal, new ModelSaw(views, dialogs, texts), texts));
        map.put(DraftDiscardedController.class, () -> new DraftDiscardedController(proposal));
        map.put(DraftActionsController.class, () -> new DraftActionsController(proposal, dialogs, notices, keys, texts));
        map.put(DraftCompareController.class, () -> new DraftCompareController(proposal, null, background, texts));
        map.put(RecurringNoticeController.class, () -> new RecurringNoticeController(recurring, workspace, background, texts, times));
        map.put(LikeCasesController.class, () -> new LikeCasesController(likeCases, note, workspace, background, texts, times));
        map.put(BriefController.class, () -> new BriefController(brief, opening, new BriefExport(null, background, dialogs, notices, texts), recipients, sheets, dialogs,
                notices, background, keys, texts, times));
        map.put(BriefSideController.class, () -> new BriefSideController(brief, recipients, null, workspace, dialogs, texts, times));
        map.put(BriefStripController.class, () -> new BriefStripController(brief, sheets, texts));
        map.put(HandoffOutcomesController.class, () -> new HandoffOutcomesController(handoffs, recipients, workspace, changes, background, texts, times));
        map.put(TicketPromisesController.class, () -> new TicketPromisesController(promiseLedger, promises, workspace, opening, changes, background, texts, times));
        map.put(PromisesController.class, () -> new PromisesController(promiseLedger, promises, opening, places, changes, background, keys, texts, times, ME));
        map.put(RadarController.class, () -> new RadarController(incidents, radarWatch, background, texts, times));
        map.put(AlarmController.class, () -> new AlarmController(incidents, null, PERMISSIONS, places, background, dialogs, notices, texts, times));
        map.put(IncidentController.class, () -> new IncidentController(incidents, null, PERMISSIONS, places, views, background, dialogs, notices, Clock.systemUTC(), texts, times));
        map.put(IncidentUpdateController.class, () -> new IncidentUpdateController(incidents, aside, writing, background, dialogs, texts, times));
        map.put(TimelineController.class, () -> new TimelineController(null, workspace, sheets, opening, background, keys, texts, times));
        map.put(MemoryController.class, () -> new MemoryController(workspace, knowledge, corrections, opening, background, keys, texts, times));
        map.put(MemoryStateController.class, () -> new MemoryStateController(knowledge, background, texts, times));
        map.put(MemoryWaitingController.class, () -> new MemoryWaitingController(workspace, backlog, changes, background, texts, times));
        map.put(SettingsController.class, SettingsController::new);
        map.put(ModelSettingsController.class, () -> new ModelSettingsController(models, background, dialogs, texts));
        map.put(PrivacySettingsController.class, () -> new PrivacySettingsController(privacy, ledger, background, texts));
        map.put(PromptSettingsController.class, () -> new PromptSettingsController(prompt, null, workspace, background, texts));
        map.put(MemorySettingsController.class, () -> new MemorySettingsController(engines, background, dialogs, texts));
        map.put(MemoryMeaningController.class, () -> new MemoryMeaningController(meaning, background, dialogs, texts));
        map.put(MemorySharingController.class, () -> new MemorySharingController(sharing, background, texts));
        map.put(SharingKeyController.class, () -> new SharingKeyController(sharing, background, dialogs, texts));
        map.put(SharingTroubleController.class, () -> new SharingTroubleController(sharing, background, keys, texts));
        map.put(CopyHistoryController.class, () -> new CopyHistoryController(engines, background, texts));
        map.put(NewTicketController.class, () -> new NewTicketController(intake, background, texts));
        map.put(ImportController.class, () -> new ImportController(null, background, dialogs, keys, texts));
        map.put(KeyboardSettingsController.class, () -> new KeyboardSettingsController(keymap, texts));
        map.put(ShortcutsController.class, () -> new ShortcutsController(keymap, texts));
        map.putAll(helpControllers());
        map.replaceAll((_, maker) -> () -> noted(maker.get()));
        return map;
    }

    private Map<Class<?>, Supplier<?>> helpControllers() {
        return Map.of(
                DemoStripController.class, () -> new DemoStripController(visit),
                ChecklistController.class, () -> new ChecklistController(firstSteps, firstStepActions, texts),
                WelcomeController.class, () -> new WelcomeController(views, sheets, firstSteps, texts),
                WelcomeLookAroundController.class, () -> new WelcomeLookAroundController(visit, keymap, texts),
                WelcomeConnectController.class, () -> new WelcomeConnectController(new MemoryConnection(engines, views, texts), new ModelConnection(models, views, texts), firstSteps, texts),
                WelcomeHistoryController.class, () -> new WelcomeHistoryController(keys),
                AboutController.class, () -> new AboutController(diagnostics.program(), engines, models, updates, programs, texts),
                LicencesController.class, LicencesController::new,
                DiagnosticsController.class, () -> new DiagnosticsController(diagnostics, background, dialogs, programs, texts),
                UpdateSettingsController.class, () -> new UpdateSettingsController(updates, programs, texts, "1.0"));
    }

    /** Nobody has a model. */
    private static final class NoServices implements LanguageModels.Workshop {

        @Override
        public LanguageModel open(ModelChoice.Server server, LanguageModels.Key key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<OfferedModel> offered(ModelChoice.Provider provider, URI url, Optional<String> key) {
            return List.of();
        }

        @Override
        public Optional<List<String>> ollama() {
            return Optional.empty();
        }
    }

    /** A keychain with nothing in it. */
    private static final class NoSecrets implements Secrets {

        @Override
        public Place place() {
            return Place.OWNER_ONLY_FILE;
        }

        @Override
        public Optional<String> read(String name) {
            return Optional.empty();
        }

        @Override
        public void write(String name, String secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String name) {
            throw new UnsupportedOperationException();
        }
    }

    private Object noted(Object controller) {
        made.add(controller);
        return controller;
    }
}
