package acquaint.bench;

import acquaint.casework.Board;
import acquaint.casework.BoardCard;
import acquaint.casework.DraftMeasures;
import acquaint.casework.HandoffFigures;
import acquaint.casework.Permissions;
import acquaint.model.HandoffState;
import acquaint.model.Member;
import acquaint.model.Role;
import acquaint.store.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The board of a desk with thousands of open handoffs: reading it from the file, showing all of it, and filtering it at each key of a typed word. Prints a table. Arguments: how many
 * handoffs are open (5000), and how often each is measured (400).
 */
public final class HandoffBench {

    private static final long SEED = 20260101;
    /** Each is typed letter by letter, as an agent does. */
    private static final List<String> WORDS = List.of("ruiz", "refund", "gold kettle", "kim", "t-1234", "lawyer", "xylophone", "return");
    private static final int WARM_UP = 40;

    private final int open;
    private final int rounds;

    private HandoffBench(int open, int rounds) {
        this.open = open;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException {
        new HandoffBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400).run();
    }

    private void run() throws IOException {
        Path folder = Files.createTempDirectory("acquaint-board");
        try (var desk = Desk.open(folder, Clock.systemUTC())) {
            new HandoffGenerator(SEED).fill(desk, open);
            var permissions = new Permissions(new Member("Kim", Role.ADMIN));
            System.out.printf(Locale.ROOT, "%,d open handoffs, %,d decided, %.0f MB%n%n| | count | p50 ms | p90 ms | p99 ms | max ms |%n|---|---|---|---|---|---|%n",
                    open, open, Files.size(folder.resolve("desk.db")) / 1e6);
            row("opened: read from the file and shown", rounds / 4, () -> shown(loaded(desk, permissions), ""));
            Board board = loaded(desk, permissions);
            row("shown again", rounds, () -> shown(board, ""));
            List<String> typed = WORDS.stream().flatMap(word -> Stream.iterate(1, i -> i <= word.length(), i -> i + 1).map(i -> word.substring(0, i))).toList();
            var random = new Random(SEED);
            row("filtered at a key", rounds * 10, () -> shown(board, typed.get(random.nextInt(typed.size()))));
            row("changed and shown", rounds, () -> changed(desk, board, random));
            var figures = new HandoffFigures(desk, Clock.systemUTC(), ZoneOffset.UTC, permissions, new DraftMeasures(desk, Clock.systemUTC(), null, permissions));
            Instant now = Instant.now();
            row("figures of 30 days", rounds / 8, () -> figures.of(new HandoffFigures.Period(now.minus(Duration.ofDays(30)), now)).waiting().size());
        }
    }

    private static Board loaded(Desk desk, Permissions permissions) {
        var board = new Board(desk, Clock.systemUTC(), permissions);
        board.load();
        return board;
    }

    private static int shown(Board board, String filter) {
        Map<HandoffState, List<BoardCard>> cards = board.cards(filter);
        return cards.values().stream().mapToInt(List::size).sum();
    }

    /** As a step of a handoff does: the board follows before the change returns. */
    private static int changed(Desk desk, Board board, Random random) {
        var column = board.cards("").get(HandoffState.NEW);
        var card = column.get(random.nextInt(column.size()));
        desk.write(session -> {
            session.touch(card.handoff().ticket());
            return null;
        });
        return shown(board, "");
    }

    private interface Work {
        int run();
    }

    private static void row(String name, int count, Work work) {
        long checked = 0;
        for (int i = 0; i < WARM_UP; i++) {
            checked += work.run();
        }
        var latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            checked += work.run();
            latencies.add(System.nanoTime() - begun);
        }
        Latencies.Summary summary = latencies.summary();
        if (checked < 0) {
            throw new AssertionError("nothing was shown");
        }
        System.out.printf(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n", name, summary.count(), summary.p50(), summary.p90(), summary.p99(), summary.max());
    }
}
