package acquaint.reply;

import java.util.List;
import java.util.Optional;

/** How much alike texts are in what they mean, from 0, nothing in common, to 1. Blocks; safe for any thread; an interrupt cancels. */
public interface Likeness {

    /** One figure for each of {@code others}, in their order; empty while meanings cannot be told, so that words alone must decide. */
    Optional<double[]> to(String text, List<String> others) throws InterruptedException;
}
