package acquaint.casework;

import acquaint.brief.FoundPromise;
import acquaint.brief.PromiseFinder;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.outbox.Handler;
import acquaint.store.Desk;
import acquaint.store.Effect;
import acquaint.store.Session;
import java.util.List;

/** Writes down what replies promise that were handed over: their author owes it. Repeating is harmless. */
public final class PromiseFinding implements Handler {

    private final Desk desk;
    private final PromiseFinder finder;

    public PromiseFinding(Desk desk, PromiseFinder finder) {
        this.desk = desk;
        this.finder = finder;
    }

    @Override
    public Outcome carryOut(List<Effect> effects) {
        for (Effect effect : effects) {
            desk.read(session -> session.messages().find(effect.message())).ifPresent(reply -> {
                List<FoundPromise> found = finder.in(reply);
                if (!found.isEmpty()) {
                    desk.write(session -> {
                        keep(session, reply, effect.customer(), found);
                        return null;
                    });
                }
            });
        }
        return Outcome.DONE;
    }

    static void keep(Session session, Message reply, CustomerId customer, List<FoundPromise> found) {
        for (int i = 0; i < found.size(); i++) {
            session.promises().add(reply.ticket(), customer, reply.id(), i, found.get(i).sentence(), reply.author(), reply.at(), found.get(i).due());
        }
    }
}
