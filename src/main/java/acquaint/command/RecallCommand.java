package acquaint.command;

import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.model.Customer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks memory what it knows of a customer about some matter. */
@Command(
        name = "recall",
        header = "Show what is known about a customer: profile, past episodes, things said before.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint memory recall ana.ruiz broken tent pole",
            "  acquaint memory recall ana.ruiz@example.com delivery address --json",
            "",
            "JSON: {customer: {id, name}, words, profile: [{id, kind, text, evidence, ticket, message, at, count, corrected, pinned, "
                    + "disputed, former: [{text, evidence, ticket, at}]}], episodes: [{id, ticket, from, until, subject, summary, narrative, "
                    + "participants, outcome: {kind, text, message}, facts: [{text, message}]}], passages: [{ticket, message, speaker, "
                    + "author, at, text}]}",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class RecallCommand extends DeskCommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The customer's id, or an address or name that only one customer has.")
    private String customer;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORDS", description = "What the matter is about.")
    private List<String> words;

    @Mixin
    private final EngineOptions options = new EngineOptions();

    @Option(names = "--method", paramLabel = "NAME", defaultValue = "hybrid", description = "keyword, vector, hybrid or agentic. Usual: ${DEFAULT-VALUE}.")
    private String method;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "At most so many episodes and as many passages, 1 to 100. Usual: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RecallCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (limit < 1 || limit > 100) {
            throw wrongUse("--limit must be between 1 and 100, not " + limit);
        }
        if (!method.matches("(?i)keyword|vector|hybrid|agentic")) {
            throw wrongUse("--method must be keyword, vector, hybrid or agentic, not " + method);
        }
        options.contradiction().ifPresent(message -> {
            throw wrongUse(message);
        });
    }

    @Override
    int run(DeskServices desk) throws Exception {
        Customer about = CustomerArgument.find(desk, customer);
        var request = new RecallRequest(about.id(), String.join(" ", words), Optional.empty(), limit, SearchMethod.valueOf(method.toUpperCase(Locale.ROOT)));
        Recall recall = desk.engines().with(options.choice(desk.engines()), memory -> memory.recall(request));
        print(about, recall);
        return ExitCode.DONE;
    }

    private void print(Customer about, Recall recall) throws IOException {
        if (json) {
            var answer = Json.object(
                    "customer", Json.object("id", about.id(), "name", about.name()),
                    "words", String.join(" ", words));
            answer.putAll(MemoryJson.of(recall));
            Json.print(terminal().out(), answer);
        } else if (recall.isEmpty()) {
            terminal().err().println("Nothing is known about " + about.name() + " yet.");
        } else {
            RecallText.print(terminal().out(), recall);
        }
    }
}
