package acquaint.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of one kind, gathered one by one. */
final class Latencies {

    /** Milliseconds. A percentile is the smallest time that so many of all do not exceed (nearest rank). */
    record Summary(int count, double p50, double p90, double p99, double max) {}

    private final List<Long> nanos = new ArrayList<>();

    void add(long time) {
        nanos.add(time);
    }

    Summary summary() {
        Collections.sort(nanos);
        return nanos.isEmpty() ? new Summary(0, 0, 0, 0, 0)
                : new Summary(nanos.size(), percentile(50), percentile(90), percentile(99), percentile(100));
    }

    private double percentile(int percent) {
        int rank = (int) Math.ceil(nanos.size() * percent / 100.0);
        return Math.round(nanos.get(Math.max(0, rank - 1)) / 1e5) / 10.0;
    }
}
