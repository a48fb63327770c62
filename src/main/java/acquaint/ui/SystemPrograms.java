package acquaint.ui;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Alert;

/** Opens folders and pages with what the system opens them with. JavaFX thread; what blocks is done behind it. */
public final class SystemPrograms {

    private static final int PATIENCE_SECONDS = 10;

    private final Background background;
    private final Dialogs dialogs;
    private final Texts texts;

    public SystemPrograms(Background background, Dialogs dialogs, Texts texts) {
        this.background = background;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    void open(Path folder) {
        open(folder.toString());
    }

    void open(URI page) {
        open(page.toString());
    }

    private void open(String what) {
        background.run(() -> {
            start(what);
            return null;
        }).onFailure(problem -> {
            if (problem instanceof IOException) {
                dialogs.tell(Alert.AlertType.INFORMATION, texts.get("about.open.failed.title"), texts.get("about.open.failed", what));
            } else {
                background.report(problem);
            }
        });
    }

    private static void start(String what) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(System.getProperty("os.name").toLowerCase(Locale.ROOT), what)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // The start script's, and for this program only.
        builder.environment().remove("MALLOC_ARENA_MAX");
        Process process = builder.start();
        // Explorer says 1 when all went well.
        if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() > 1) {
            throw new IOException("it ended with " + process.exitValue());
        }
    }

    static List<String> command(String system, String what) {
        if (system.contains("mac") || system.contains("darwin")) {
            return List.of("open", what);
        }
        return List.of(system.contains("win") ? "explorer" : "xdg-open", what);
    }
}
