package acquaint.memory.local;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The memories nearest to a question among all that are offered. Not shared between threads. */
final class Nearest {

    private record Near(Embedded memory, double cosine) {}

    private final Meaning.Question question;
    private final int limit;
    private final PriorityQueue<Near> farthestFirst = new PriorityQueue<>(Comparator.comparingDouble(Near::cosine));

    Nearest(Meaning.Question question, int limit) {
        this.question = question;
        this.limit = limit;
    }

    void offer(Embedded memory) {
        farthestFirst.add(new Near(memory, question.vector().cosine(memory.vector())));
        if (farthestFirst.size() > limit) {
            farthestFirst.poll();
        }
    }

    List<Embedded> all() {
        return farthestFirst.stream().map(Near::memory).toList();
    }
}
