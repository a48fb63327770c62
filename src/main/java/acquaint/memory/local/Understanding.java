package acquaint.memory.local;

import acquaint.memory.local.Meaning.Question;
import java.util.Optional;
import org.apache.lucene.util.ThreadInterruptedException;

/** What a question means, which is being told while its words are looked for already. Of one thread. */
final class Understanding {

    @FunctionalInterface
    interface Telling {
        Optional<Question> await() throws InterruptedException;
    }

    static final Understanding NONE = new Understanding(Optional::empty);

    private final Telling telling;
    private Optional<Question> told;

    Understanding(Telling telling) {
        this.telling = telling;
    }

    /** Waits until it is told, or no longer waited for. An interrupt is told as Lucene tells one. */
    Optional<Question> get() {
        if (told == null) {
            try {
                told = telling.await();
            } catch (InterruptedException e) {
                throw new ThreadInterruptedException(e);
            }
        }
        return told;
    }
}
