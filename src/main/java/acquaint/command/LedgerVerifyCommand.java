package acquaint.command;

import acquaint.privacy.LedgerCheck;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether the ledger is as it was written. Needs no open desk. */
@Command(
        name = "verify",
        header = "Say whether the ledger of what was sent to models is as it was written.",
        description = {
            "",
            "Each line has the hash of the line before it, so that a line that was changed, removed, inserted or moved shows, as does a missing end. "
                    + "Only somebody who makes the whole chain anew is not noticed: whoever keeps the last hash elsewhere notices that, too.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint ledger verify",
            "  acquaint --data desk ledger verify --json",
            "",
            "JSON: {whole, lines, last_hash, half_written, flaw: {line, reason}}; reason is changed, removed, out_of_place, unreadable or cut. "
                    + "Exit code 3 when the ledger is not whole.",
        },
        optionListHeading = "%nOptions:%n")
final class LedgerVerifyCommand implements Callable<Integer> {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Terminal terminal;
    private final LedgerPlace place;

    LedgerVerifyCommand(Terminal terminal, LedgerPlace place) {
        this.terminal = terminal;
        this.place = place;
    }

    @Override
    public Integer call() throws CouldNot, IOException {
        LedgerCheck check = check();
        if (json) {
            Json.print(terminal.out(), Json.object("whole", check.whole(), "lines", check.lines(), "last_hash", check.last(),
                    "half_written", check.halfWritten(), "flaw", check.flaw().map(flaw -> Json.object("line", flaw.number(), "reason", flaw.reason()))));
        } else {
            terminal.out().println(words(check));
        }
        terminal.out().flush();
        return check.whole() ? ExitCode.DONE : ExitCode.COULD_NOT;
    }

    private LedgerCheck check() throws CouldNot {
        try {
            return place.ledger().verify();
        } catch (IOException e) {
            throw new CouldNot("the ledger " + place.file() + " cannot be read", e);
        }
    }

    private String words(LedgerCheck check) {
        if (!place.used()) {
            return "Nothing was sent to a model from this desk.";
        }
        String last = check.lines() == 0 ? "" : "%nThe last hash: %s".formatted(check.last());
        return check.flaw().map(flaw -> "The ledger is not as it was written: %s Whole up to there: %,d lines.".formatted(why(flaw), check.lines()))
                .orElseGet(() -> "The ledger is whole: %,d lines.".formatted(check.lines())
                        + (check.halfWritten() ? " Half a line stands behind them; the program marks it when it writes the next one." : "")) + last;
    }

    private static String why(LedgerCheck.Flaw flaw) {
        return switch (flaw.reason()) {
            case CHANGED -> "line %,d was changed.".formatted(flaw.number());
            case REMOVED -> "line %,d is not there any more, or not in its place.".formatted(flaw.number());
            case OUT_OF_PLACE -> "what stands as line %,d does not belong there.".formatted(flaw.number());
            case UNREADABLE -> "line %,d cannot be read.".formatted(flaw.number());
            case CUT -> "from line %,d on, its end is missing, or was made anew.".formatted(flaw.number());
        };
    }
}
