package acquaint.command;

import acquaint.casework.MemoryBacklog;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was promised to memory and has not come about. */
@Command(
        name = "pending",
        header = "List what waits to be remembered, how far it is and why it waits.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint memory pending",
            "  acquaint memory pending --json",
            "",
            "JSON: {left, pending: [{ticket, what, words, state, attempts, why, reason, next_try}]}",
        },
        optionListHeading = "%nOptions:%n")
final class PendingCommand extends DeskCommand {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "At most so many. Usual: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    PendingCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (limit < 1) {
            throw wrongUse("--limit must be at least 1, not " + limit);
        }
    }

    @Override
    int run(DeskServices desk) throws Exception {
        List<MemoryBacklog.Entry> entries = desk.waiting().entries(limit);
        int left = desk.backlog().left();
        if (json) {
            Json.print(terminal().out(), Json.object("left", left, "pending", entries.stream().map(entry -> Json.object(
                    "ticket", entry.ticket(), "what", entry.what(), "words", entry.words(), "state", entry.state(), "attempts", entry.attempts(),
                    "why", entry.why(), "reason", entry.reason(), "next_try", entry.nextTry())).toList()));
        } else if (entries.isEmpty()) {
            terminal().out().println("Nothing waits to be remembered.");
        } else {
            var table = new Table("TICKET", "WHAT", "STATE", "WHY", "WORDS");
            entries.forEach(entry -> table.add(entry.ticket().value(), Words.of(entry.what()), Words.of(entry.state()),
                    entry.why().map(Words::of).orElse(""), entry.words()));
            table.print(terminal().out());
            if (left > entries.size()) {
                terminal().err().printf("%,d in all.%n", left);
            }
        }
        return ExitCode.DONE;
    }
}
