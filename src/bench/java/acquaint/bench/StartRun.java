package acquaint.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Starts an empty JavaFX window, the same with the program's start cache, and the program in turn, each as a new process, and
 * measures until each is painted.
 */
final class StartRun {

    /** Milliseconds from the start of the process. */
    record Starts(Latencies.Summary emptyWindow, Latencies.Summary cachedEmptyWindow, Latencies.Summary usableQueue) {

        /** How many times as long the program takes as an empty window, by the medians. */
        double ratio() {
            return usableQueue.p50() / emptyWindow.p50();
        }

        double ratioToCached() {
            return usableQueue.p50() / cachedEmptyWindow.p50();
        }
    }

    private final Child child;
    private final Path desk;

    StartRun(Child child, Path desk) {
        this.child = child;
        this.desk = desk;
    }

    /** One round more than counted: the first reads the files that the others find in the system's cache. */
    Starts run(int rounds) throws IOException, InterruptedException {
        var empty = new Latencies();
        var cached = new Latencies();
        var usable = new Latencies();
        for (int round = 0; round <= rounds; round++) {
            long shown = child.withoutStartCache().untilSaid(EmptyWindow.SHOWN, EmptyWindow.class);
            long shownCached = child.untilSaid(EmptyWindow.SHOWN, EmptyWindow.class);
            long ready = child.untilSaid(StartProbe.USABLE, StartProbe.class, desk.toString());
            System.err.printf("start %d of %d: empty window %.0f ms, with start cache %.0f ms, usable queue %.0f ms%n",
                    round, rounds, shown / 1e6, shownCached / 1e6, ready / 1e6);
            if (round > 0) {
                empty.add(shown);
                cached.add(shownCached);
                usable.add(ready);
            }
        }
        return new Starts(empty.summary(), cached.summary(), usable.summary());
    }
}
