package acquaint;

import acquaint.casework.DraftReplies;
import acquaint.command.BuildVersion;
import acquaint.model.Member;
import acquaint.settings.MemoryChoice;
import acquaint.settings.Settings;
import acquaint.ui.AboutController;
import acquaint.ui.AcceptedSentences;
import acquaint.ui.AppearanceSettingsController;
import acquaint.ui.AskMemoryController;
import acquaint.ui.Background;
import acquaint.ui.BriefController;
import acquaint.ui.BriefExport;
import acquaint.ui.BriefSideController;
import acquaint.ui.BriefStripController;
import acquaint.ui.BriefWriting;
import acquaint.ui.ChecklistController;
import acquaint.ui.ComposerController;
import acquaint.ui.ConversationController;
import acquaint.ui.CopyHistoryController;
import acquaint.ui.DemoStripController;
import acquaint.ui.DemoVisit;
import acquaint.ui.DeskChanges;
import acquaint.ui.DiagnosticsController;
import acquaint.ui.DesktopAlerts;
import acquaint.ui.Dialogs;
import acquaint.ui.DigestController;
import acquaint.ui.DraftActionsController;
import acquaint.ui.DraftCompareController;
import acquaint.ui.DraftController;
import acquaint.ui.DraftDiscardedController;
import acquaint.ui.DraftFates;
import acquaint.ui.DraftHeadController;
import acquaint.ui.DraftLearning;
import acquaint.ui.DraftProposal;
import acquaint.ui.DraftReportController;
import acquaint.ui.DraftSaver;
import acquaint.ui.Errands;
import acquaint.ui.EvidenceOpening;
import acquaint.ui.FirstStepActions;
import acquaint.ui.FirstSteps;
import acquaint.ui.Help;
import acquaint.ui.ImportController;
import acquaint.ui.KeyboardSettingsController;
import acquaint.ui.Keymap;
import acquaint.ui.Keys;
import acquaint.ui.LessonsController;
import acquaint.ui.LicencesController;
import acquaint.ui.LikeCasesController;
import acquaint.ui.MainController;
import acquaint.ui.MainWindow;
import acquaint.ui.MemoryConnection;
import acquaint.ui.MemoryController;
import acquaint.ui.MemoryCorrections;
import acquaint.ui.MemoryMeaningController;
import acquaint.ui.MemorySettingsController;
import acquaint.ui.MemorySharingController;
import acquaint.ui.MemoryStateController;
import acquaint.ui.MemoryWaitingController;
import acquaint.ui.ModelConnection;
import acquaint.ui.ModelSaw;
import acquaint.ui.ModelSawController;
import acquaint.ui.ModelSettingsController;
import acquaint.ui.Motion;
import acquaint.ui.NewTicketController;
import acquaint.ui.NoteWords;
import acquaint.ui.Notices;
import acquaint.ui.NotificationSettingsController;
import acquaint.ui.PaletteController;
import acquaint.ui.PaletteEntries;
import acquaint.ui.PlaceBarController;
import acquaint.ui.Places;
import acquaint.ui.Preferences;
import acquaint.ui.PrivacySettingsController;
import acquaint.ui.Problems;
import acquaint.ui.PromptSettingsController;
import acquaint.ui.QueueController;
import acquaint.ui.Recipients;
import acquaint.ui.RecurringNoticeController;
import acquaint.ui.ReplyWords;
import acquaint.ui.SentReplies;
import acquaint.ui.SettingsController;
import acquaint.ui.SharingKeyController;
import acquaint.ui.SharingTroubleController;
import acquaint.ui.Sheets;
import acquaint.ui.ShortcutsController;
import acquaint.ui.SignIn;
import acquaint.ui.SignInController;
import acquaint.ui.SystemPrograms;
import acquaint.ui.TeamMembersController;
import acquaint.ui.TeamSettingsController;
import acquaint.ui.Texts;
import acquaint.ui.Theme;
import acquaint.ui.TicketActions;
import acquaint.ui.TicketDigest;
import acquaint.ui.TicketForms;
import acquaint.ui.TimeWords;
import acquaint.ui.TimelineController;
import acquaint.ui.UndoSendController;
import acquaint.ui.UnsupportedQuestion;
import acquaint.ui.UpdateSettingsController;
import acquaint.ui.UpdateWatch;
import acquaint.ui.Views;
import acquaint.ui.Walkthrough;
import acquaint.ui.Welcome;
import acquaint.ui.WelcomeConnectController;
import acquaint.ui.WelcomeController;
import acquaint.ui.WelcomeHistoryController;
import acquaint.ui.WelcomeLookAroundController;
import acquaint.ui.Windows;
import acquaint.ui.Workspace;
import acquaint.ui.Zoom;
import acquaint.update.ReleaseFeed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds everything that one window is made of, by hand, in one place. JavaFX thread only. */
final class WindowWiring {

