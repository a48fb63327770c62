package acquaint;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.channel.Channel;
import acquaint.memory.CustomerMemory;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/** The rooms of the house, who may know whom, and the habits that a machine can check. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("acquaint");

    private static final String[] WINDOW_LIBRARIES = {"javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."};

    @Test
    void theRulesSeeTheProgram() {
        var rooms = new TreeSet<String>();
        PROGRAM.forEach(type -> rooms.add(room(type)));
        assertTrue(PROGRAM.size() > 200, "classes: " + PROGRAM.size());
        assertTrue(rooms.containsAll(Set.of("model", "store", "memory", "reply", "channel", "outbox", "casework", "settings", "ui")),
                "rooms: " + rooms);
    }

    @Test
    void theModelKnowsOnlyJava() {
        check(classes().that().resideInAPackage("acquaint.model..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "acquaint.model..")
                .because("what a desk talks about must outlive every library that stores, sends or shows it"));
    }

    @Test
    void theUserInterfaceKnowsTheUseCasesAndWhatTheyAnswer() {
        arrows("ui", "a window asks for use cases and shows their answers; how those are kept is not its business",
                "casework", "pattern", "brief", "reply", "memory", "privacy", "update", "settings", "model");
    }

    @Test
    void theUserInterfaceNeverTouchesTheStoreTheChannelsTheOutboxOrTheNetwork() {
        check(noClasses().that().resideInAPackage("acquaint.ui..")
                .should().dependOnClassesThat().resideInAnyPackage("acquaint.store..", "acquaint.channel..", "acquaint.outbox..",
                        "okhttp3..", "java.net.http..", "java.sql..", "org.jdbi..", "org.apache.lucene..")
                .because("whatever blocks belongs behind a use case, and the JavaFX thread must never wait"));
    }

    @Test
    void theUseCasesKnowEveryRoomButTheWindow() {
        arrows("casework", "what happens to a ticket is told in terms of the rooms below, and needs no window",
                "store", "memory", "pattern", "brief", "reply", "privacy", "outbox", "channel", "settings", "model");
    }

    @Test
    void theUseCasesKnowPortsAndNotWhoIsBehindThem() {
        check(noClasses().that().resideInAPackage("acquaint.casework..")
                .should().dependOnClassesThat(implementationOf(Channel.class).or(implementationOf(CustomerMemory.class)))
                .because("which memory and which channel a desk has is decided once, where the program is wired"));
    }

    @Test
    void repliesAreWrittenFromMemoryAndMaskedWords() {
        arrows("reply", "a draft rests on what it is given: it stores nothing, sends nothing and shows nothing",
                "privacy", "memory", "model");
    }

    @Test
    void briefsAreWrittenFromWhatTheyAreGiven() {
        arrows("brief", "a brief rests on what it is given: it stores nothing and shows nothing", "reply", "privacy", "memory", "model");
    }

    @Test
    void patternsAreReadFromWhatTheyAreGiven() {
        arrows("pattern", "what tickets have in common is told from their texts: it looks nothing up and shows nothing",
                "reply", "privacy", "memory", "model");
    }

    @Test
    void theOutboxKnowsTheStore() {
        arrows("outbox", "it carries out stored effects; what an effect means, its handlers know", "store", "model");
    }

    @Test
    void theLowerRoomsKnowOnlyTheModel() {
        for (String room : List.of("memory", "channel", "store", "privacy", "settings", "instance", "update")) {
            arrows(room, "the lower rooms can be read, tested and replaced one at a time", "model");
        }
    }

    @Test
    void theCommandLineKnowsWhatTheWindowKnows() {
        arrows("command", "the command line is another face of the same use cases",
                "casework", "pattern", "brief", "memory", "reply", "privacy", "settings", "instance", "model");
    }

    @Test
    void theRoomsFormNoCircle() {
        check(slices().matching("acquaint.(*)..").should().beFreeOfCycles().allowEmptyShould(true)
                .because("two rooms that need each other are one room"));
    }

    @Test
    void noRoomKnowsHowTheProgramIsPutTogether() {
        check(noClasses().that().resideInAPackage("acquaint.*..").should().dependOnClassesThat().resideInAPackage("acquaint")
                .because("objects are given what they need; only the start builds them (Wiring and what starts it)"));
    }

    @Test
    void onlyTheWindowAndItsStartKnowJavaFx() {
        check(noClasses().that().resideOutsideOfPackage("acquaint.ui..").and(not(topLevel("acquaint.AcquaintApplication", "acquaint.WindowWiring")))
                .should().dependOnClassesThat().resideInAnyPackage(WINDOW_LIBRARIES)
                .because("use cases and commands run where there is no display"));
    }

    @Test
    void onlyTwoClassesPutWorkOnTheJavaFxThread() {
        check(noClasses().that(not(topLevel("acquaint.ui.Background", "acquaint.ui.TokenFeed")))
                .should(accessTargetWhere(access("Platform.runLater", Platform.class.getName(), "runLater")))
                .because("late results are held back in one place, and a flood of events is gathered in one place"));
    }

    @Test
    void coloursAndSizesStandInTheStylesheet() {
        check(noClasses().that().resideInAPackage("acquaint.ui..")
                .should(accessTargetWhere(describe("setStyle", access -> access.getName().equals("setStyle"))))
                .because("light and dark come from the same stylesheet"));
    }

    @Test
    void aControllerIsMadeInOneWay() {
        check(classes().that().resideInAPackage("acquaint.ui..").and().haveSimpleNameEndingWith("Controller")
                .should(haveAtMostOnePublicConstructor())
                .because("a controller is made whole by its constructor, in one factory map"));
    }

    @Test
    void controllersLiveInTheUserInterface() {
        check(classes().that().haveSimpleNameEndingWith("Controller").should().resideInAPackage("acquaint.ui..")
                .because("a controller runs a view"));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)(\\$.*)?")
                .orShould().haveNameMatching("(.*[.$])?(Abstract|I(?=[A-Z][a-z]))[A-Z].*")
                .because("a class that can only be named so has no single thing to do"));
    }

    @Test
    void anInterfaceHasTwoImplementationsOrAsksAnotherRoom() {
        check(classes().that().areInterfaces().and().areNotAnnotations().and(not(sealedOrFunctional()))
                .should(haveTwoImplementationsOrNoneInTheirRoom())
                .because("an interface with one implementation beside it is a second name for a class; one whose work is done "
                        + "elsewhere turns an arrow round"));
    }

    @Test
    void onlyTheCommandLineWritesToTheStandardStreams() {
        check(noClasses().that(not(topLevel("acquaint.Main"))).should(ACCESS_STANDARD_STREAMS)
                .because("answers go to the writers of the command line, everything else to the log"));
    }

    @Test
    void timesAreOfJavaTime() {
        check(noClasses().should().dependOnClassesThat().haveNameMatching("java\\.util\\.(\\w*Calendar|Date|TimeZone)|java\\.text\\.\\w*DateFormat|java\\.sql\\.(Date|Time|Timestamp)")
                .because("java.util.Date is mutable and knows no zone"));
    }

    /** Classes of {@code room} know of the program only {@code others} and themselves. */
    private static void arrows(String room, String because, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Arrays.stream(others)).map(name -> "acquaint." + name + "..").toArray(String[]::new);
        DescribedPredicate<JavaClass> forbidden = resideInAPackage("acquaint..").and(not(resideInAnyPackage(allowed)))
                .as("are of the program and outside of %s", String.join(", ", allowed));
        check(noClasses().that().resideInAPackage("acquaint." + room + "..").should().dependOnClassesThat(forbidden).because(because));
    }

    /** Rooms that are still empty fulfil every rule. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 1 ? parts[1] : "";
    }

    private static DescribedPredicate<JavaClass> topLevel(String... names) {
        return describe("are of " + String.join(", ", names), type -> Arrays.stream(names)
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    private static DescribedPredicate<JavaClass> implementationOf(Class<?> port) {
        return describe("implement " + port.getSimpleName(), type -> type.isAssignableTo(port) && !type.isInterface());
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, String owner, String name) {
        return describe(description, access -> access.getTargetOwner().getName().equals(owner) && access.getName().equals(name));
    }

    private static ArchCondition<JavaClass> haveAtMostOnePublicConstructor() {
        return new ArchCondition<>("have at most one public constructor") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long found = type.getConstructors().stream().filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC)).count();
                events.add(new SimpleConditionEvent(type, found <= 1, type.getName() + " has " + found + " public constructors"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveTwoImplementationsOrNoneInTheirRoom() {
        return new ArchCondition<>("have two implementations, or none in their room") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaClass> found = type.getAllSubclasses().stream().filter(each -> !each.isInterface()).toList();
                boolean fine = found.size() >= 2 || found.stream().noneMatch(each -> room(each).equals(room(type)));
                events.add(new SimpleConditionEvent(type, fine, type.getName() + " is implemented only by " + found));
            }
        };
    }

    private static DescribedPredicate<JavaClass> sealedOrFunctional() {
        return describe("are sealed or have one method", type -> {
            Class<?> reflected = type.reflect();
            return reflected.isSealed() || Arrays.stream(reflected.getMethods())
                    .filter(method -> Modifier.isAbstract(method.getModifiers())).map(Method::getName).distinct().count() <= 1;
        });
    }
}
