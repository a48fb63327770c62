package acquaint.command;

import acquaint.casework.QueueSort;
import acquaint.model.QueueRow;
import acquaint.model.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the queue as the window would show it. */
@Command(
        name = "tickets",
        header = "List tickets.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint tickets --view mine",
            "  acquaint tickets --view all --filter \"ruiz tent\" --limit 20 --json",
            "",
            "JSON: {view, total, tickets: [{id, subject, status, priority, assignee, tags, unread, customer: {id, "
                    + "name}, last_message: {from, at, preview}, waiting_since}]}",
        },
        optionListHeading = "%nOptions:%n")
final class TicketsCommand extends DeskCommand {

    private static final int SUBJECT = 60;

    @Option(names = "--view", paramLabel = "VIEW", defaultValue = "open",
            description = "Which tickets: ${COMPLETION-CANDIDATES}. Usual: ${DEFAULT-VALUE}.")
    private TicketView view;

    @Option(names = "--filter", paramLabel = "WORDS", defaultValue = "",
            description = "Only tickets with all of these words in the customer's name or id, subject, last message, ticket id, assignee or tags.")
    private String filter;

    @Option(names = "--sort", paramLabel = "ORDER", defaultValue = "WAITING_LONGEST",
            description = "waiting-longest (usual), newest or priority.")
    private QueueSort sort;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many tickets.")
    private Integer limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    TicketsCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (limit != null && limit < 0) {
            throw wrongUse("--limit must not be negative");
        }
    }

    @Override
    int run(DeskServices desk) throws Exception {
        List<QueueRow> rows = view.rows(desk.queue(), sort, filter);
        List<QueueRow> shown = limit == null ? rows : rows.subList(0, Math.min(limit, rows.size()));
        if (json) {
            printJson(rows.size(), shown);
        } else {
            printText(rows.size(), shown);
        }
        return ExitCode.DONE;
    }

    private void printText(int total, List<QueueRow> rows) {
        Instant now = Instant.now();
        var table = new Table("TICKET", "STATUS", "PRIORITY", "WAITING", "LAST", "ASSIGNEE", "CUSTOMER", "SUBJECT");
        for (QueueRow row : rows) {
            table.add(row.ticket().value(), lower(row.status()), lower(row.priority()),
                    row.waitingSince().map(since -> Words.age(since, now)).orElse("-"),
                    Words.age(row.lastAt(), now), row.assignee().orElse("-"), row.customerName(),
                    (row.unread() ? "* " : "") + Texts.firstLine(row.subject(), SUBJECT));
        }
        if (!rows.isEmpty()) {
            table.print(terminal().out());
        }
        if (rows.size() < total) {
            terminal().err().printf("%,d of %,d tickets%n", rows.size(), total);
        } else if (rows.isEmpty()) {
            terminal().err().println("No ticket in this view" + (filter.isBlank() ? "." : " has all of these words."));
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void printJson(int total, List<QueueRow> rows) throws IOException {
        Json.print(terminal().out(), Json.object(
                "view", view.toString(),
                "total", total,
                "tickets", rows.stream().map(TicketsCommand::json).toList()));
    }

    private static Object json(QueueRow row) {
        return Json.object(
                "id", row.ticket(),
                "subject", row.subject(),
                "status", row.status(),
                "priority", row.priority(),
                "assignee", row.assignee(),
                "tags", row.tags(),
                "unread", row.unread(),
                "customer", Json.object("id", row.customer(), "name", row.customerName()),
                "last_message", Json.object("from", Words.from(row.lastKind()), "at", row.lastAt(), "preview", row.preview()),
                "waiting_since", row.waitingSince());
    }
}