    private final Wiring desk;
    private final boolean demo;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Background background;
    private final Background.Sequence writing;
    private final DraftSaver aside;
    private final Preferences preferences;
    private final Theme theme;
    private final Zoom zoom;
    private final Motion motion;
    private final Keymap keymap;
    private final Keys keys;
    private final Sheets sheets;
    private final Notices notices;
    private final TimeWords times;
    private final DeskChanges changes;
    private final Workspace workspace;
    private final Places places;
    private final SupervisionWindow supervision;
    private final TicketActions actions;
    private final SentReplies sent;
    private final DraftProposal proposal;
    private final UnsupportedQuestion unsupported;
    private final EvidenceOpening opening;
    private final DraftReplies drafting;
    private final TicketDigest digest;
    private final MemoryCorrections corrections;
    private final NoteWords note = new NoteWords();
    private final ReplyWords reply = new ReplyWords();
    private final Recipients recipients;
    private final BriefWriting brief;
    private final DesktopAlerts alerts;
    private final Views views;
    private final DemoVisit visit;
    private final FirstSteps firstSteps;
    private final Welcome welcome;
    private final FirstStepActions firstStepActions;
    private final SystemPrograms programs;
    private final ReleaseFeed feed = new ReleaseFeed(BuildVersion.number());
    private final UpdateWatch updates;
    private final Help help;
    private final MainWindow window;
    private final SignIn signIn;
    private final Errands errands;

    /** {@code demo} is told in the window's title. */
    WindowWiring(Wiring desk, boolean demo) {
        this(desk, demo, desk.drafting().replies());
    }

    /** As above, with drafts of the caller's making. */
    WindowWiring(Wiring desk, boolean demo, DraftReplies drafting) {
        this.desk = desk;
        this.demo = demo;
        this.drafting = drafting;
        Settings settings = desk.settings();
        texts = new Texts(settings.language().map(Locale::forLanguageTag).orElseGet(Locale::getDefault));
        dialogs = new Dialogs(texts);
        background = new Background(new Problems(texts, dialogs)::show);
        writing = background.sequence();
        aside = new DraftSaver(writing);
        preferences = new Preferences(settings, desk.settingsFile(), background.sequence());
        keymap = Keymap.of(preferences);
        keys = new Keys(keymap);
        sheets = new Sheets(keys);
        theme = new Theme(preferences);
        zoom = new Zoom(preferences);
        motion = new Motion(preferences);
        notices = new Notices(motion, texts);
        times = new TimeWords(texts, Clock.systemDefaultZone());
        changes = new DeskChanges(desk.queue()::onChange, background);
        workspace = new Workspace(desk.conversations(), desk.knowledge(), desk.drafts(), changes, background);
        places = new Places(workspace, keys);
        recipients = new Recipients(desk.team().members(), texts);
        actions = new TicketActions(desk.changes(), workspace, background, notices, desk.agent());
        sent = new SentReplies(desk.replies(), background, writing, notices);
        var accepted = new AcceptedSentences();
        proposal = new DraftProposal(drafting, workspace, background, accepted, new DraftFates(desk.drafting().measures(), background));
        unsupported = new UnsupportedQuestion(accepted, dialogs, texts);
        opening = new EvidenceOpening(workspace, background);
        var on = new WindowBasics(texts, dialogs, background, writing, aside, keys, notices, times, changes, workspace, places);
        supervision = new SupervisionWindow(desk, on, recipients, opening, sent, this::views);
        digest = new TicketDigest(desk.drafting().digests(), workspace, background);
        corrections = new MemoryCorrections(desk.memoryChanges(), background, dialogs, notices, texts);
        brief = new BriefWriting(desk.drafting().briefs(), () -> desk.drafting().models().model().isPresent(), desk.supervision().handoffs(), recipients, workspace, background, writing);
        visit = new DemoVisit(demo, dialogs);
        firstSteps = new FirstSteps(preferences, desk.beginnings(), () -> desk.memory().engines().current() instanceof MemoryChoice.EverOs, () -> desk.drafting().models().model().isPresent(), changes, background);
        alerts = new DesktopAlerts(desk.alerts(), desk.queue(), preferences, changes, background, texts, () -> LocalTime.now(desk.clock().withZone(ZoneId.systemDefault())), places::isOnScreen);
        views = new Views(controllers(), texts);
        welcome = new Welcome(views, places, sheets, firstSteps);
        firstStepActions = new FirstStepActions(visit, welcome, workspace, places, background, keys);
        programs = new SystemPrograms(background, dialogs, texts);
        updates = new UpdateWatch(feed, preferences, background, notices, desk.clock());
        help = new Help(welcome, firstSteps, firstStepActions, new Windows(views, dialogs, texts), programs, desk.diagnostics().program(), texts);
        var forms = new TicketForms(desk.intake(), desk.drafts(), places, views, dialogs, workspace, actions, background, keys, texts, desk.agent());
        errands = new Errands(desk.mails(), desk.intake(), forms, places, workspace, reply, background, dialogs, notices, texts);
        signIn = new SignIn(desk.team().members(), views, dialogs, background, keys, texts);
        window = new MainWindow(views, theme, zoom, motion, keys, dialogs, notices, preferences, title(demo));
    }

