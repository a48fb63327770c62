package acquaint.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** JavaFX for tests: started once for all of them, without a display; runs a piece of a test on its thread. */
final class FxThread {

    /** Something done for its effect that may fail. */
    interface Action {
        void run() throws Exception;
    }

    static {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private FxThread() {}

    /** Answers what {@code work} did; its failure is the test's. */
    static <T> T get(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }

    static void run(Action action) {
        get(() -> {
            action.run();
            return null;
        });
    }

    /** Returns when everything that was put on the JavaFX thread so far is done. */
    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
