package acquaint.memory.local;

import acquaint.memory.RecallRequest;
import java.util.Optional;

/** A question, the language in which it is surely asked, and what it means where a model could tell. */
record Asked(RecallRequest request, Optional<Language> language, Optional<Meaning.Question> meaning) {}
