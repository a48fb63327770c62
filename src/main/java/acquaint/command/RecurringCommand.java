package acquaint.command;

import acquaint.model.Customer;
import acquaint.pattern.Occurrence;
import acquaint.pattern.RecurringIssue;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which issues a customer had more than once, and what solved them. */
@Command(
        name = "recurring",
        header = "Show what a customer wrote about more than once, and what solved it each time.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint recurring ana.ruiz",
            "  acquaint recurring ana.ruiz@example.com --json",
            "",
            "JSON: {customer: {id, name}, issues: [{topic: [], times, since, solved_each_time_by, last_solved_by, reopened, occurrences: "
                    + "[{ticket, at, title, solved_by, open, reopened}]}]}. Without a ticket: only memory has it.",
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class RecurringCommand extends DeskCommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The customer's id, or an address or name that only one customer has.")
    private String customer;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RecurringCommand(Context context) {
        super(context);
    }

    @Override
    int run(DeskServices desk) throws Exception {
        Customer about = CustomerArgument.find(desk, customer);
        print(about, desk.recurring().ofCustomer(about.id()));
        return ExitCode.DONE;
    }

    private void print(Customer about, List<RecurringIssue> issues) throws IOException {
        if (json) {
            Json.print(terminal().out(), Json.object("customer", Json.object("id", about.id(), "name", about.name()), "issues", issues.stream().map(RecurringCommand::json).toList()));
        } else if (issues.isEmpty()) {
            terminal().err().println(about.name() + " wrote about nothing more than once.");
        } else {
            issues.forEach(issue -> print(terminal().out(), issue));
        }
    }

    private static Object json(RecurringIssue issue) {
        return Json.object("topic", issue.topic(), "times", issue.times(), "since", issue.since(), "solved_each_time_by", issue.solvedEachTimeBy(), "last_solved_by", issue.lastSolvedBy(),
                "reopened", issue.reopened(), "occurrences", issue.occurrences().stream().map(RecurringCommand::json).toList());
    }

    private static Object json(Occurrence one) {
        return Json.object("ticket", one.ticket(), "at", one.at(), "title", one.title(), "solved_by", one.solvedBy(), "open", one.open(), "reopened", one.reopened());
    }

    private static void print(PrintWriter out, RecurringIssue issue) {
        String topic = issue.about();
        out.println(topic + ": " + issue.times() + " times since " + day(issue.occurrences().getFirst())
                + issue.solvedEachTimeBy().map(solution -> ", each time before solved by: " + solution).orElse(""));
        for (Occurrence one : issue.occurrences()) {
            String ended = one.solvedBy().orElse(one.open() ? "open" : "no solution was told");
            out.println("  " + day(one) + "  " + one.ticket().map(Object::toString).orElse("-") + "  " + ended + (one.reopened() ? " (the customer came back)" : ""));
        }
    }

    private static LocalDate day(Occurrence one) {
        return one.at().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
