package acquaint.command;

import acquaint.privacy.Finding;
import acquaint.privacy.Masking;
import acquaint.privacy.PersonalData;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the filter of personal data makes of a text, so that a team can try it on its own. Needs no desk. */
@Command(
        name = "mask",
        header = "Print a text as a model would be given it, and what was masked.",
        description = {
            "",
            "Passwords, codes, keys, cards, numbers that states and health insurers give, IBANs, accounts, telephone numbers, e-mail and postal addresses are "
                    + "found by rules. Names are masked when they are listed. What no rule knows is missed.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint mask mail.txt",
            "  acquaint mask mail.txt --region DE --region AT --name \"Ana Ruiz\" --json",
            "",
            "JSON: {text, found: [{kind, secret, line, value}]}",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class MaskCommand implements Callable<Integer> {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Parameters(paramLabel = "FILE", description = "A text in UTF-8.")
    private Path file;

    @Option(names = "--region", paramLabel = "CC", description = "A country whose telephone numbers are written without a country; by default that of this system.")
    private List<String> regions = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "A name that is to be masked, too.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    MaskCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CouldNot, IOException {
        var data = new PersonalData(countries(), names);
        String text = read();
        String masked = new Masking(data).mask(text).text();
        List<Finding> found = data.in(text);
        if (json) {
            Json.print(terminal.out(), Json.object("text", masked, "found", found.stream().map(one -> json(text, one)).toList()));
        } else {
            terminal.out().println(masked.stripTrailing());
            terminal.out().println();
            terminal.out().println(found.isEmpty() ? "Nothing was masked." : "Masked:");
            found.forEach(one -> terminal.out().println("  line " + line(text, one) + "  " + one.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + (one.kind().secret() ? " (never put back)" : "") + "  " + value(text, one)));
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private Set<String> countries() {
        var named = new TreeSet<String>();
        regions.forEach(region -> named.add(region.toUpperCase(Locale.ROOT)));
        named.stream().filter(region -> !COUNTRIES.contains(region)).findFirst().ifPresent(region -> {
            throw new ParameterException(spec.commandLine(), region + " is no country; name two letters such as DE or US");
        });
        String here = Locale.getDefault().getCountry();
        if (named.isEmpty() && COUNTRIES.contains(here)) {
            named.add(here);
        }
        return named;
    }

    private String read() throws CouldNot, IOException {
        try {
            return Files.readString(terminal.directory().resolve(file));
        } catch (NoSuchFileException e) {
            throw new CouldNot(file + " is not there", e);
        } catch (CharacterCodingException e) {
            throw new CouldNot(file + " is no text in UTF-8", e);
        }
    }

    private static Object json(String text, Finding found) {
        return Json.object("kind", found.kind(), "secret", found.kind().secret(), "line", line(text, found), "value", value(text, found));
    }

    private static long line(String text, Finding found) {
        return 1 + text.substring(0, found.start()).chars().filter(c -> c == '\n').count();
    }

    private static String value(String text, Finding found) {
        return text.substring(found.start(), found.end()).replaceAll("\\s+", " ");
    }
}
