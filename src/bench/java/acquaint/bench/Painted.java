package acquaint.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.function.LongConsumer;
import javafx.application.Platform;

/**
 * Tells when what a pulse has laid out is drawn. A pulse only hands the scene to the render thread, and JavaFX has no public
 * word for when that has drawn it; so a job is put behind the drawing in the render thread's own queue. What follows, the
 * way of the pixels to the screen, is the windowing system's: the headless platform copies them one by one in Java, which
 * would measure that platform and not the program. (Where that copying delays the next frame, it still counts.)
 */
final class Painted {

    private Painted() {}

    /** Call from a pulse, for example from a post-layout listener; {@code drawn} is told the {@code nanoTime} on the JavaFX thread. */
    static void afterThisPulse(LongConsumer drawn) {
        Platform.runLater(() -> Toolkit.getToolkit().addRenderJob(new RenderJob(() -> {
            long now = System.nanoTime();
            Platform.runLater(() -> drawn.accept(now));
        })));
    }
}
