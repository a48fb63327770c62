package acquaint.command;

import acquaint.casework.DraftReport;
import acquaint.casework.DraftReport.Line;
import acquaint.casework.WrongBecause;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reports what became of proposed replies: sent as they were, edited, put away. */
@Command(
        name = "report",
        header = "Report how many proposed replies were sent unchanged, edited or put away, by who wrote them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  acquaint drafts report",
            "  acquaint drafts report --from 2026-03-01 --until 2026-03-31 --json",
            "",
            "A light edit changes less than 40 %% of the words. The numbers never leave this desk.",
            "",
            "JSON: {from, until, all: LINE, by_writer: [LINE]}; LINE is {writer, shown, unchanged, light_edit, heavy_edit, discarded, replaced, open, "
                    + "median_changed, median_words, median_seconds_to_send, sentences, sentences_kept, wrong: {fact, out_of_date, policy, tone, missed_question, other}}; "
                    + "writer is null without a model, median_changed is 0 to 1.",
        },
        optionListHeading = "%nOptions:%n")
final class DraftsReportCommand extends DeskCommand {

    private static final int USUAL_DAYS = 30;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, such as 2026-03-01. Usual: thirty days ago.")
    private LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day. Usual: today.")
    private LocalDate until;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DraftsReportCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (from != null && until != null && until.isBefore(from)) {
            throw wrongUse("--until must not be before --from");
        }
    }

    @Override
    int run(DeskServices desk) throws Exception {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate last = until == null ? LocalDate.now(zone) : until;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        DraftReport report = desk.measures().report(start(first, zone), start(last.plusDays(1), zone));
        if (json) {
            printJson(report);
        } else if (report.all().shown() == 0) {
            terminal().out().printf("No reply was proposed from %s to %s.%n", first, last);
        } else {
            printText(report);
        }
        return ExitCode.DONE;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private void printJson(DraftReport report) throws IOException {
        Json.print(terminal().out(), Json.object("from", report.from(), "until", report.until(), "all", object(report.all()),
                "by_writer", report.byWriter().stream().map(DraftsReportCommand::object).toList()));
    }

    private static Map<String, Object> object(Line line) {
        return Json.object("writer", Optional.of(line.writer()).filter(name -> !name.isEmpty()), "shown", line.shown(), "unchanged", line.unchanged(),
                "light_edit", line.lightEdit(), "heavy_edit", line.heavyEdit(), "discarded", line.discarded(), "replaced", line.replaced(),
                "open", line.open(), "median_changed", line.changed(), "median_words", line.distance(),
                "median_seconds_to_send", line.toSend().map(Duration::toSeconds), "sentences", line.sentences(), "sentences_kept", line.kept(), "wrong", wrong(line));
    }

    private static Map<String, Object> wrong(Line line) {
        return Json.object(Stream.of(WrongBecause.values())
                .flatMap(reason -> Stream.of(reason.name().toLowerCase(Locale.ROOT), line.wrong().getOrDefault(reason, 0))).toArray());
    }

    private void printText(DraftReport report) {
        var table = new Table("WRITER", "SHOWN", "UNCHANGED", "LIGHT EDIT", "HEAVY EDIT", "DISCARDED", "REPLACED", "OPEN", "CHANGED", "TO SEND", "SENTENCES KEPT");
        report.byWriter().forEach(line -> add(table, line.writer().isEmpty() ? "no model" : line.writer(), line));
        if (report.byWriter().size() > 1) {
            add(table, "all", report.all());
        }
        table.print(terminal().out());
        var reasons = new EnumMap<WrongBecause, Integer>(WrongBecause.class);
        reasons.putAll(report.all().wrong());
        List<String> words = reasons.entrySet().stream().map(entry -> Words.of(entry.getKey()) + " " + entry.getValue()).toList();
        if (!words.isEmpty()) {
            terminal().out().println("Called wrong because of: " + String.join(", ", words));
        }
    }

    private static void add(Table table, String writer, Line line) {
        table.add(writer, "%,d".formatted(line.shown()), part(line, line.unchanged()), part(line, line.lightEdit()), part(line, line.heavyEdit()),
                part(line, line.discarded()), part(line, line.replaced()), part(line, line.open()), line.changed().map(DraftsReportCommand::percent).orElse("-"),
                line.toSend().map(time -> "%,d s".formatted(time.toSeconds())).orElse("-"),
                line.sentences() == 0 ? "-" : percent((double) line.kept() / line.sentences()));
    }

    private static String part(Line line, int count) {
        return "%,d (%s)".formatted(count, line.share(count).map(DraftsReportCommand::percent).orElse("-"));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
