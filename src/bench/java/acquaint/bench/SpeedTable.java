package acquaint.bench;

import acquaint.memory.SearchMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@link MemorySpeed} measured, as one table. */
final class SpeedTable {

    private static final String NONE = "–";

    private SpeedTable() {}

    static String of(MemorySpeed.Results results) {
        var text = new StringBuilder();
        SpeedSize size = results.size();
        MemoryGenerator.Generated generated = results.generated();
        text.append(format("%,d customers with %,d memories (messages and episodes) of %,d tickets, %,d of them one customer's (seed %d). %d processors.%n%n",
                size.customers(), generated.memories(), generated.tickets(), size.largest(), size.seed(), results.processors()));
        text.append(format("| | Acquaint | Lucene HNSW with a filter | SQLite FTS5 with a scan |%n|---|---|---|---|%n"));
        EngineRun.Asked asked = results.asked();
        times(text, "recall of one customer, hybrid", SearchMethod.HYBRID, asked.anybody(), null, results.rows() == null ? null : results.rows().anybody());
        times(text, "recall of one customer, by words", SearchMethod.KEYWORD, asked.anybody(), null, results.rows() == null ? null : results.rows().anybody());
        times(text, "recall of one customer, by meaning", SearchMethod.VECTOR, asked.anybody(), results.vectors() == null ? null : results.vectors().anybody(), null);
        times(text, "of the largest customer, hybrid", SearchMethod.HYBRID, asked.largest(), null, results.rows() == null ? null : results.rows().largest());
        times(text, "of the largest customer, by words", SearchMethod.KEYWORD, asked.largest(), null, results.rows() == null ? null : results.rows().largest());
        times(text, "of the largest customer, by meaning", SearchMethod.VECTOR, asked.largest(), results.vectors() == null ? null : results.vectors().largest(), null);
        times(text, "across customers, hybrid", SearchMethod.HYBRID, asked.others(), null, results.rows() == null ? null : results.rows().all());
        times(text, "across customers, by words", SearchMethod.KEYWORD, asked.others(), null, results.rows() == null ? null : results.rows().all());
        times(text, "across customers, by meaning", SearchMethod.VECTOR, Map.of(), results.vectors() == null ? null : results.vectors().all(), null);
        row(text, "of these times, embedding the question", of(asked.embedding()), "the same", "the same");
        row(text, "size on disk", format("store %,d MB, index %,d MB", results.storeMegabytes(), results.index().megabytes()), megabytes(results.vectorsDisk()), megabytes(results.rowsDisk()));
        row(text, "building the index", rate(results, results.index()), rate(results, results.vectorsDisk()), rate(results, results.rowsDisk()));
        EngineRun.Started warm = results.warm().stream().sorted(Comparator.comparingDouble(EngineRun.Started::words)).toList().get(results.warm().size() / 2);
        row(text, "start, files in the system's cache", started(warm), NONE, NONE);
        row(text, "start, files not in the cache", results.cold() == null ? "not measured" : started(results.cold()), NONE, NONE);
        row(text, "resident memory after the questions", format("%,d MB", asked.memory().now()),
                results.vectors() == null ? NONE : format("%,d MB", results.vectors().memory().now()), results.rows() == null ? NONE : format("%,d MB", results.rows().memory().now()));
        row(text, "load of the machine after the questions", load(asked.load()), results.vectors() == null ? NONE : load(results.vectors().load()),
                results.rows() == null ? NONE : load(results.rows().load()));
        text.append(format("""

                Times are p50 / p99 (number of questions), each with the question's embedding but by words, no question asked twice, customers drawn by how
                much they write. Across customers Acquaint searches the episodes that ended well, the others all memories.
                Embedded were %,d texts in %.0f s; the other memories are these tickets told of other customers with other order numbers and amounts, their vectors moved in
                a random direction to a cosine of %.3f, the mean that the model gave such texts in a sample. Written into the store in %.0f s. Lucene alone ran with the vector module.
                """, generated.embedded(), generated.embedSeconds(), generated.likeness(), generated.writeSeconds()));
        return text.toString();
    }

    private static void times(StringBuilder text, String what, SearchMethod method, Map<SearchMethod, Latencies.Summary> engine,
            Map<SearchMethod, Latencies.Summary> vectors, Map<SearchMethod, Latencies.Summary> rows) {
        row(text, what, of(engine.get(method)), vectors == null ? NONE : of(vectors.get(method)), rows == null ? NONE : of(rows.get(method)));
    }

    private static String of(Latencies.Summary times) {
        return times == null ? NONE : format("%.1f / %.1f ms (%,d)", times.p50(), times.p99(), times.count());
    }

    private static String load(double load) {
        return format("%.1f", load);
    }

    private static String megabytes(MemorySpeed.Disk disk) {
        return disk == null ? NONE : format("%,d MB", disk.megabytes());
    }

    private static String rate(MemorySpeed.Results results, MemorySpeed.Disk disk) {
        return disk == null ? NONE : format("%,.0f memories/s (%.0f s, of processors %.0f s; at most %,d MB)",
                results.generated().memories() / disk.built().seconds(), disk.built().seconds(), disk.built().processor(), disk.built().memory().most());
    }

    private static String started(EngineRun.Started started) {
        return format("open %.0f ms, first answer by words %.0f ms, by meaning %.0f ms; the next ones p50 %.1f, most %.1f ms",
                started.open(), started.words(), started.meaning(), started.next().get(0), started.next().get(1));
    }

    private static void row(StringBuilder text, String what, String... cells) {
        text.append("| ").append(what).append(" | ").append(String.join(" | ", List.of(cells))).append(" |").append(System.lineSeparator());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
