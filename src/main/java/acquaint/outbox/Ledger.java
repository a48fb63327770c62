package acquaint.outbox;

import acquaint.model.Message;
import acquaint.model.TicketId;
import acquaint.store.AuditTable;
import acquaint.store.Desk;
import acquaint.store.Effect;
import acquaint.store.OutboxTable;
import acquaint.store.Session;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The states of effects in the desk, and with those of deliveries the state of their reply. Each method is one
 * transaction, so that a stop at any moment leaves a state that {@link #recover} understands.
 */
final class Ledger {

    private static final String WHO = "outbox";

    private final Desk desk;
    private final Clock clock;

    Ledger(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** What the last run of the program left in the middle: a delivery is for the agent to decide, all else can be repeated. */
    void recover() {
        if (!desk.read(session -> session.outbox().running()).isEmpty()) {
            desk.write(session -> {
                session.outbox().running().forEach(effect -> interrupted(session, List.of(effect)));
                return null;
            });
        }
    }

    /** Takes up to {@code limit} runs of due effects of a lane, none of a ticket in {@code busy}, and marks them as begun. */
    List<List<Effect>> claim(Effect.Lane lane, int limit, Set<TicketId> busy, ToIntFunction<Effect.Kind> batch) {
        if (limit <= 0 || !desk.read(session -> session.outbox().anyDue(lane, clock.instant()))) {
            return List.of();
        }
        var tickets = new HashSet<TicketId>();
        return desk.write(session -> session.outbox().heads(lane, clock.instant(), busy, limit).stream()
                .filter(head -> tickets.add(head.ticket()))
                .map(head -> session.outbox().run(head, clock.instant(), batch.applyAsInt(head.kind())))
                .map(run -> begin(session, run))
                .toList());
    }

    private static List<Effect> begin(Session session, List<Effect> effects) {
        session.outbox().state(effects, Effect.State.RUNNING, Optional.empty());
        deliveries(session, effects, Message.Delivery.SENDING);
        return effects;
    }

    void done(List<Effect> effects, Optional<String> outcome) {
        desk.write(session -> {
            session.outbox().done(effects, outcome);
            deliveries(session, effects, Message.Delivery.SENT);
            deliveries(effects).forEach(effect -> session.held().remove(effect.message()));
            audit(session, effects, "delivered");
            session.touch(effects.getFirst().ticket());
            return null;
        });
    }

    void lookAgain(List<Effect> effects, Handler.Outcome.LookAgain again) {
        desk.write(session -> {
            session.outbox().lookAgain(effects, again.state(), clock.instant().plus(again.after()), again.word());
            session.touch(effects.getFirst().ticket());
            return null;
        });
    }

    void postponed(List<Effect> effects, Duration wait, OutboxTable.Failure failure) {
        desk.write(session -> {
            session.outbox().postpone(effects, clock.instant().plus(wait), failure);
            session.touch(effects.getFirst().ticket());
            return null;
        });
    }

    /** They failed for a reason that concerns their whole lane. */
    void putBack(List<Effect> effects, OutboxTable.Failure failure) {
        desk.write(session -> {
            session.outbox().putBack(effects, clock.instant(), failure);
            session.touch(effects.getFirst().ticket());
            return null;
        });
    }

    /** Nobody can tell whether they were carried out. */
    void unclear(List<Effect> effects, OutboxTable.Failure failure) {
        desk.write(session -> {
            session.outbox().state(effects, Effect.State.UNCERTAIN, Optional.of(failure));
            session.touch(effects.getFirst().ticket());
            return null;
        });
    }

    Optional<Instant> nextLook() {
        return desk.read(session -> session.outbox().nextLook());
    }

    void failed(List<Effect> effects, OutboxTable.Failure failure) {
        desk.write(session -> {
            session.outbox().state(effects, Effect.State.FAILED, Optional.of(failure));
            deliveries(session, effects, Message.Delivery.FAILED);
            audit(session, effects, "delivery failed");
            session.touch(effects.getFirst().ticket());
            return null;
        });
    }

    /** The effects were begun and nobody knows how far they came. */
    void interrupted(List<Effect> effects) {
        desk.write(session -> {
            interrupted(session, effects);
            return null;
        });
    }

    private void interrupted(Session session, List<Effect> effects) {
        if (effects.getFirst().kind() != Effect.Kind.DELIVER) {
            session.outbox().giveBack(effects);
        } else {
            session.outbox().state(effects, Effect.State.UNCERTAIN, Optional.empty());
            deliveries(session, effects, Message.Delivery.UNCERTAIN);
            audit(session, effects, "delivery uncertain");
        }
    }

    int remaining() {
        return desk.read(session -> session.outbox().remaining());
    }

    private static void deliveries(Session session, List<Effect> effects, Message.Delivery delivery) {
        deliveries(effects).forEach(effect -> session.messages().delivery(effect.message(), delivery));
    }

    private static List<Effect> deliveries(List<Effect> effects) {
        return effects.stream().filter(effect -> effect.kind() == Effect.Kind.DELIVER).toList();
    }

    private void audit(Session session, List<Effect> effects, String what) {
        for (Effect effect : deliveries(effects)) {
            session.audit().add(new AuditTable.Entry(clock.instant(), WHO, what, Optional.of(effect.ticket()),
                    Optional.of(effect.customer()), Optional.empty(), 
                    Optional.of(JsonNodeFactory.instance.objectNode().put("message", effect.message().value()).toString())));
        }
    }
}
