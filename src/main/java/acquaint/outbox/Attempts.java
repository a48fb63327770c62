package acquaint.outbox;

import acquaint.store.Effect;
import acquaint.store.OutboxTable;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out runs of effects, and decides by how that ends what becomes of them: done, tried again later, or set aside; and
 * whether their lane pauses. Safe for several threads.
 */
final class Attempts {

    private static final System.Logger LOG = System.getLogger(Attempts.class.getName());

    /** So often the finding of promises is tried before it is set aside: replies behind it wait for some ten seconds then. */
    static final int FINDING_TRIES = 4;

    private final Ledger ledger;
    private final Map<Effect.Kind, Handler> handlers;
    private final Map<Effect.Lane, LanePause> pauses;
    private final Backoff backoff;

    Attempts(Ledger ledger, Map<Effect.Kind, Handler> handlers, Map<Effect.Lane, LanePause> pauses, Backoff backoff) {
        this.ledger = ledger;
        this.handlers = handlers;
        this.pauses = pauses;
        this.backoff = backoff;
    }

    int batch(Effect.Kind kind) {
        return handlers.get(kind).batch();
    }

    /** Whether the effects came to an end, so that those behind them may follow. */
    boolean carryOut(List<Effect> effects) {
        boolean ended = false;
        try {
            switch (handlers.get(effects.getFirst().kind()).carryOut(effects)) {
                case Handler.Outcome.Done(Optional<String> word) -> {
                    ledger.done(effects, word);
                    ended = true;
                }
                case Handler.Outcome.LookAgain again -> ledger.lookAgain(effects, again);
            }
            pauses.get(effects.getFirst().lane()).succeeded();
        } catch (Handler.Rejected e) {
            ended = rejected(effects, e);
        } catch (Handler.Unclear e) {
            ledger.unclear(effects, new OutboxTable.Failure("UNCERTAIN", String.valueOf(e.getMessage())));
        } catch (Handler.Retryable e) {
            retryable(effects, e);
        } catch (InterruptedException e) {
            ledger.interrupted(effects);
            Thread.currentThread().interrupt();
        } catch (RuntimeException | StackOverflowError e) {
            unexpected(effects, e);
        }
        return ended;
    }

    /** One bad effect must not take its neighbours with it: each is tried alone, as long as the one before came to an end. */
    private boolean rejected(List<Effect> effects, Handler.Rejected e) {
        if (effects.size() == 1) {
            // The reason may name a person: it is kept with the effect, and not in the log.
            LOG.log(Level.INFO, "an effect of ticket {0} was rejected", effects.getFirst().ticket());
            ledger.failed(effects, new OutboxTable.Failure(e.kind(), String.valueOf(e.getMessage())));
            return true;
        }
        for (int i = 0; i < effects.size(); i++) {
            if (!carryOut(List.of(effects.get(i)))) {
                if (i + 1 < effects.size()) {
                    ledger.interrupted(effects.subList(i + 1, effects.size()));
                }
                return false;
            }
        }
        return true;
    }

    private void retryable(List<Effect> effects, Handler.Retryable e) {
        var failure = new OutboxTable.Failure(e.kind(), String.valueOf(e.getMessage()));
        if (e.concernsAll() && !isItsOwn(effects.getFirst())) {
            pauses.get(effects.getFirst().lane()).failed(e);
            LOG.log(Level.INFO, "the lane {0} pauses: {1}", effects.getFirst().lane(), e.kind());
            ledger.putBack(effects, failure);
        } else {
            postpone(effects, failure, e.after());
        }
    }

    /** What failed before, while others succeeded since, does not fail for a reason that concerns all. */
    private boolean isItsOwn(Effect effect) {
        return effect.attempts() > 0 && effect.errorKind().isPresent() && pauses.get(effect.lane()).hasSucceededSince(effect.nextTry());
    }

    private void postpone(List<Effect> effects, OutboxTable.Failure failure, Optional<Duration> asked) {
        Duration usual = backoff.after(effects.getFirst().attempts() + 1);
        Duration wait = asked.filter(least -> least.compareTo(usual) > 0).orElse(usual);
        LOG.log(Level.INFO, "effects of ticket {0} wait {1} for another attempt", effects.getFirst().ticket(), wait);
        ledger.postponed(effects, wait, failure);
    }

    /** All else may be tried again; of a delivery that broke off in an unknown way nobody knows whether it left. */
    private void unexpected(List<Effect> effects, Throwable e) {
        Effect first = effects.getFirst();
        LOG.log(Level.ERROR, "an effect of ticket " + first.ticket() + " broke off", e);
        var failure = new OutboxTable.Failure("FAULT", String.valueOf(e.getMessage()));
        if (first.kind() == Effect.Kind.FIND_PROMISES && first.attempts() + 1 >= FINDING_TRIES) {
            LOG.log(Level.ERROR, "what message {0} of ticket {1} promises is not looked for any more", first.message(), first.ticket());
            ledger.failed(effects, failure);
        } else if (first.kind() != Effect.Kind.DELIVER) {
            postpone(effects, failure, Optional.empty());
        } else {
            ledger.interrupted(effects);
        }
    }
}
