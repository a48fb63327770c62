package acquaint.command;

import acquaint.casework.AlreadyShared;
import acquaint.casework.Share;
import acquaint.casework.SharingDoor;
import acquaint.casework.SharingKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shares the embedded memory with other programs, until it is interrupted. */
@Command(
        name = "serve-memory",
        header = "Share the embedded memory with other programs, by the EverOS API.",
        description = {
            "Listens on 127.0.0.1 until it is stopped (Ctrl+C). Programs name the key as they would an EverOS key: it is "
                    + "EVEROS_API_KEY of the environment, or one that is made up at the first time, shown once and kept. "
                    + "In the dialect oss no key is needed on this computer. Other computers are let in only with --host and TLS, "
                    + "and only with the key.",
            "",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint serve-memory",
            "  acquaint serve-memory --dialect v2 --port 8765",
            "  acquaint serve-memory --host 0.0.0.0 --tls-cert chain.pem --tls-key key.pem",
            "",
            "A client then needs EVER_OS_BASE_URL=http://127.0.0.1:8765 and EVEROS_API_KEY.",
            "JSON: {url, dialect, key}; the key only when it was made up just now",
        },
        optionListHeading = "%nOptions:%n")
final class ServeMemoryCommand extends DeskCommand {

    private static final Duration BETWEEN_COPIES = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    @Mixin
    private DoorOptions options;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private SharingDoor door;

    ServeMemoryCommand(Context context) {
        super(context);
    }

    @Override
    void check() throws CouldNot {
        door = options.door(terminal(), this::wrongUse);
    }

    @Override
    int run(DeskServices desk) throws Exception {
        try {
            SharingKeys.Key key = key(desk);
            try (Share share = desk.sharing().serve(door, key.value())) {
                print(share, key);
                throw new CouldNot(switch (ending(desk, share)) {
                    case ANOTHER_MEMORY -> "the desk remembers elsewhere from now on, so its own memory is no longer shared";
                    case PROGRAM_ENDS, CLOSED -> "the window was closed, so the memory is no longer shared";
                });
            }
        } catch (AlreadyShared e) {
            throw new CouldNot("the open window shares this memory at " + e.url() + " already (" + e.dialect().name().toLowerCase(Locale.ROOT)
                    + "); use that, or name another port with --port");
        } catch (BindException e) {
            boolean taken = String.valueOf(e.getMessage()).contains("in use");
            throw new CouldNot("port " + options.port() + (taken ? " is in use by another program" : " cannot be used (" + e.getMessage() + ')')
                    + "; name another with --port");
        } catch (InterruptedException e) {
            return stopped();
        } catch (UncheckedIOException e) {
            if (!Interruption.isBehind(e)) {
                throw e;
            }
            // In the middle of a copy, which appears under its name only when it is whole.
            return stopped();
        }
    }

    private int stopped() {
        terminal().err().println("Stopped sharing.");
        return ExitCode.DONE;
    }

    /** No window is there to make the daily copies, out of which what was forgotten is taken, too. */
    private static Share.Ending ending(DeskServices desk, Share share) throws InterruptedException {
        while (true) {
            try {
                desk.copying().run();
            } catch (IllegalStateException e) {
                // What is being copied is closed in the middle when another memory takes its place, or the window ends; the sharing ends with it.
                return share.await(SOON).orElseThrow(() -> e);
            }
            Optional<Share.Ending> ending = share.await(BETWEEN_COPIES);
            if (ending.isPresent()) {
                return ending.get();
            }
        }
    }

    /** The terminal's own comes before that of the window which the command works through. */
    private SharingKeys.Key key(DeskServices desk) throws CouldNot {
        String named = terminal().environment().get(Terminal.KEY);
        try {
            return named != null ? new SharingKeys.Key(named.strip(), false) : desk.sharing().keys().take();
        } catch (IOException e) {
            throw new CouldNot("there is no key to share the memory with: " + e.getMessage(), e);
        }
    }

    private void print(Share share, SharingKeys.Key key) throws IOException {
        if (json) {
            Json.print(terminal().out(), key.fresh() ? Json.object("url", share.url().toString(), "dialect", options.dialect(), "key", key.value())
                    : Json.object("url", share.url().toString(), "dialect", options.dialect()));
        } else {
            terminal().out().println("Sharing the memory at " + share.url() + " (" + options.dialect() + "). Ctrl+C stops it.");
            if (key.fresh()) {
                terminal().out().println("Key, shown this once: " + key.value());
            }
        }
        terminal().out().flush();
    }
}
