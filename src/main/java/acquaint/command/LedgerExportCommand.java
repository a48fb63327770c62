package acquaint.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the ledger, or writes it to a file, as one JSON array. Needs no open desk. */
@Command(
        name = "export",
        header = "Write all of what was sent to models as one JSON array.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint ledger export",
            "  acquaint --data desk ledger export sent.json",
            "",
            "JSON: [{number, time, kind, ..., previous, hash}]; of kind sending: purpose, ticket, to: {provider, url, model}, "
                    + "body, tokens, placeholders; of kind ended: of, how, prompt_tokens, answer_tokens.",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class LedgerExportCommand implements Callable<Integer> {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Parameters(paramLabel = "FILE", arity = "0..1",
            description = "Where to write it; standard output without it. A file that is there is not overwritten.")
    private Path file;

    private final Terminal terminal;
    private final LedgerPlace place;

    LedgerExportCommand(Terminal terminal, LedgerPlace place) {
        this.terminal = terminal;
        this.place = place;
    }

    @Override
    public Integer call() throws CouldNot {
        Optional<Path> target = Optional.ofNullable(file).map(terminal.directory()::resolve);
        if (target.filter(Files::exists).isPresent()) {
            throw new CouldNot(file + " is there already");
        }
        try {
            if (target.isEmpty()) {
                place.ledger().export(terminal.out());
            } else {
                write(target.get());
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CouldNot("the ledger cannot be exported" + (file == null ? "" : " to " + file) + ": " + e.getMessage(), e);
        }
    }

    private void write(Path target) throws IOException {
        try (Writer out = Files.newBufferedWriter(target, StandardOpenOption.CREATE_NEW)) {
            place.ledger().export(out);
        }
    }
}
