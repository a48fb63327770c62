package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.outbox.Handler;
import acquaint.store.Effect;
import java.util.List;

/** Has memory turn a closed ticket's session into an episode. */
public final class Flushing implements Handler {

    private final CustomerMemory memory;

    public Flushing(CustomerMemory memory) {
        this.memory = memory;
    }

    @Override
    public void carryOut(List<Effect> effects) throws Retryable, Rejected, InterruptedException {
        try {
            for (Effect effect : effects) {
                memory.flush(effect.customer(), effect.ticket().session());
            }
        } catch (MemoryException e) {
            fail(e);
        }
    }

    /** A memory that is away is asked again later; one that understood and said no is not. */
    static void fail(MemoryException e) throws Retryable, Rejected {
        if (e.kind() == MemoryException.Kind.REFUSED) {
            throw new Rejected(e);
        }
        throw new Retryable(e);
    }
}
