package acquaint.casework;

import acquaint.memory.MemoryException;
import acquaint.memory.Recall;
import acquaint.memory.Utterance;
import java.util.List;

/** What became of asking memory about a ticket. A failing memory is an answer, not an exception. */
public sealed interface Recalled {

    record Known(Recall recall) implements Recalled {}

    /** Memory answered: nothing is known yet beyond the ticket at hand, of which {@code pending} waits there. */
    record Nothing(List<Utterance> pending) implements Recalled {
        public Nothing {
            pending = List.copyOf(pending);
        }
    }

    /** Memory did not answer, and why. */
    record Away(MemoryException.Kind why) implements Recalled {}
}
