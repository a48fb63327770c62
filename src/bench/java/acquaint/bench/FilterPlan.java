package acquaint.bench;

import acquaint.casework.Queue;
import acquaint.casework.QueueSort;
import acquaint.casework.QueueView;
import acquaint.model.Folded;
import acquaint.model.QueueRow;
import acquaint.store.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * What is typed into the filter in one view, key by key, and how many rows must then be shown. Worked out before the window
 * is opened, in another process, so that the measured one does not have to.
 */
record FilterPlan(QueueView view, List<Word> words, int unfiltered) {

    /** A word, and how many rows there are after each of its letters. */
    record Word(String text, List<Integer> counts) {}

    private static final int LETTERS = 7;

    /** {@code count} words out of rows of each view, and a few that nothing holds. */
    static List<FilterPlan> of(Path directory, int count, long seed) {
        try (Desk desk = Desk.open(directory, Clock.systemUTC())) {
            var queue = new Queue(desk, People.ME);
            queue.loadOpen();
            queue.loadClosed();
            return List.of(of(queue, QueueView.ALL_OPEN, count, seed), of(queue, QueueView.CLOSED, count, seed));
        }
    }

    private static FilterPlan of(Queue queue, QueueView view, int count, long seed) {
        List<QueueRow> rows = queue.rows(view, QueueSort.WAITING_LONGEST, "").rows();
        var random = new Random(seed);
        var chosen = new LinkedHashSet<String>(List.of("zzxy", "qwq"));
        while (chosen.size() < count) {
            QueueRow row = rows.get(random.nextInt(rows.size()));
            String text = switch (random.nextInt(4)) {
                case 0 -> row.customerName();
                case 1 -> row.subject();
                case 2 -> row.preview();
                default -> row.ticket().value().substring(2);
            };
            List<String> words = Folded.words(text).stream().filter(word -> word.length() > 2 && word.matches("[a-z0-9]+")).toList();
            if (!words.isEmpty()) {
                String word = words.get(random.nextInt(words.size()));
                chosen.add(word.substring(0, Math.min(LETTERS, word.length())));
            }
        }
        return new FilterPlan(view, chosen.stream().map(word -> counted(queue, view, word)).toList(), rows.size());
    }

    private static Word counted(Queue queue, QueueView view, String word) {
        var counts = new ArrayList<Integer>();
        for (int letters = 1; letters <= word.length(); letters++) {
            counts.add(queue.rows(view, QueueSort.WAITING_LONGEST, word.substring(0, letters)).rows().size());
        }
        return new Word(word, counts);
    }
}
