package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.memory.CustomerMemory;
import acquaint.memory.local.LocalMemory;
import acquaint.model.Address;
import acquaint.model.Ticket;
import acquaint.store.Desk;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import acquaint.casework.QueueView;
import acquaint.casework.QueueSort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view is loaded as the program loads it: on a real desk, without a display, in each language. */
class ViewsTest {

    private static final Path FOLDER = Path.of("resources", "view");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final Executor NEVER = _ -> {};

    private static final Pattern CONTROLLER = Pattern.compile("fx:controller=\"([^\"]*)\"");
    private static final Pattern WORDS = Pattern.compile("\\s(?:text|promptText|accessibleText|title|action)=\"([^%$\"][^\"]*)\"");

    @TempDir
    Path folder;
    private Desk desk;
    private CustomerMemory memory;
    private boolean closed;

    static List<String> views() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".fxml", "")).sorted().toList();
        }
    }

    @BeforeEach
    void openDesk() throws Exception {
        desk = Desk.open(folder, Clock.systemUTC());
        memory = LocalMemory.open(folder.resolve("memory"));
    }

    @AfterEach
    void closeDesk() throws Exception {
        FxThread.run(() -> closed = true);
        FxThread.settle();
        memory.close();
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewIsRunByTheControllerOfItsName(String view) throws IOException {
        assertTrue(view.matches("[a-z]+(-[a-z]+)*"), view + " is not in kebab case");
        String name = Arrays.stream(view.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining());
        Matcher controller = CONTROLLER.matcher(text(view));
        assertTrue(controller.find(), view + " names no fx:controller");
        assertEquals("acquaint.ui." + name + "Controller", controller.group(1));
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewHoldsNoColoursAndNoWordsOfItsOwn(String view) throws IOException {
        assertTrue(!text(view).matches("(?s).*\\sstyle=\".*"), "looks belong in the stylesheet");
        assertEquals(List.of(), WORDS.matcher(text(view)).results().map(found -> found.group(1)).toList(), "words belong in the texts");
    }

    /** Loading fails on a missing controller, handler, key or property. */
    @ParameterizedTest
    @MethodSource("views")
    void aViewLoadsInEachLanguageAndFillsItsController(String view) {
        for (Locale language : LANGUAGES) {
            FxThread.run(() -> {
                WindowParts parts = parts(language, NEVER);
                assertNotNull(parts.views.load(view).root());
                parts.made.forEach(ViewsTest::assertFilled);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void aScreenReaderFindsANameForEveryControlOfAView(String view) {
        FxThread.run(() -> assertEquals(List.of(), AccessibleTree.namelessInView(shown(parts(Locale.ENGLISH, NEVER).views.load(view).root()))));
    }

    @Test
    void aScreenReaderFindsANameForEveryControlOfAnOpenTicket() {
        for (Locale language : LANGUAGES) {
            WindowParts parts = FxThread.get(() -> parts(language, this::soon));
            Parent main = FxThread.get(() -> shown(furnished(parts)));
            FxThread.run(() -> parts.workspace.select(ticket(parts).id()));
            FxThread.settle();
            FxThread.run(() -> {
                assertEquals(Workspace.Reading.READY, parts.workspace.stateProperty().get());
                assertEquals(List.of(), AccessibleTree.nameless(shown(main)));
                assertTrue(AccessibleTree.controls(main) > 50, () -> "controls: " + AccessibleTree.controls(main));
            });
            FxThread.settle();
            assertEquals(List.of(), parts.problems);
        }
    }

    @Test
    void everyShortcutOfTheSheetHasAnAction() {
        FxThread.run(() -> {
            WindowParts parts = parts(Locale.ENGLISH, NEVER);
            furnished(parts);
            parts.views.load("board");
            parts.views.load("promises");
            for (Shortcut shortcut : Shortcut.values()) {
                assertThrows(IllegalStateException.class, () -> {
                    if (shortcut.places().size() == 1 && !shortcut.places().contains(Place.TICKETS)) {
                        parts.keys.in(shortcut.places().iterator().next(), shortcut, () -> {});
                    } else {
                        parts.keys.on(shortcut, () -> {});
                    }
                }, () -> shortcut + " does nothing");
            }
        });
    }

    @Test
    void theQueueComesBackAsItWasLeft() {
        FxThread.run(() -> {
            WindowParts parts = parts(Locale.ENGLISH, NEVER);
            Parent first = parts.views.load("queue").root();
            ((ToggleButton) ((VBox) first.lookup("#viewList")).getChildren().get(QueueView.CLOSED.ordinal())).fire();
            ((ToggleButton) first.lookup("#compact")).fire();
            sort(first).setValue(QueueSort.PRIORITY);
            // A window has one queue; its keys are taken once.
            Parent next = new WindowParts(desk, memory, folder.resolve("settings.json"), Locale.ENGLISH, NEVER, parts.preferences.get()).views.load("queue").root();
            assertTrue(((ToggleButton) ((VBox) next.lookup("#viewList")).getChildren().get(QueueView.CLOSED.ordinal())).isSelected());
            assertTrue(((ToggleButton) next.lookup("#compact")).isSelected());
            assertEquals(QueueSort.PRIORITY, sort(next).getValue());
        });
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<QueueSort> sort(Parent queue) {
        return (ComboBox<QueueSort>) queue.lookup("#sort");
    }

    private WindowParts parts(Locale language, Executor workers) {
        return new WindowParts(desk, memory, folder.resolve("settings.json"), language, workers);
    }

    /** Work is done on the JavaFX thread, where the test can wait for it; what timers ask for after the test is dropped. */
    private void soon(Runnable work) {
        if (!closed) {
            Platform.runLater(work);
        }
    }

    private static Ticket ticket(WindowParts parts) {
        var ana = new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.com")));
        return parts.intake.open(new NewTicket(ana, "The kettle leaks", "phone", "It drips.", Optional.of(WindowParts.ME)));
    }

    private static Parent furnished(WindowParts parts) {
        Views.View<MainController> main = parts.views.load("main");
        main.controller().furnishing().parts().forEach(Runnable::run);
        parts.workspace.release();
        return main.root();
    }

    /** Gives every control its skin, without which it has no parts. */
    private static Parent shown(Parent root) {
        if (root.getScene() == null) {
            new Scene(root, 1280, 800);
        }
        root.applyCss();
        root.layout();
        return root;
    }

    private static void assertFilled(Object controller) {
        for (var field : controller.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(FXML.class)) {
                field.setAccessible(true);
                try {
                    assertNotNull(field.get(controller), () -> "the view has no fx:id for " + field);
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private static String text(String view) throws IOException {
        return Files.readString(FOLDER.resolve(view + ".fxml"));
    }
}
