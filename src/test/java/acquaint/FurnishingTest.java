package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.model.TicketId;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryEnvironment;
import acquaint.ui.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is done to a window of which only the queue is there yet. */
class FurnishingTest {

    @TempDir
    Path directory;

    private Wiring wiring;
    private WindowWiring window;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        wiring = Wiring.open(new DataDirectory(directory), true, new MemoryEnvironment(Optional.empty(), Optional.empty(), true), Optional.empty());
    }

    @AfterEach
    void close() {
        onFx(() -> {
            stage.close();
            window.background().close();
        });
        wiring.close();
    }

    @Test
    void aTicketThatIsChosenBeforeTheRestIsThereIsShownInAllOfIt() throws Exception {
        wiring.queue().loadOpen();
        TicketId ticket = wiring.queue().rows(QueueView.ALL_OPEN, QueueSort.WAITING_LONGEST, "").rows().getFirst().ticket();
        onFx(() -> {
            begin();
            window.workspace().select(ticket);
        });
        see(() -> window.workspace().open().filter(open -> open.conversation().customer().name().equals(text(".memory-name"))).isPresent());
        see(() -> !((ListView<?>) stage.getScene().lookup(".messages")).getItems().isEmpty());
    }

    @Test
    void aWindowThatIsClosedBeforeTheRestIsThereCloses() throws Exception {
        // It is still to be shown then, when its rows are there.
        var shown = new AtomicBoolean();
        onFx(() -> {
            begin();
            stage.showingProperty().subscribe(showing -> shown.compareAndSet(false, showing));
            window.window().close(() -> {});
        });
        Thread.sleep(1_000);
        assertFalse(shown.get());
    }

    @Test
    void whenTheWindowComesItsRowsAreThere() throws Exception {
        var rows = new CompletableFuture<Integer>();
        onFx(() -> {
            begin();
            stage.showingProperty().subscribe(showing -> {
                if (showing) {
                    rows.complete(queue().getItems().size());
                }
            });
        });
        assertNotEquals(0, rows.get(40, TimeUnit.SECONDS));
    }

    @Test
    void rowsThatTakeLongKeepNoWindowWaiting() throws Exception {
        var hold = new CountDownLatch(1);
        try (var _ = wiring.queue().onChange(() -> await(hold))) {
            onFx(this::begin);
            see(stage::isShowing);
            onFx(() -> assertEquals(0, queue().getItems().size()));
            hold.countDown();
            see(() -> !queue().getItems().isEmpty());
        } finally {
            hold.countDown();
        }
    }

    @Test
    void aQueueThatIsFoldedAwayBeforeItsRowsComeKeepsNothingWaiting() throws Exception {
        var hold = new CountDownLatch(1);
        var furnished = new AtomicBoolean();
        try (var _ = wiring.queue().onChange(() -> await(hold))) {
            onFx(() -> {
                begin();
                window.window().whenFurnished(() -> furnished.set(true));
            });
            see(stage::isShowing);
            onFx(() -> ((SplitPane) stage.getScene().lookup(".split-pane")).getItems().removeFirst());
            hold.countDown();
            see(furnished::get);
        } finally {
            hold.countDown();
        }
    }

    @Test
    void whatFailsWhenTheWindowIsShownIsHeardOf() throws Exception {
        var heard = new CompletableFuture<RuntimeException>();
        var failure = new IllegalStateException("no screen any more");
        onFx(() -> begin(() -> {
            throw failure;
        }, heard::complete));
        assertEquals(failure, heard.get(40, TimeUnit.SECONDS));
    }

    private ListView<?> queue() {
        return (ListView<?>) stage.getScene().lookup(".queue-rows");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        begin(() -> {}, problem -> {
            throw problem;
        });
    }

    private void begin(Runnable whenShown, Consumer<RuntimeException> trouble) {
        Theme.loadFonts();
        window = new WindowWiring(wiring, true);
        stage = new Stage();
        window.window().show(stage, whenShown, trouble, () -> {});
    }

    private String text(String query) {
        return stage.getScene().getRoot().lookupAll(query).stream().filter(Node::isVisible).map(node -> ((Labeled) node).getText()).collect(Collectors.joining());
    }

    private static void see(Callable<Boolean> shown) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(shown).get());
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(40_000, () -> {
            work.run();
            return null;
        });
    }
}
