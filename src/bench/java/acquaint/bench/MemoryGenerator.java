package acquaint.bench;

import acquaint.memory.local.BulkMemory;
import acquaint.memory.local.SentenceModel;
import acquaint.model.TicketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Writes the memory of a generated desk, without its index. */
final class MemoryGenerator {

    /** What was written, and how long that took; {@code likeness} as {@link Scripts#likeness} has it. */
    record Generated(int tickets, long memories, int embedded, double likeness, double embedSeconds, double writeSeconds) {}

    private static final int AT_ONCE = 4_000;

    private MemoryGenerator() {}

    static Generated generate(SpeedSize size, Path directory) throws Exception {
        Files.createDirectories(directory);
        var scripts = new Scripts(size);
        long begun = System.nanoTime();
        String space;
        try (var model = new SentenceModel()) {
            scripts.embed(model);
            space = model.space();
        }
        long embedded = System.nanoTime();
        System.err.printf("%,d texts embedded in %.0f s%n", scripts.embedded(), (embedded - begun) / 1e9);
        var returning = new Returning(size);
        long memories = 0;
        try (var memory = new BulkMemory(directory, space)) {
            for (int from = 0; from < size.tickets(); from += AT_ONCE) {
                memories += memory.add(IntStream.range(from, Math.min(size.tickets(), from + AT_ONCE)).parallel()
                        .mapToObj(ticket -> talk(ticket, size, scripts, returning)).toList());
            }
        }
        double seconds = (System.nanoTime() - embedded) / 1e9;
        System.err.printf("%,d memories written in %.0f s%n", memories, seconds);
        return new Generated(size.tickets(), memories, scripts.embedded(), scripts.likeness(), (embedded - begun) / 1e9, seconds);
    }

    private static BulkMemory.Talk talk(int ticket, SpeedSize size, Scripts scripts, Returning returning) {
        var random = new SplittableRandom(size.seed() * 31 + ticket);
        int script = random.nextInt(size.scripts());
        int owner = returning.owner(ticket);
        var id = new TicketId("T-" + ticket);
        return new BulkMemory.Talk(Returning.id(owner), id.session(), scripts.told(script, owner, id.value(), returning.at(ticket), random), scripts.vectors(script, random));
    }
}
