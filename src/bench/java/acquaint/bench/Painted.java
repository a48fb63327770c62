package acquaint.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import javafx.application.Platform;

/**
 * Tells when what a pulse has laid out stands in the window's frame buffer. A pulse only hands the scene to the render
 * thread, and JavaFX has no public word for when that has drawn it; so a job is put behind the drawing in the render
 * thread's own queue, and an event behind the upload of the pixels, which JavaFX does on its own thread.
 */
final class Painted {

    private Painted() {}

    /** Call from a pulse, for example from a post-layout listener; {@code done} is run on the JavaFX thread. */
    static void afterThisPulse(Runnable done) {
        Platform.runLater(() -> Toolkit.getToolkit().addRenderJob(new RenderJob(() -> Platform.runLater(done))));
    }
}
