package acquaint;

import acquaint.model.TicketId;
import acquaint.reply.Drafting;
import acquaint.reply.LanguageModel;
import acquaint.settings.DataDirectory;
import acquaint.settings.MeaningChoice;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;

/** The program's window on a desk with one long ticket, where a model of the bench's making writes the drafts. */
public final class StreamingWindow implements AutoCloseable {

    private static final TicketId TICKET = new TicketId("LONG-1");

    private final Wiring wiring;
    private final WindowWiring window;

    private StreamingWindow(Wiring wiring, WindowWiring window) {
        this.wiring = wiring;
        this.window = window;
    }

    /** Makes the desk: one ticket of so many messages. Not on the JavaFX thread. */
    public static Path desk(Path directory, int messages) throws Exception {
        new SettingsFile(new DataDirectory(directory).settings()).save(Settings.firstStart("lee.park").withMeaning(new MeaningChoice.WordsAlone()));
        var line = new StringBuilder("{\"id\":\"LONG-1\",\"channel\":\"email\",\"subject\":\"The kettle of order 4711\",\"customer\":{\"id\":\"c-1\",\"name\":\"Ana Ruiz\","
                + "\"email\":\"ana@example.org\"},\"messages\":[");
        Instant at = Instant.now().minusSeconds(messages * 60L);
        for (int i = 0; i < messages; i++) {
            boolean customer = i % 2 == 0 || i == messages - 1;
            line.append(i == 0 ? "" : ",").append("{\"from\":\"").append(customer ? "customer" : "agent").append("\",\"at\":\"").append(at.plusSeconds(i * 60L))
                    .append("\",\"text\":\"Message ").append(i).append(": the kettle leaks at the bottom, and we talk about it at some length, as people do.\"")
                    .append(customer ? "}" : ",\"author\":\"Noor Haddad\"}");
        }
        Path file = directory.resolve("long.jsonl");
        Files.writeString(file, line.append("]}\n"));
        try (Wiring wiring = Wiring.open(new DataDirectory(directory), false)) {
            wiring.imports().run(file, _ -> {});
        }
        return directory;
    }

    /** Opens the window and the ticket. JavaFX thread. */
    public static StreamingWindow open(Path directory, LanguageModel model, Stage stage) throws Exception {
        Theme.loadFonts();
        Wiring wiring = Wiring.open(new DataDirectory(directory), false);
        var means = new Drafting.Means(() -> Optional.of(model), Drafting.Means.NONE.template(), List::of, () -> Locale.ENGLISH);
        var window = new WindowWiring(wiring, false, wiring.drafting().replies(means));
        window.window().show(stage, () -> {});
        window.window().whenFurnished(() -> window.workspace().select(TICKET));
        return new StreamingWindow(wiring, window);
    }

    /** Whether the ticket is on screen. JavaFX thread. */
    public boolean isOpen() {
        return window.workspace().open().isPresent();
    }

    /** Not on the JavaFX thread. */
    @Override
    public void close() {
        window.background().close();
        wiring.close();
    }
}
