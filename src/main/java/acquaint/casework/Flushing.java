package acquaint.casework;

import acquaint.memory.CustomerMemory;
import acquaint.memory.MemoryException;
import acquaint.outbox.Handler;
import acquaint.store.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Has memory turn a closed ticket's session into an episode, and looks until it can be recalled. The words for what came
 * of it are those of {@link MemoryBacklog.Learned}.
 */
public final class Flushing implements Handler {

    /** An index lags some seconds behind; after these looks it is believed (EverOS, "after flush try get at ..."). */
    private static final List<Duration> LOOKS = List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
            Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(15));

    private final CustomerMemory memory;

    public Flushing(CustomerMemory memory) {
        this.memory = memory;
    }

    @Override
    public Outcome carryOut(List<Effect> effects) throws Retryable, Rejected, Unclear, InterruptedException {
        Effect effect = effects.getFirst();
        try {
            if (effect.outcome().filter(MemoryBacklog.Learned.EXTRACTED.name()::equals).isPresent()) {
                return looked(effect);
            }
            return switch (memory.flush(effect.customer(), effect.ticket().session())) {
                case QUEUED -> new Outcome.LookAgain(Effect.State.QUEUED, Remembering.poll(effect), Optional.empty());
                case NOTHING_NEW -> new Outcome.Done(Optional.of(MemoryBacklog.Learned.NOTHING_NEW.name()));
                case EXTRACTED -> firstLook(effect);
            };
        } catch (MemoryException e) {
            throw Remembering.failed(e);
        }
    }

    /** Whatever becomes of this look: that it was learned is told once by the service, and must not be lost. */
    private Outcome firstLook(Effect effect) {
        try {
            return memory.recallable(effect.customer(), effect.ticket().session())
                    ? new Outcome.Done(Optional.of(MemoryBacklog.Learned.SEARCHABLE.name()))
                    : lookLater(0);
        } catch (MemoryException e) {
            return lookLater(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lookLater(0);
        }
    }

    private Outcome looked(Effect effect) throws InterruptedException {
        try {
            if (memory.recallable(effect.customer(), effect.ticket().session())) {
                return new Outcome.Done(Optional.of(MemoryBacklog.Learned.SEARCHABLE.name()));
            }
        } catch (MemoryException e) {
            // It was learned, whether or not it can be looked for just now.
        }
        return effect.attempts() < LOOKS.size() ? lookLater(effect.attempts()) : new Outcome.Done(Optional.of(MemoryBacklog.Learned.EXTRACTED.name()));
    }

    private static Outcome lookLater(int looks) {
        return new Outcome.LookAgain(Effect.State.EXTRACTED, LOOKS.get(Math.min(looks, LOOKS.size() - 1)), Optional.of(MemoryBacklog.Learned.EXTRACTED.name()));
    }
}
