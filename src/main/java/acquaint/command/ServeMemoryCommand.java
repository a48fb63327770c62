package acquaint.command;

import acquaint.casework.MemoryEngines;
import java.io.IOException;
import java.net.BindException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shares the embedded memory with other programs of this computer, until it is interrupted. */
@Command(
        name = "serve-memory",
        header = "Share the embedded memory with other programs on this computer, by the EverOS API.",
        description = {
            "Listens on 127.0.0.1 until it is stopped (Ctrl+C). Programs name the key as they would an EverOS key: it is "
                    + "EVEROS_API_KEY of the environment, or one that is made up at the first time, shown once and kept.",
            "",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint serve-memory",
            "  acquaint serve-memory --dialect v2 --port 8765",
            "",
            "A client then needs EVER_OS_BASE_URL=http://127.0.0.1:8765 and EVEROS_API_KEY.",
            "JSON: {url, dialect, key}; the key only when it was made up just now",
        },
        optionListHeading = "%nOptions:%n")
final class ServeMemoryCommand extends DeskCommand {

    private static final int MOST_PORT = 65_535;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8765", description = "Where to listen; 0 takes a free one. Usual: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--dialect", paramLabel = "NAME", defaultValue = "v1", description = "Which of the API's dialects: v1, v2 or oss. Usual: ${DEFAULT-VALUE}.")
    private String dialect;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ServeMemoryCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (port < 0 || port > MOST_PORT) {
            throw wrongUse("--port must be between 0 and " + MOST_PORT + ", not " + port);
        }
        if (!dialect.matches("(?i)v1|v2|oss")) {
            throw wrongUse("--dialect must be v1, v2 or oss, not " + dialect);
        }
    }

    @Override
    int run(DeskServices desk) throws Exception {
        MemoryEngines.SharingKey key = desk.engines().sharingKey();
        var as = MemoryEngines.SharedAs.valueOf(dialect.toUpperCase(Locale.ROOT));
        try (var served = desk.engines().serve(as, key, port)) {
            print(served, key);
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (BindException e) {
            throw new CouldNot("port " + port + " is in use by another program; name another with --port");
        } catch (InterruptedException e) {
            terminal().err().println("Stopped sharing.");
            return ExitCode.DONE;
        }
    }

    private void print(MemoryEngines.Served served, MemoryEngines.SharingKey key) throws IOException {
        if (json) {
            Json.print(terminal().out(), key.fresh() ? Json.object("url", served.url().toString(), "dialect", dialect, "key", key.key())
                    : Json.object("url", served.url().toString(), "dialect", dialect));
        } else {
            terminal().out().println("Sharing the memory at " + served.url() + " (" + dialect + "). Ctrl+C stops it.");
            if (key.fresh()) {
                terminal().out().println("Key, shown this once: " + key.key());
            }
        }
        terminal().out().flush();
    }
}
