package acquaint.casework;

import acquaint.memory.MemoryException;
import acquaint.memory.Recall;

/** What became of asking memory about a ticket. A failing memory is an answer, not an exception. */
public sealed interface Recalled {

    record Known(Recall recall) implements Recalled {}

    /** Memory answered: nothing is known yet. */
    record Nothing() implements Recalled {}

    /** Memory did not answer, and why. */
    record Away(MemoryException.Kind why) implements Recalled {}
}
