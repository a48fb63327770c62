package acquaint.bench;

import java.util.Locale;

/** The results as the README shows them. */
final class Table {

    private static final String LATENCY = "| %s | %s | %s | %s | %d |%n";

    private Table() {}

    static String of(Benchmark.Results results) {
        var text = new StringBuilder();
        DeskSize desk = results.desk();
        text.append(format("A generated desk of %,d tickets and %,d messages (seed %d, %,d MB), memory of %,d tickets. %s, %d processors, %s.%n%n",
                desk.tickets(), desk.messages(), desk.seed(), results.deskMegabytes(), desk.remembered(),
                results.machine().processor(), results.machine().processors(), results.machine().os()));
        window(text, results.window(), results.withoutFrames());
        return text.toString();
    }

    private static void window(StringBuilder text, WindowProbe.Measured window, WindowProbe.Measured work) {
        text.append(format("| From a key to | p50 | p99 | p99 without frames | keys |%n|---|---|---|---|---|%n"));
        steps(text, "through the queue", window.walk(), work.walk());
        steps(text, "a ticket of ten thousand messages", window.toLongTicket(), work.toLongTicket());
        steps(text, "an ordinary ticket", window.toShortTicket(), work.toShortTicket());
        steps(text, "a customer of hundreds of tickets", window.toBusyCustomer(), work.toBusyCustomer());
        for (int i = 0; i < window.filters().size(); i++) {
            FilterRun.Keys keys = window.filters().get(i);
            row(text, format("filtered queue, %,d rows", keys.rows()), keys.all(), work.filters().get(i).all());
        }
        text.append(format("%n| Resident memory | now | most |%n|---|---|---|%n"));
        text.append(format("| after the start | %d MB | %d MB |%n", window.afterStart().now(), window.afterStart().most()));
        text.append(format("| after all of the above | %d MB | %d MB |%n", window.afterRuns().now(), window.afterRuns().most()));
    }

    private static void steps(StringBuilder text, String which, SwitchRun.Steps steps, SwitchRun.Steps work) {
        row(text, "conversation, " + which, steps.conversation(), work.conversation());
        row(text, "conversation and sidebar, " + which, steps.sidebar(), work.sidebar());
    }

    private static void row(StringBuilder text, String what, Latencies.Summary times, Latencies.Summary work) {
        text.append(format(LATENCY, what, millis(times.p50()), millis(times.p99()), millis(work.p99()), times.count()));
    }

    private static String millis(double time) {
        return format("%.1f ms", time);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
