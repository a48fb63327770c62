package acquaint.memory;

import acquaint.model.MessageId;
import java.util.Optional;

/** How a matter ended. {@code text} is what the agent said of it, empty where nothing came of it that was said; {@code source} says where. */
public record Outcome(Kind kind, String text, Optional<MessageId> source) {

    public enum Kind {
        /** It was done. */
        SOLVED,
        /** It was promised, and nothing said since shows that it came. */
        PROMISED,
        /** It was refused, handed to somebody else, or left. */
        UNSOLVED
    }
}