    private String title(boolean demo) {
        Member me = desk.team().permissions().me();
        return texts.get("main.title.member", texts.get(demo ? "main.title.demo" : "main.title"), me.name(), texts.of(me.role()));
    }

    SignIn signIn() {
        return signIn;
    }

    /** The ways to the demo desk and back. */
    DemoVisit demo() {
        return visit;
    }

    FirstSteps firstSteps() {
        return firstSteps;
    }

    /** Greets somebody who is new on an own desk. */
    void welcomeNewcomer() {
        if (!demo) {
            welcome.greet();
        }
    }

    /** The settings as they stand: what the window looks like, among others. */
    Settings looks() {
        return preferences.get();
    }

    Errands errands() {
        return errands;
    }

    /** What can wait until the first tickets stand on screen. */
    private void begin() {
        window.furnish(this::beginTheRest);
    }

    private void beginTheRest() {
        desk.start();
        supervision.watch().begin();
        supervision.promiseWatch().start(window.stageShowing());
        supervision.radarWatch().start();
        if (!demo) {
            updates.start();
        }
        window.tellOutside(alerts);
    }

    Texts texts() {
        return texts;
    }

    Workspace workspace() {
        return workspace;
    }

    MainWindow window() {
        return window;
    }

    DesktopAlerts alerts() {
        return alerts;
    }

    Background background() {
        return background;
    }

    Walkthrough walkthrough(BooleanSupplier remembered, Path folder, Consumer<String> out) {
        return new Walkthrough(window, workspace, proposal, sent, desk.intake(), background, remembered, keys, folder, out);
    }

    private Views views() {
        return views;
    }

