package acquaint.casework;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A report as RFC 4180 has it: lines end with CR LF, and a text that a spreadsheet would take for a formula is kept from it. */
final class HandoffCsv {

    private final StringBuilder csv = new StringBuilder("figure,of,value\r\n");

    private HandoffCsv() {}

    static String of(HandoffReport report) {
        var table = new HandoffCsv();
        table.line("from", "", report.from());
        table.line("until", "", report.until());
        table.line("as_of", "", report.at());
        report.waiting().forEach((band, count) -> table.line("waiting", name(band), count));
        table.line("due_next_hour", "", report.breachesNextHour());
        table.line("overdue", "", report.overdue());
        table.line("handed_over", "", report.handedOver());
        table.line("returned", "", report.returned());
        table.line("taken_late", "", report.breached());
        table.share("return_rate", report.returnRate());
        table.seconds("first_touch_seconds", "median", report.firstTouchMedian());
        table.seconds("first_touch_seconds", "p90", report.firstTouchNinety());
        table.line("customers", "", report.customers());
        report.repeats().forEach(repeat -> table.line("repeat_escalations", repeat.name(), repeat.times()));
        report.loads().forEach(load -> {
            table.line("reviewer_open", load.reviewer(), load.open());
            table.line("reviewer_decided", load.reviewer(), load.decided());
            table.line("reviewer_returned", load.reviewer(), load.returned());
        });
        report.days().forEach(day -> {
            table.line("handed_over_by_day", day.from().toString(), day.handedOver());
            table.line("decided_by_day", day.from().toString(), day.decided());
        });
        table.drafts(report.drafts());
        return table.csv.toString();
    }

    private void drafts(DraftReport.Line drafts) {
        line("drafts", "shown", drafts.shown());
        line("drafts", "sent_unchanged", drafts.unchanged());
        line("drafts", "sent_light_edit", drafts.lightEdit());
        line("drafts", "sent_heavy_edit", drafts.heavyEdit());
        line("drafts", "discarded", drafts.discarded());
        line("drafts", "replaced", drafts.replaced());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void share(String figure, Optional<Double> share) {
        line(figure, "", share.map(each -> String.format(Locale.ROOT, "%.4f", each)).orElse(""));
    }

    private void seconds(String figure, String of, Optional<Duration> duration) {
        line(figure, of, duration.map(each -> String.valueOf(each.toSeconds())).orElse(""));
    }

    private void line(String figure, String of, Object value) {
        csv.append(figure).append(',').append(cell(of)).append(',').append(cell(String.valueOf(value))).append("\r\n");
    }

    /** Names are of customers and agents: one that begins as a formula does must not become one. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
