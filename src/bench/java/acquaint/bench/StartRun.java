package acquaint.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Starts an empty JavaFX window and the program in turn, each as a new process, and measures until each is painted. */
final class StartRun {

    /** Milliseconds from the start of the process; {@code ratio}: of the medians. */
    record Starts(Latencies.Summary emptyWindow, Latencies.Summary usableQueue, double ratio) {}

    private final Child child;
    private final Path desk;

    StartRun(Child child, Path desk) {
        this.child = child;
        this.desk = desk;
    }

    /** One round more than counted: the first reads the files that the others find in the system's cache. */
    Starts run(int rounds) throws IOException, InterruptedException {
        var empty = new Latencies();
        var usable = new Latencies();
        for (int round = 0; round <= rounds; round++) {
            long shown = child.untilSaid(EmptyWindow.SHOWN, EmptyWindow.class);
            long ready = child.untilSaid(StartProbe.USABLE, StartProbe.class, desk.toString());
            System.err.printf("start %d of %d: empty window %.0f ms, usable queue %.0f ms%n", round, rounds, shown / 1e6, ready / 1e6);
            if (round > 0) {
                empty.add(shown);
                usable.add(ready);
            }
        }
        double ratio = usable.summary().p50() / empty.summary().p50();
        return new Starts(empty.summary(), usable.summary(), Math.round(ratio * 100) / 100.0);
    }
}
