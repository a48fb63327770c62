package acquaint;

import acquaint.casework.DraftReplies;
import acquaint.command.BuildVersion;
import acquaint.model.Member;
import acquaint.settings.MemoryChoice;
import acquaint.settings.Settings;
import acquaint.ui.AboutController;
import acquaint.ui.AppearanceSettingsController;
import acquaint.ui.Background;
import acquaint.ui.ChecklistController;
import acquaint.ui.ComposerController;
import acquaint.ui.ConversationController;
import acquaint.ui.DemoStripController;
import acquaint.ui.DemoVisit;
import acquaint.ui.DeskChanges;
import acquaint.ui.DiagnosticsController;
import acquaint.ui.DesktopAlerts;
import acquaint.ui.Dialogs;
import acquaint.ui.DraftLearning;
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
import acquaint.ui.LicencesController;
import acquaint.ui.MainController;
import acquaint.ui.MainWindow;
import acquaint.ui.MemoryConnection;
import acquaint.ui.ModelConnection;
import acquaint.ui.ModelSettingsController;
import acquaint.ui.Motion;
import acquaint.ui.NewTicketController;
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
import acquaint.ui.ReplyWords;
import acquaint.ui.SentReplies;
import acquaint.ui.SettingsController;
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
import acquaint.ui.TicketForms;
import acquaint.ui.TimeWords;
import acquaint.ui.TimelineController;
import acquaint.ui.UndoSendController;
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
    private final DraftWindow drafting;
    private final MemoryWindow memory;
    private final TicketActions actions;
    private final SentReplies sent;
    private final EvidenceOpening opening;
    private final ReplyWords reply = new ReplyWords();
    private final Recipients recipients;
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
    WindowWiring(Wiring desk, boolean demo, DraftReplies replies) {
        this.desk = desk;
        this.demo = demo;
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
        opening = new EvidenceOpening(workspace, background);
        var on = new WindowBasics(texts, dialogs, background, writing, aside, keys, notices, times, changes, workspace, places);
        drafting = new DraftWindow(desk, replies, on, recipients, opening, sheets, this::views);
        memory = new MemoryWindow(desk, on, opening);
        supervision = new SupervisionWindow(desk, on, recipients, opening, sent, this::views);
        visit = new DemoVisit(demo, dialogs);
        firstSteps = new FirstSteps(preferences, desk.beginnings(), () -> desk.memory().engines().current() instanceof MemoryChoice.EverOs, () -> desk.drafting().models().model().isPresent(), changes, background);
        alerts = new DesktopAlerts(desk.alerts(), desk.queue(), preferences, changes, background, texts, () -> LocalTime.now(desk.clock().withZone(ZoneId.systemDefault())), places);
        views = new Views(controllers(), texts);
        welcome = new Welcome(views, places, sheets, firstSteps);
        firstStepActions = new FirstStepActions(visit, welcome, workspace, places, background, keys);
        programs = new SystemPrograms(background, dialogs, texts);
        updates = new UpdateWatch(feed, preferences, background, notices, desk.clock());
        help = new Help(welcome, firstSteps, firstStepActions, new Windows(views, dialogs, texts), programs, desk.diagnostics().program(), texts);
        var forms = new TicketForms(desk.intake(), desk.drafts(), places, views, dialogs, workspace, actions, background, keys, texts, desk.agent());
        errands = new Errands(desk.mails(), desk.intake(), forms, places, workspace, reply, background, dialogs, notices, texts);
        signIn = new SignIn(desk.team().members(), views, dialogs, background, keys, texts);
        window = new MainWindow(views, theme, zoom, motion, keys, dialogs, notices, preferences, () -> mayStayReady() && preferences.get().desktop().staysReady(), title(demo));
    }

    /** A demo desk ends with its window; on macOS, quitting by the Dock could not be told from closing the window. */
    private boolean mayStayReady() {
        return !demo && !System.getProperty("os.name").startsWith("Mac");
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
            window.stageShowing().subscribe(shown -> {
                if (shown) {
                    updates.start();
                }
            });
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
        return new Walkthrough(window, workspace, drafting.proposal(), sent, desk.intake(), background, remembered, keys, folder, out);
    }

    private Views views() {
        return views;
    }

    private Map<Class<?>, Supplier<?>> controllers() {
        var map = new HashMap<Class<?>, Supplier<?>>();
        map.put(MainController.class, () ->
                new MainController(preferences, theme, zoom, dialogs, views, aside, places, workspace, actions, opening, drafting.brief(), new DraftLearning(views, dialogs, texts), help, background,
                        keys, texts));
        map.put(PaletteController.class, () -> new PaletteController(desk.queue(), desk.supervision().board(), supervision.watch(),
                new PaletteEntries(keys, workspace, places, drafting.proposal(), sent, supervision.openHandoff(), texts), places, background, keys, texts));
        map.put(PlaceBarController.class, () -> new PlaceBarController(places, desk.team().permissions(), keys, texts));
        map.put(QueueController.class, () -> new QueueController(
                desk.queue(), workspace, changes, preferences, background, keys, texts, times, this::begin));
        map.put(AppearanceSettingsController.class, () -> new AppearanceSettingsController(preferences, theme, zoom, motion, texts));
        map.put(NotificationSettingsController.class, () -> new NotificationSettingsController(preferences, alerts, mayStayReady(), texts));
        map.put(SignInController.class, () -> new SignInController(background, texts));
        map.put(TeamSettingsController.class, () -> new TeamSettingsController(desk.team().sendRules(), desk.team().targets(), desk.team().permissions(), background, texts));
        map.put(TeamMembersController.class, () -> new TeamMembersController(desk.team().members(), desk.team().permissions(), background, dialogs, texts));
        map.put(ConversationController.class, () -> new ConversationController(workspace, actions, sent, drafting.digest(), opening, keys, texts, times));
        map.put(ComposerController.class, () -> new ComposerController(
                workspace, desk.replies(), sent, drafting.proposal(), drafting.unsupported(), memory.corrections(), drafting.note(), reply, desk.drafts(), background, writing, keys, texts));
        map.put(UndoSendController.class, () -> new UndoSendController(sent, keys, texts, times));
        map.put(TimelineController.class, () ->
                new TimelineController(desk.timelines(), workspace, sheets, opening, background, keys, texts, times));
        map.put(SettingsController.class, SettingsController::new);
        map.put(ModelSettingsController.class, () -> new ModelSettingsController(desk.drafting().models(), background, dialogs, texts));
        map.put(PrivacySettingsController.class, () -> new PrivacySettingsController(desk.team().privacy(), desk.drafting().ledger(), background, texts));
        map.put(PromptSettingsController.class, () -> new PromptSettingsController(desk.drafting().prompt(), desk.drafting().replies(), workspace, background, texts));
        map.put(NewTicketController.class, () -> new NewTicketController(desk.intake(), background, texts));
        map.put(ImportController.class, () -> new ImportController(desk.imports(), background, dialogs, keys, texts));
        map.put(KeyboardSettingsController.class, () -> new KeyboardSettingsController(keymap, texts));
        map.put(ShortcutsController.class, () -> new ShortcutsController(keymap, texts));
        map.putAll(drafting.controllers());
        map.putAll(memory.controllers());
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
