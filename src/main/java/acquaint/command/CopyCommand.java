package acquaint.command;

import acquaint.casework.CopyProgress;
import acquaint.settings.MemoryChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has a memory remember the whole desk. */
@Command(
        name = "copy",
        header = "Copy the desk's history to a memory, so that it knows every customer.",
        description = {"", "Goes on where an earlier copying stopped; what a memory has, it does not take twice. The desk goes on with the memory "
                + "that it has: choose the other in Settings > Memory."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  EVEROS_API_KEY=... acquaint memory copy --to everos --dialect v2",
            "  acquaint memory copy --to local",
            "",
            "JSON: {done, total, messages, refused, finished}",
        },
        optionListHeading = "%nOptions:%n")
final class CopyCommand extends DeskCommand {

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Option(names = "--to", required = true, paramLabel = "ENGINE", description = "Where to: local or everos.")
    private EngineOptions.Engine to;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    CopyCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (to == EngineOptions.Engine.local && options.isGiven()) {
            throw wrongUse(ServiceOptions.NOT_LOCAL);
        }
    }

    @Override
    int run(DeskServices desk) throws Exception {
        MemoryChoice target = to == EngineOptions.Engine.local ? new MemoryChoice.Embedded() : options.service(desk.engines());
        try (var line = new ProgressLine(terminal())) {
            CopyProgress done = desk.engines().copy(target, now -> line.show("copying: %,d of %,d tickets", now.done(), now.total()));
            line.clear();
            print(done);
            return done.refused() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
        } catch (InterruptedException e) {
            print(desk.engines().copied(target));
            terminal().err().println("Stopped: the same command later goes on from here.");
            return ExitCode.PARTLY;
        }
    }

    private void print(CopyProgress progress) throws Exception {
        if (json) {
            Json.print(terminal().out(), Json.object("done", progress.done(), "total", progress.total(), "messages", progress.messages(),
                    "refused", progress.refused(), "finished", progress.finished()));
        } else {
            terminal().out().printf("%,d of %,d tickets copied.%n", progress.done(), progress.total());
            if (progress.refused() > 0) {
                terminal().err().printf("%,d messages were refused by the memory.%n", progress.refused());
            }
        }
    }
}
