package acquaint.memory;

import acquaint.model.MessageId;
import java.util.Optional;

/** One thing that was stated in a session, in one sentence that can be read alone, and the message that states it, where the engine tells. */
public record AtomicFact(String text, Optional<MessageId> source) {}
