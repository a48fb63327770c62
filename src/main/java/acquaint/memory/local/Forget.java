package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.Forgetting;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.List;

/**
 * Takes something out of memory's file; its traces in the index and in the log are overwritten before the call returns.
 * What stays are hashes: of the messages, so that the outbox or a second import cannot bring them back, and of the item, so
 * that it is not learned again from what was said before.
 */
final class Forget implements EmbedThread.Change<Void> {

    private final Forgetting what;

    Forget(Forgetting what) {
        this.what = what;
    }

    @Override
    public Void to(Tables tables) {
        switch (what) {
            case Forgetting.Item(CustomerId customer, String item) -> forgetItem(tables, customer, item);
            case Forgetting.Session(CustomerId customer, SessionId session) -> {
                forget(tables, tables.messages().inSession(customer, session),
                        tables.episodes().newest(customer, 0, Integer.MAX_VALUE).stream().filter(one -> one.session().equals(session)).toList());
                tables.items().delete(customer, session);
            }
            case Forgetting.Everything(CustomerId customer) -> {
                forget(tables, tables.messages().of(customer), tables.episodes().newest(customer, 0, Integer.MAX_VALUE));
                tables.items().delete(customer);
            }
        }
        tables.identity().erasing(true);
        return null;
    }

    private static void forgetItem(Tables tables, CustomerId customer, String item) {
        if (tables.items().delete(customer, item) > 0) {
            tables.forgotten().add(List.of(item), tables.messages().lastSequence());
        }
    }

    private static void forget(Tables tables, List<Said> messages, List<Episode> episodes) {
        List<String> said = messages.stream().map(Said::key).toList();
        List<String> happened = episodes.stream().map(Episode::id).toList();
        tables.messages().delete(said);
        tables.episodes().delete(happened);
        tables.forgotten().add(said, tables.messages().lastSequence());
        tables.changes().add(said);
        tables.changes().add(happened);
    }
}
