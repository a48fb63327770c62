package acquaint.casework;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.memory.everos.Overlay;
import acquaint.model.Handoff;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.Member;
import acquaint.model.MessageId;
import acquaint.model.Priority;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.outbox.Handler;
import acquaint.pattern.Alarm;
import acquaint.reply.PromptTemplate;
import acquaint.settings.MeaningChoice;
import acquaint.settings.MemoryChoice;
import acquaint.settings.ModelChoice;
import acquaint.settings.PrivacyChoice;
import acquaint.settings.SendRulesChoice;
import acquaint.settings.Sharing;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every use case with every role. A public method of a use case stands either in {@link #ACTS}, with the permission it takes, or in {@link #OPEN}: a new
 * one fails here until somebody has decided which.
 */
class PermissionsTest {

    private static final String ME = "Pat";

    /** A use case, called by {@link #ME} on the desk that {@link World} describes. */
    private interface Act {
        void by(World world) throws Exception;
    }

    private record Guarded(Permission permission, Act act) {}

    /** A desk on which every guarded use case has something to do; Sam is another agent of it. */
    private record World(WorkingDesk work, UseCases mine, Ticket handedOver, Ticket held, Ticket other, HandoffId handoff, HandoffId asked, MessageId review, long promise,
            long incident) {

        <T> T the(Class<T> type) {
            return mine.get(type);
        }

        Handoff now(HandoffId id) {
            return work.handoffs.find(id).orElseThrow().handoff();
        }
    }

    private static final Map<String, Guarded> ACTS = new LinkedHashMap<>();

    private static void act(String method, Permission permission, Act act) {
        ACTS.put(method, new Guarded(permission, act));
    }

    static {
        act("Board.load()", Permission.SEE_BOARD, w -> w.the(Board.class).load());
        act("Board.cards(String)", Permission.SEE_BOARD, w -> w.the(Board.class).cards(""));
        act("HandoffFigures.of(Period)", Permission.SEE_FIGURES,
                w -> w.the(HandoffFigures.class).of(new HandoffFigures.Period(WorkingDesk.START.minusSeconds(9), WorkingDesk.START.plusSeconds(9))));
        act("DraftMeasures.report(Instant,Instant)", Permission.REPORT_DRAFTS, w -> w.the(DraftMeasures.class).report(Instant.EPOCH, WorkingDesk.START));
        act("Handoffs.accept(Handoff)", Permission.REVIEW_HANDOFFS, w -> w.the(Handoffs.class).accept(w.now(w.handoff())));
        act("Handoffs.giveBack(Handoff,String)", Permission.REVIEW_HANDOFFS, w -> w.the(Handoffs.class).giveBack(w.now(w.handoff()), "Which one?"));
        act("Handoffs.ask(Handoff,String)", Permission.REVIEW_HANDOFFS, w -> w.the(Handoffs.class).ask(w.now(w.handoff()), "Which one?"));
        act("Handoffs.decide(Handoff,String)", Permission.REVIEW_HANDOFFS, w -> w.the(Handoffs.class).decide(w.now(w.handoff()), "Yes."));
        act("Handoffs.waitOn(Handoff,HandoffState)", Permission.REVIEW_HANDOFFS, w -> w.the(Handoffs.class).waitOn(w.now(w.handoff()), HandoffState.WAITING_ON_INTERNAL));
        act("Handoffs.reassign(Handoff,Recipient)", Permission.REASSIGN_HANDOFFS, w -> w.the(Handoffs.class).reassign(w.now(w.handoff()), Recipient.queue("Returns")));
        act("Handoffs.takeOver(Handoff)", Permission.REASSIGN_HANDOFFS, w -> w.the(Handoffs.class).takeOver(w.now(w.handoff())));
        act("Handoffs.withdraw(Handoff,String)", Permission.ANSWER_FOR_OTHERS, w -> w.the(Handoffs.class).withdraw(w.now(w.handoff()), "It is settled."));
        act("Handoffs.answer(Handoff,String)", Permission.ANSWER_FOR_OTHERS, w -> w.the(Handoffs.class).answer(w.now(w.asked()), "The red one."));
        act("Reviews.waiting()", Permission.REVIEW_REPLIES, w -> w.the(Reviews.class).waiting());
        act("Reviews.find(MessageId)", Permission.REVIEW_REPLIES, w -> w.the(Reviews.class).find(w.review()).orElseThrow());
        act("Reviews.edit(MessageId,String)", Permission.REVIEW_REPLIES, w -> w.the(Reviews.class).edit(w.review(), "You get some of it back."));
        act("Reviews.evidence(Review)", Permission.REVIEW_REPLIES, w -> w.the(Reviews.class).evidence(w.work().reviewOf(w.review())));
        act("Reviews.approve(MessageId,String)", Permission.REVIEW_REPLIES, w -> w.the(Reviews.class).approve(w.review(), "You get it back."));
        act("Reviews.approve(MessageId,String,long)", Permission.REVIEW_REPLIES, w -> w.the(Reviews.class).approve(w.review(), "You get it back.", 99));
        act("Reviews.sendBack(MessageId,String)", Permission.REVIEW_REPLIES, w -> w.the(Reviews.class).sendBack(w.review(), "Too much."));
        act("Reviews.takeBack(MessageId)", Permission.REVIEW_REPLIES, w -> w.the(Reviews.class).takeBack(w.review()));
        act("PromiseLedger.kept(long)", Permission.KEEP_PROMISES_OF_OTHERS, w -> w.the(PromiseLedger.class).kept(w.promise()));
        act("PromiseLedger.withdraw(long,String)", Permission.KEEP_PROMISES_OF_OTHERS, w -> w.the(PromiseLedger.class).withdraw(w.promise(), "She has it."));
        act("PromiseLedger.changeDue(long,Optional)", Permission.KEEP_PROMISES_OF_OTHERS, w -> w.the(PromiseLedger.class).changeDue(w.promise(), Optional.empty()));
        act("PromiseLedger.reopen(long)", Permission.KEEP_PROMISES_OF_OTHERS, w -> w.the(PromiseLedger.class).reopen(w.promise()));
        act("Incidents.declare(Alarm,String)", Permission.LEAD_INCIDENTS, w -> w.the(Incidents.class).declare(alarm(w), "Kettles"));
        act("Incidents.dismiss(Alarm)", Permission.LEAD_INCIDENTS, w -> w.the(Incidents.class).dismiss(alarm(w)));
        act("Incidents.link(long,TicketId)", Permission.LEAD_INCIDENTS, w -> w.the(Incidents.class).link(w.incident(), w.other().id()));
        act("Incidents.unlink(long,TicketId)", Permission.LEAD_INCIDENTS, w -> w.the(Incidents.class).unlink(w.incident(), w.other().id()));
        act("Incidents.updateAll(long,String,Progress)", Permission.LEAD_INCIDENTS, w -> w.the(Incidents.class).updateAll(w.incident(), "We know.", (_, _) -> {}));
        act("Incidents.close(long,Instant)", Permission.LEAD_INCIDENTS, w -> w.the(Incidents.class).close(w.incident(), WorkingDesk.START));
        act("MemoryChanges.forget(CustomerId)", Permission.FORGET_CUSTOMERS, w -> w.the(MemoryChanges.class).forget(w.other().customer()));
        act("MemoryChanges.forget(CustomerId,TicketId)", Permission.FORGET_CUSTOMERS, w -> w.the(MemoryChanges.class).forget(w.other().customer(), w.other().id()));
        act("Members.grant(String,Role)", Permission.GRANT_ROLES, w -> w.the(Members.class).grant("Lee", Role.SUPERVISOR));
        act("Members.remove(String)", Permission.GRANT_ROLES, w -> w.the(Members.class).remove("Kim"));
        act("SendRules.use(SendRulesChoice)", Permission.CHANGE_SEND_RULES, w -> w.the(SendRules.class).use(new SendRulesChoice(Optional.of(BigDecimal.TEN), List.of(), List.of())));
        act("HandoffTargets.use(Map)", Permission.CHANGE_SEND_RULES, w -> w.the(HandoffTargets.class).use(Map.of(Priority.HIGH, 2)));
        act("MemoryEngines.use(MemoryChoice,Optional)", Permission.CHANGE_MEMORY, w -> w.the(MemoryEngines.class).use(new MemoryChoice.Embedded(), Optional.empty()));
        act("MemoryEngines.keep(EverOs,String)", Permission.CHANGE_MEMORY, w -> w.the(MemoryEngines.class).keep(service(w), "key"));
        act("MemoryEngines.copy(MemoryChoice,Consumer)", Permission.CHANGE_MEMORY, w -> w.the(MemoryEngines.class).copy(new MemoryChoice.Embedded(), _ -> {}));
        act("MemoryEngines.reopen()", Permission.CHANGE_MEMORY, w -> w.the(MemoryEngines.class).reopen());
        act("MemoryMeaning.use(MeaningChoice,Optional)", Permission.CHANGE_MEMORY, w -> w.the(MemoryMeaning.class).use(new MeaningChoice.WordsAlone(), Optional.empty()));
        act("MemorySharing.choose(Sharing)", Permission.CHANGE_SHARING, w -> w.the(MemorySharing.class).choose(Sharing.OFF));
        act("MemorySharing.renewKey()", Permission.CHANGE_SHARING, w -> w.the(MemorySharing.class).renewKey());
        act("MemorySharing.serve(SharingDoor,String)", Permission.CHANGE_SHARING, w -> {
            try {
                w.the(MemorySharing.class).serve(SharingDoor.here(Sharing.Dialect.values()[0], 1), "key");
            } catch (IOException nothingListens) {
                // It came as far as opening the door.
            }
        });
        act("LanguageModels.use(ModelChoice,Optional)", Permission.CHANGE_MODEL, w -> w.the(LanguageModels.class).use(new ModelChoice.None(), Optional.empty()));
        act("PrivacyRules.use(PrivacyChoice)", Permission.CHANGE_PRIVACY, w -> w.the(PrivacyRules.class).use(PrivacyChoice.usual(Locale.GERMANY)));
        act("ReplyPrompt.use(PromptTemplate)", Permission.CHANGE_PROMPT, w -> w.the(ReplyPrompt.class).use(
                new PromptTemplate(PromptTemplate.original(PromptTemplate.Name.REPLY).text() + "\nBe brief.")));
    }

    /** What everybody at the desk may do. */
    private static final Set<String> OPEN = Arrays.stream("""
            Alerts.arrived(TicketId) Alerts.lookAtPromises() Alerts.onAlert(Consumer)
            Board.onChange(Runnable)
            Briefs.compose(TicketId) Briefs.compose(TicketId,Cause) Briefs.compose(TicketId,Progress) Briefs.compose(TicketId,Progress,Optional)
            Briefs.heading(BriefPart) Briefs.markdown(Brief) Briefs.pdf(Brief,OutputStream)
            Conversations.after(TicketId,long) Conversations.before(TicketId,long) Conversations.markUnread(TicketId) Conversations.open(TicketId)
            Conversations.seen(TicketId,long) Conversations.window(TicketId,long,long) Conversations.windowBackTo(TicketId,MessageId,long)
            CustomerKnowledge.card(TicketId) CustomerKnowledge.health() CustomerKnowledge.recall(TicketId)
            Digests.ask(TicketId,String,Progress) Digests.catchUp(TicketId,long,Progress) Digests.summary(TicketId,Progress)
            DraftMeasures.broughtBack(long) DraftMeasures.discarded(long) DraftMeasures.sent(long,String) DraftMeasures.shown(TicketId,DraftReply) DraftMeasures.tidy() DraftMeasures.wrong(long,WrongBecause,String)
            DraftReplies.check(TicketId,String) DraftReplies.compose(TicketId) DraftReplies.draft(TicketId,Wish,Progress)
            DraftReplies.draft(TicketId,Wish,Progress,Optional) DraftReplies.model() DraftReplies.preview(TicketId,PromptTemplate,int)
            Drafts.of(TicketId) Drafts.save(TicketId,Mode,String)
            HandoffTargets.hours()
            Handoffs.draft(TicketId) Handoffs.draft(TicketId,Optional) Handoffs.escalate(Escalation) Handoffs.find(HandoffId) Handoffs.mine() Handoffs.of(TicketId)
            Handoffs.ofCustomer(CustomerId)
            HistoryCopy.run(String,CustomerMemory,Consumer) HistoryCopy.state(String)
            Imports.run(Path,Consumer)
            Incidents.alarms() Incidents.all() Incidents.begun(long) Incidents.drop(long) Incidents.find(long) Incidents.keep(long,String) Incidents.load() Incidents.of(TicketId) Incidents.onChange(Runnable) Incidents.told(long,String)
            Intake.correspondent(List) Intake.customers(String,int) Intake.log(MessageId,TicketId,String) Intake.open(NewTicket)
            LanguageModels.current() LanguageModels.hasKey(Provider,URI) LanguageModels.keyPlace() LanguageModels.model() LanguageModels.offered(Provider,URI,Optional)
            LanguageModels.ollama() LanguageModels.once(Server,Optional) LanguageModels.test(Server,Optional)
            Beginnings.isEmpty() Beginnings.look() Lessons.active() Lessons.all() Lessons.applied(DraftReply) Lessons.delete(long) Lessons.use(long,boolean)
            LikeCases.of(TicketId)
            Members.all() Members.enter(Desk,Clock,String,Optional) Members.me() Members.signIn(String,Role)
            MailIntake.onTaken(Consumer) MailIntake.take(Path)
            MemoryBacklog.entries(CustomerId,int) MemoryBacklog.entries(int) MemoryBacklog.learned(TicketId) MemoryBacklog.of(CustomerId) MemoryBacklog.retry(CustomerId)
            MemoryBacklog.settle(long,boolean)
            MemoryChanges.correct(ProfileItem,String) MemoryChanges.forget(ProfileItem) MemoryChanges.forgetPart(CustomerId,SessionId,String)
            MemoryChanges.mark(ProfileItem,Mark,boolean)
            MemoryEngines.badEnvironment() MemoryEngines.copied(MemoryChoice) MemoryEngines.current() MemoryEngines.decided() MemoryEngines.hasHistory() MemoryEngines.hasKey(Version,URI)
            MemoryEngines.key(MemoryChoice) MemoryEngines.keyPlace() MemoryEngines.service(Version,URI,boolean) MemoryEngines.spoken(ConnectionTest)
            MemoryEngines.test(Version,URI,Optional) MemoryEngines.unfinishedCopy() MemoryEngines.usualService() MemoryEngines.with(MemoryChoice,Question)
            MemoryMeaning.badEnvironment() MemoryMeaning.current() MemoryMeaning.hasKey(URI) MemoryMeaning.isByEnvironment() MemoryMeaning.key(URI)
            MemoryMeaning.keyPlace() MemoryMeaning.problem() MemoryMeaning.test(Server,Optional)
            MemorySharing.begin() MemorySharing.close() MemorySharing.forget(Consumer) MemorySharing.keySeen() MemorySharing.keys() MemorySharing.listen(Consumer)
            MemorySharing.status() MemorySharing.unseenKey()
            Permissions.allows(Permission) Permissions.me() Permissions.onChange(Runnable) Permissions.require(Permission)
            PrivacyRules.current() PrivacyRules.masked(String) PrivacyRules.remembered(String,boolean) PrivacyRules.rules() PrivacyRules.tried(PrivacyChoice)
            PromiseLedger.ofCustomer(CustomerId) PromiseLedger.ofTicket(TicketId) PromiseLedger.open() PromiseLedger.overdue(Instant)
            Queue.find(String,int) Queue.loadClosed() Queue.loadOpen() Queue.onChange(Runnable) Queue.rows(QueueView,QueueSort,String)
            RecurringIssues.of(TicketId) RecurringIssues.ofCustomer(CustomerId)
            Replies.confirmSent(MessageId) Replies.note(MessageId,TicketId,String) Replies.send(SendRequest) Replies.sendAgain(MessageId) Replies.tell(SendRequest)
            Replies.undo(MessageId)
            ReplyPrompt.current() ReplyPrompt.isOwn() ReplyPrompt.original() ReplyPrompt.passedOver()
            Reviews.newest(TicketId) Reviews.waitingOf(TicketId)
            SendRules.current()
            SharingKeys.kept() SharingKeys.renew() SharingKeys.take()
            TicketChanges.assign(TicketId,Optional) TicketChanges.priority(TicketId,Priority) TicketChanges.status(TicketId,TicketStatus) TicketChanges.tags(TicketId,SequencedSet)
            TicketLines.find(TicketId) TicketLines.of(Collection)
            Timelines.before(CustomerId,String,Moment) Timelines.likeNow(TicketId) Timelines.of(CustomerId,String) Timelines.topics(CustomerId)
            """.split("\\s+")).collect(Collectors.toUnmodifiableSet());

    @TempDir
    private Path directory;

    @Test
    void everyUseCaseIsListed() {
        SortedSet<String> methods = useCases().flatMap(PermissionsTest::methods).map(PermissionsTest::name).collect(toCollection(TreeSet::new));
        assertTrue(methods.size() > 150, "methods: " + methods.size());
        var listed = new TreeSet<>(OPEN);
        listed.addAll(ACTS.keySet());
        var unlisted = new TreeSet<>(methods);
        unlisted.removeAll(listed);
        assertEquals(Set.of(), unlisted, "Add to ACTS with the permission it takes, or to OPEN when everybody may:");
        listed.removeAll(methods);
        assertEquals(Set.of(), listed, "Remove, there is no such use case:");
        assertEquals(Set.of(), ACTS.keySet().stream().filter(OPEN::contains).collect(Collectors.toSet()), "listed twice");
    }

    @Test
    void everyPermissionIsAskedForSomewhere() {
        assertEquals(Set.of(Permission.values()), ACTS.values().stream().map(Guarded::permission).collect(Collectors.toSet()));
    }

    /** What ends a handoff or a review has a desk of its own. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void aGuardedUseCaseRunsForThoseWhoMay(Role role) throws Exception {
        Map<String, List<String>> together = ACTS.keySet().stream().filter(act -> ACTS.get(act).permission().least().isWithin(role))
                .collect(Collectors.groupingBy(act -> act.startsWith("Handoffs") || act.startsWith("Reviews") ? act : "", LinkedHashMap::new, Collectors.toList()));
        int number = 0;
        for (List<String> acts : together.values()) {
            Path place = Files.createDirectory(directory.resolve("desk-" + number++));
            try (var work = new WorkingDesk(place)) {
                World world = world(work, role, place);
                for (String act : acts) {
                    assertDoesNotThrow(() -> ACTS.get(act).act().by(world), act + " by " + role);
                }
            }
        }
        assertTrue(number > 10 || role == Role.AGENT);
    }

    /** One desk does for all of them, since none may change it. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void aGuardedUseCaseRefusesOthersAndChangesNothing(Role role) throws Exception {
        try (var work = new WorkingDesk(directory)) {
            World world = world(work, role, directory);
            String before = dump(directory);
            for (Map.Entry<String, Guarded> each : ACTS.entrySet()) {
                String what = each.getKey() + " by " + role;
                if (!each.getValue().permission().least().isWithin(role)) {
                    NotPermitted refused = assertThrows(NotPermitted.class, () -> each.getValue().act().by(world), what);
                    assertEquals(each.getValue().permission(), refused.permission(), what);
                    assertEquals(before, dump(directory), what);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void anOpenUseCaseRefusesNobody(Role role) throws Exception {
        Path place = Files.createDirectory(directory.resolve("open-" + role));
        int walked = 0;
        try (var work = new WorkingDesk(place)) {
            World world = world(work, role, place);
            for (Class<?> type : useCases().filter(world.mine()::has).filter(type -> type != Permissions.class).toList()) {
                for (Method method : methods(type).filter(each -> OPEN.contains(name(each))).toList()) {
                    walked++;
                    call(world, type, method, role);
                }
            }
        }
        assertTrue(walked > 100, "walked " + walked);
    }

    /** With what can be made up; whatever else is wrong with that, nobody may be sent away. */
    private static void call(World world, Class<?> type, Method method, Role role) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(each -> argument(world, each)).toArray();
        try {
            method.invoke(world.mine().get(type), arguments);
        } catch (InvocationTargetException e) {
            assertFalse(e.getCause() instanceof NotPermitted, name(method) + " by " + role);
        }
    }

    private static Object argument(World world, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "TicketId" -> world.other().id();
            case "CustomerId" -> world.other().customer();
            case "MessageId" -> new MessageId("nobody's");
            case "String" -> "words";
            case "long", "int" -> type == int.class ? (Object) 1 : (Object) 1L;
            case "boolean" -> false;
            case "Optional" -> Optional.empty();
            case "Instant" -> WorkingDesk.START;
            case "Role" -> Role.AGENT;
            case "HandoffId" -> world.handoff();
            case "Handoff" -> world.now(world.handoff());
            case "Escalation" -> world.work().escalation("another", world.other());
            case "Runnable" -> (Runnable) () -> {};
            default -> type.isEnum() ? type.getEnumConstants()[0] : null;
        };
    }

    private static World world(WorkingDesk work, Role role, Path place) throws IOException {
        work.desk.write(session -> {
            session.members().put(new Member(ME, role), WorkingDesk.START);
            session.members().put(new Member("Kim", Role.SUPERVISOR), WorkingDesk.START);
            session.members().put(new Member("Root", Role.ADMIN), WorkingDesk.START);
            return null;
        });
        Ticket handedOver = work.anasTicket("Handed over", "It drips.");
        Ticket held = work.anasTicket("Held", "I want my money.");
        Ticket other = work.anasTicket("Other", "Hello?");
        work.handoffs.escalate(work.escalation("h", handedOver));
        work.holding("refund");
        work.send("held", held, "You get a refund.", false);
        work.letGo();
        long promise = work.desk.write(session -> {
            session.promises().add(other.id(), other.customer(), new MessageId("m"), 0, "I will call.", WorkingDesk.ME, WorkingDesk.START, Optional.of(WorkingDesk.START.plus(Duration.ofDays(1))));
            return session.promises().open().getFirst().id();
        });
        work.handoffs.escalate(work.escalation("asked", held));
        work.handoffs(SignedIn.as("Kim", Role.SUPERVISOR)).ask(work.handoffs.find(new HandoffId("asked")).orElseThrow().handoff(), "Which one?");
        long incident = work.desk.write(session -> session.incidents().open("Kettles", WorkingDesk.START, WorkingDesk.START, "Kim", List.of())).id();
        return new World(work, new UseCases(work, SignedIn.as(ME, role), place), handedOver, held, other, new HandoffId("h"), new HandoffId("asked"),
                new MessageId("held"), promise, incident);
    }

    private static Alarm alarm(World world) {
        return new Alarm("a", List.of("kettle"), List.of(world.other().id()), 6, WorkingDesk.START, WorkingDesk.START, 0.5);
    }

    private static MemoryChoice.EverOs service(World world) {
        return world.the(MemoryEngines.class).service(MemoryChoice.Version.values()[0], URI.create("http://127.0.0.1:1"), false);
    }

    /** All that the desk and its settings hold. */
    private static String dump(Path place) throws IOException, SQLException {
        var text = new StringBuilder();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("desk.db")); var statement = connection.createStatement()) {
            var tables = new TreeSet<String>();
            try (var names = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' ")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (var rows = statement.executeQuery("SELECT * FROM " + table)) {
                    for (int columns = rows.getMetaData().getColumnCount(); rows.next();) {
                        text.append(table);
                        for (int column = 1; column <= columns; column++) {
                            text.append('|').append(rows.getString(column));
                        }
                        text.append('\n');
                    }
                }
            }
        }
        for (String file : List.of("settings.json", "prompt/reply.txt")) {
            Path path = place.resolve(file);
            text.append(Files.exists(path) ? Files.readString(path) : "");
        }
        return text.toString();
    }

    /** Public classes of casework with a public constructor: not what they answer, and not what other rooms call. */
    private static Stream<Class<?>> useCases() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("acquaint.casework").stream()
                .filter(type -> type.getPackageName().equals("acquaint.casework")).filter(JavaClass::isTopLevelClass).<Class<?>>map(JavaClass::reflect)
                .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isRecord() && !type.isEnum() && !type.isInterface())
                .filter(type -> !Throwable.class.isAssignableFrom(type) && type.getConstructors().length > 0)
                .filter(type -> !Handler.class.isAssignableFrom(type) && !Overlay.class.isAssignableFrom(type));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "("
                + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(",")) + ")";
    }
}
