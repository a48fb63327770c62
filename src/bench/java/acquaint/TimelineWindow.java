package acquaint;

import acquaint.model.TicketId;
import acquaint.settings.DataDirectory;
import acquaint.settings.MeaningChoice;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javafx.stage.Stage;

/** The program's window on a desk with one customer of many tickets. */
public final class TimelineWindow implements AutoCloseable {

    private static final String[] MATTERS = {"kettle leaks at the bottom", "lamp of the oven flickers", "parcel went to the old address", "invoice names the wrong sum",
            "lid of the pot does not fit", "handle of the pan came off", "fridge hums at night"};

    private final Wiring wiring;
    private final WindowWiring window;

    private TimelineWindow(Wiring wiring, WindowWiring window) {
        this.wiring = wiring;
        this.window = window;
    }

    /** Makes the desk: so many tickets of one customer, each with so many messages, over four years. Not on the JavaFX thread. */
    public static Path desk(Path directory, int tickets, int messages) throws Exception {
        new SettingsFile(new DataDirectory(directory).settings()).save(Settings.firstStart("lee.park").withMeaning(new MeaningChoice.WordsAlone()));
        Path file = directory.resolve("many.jsonl");
        Duration between = Duration.ofDays(4 * 365).dividedBy(tickets);
        Instant first = Instant.now().minus(Duration.ofDays(4 * 365));
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < tickets; i++) {
                out.write(line(i, tickets, messages, first.plus(between.multipliedBy(i))));
            }
        }
        try (Wiring wiring = Wiring.open(new DataDirectory(directory), false)) {
            wiring.imports().run(file, _ -> {});
        }
        return directory;
    }

    private static String line(int i, int tickets, int messages, Instant at) throws IOException {
        String matter = MATTERS[i % MATTERS.length];
        var line = new StringBuilder("{\"id\":\"M-" + (i + 1) + "\",\"channel\":\"email\",\"subject\":\"The " + matter + "\",\"status\":\"" + (i == tickets - 1 ? "open" : "closed")
                + "\",\"customer\":{\"id\":\"c-1\",\"name\":\"Ana Ruiz\",\"email\":\"ana@example.org\"},\"messages\":[");
        for (int j = 0; j < messages; j++) {
            boolean customer = j % 2 == 0;
            line.append(j == 0 ? "" : ",").append("{\"from\":\"").append(customer ? "customer" : "agent").append("\",\"at\":\"").append(at.plusSeconds(j * 600L))
                    .append("\",\"text\":\"Message ").append(j).append(" of order ").append(4_000 + i).append(": the ").append(matter)
                    .append(", and we talk about it at some length, as people do when something does not work as it should.\"")
                    .append(customer ? "}" : ",\"author\":\"Noor Haddad\"}");
        }
        return line.append("]}\n").toString();
    }

    /** Opens the window and the customer's newest ticket. JavaFX thread. */
    public static TimelineWindow open(Path directory, int tickets, Stage stage) throws Exception {
        Theme.loadFonts();
        Wiring wiring = Wiring.open(new DataDirectory(directory), false);
        var window = new WindowWiring(wiring, false);
        window.window().show(stage, () -> {});
        window.window().whenFurnished(() -> window.workspace().select(new TicketId("M-" + tickets)));
        return new TimelineWindow(wiring, window);
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
