package acquaint.memory.local;

import acquaint.memory.RecallRequest;
import java.util.Optional;

/** A question, the language in which it is surely asked, what it means where a model could tell, and which answers are wanted. */
record Asked(RecallRequest request, Optional<Language> language, Optional<Meaning.Question> meaning, Narrowing narrowing) {

    boolean narrowed() {
        return narrowing != Narrowing.NONE;
    }
}
