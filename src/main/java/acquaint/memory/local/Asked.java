package acquaint.memory.local;

import acquaint.memory.RecallRequest;
import java.util.Optional;

/** A question, the language in which it is surely asked, what it means, and which answers are wanted. Of one thread. */
record Asked(RecallRequest request, Optional<Language> language, Understanding understanding, Narrowing narrowing) {

    /** Empty where no model could tell. Waits for it. */
    Optional<Meaning.Question> meaning() {
        return understanding.get();
    }

    boolean narrowed() {
        return narrowing != Narrowing.NONE;
    }
}
