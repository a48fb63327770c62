package acquaint.command;

import acquaint.memory.Health;
import acquaint.memory.everos.ConnectionTest;
import acquaint.model.CustomerId;
import acquaint.settings.MemoryChoice;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a memory whether it answers, what it speaks and what it can do; the embedded one also what it finds by. */
@Command(
        name = "test",
        header = "Say whether a memory answers, what it speaks, or what is wrong.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint memory test",
            "  EVEROS_API_KEY=... acquaint memory test --engine everos --dialect v2",
            "  acquaint memory test --dialect oss --url http://127.0.0.1:8000 --json",
            "",
            "JSON: {engine, url, result, dialect, version, account, capabilities: {name: true}, detail}; of the embedded memory also "
                    + "found_by (built_in, server or words) and embeddings: {url, model, result, dimensions, millis}. "
                    + "Exit code 3 when it, or its embeddings server, cannot be used.",
            "While a window is open on the desk, the window's environment counts.",
        },
        optionListHeading = "%nOptions:%n")
final class MemoryTestCommand extends DeskCommand {

    @Mixin
    private final EngineOptions options = new EngineOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    MemoryTestCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        options.contradiction().ifPresent(message -> {
            throw wrongUse(message);
        });
    }

    @Override
    int run(DeskServices desk) throws Exception {
        return switch (options.choice(desk.engines())) {
            case MemoryChoice.Embedded _ -> local(desk);
            case MemoryChoice.EverOs service -> report(service, desk.engines().test(service.version(), service.url(), Optional.empty()));
        };
    }

    private int local(DeskServices desk) throws Exception {
        Health health = desk.engines().with(new MemoryChoice.Embedded(), memory -> {
            memory.profile(new CustomerId("probe"));
            return memory.health();
        });
        MeaningReport meaning = MeaningReport.of(desk.meaning());
        if (json) {
            Json.print(terminal().out(), Json.object("engine", "local", "url", null, "result", health.well() ? "connected" : "away", "dialect", "embedded",
                    "version", null, "account", null, "capabilities", Map.of("keyword", true, "vector", meaning.works()), "detail", health.detail(),
                    "found_by", meaning.foundBy(), "embeddings", meaning.json()));
        } else {
            terminal().out().println(health.well() ? "The memory on this computer answers. " + meaning.words()
                    : "The memory on this computer does not answer; the log says why.");
        }
        return health.well() && !meaning.failed() ? ExitCode.DONE : ExitCode.COULD_NOT;
    }

    private int report(MemoryChoice.EverOs service, ConnectionTest test) throws Exception {
        boolean connected = test.result() == ConnectionTest.Result.CONNECTED;
        if (json) {
            Json.print(terminal().out(), Json.object("engine", "everos", "url", service.url(), "result", test.result(), "dialect", test.dialect(),
                    "version", test.version(), "account", account(service, test), "capabilities", test.capabilities(), "detail", test.detail()));
        } else {
            terminal().out().println(words(service, test));
            if (!test.detail().isBlank()) {
                terminal().err().println("  " + test.detail());
            }
        }
        return connected ? ExitCode.DONE : ExitCode.COULD_NOT;
    }

    private static String account(MemoryChoice.EverOs service, ConnectionTest test) {
        return switch (test.result()) {
            case CONNECTED -> service.version().needsKey() ? "the key is accepted" : "no account is needed";
            case NO_KEY -> "no key";
            case BAD_KEY -> "the key is not known";
            case WRONG_VERSION -> "the key belongs to another version";
            default -> null;
        };
    }

    private static String words(MemoryChoice.EverOs service, ConnectionTest test) {
        String at = " at " + service.url();
        return switch (test.result()) {
            case CONNECTED -> test.dialect().orElse("EverOS") + test.version().map(number -> " " + number).orElse("") + " answers" + at
                    + "; " + account(service, test) + capabilities(test) + '.';
            case ANOTHER_VERSION -> test.dialect().orElse("another version") + " answers" + at + ", not the version asked for; choose it with --dialect.";
            case NO_KEY -> "A key is needed" + at + ": set EVEROS_API_KEY, or give it in Settings > Memory.";
            case BAD_KEY -> "The key is not known" + at + "; make a new one there, and give it in Settings > Memory or by EVEROS_API_KEY.";
            case WRONG_VERSION -> "The key is refused" + at + " (403): an account speaks either version 1 or version 2. Try the other with --dialect.";
            case QUOTA -> "The account's limit is used up" + at + "; try again later.";
            case NOT_EVEROS -> "Somebody answers" + at + ", but it is not EverOS.";
            case AWAY -> "Nobody answers" + at + '.';
        };
    }

    private static String capabilities(ConnectionTest test) {
        return test.capabilities().isEmpty() ? "" : "; it can: " + test.capabilities().entrySet().stream().filter(Map.Entry::getValue)
                .map(Map.Entry::getKey).sorted().collect(Collectors.joining(", "));
    }
}