    private Map<Class<?>, Supplier<?>> controllers() {
        var map = new HashMap<Class<?>, Supplier<?>>();
        map.put(MainController.class, () ->
                new MainController(preferences, theme, zoom, dialogs, views, aside, places, workspace, actions, opening, brief, new DraftLearning(views, dialogs, texts), help, background,
                        keys, texts));
        map.put(PaletteController.class, () -> new PaletteController(desk.queue(), desk.supervision().board(), supervision.watch(),
                new PaletteEntries(keys, workspace, places, proposal, sent, supervision.openHandoff(), texts), places, background, keys, texts));
        map.put(PlaceBarController.class, () -> new PlaceBarController(places, desk.team().permissions(), keys, texts));
        map.put(QueueController.class, () -> new QueueController(
                desk.queue(), workspace, changes, preferences, background, keys, texts, times, this::begin));
        map.put(AppearanceSettingsController.class, () -> new AppearanceSettingsController(preferences, theme, zoom, motion, texts));
        map.put(NotificationSettingsController.class, () -> new NotificationSettingsController(preferences, alerts, texts));
        map.put(SignInController.class, () -> new SignInController(background, texts));
        map.put(TeamSettingsController.class, () -> new TeamSettingsController(desk.team().sendRules(), desk.team().targets(), desk.team().permissions(), background, texts));
        map.put(TeamMembersController.class, () -> new TeamMembersController(desk.team().members(), desk.team().permissions(), background, dialogs, texts));
        map.put(ConversationController.class, () -> new ConversationController(workspace, actions, sent, digest, opening, keys, texts, times));
        map.put(DigestController.class, () -> new DigestController(digest, background, texts, times));
        map.put(AskMemoryController.class, () -> new AskMemoryController(desk.drafting().digests(), workspace, background, keys, texts, times));
        map.put(ComposerController.class, () -> new ComposerController(
                workspace, desk.replies(), sent, proposal, unsupported, corrections, note, reply, desk.drafts(), background, writing, keys, texts));
        map.put(UndoSendController.class, () -> new UndoSendController(sent, keys, texts, times));
        map.put(DraftController.class, () -> new DraftController(proposal, opening, keys, texts, times));
        map.put(LessonsController.class, () -> new LessonsController(desk.drafting().lessons(), background, texts, times));
        map.put(DraftReportController.class, () -> new DraftReportController(desk.drafting().measures(), background, texts, desk.clock()));
        map.put(ModelSawController.class, () -> new ModelSawController(desk.drafting().ledger(), background, texts, times));
        map.put(DraftHeadController.class, () -> new DraftHeadController(proposal, new ModelSaw(views, dialogs, texts), texts));
        map.put(DraftDiscardedController.class, () -> new DraftDiscardedController(proposal));
        map.put(DraftActionsController.class, () -> new DraftActionsController(proposal, dialogs, notices, keys, texts));
        map.put(DraftCompareController.class, () -> new DraftCompareController(proposal, drafting, background, texts));
        map.put(RecurringNoticeController.class, () -> new RecurringNoticeController(desk.drafting().recurring(), workspace, background, texts, times));
        map.put(LikeCasesController.class, () -> new LikeCasesController(desk.drafting().likeCases(), note, workspace, background, texts, times));
        map.put(BriefController.class, () -> new BriefController(brief, opening, new BriefExport(desk.drafting().briefs(), background, dialogs, notices, texts), recipients, sheets, dialogs,
                notices, background, keys, texts, times));
        map.put(BriefSideController.class, () -> new BriefSideController(brief, recipients, desk.team().targets(), workspace, dialogs, texts, times));
        map.put(BriefStripController.class, () -> new BriefStripController(brief, sheets, texts));
        map.put(TimelineController.class, () ->
                new TimelineController(desk.timelines(), workspace, sheets, opening, background, keys, texts, times));
        map.put(MemoryController.class, () ->
                new MemoryController(workspace, desk.knowledge(), corrections, opening, background, keys, texts, times));
        map.put(MemoryStateController.class, () -> new MemoryStateController(desk.knowledge(), background, texts, times));
        map.put(MemoryWaitingController.class, () ->
                new MemoryWaitingController(workspace, desk.backlog(), changes, background, texts, times));
        map.put(SettingsController.class, SettingsController::new);
        map.put(ModelSettingsController.class, () -> new ModelSettingsController(desk.drafting().models(), background, dialogs, texts));
        map.put(PrivacySettingsController.class, () -> new PrivacySettingsController(desk.team().privacy(), desk.drafting().ledger(), background, texts));
        map.put(PromptSettingsController.class, () -> new PromptSettingsController(desk.drafting().prompt(), desk.drafting().replies(), workspace, background, texts));
        map.put(MemorySettingsController.class, () -> new MemorySettingsController(desk.memory().engines(), background, dialogs, texts));
        map.put(MemoryMeaningController.class, () -> new MemoryMeaningController(desk.memory().meaning(), background, dialogs, texts));
        map.put(MemorySharingController.class, () -> new MemorySharingController(desk.memory().sharing(), background, texts));
        map.put(SharingKeyController.class, () -> new SharingKeyController(desk.memory().sharing(), background, dialogs, texts));
        map.put(SharingTroubleController.class, () -> new SharingTroubleController(desk.memory().sharing(), background, keys, texts));
        map.put(CopyHistoryController.class, () -> new CopyHistoryController(desk.memory().engines(), background, texts));
        map.put(NewTicketController.class, () -> new NewTicketController(desk.intake(), background, texts));
        map.put(ImportController.class, () -> new ImportController(desk.imports(), background, dialogs, keys, texts));
        map.put(KeyboardSettingsController.class, () -> new KeyboardSettingsController(keymap, texts));
        map.put(ShortcutsController.class, () -> new ShortcutsController(keymap, texts));
        map.putAll(supervision.controllers());
        map.putAll(helpControllers());
        return map;
    }

    /** What somebody meets who is new, or looks for help. */
    private Map<Class<?>, Supplier<?>> helpControllers() {
        return Map.of(
                DemoStripController.class, () -> new DemoStripController(visit),
                ChecklistController.class, () -> new ChecklistController(firstSteps, firstStepActions, texts),
                WelcomeController.class, () -> new WelcomeController(views, sheets, firstSteps, texts),
                WelcomeLookAroundController.class, () -> new WelcomeLookAroundController(visit, keymap, texts),
                WelcomeConnectController.class, () -> new WelcomeConnectController(
                        new MemoryConnection(desk.memory().engines(), views, texts), new ModelConnection(desk.drafting().models(), views, texts), firstSteps, texts),
                WelcomeHistoryController.class, () -> new WelcomeHistoryController(keys),
                AboutController.class, () -> new AboutController(desk.diagnostics().program(), desk.memory().engines(), desk.drafting().models(), updates, programs, texts),
                LicencesController.class, LicencesController::new,
                DiagnosticsController.class, () -> new DiagnosticsController(desk.diagnostics(), background, dialogs, programs, texts),
                UpdateSettingsController.class, () -> new UpdateSettingsController(updates, programs, texts, BuildVersion.number()));
    }
}
