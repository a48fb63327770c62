package acquaint;

import acquaint.model.Errand;
import java.awt.Desktop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Hears of mails and links where the system tells a running program of them instead of starting it with them: on macOS. Other systems load nothing of this. */
final class SystemErrands {

    private SystemErrands() {}

    /** Calls {@code asked} on a thread of the system's. */
    static void listen(Consumer<List<Errand>> asked) {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") || !Desktop.isDesktopSupported()) {
            return;
        }
        Desktop desktop = Desktop.getDesktop();
        if (desktop.isSupported(Desktop.Action.APP_OPEN_FILE)) {
            desktop.setOpenFileHandler(event -> {
                var files = new ArrayList<Errand>();
                event.getFiles().forEach(file -> files.add(new Errand.MailFile(file.toPath())));
                asked.accept(files);
            });
        }
        if (desktop.isSupported(Desktop.Action.APP_OPEN_URI)) {
            desktop.setOpenURIHandler(event -> asked.accept(List.of(new Errand.MailLink(event.getURI().toString()))));
        }
    }
}
