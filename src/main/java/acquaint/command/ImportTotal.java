package acquaint.command;

import acquaint.casework.Imports;
import java.util.List;
import java.util.Locale;

/** What the imports of several files came to together. */
record ImportTotal(long tickets, long customers, long messages, long skipped, long bad, boolean cancelled) {

    static ImportTotal of(List<Imports.Progress> results) {
        return new ImportTotal(
                results.stream().mapToLong(Imports.Progress::tickets).sum(),
                results.stream().mapToLong(Imports.Progress::customers).sum(),
                results.stream().mapToLong(Imports.Progress::messages).sum(),
                results.stream().mapToLong(Imports.Progress::skipped).sum(),
                results.stream().mapToLong(result -> result.bad().size()).sum(),
                results.stream().anyMatch(Imports.Progress::cancelled));
    }

    /** Whether lines were read and not one could be used. */
    boolean nothingUsable() {
        return bad > 0 && tickets + skipped == 0;
    }

    String sentence() {
        return count(tickets, "ticket") + ", " + count(customers, "customer") + ", " + count(messages, "message")
                + " imported; " + String.format(Locale.ENGLISH, "%,d", skipped) + " already here"
                + (bad == 0 ? "" : "; " + count(bad, "line") + " left out");
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
