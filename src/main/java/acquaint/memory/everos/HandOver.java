package acquaint.memory.everos;

import acquaint.memory.FlushResult;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands what was said over to the service, each message once. The service has no way to tell a repeated message, so each
 * is written down in the overlay before it is sent, and one whose call had no clear end is looked for before anything else
 * is said in its session. One session's calls are made one at a time, whoever makes them.
 */
final class HandOver {

    /** From this many messages on, an answer is not waited for until they are worked on: that can take longer than a call. */
    private static final int MANY = 20;
    /** How often a flush that found nothing is tried again while messages still wait at the service. */
    private static final int PATIENCE = 4;

    private final EverOsClient client;
    private final Overlay overlay;
    private final Tracing tracing;
    private final Map<SessionKey, Integer> emptyFlushes = new ConcurrentHashMap<>();
    private final Locks locks = new Locks();

    HandOver(EverOsClient client, Overlay overlay, Tracing tracing) {
        this.client = client;
        this.overlay = overlay;
        this.tracing = tracing;
    }

    Kept remember(CustomerId customer, SessionId session, List<Utterance> utterances) throws MemoryException, InterruptedException {
        try (var _ = locks.enter(new SessionKey(customer, session))) {
            return rememberAlone(customer, session, utterances);
        }
    }

    private Kept rememberAlone(CustomerId customer, SessionId session, List<Utterance> utterances) throws MemoryException, InterruptedException {
        if (settle(customer, session) == Kept.QUEUED) {
            return Kept.QUEUED;
        }
        List<Utterance> fresh = fresh(customer, session, utterances);
        Kept kept = Kept.BUFFERED;
        for (int from = 0; from < fresh.size(); from += Batch.MOST) {
            Kept one = send(customer, session, fresh.subList(from, Math.min(from + Batch.MOST, fresh.size())));
            if (one == Kept.QUEUED) {
                return one;
            }
            kept = one == Kept.EXTRACTED ? one : kept;
        }
        return kept;
    }

    /** What was not handed over before, once each. A message without words is nothing that the service would take. */
    private List<Utterance> fresh(CustomerId customer, SessionId session, List<Utterance> utterances) {
        var byId = new LinkedHashMap<MessageId, Utterance>();
        utterances.stream().filter(said -> !said.text().isBlank()).forEach(said -> byId.putIfAbsent(said.id(), said));
        if (!byId.isEmpty()) {
            byId.keySet().removeAll(overlay.known(customer, session, byId.keySet()).keySet());
        }
        return List.copyOf(byId.values());
    }

    private Kept send(CustomerId customer, SessionId session, List<Utterance> said) throws MemoryException, InterruptedException {
        List<Instant> times = times(overlay.lastSentAt(customer, session), said);
        List<MessageId> ids = said.stream().map(Utterance::id).toList();
        overlay.begin(customer, session, said, times, tracing.begun(customer, session));
        try {
            Added added = client.add(batch(customer, session, said, times));
            boolean queued = added.status() == Added.Status.QUEUED;
            overlay.advance(customer, session, ids, queued ? Overlay.Stage.QUEUED : Overlay.Stage.BUFFERED, added.task());
            return switch (added.status()) {
                case QUEUED -> Kept.QUEUED;
                case ACCUMULATED -> Kept.BUFFERED;
                case EXTRACTED -> Kept.EXTRACTED;
            };
        } catch (EverOsException e) {
            if (e.certainlyNotDone()) {
                overlay.withdraw(customer, session, ids);
            }
            throw e;
        }
    }

    /** The service orders a session by its times, so no two may be the same. */
    private static List<Instant> times(Optional<Instant> last, List<Utterance> said) {
        var times = new ArrayList<Instant>();
        long before = last.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        for (Utterance utterance : said) {
            before = Math.max(utterance.at().toEpochMilli(), before + 1);
            times.add(Instant.ofEpochMilli(before));
        }
        return times;
    }

    private static Batch batch(CustomerId customer, SessionId session, List<Utterance> said, List<Instant> times) {
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < said.size(); i++) {
            Utterance utterance = said.get(i);
            boolean agents = utterance.speaker().isOfDesk();
            boolean others = utterance.speaker() == Utterance.Speaker.OTHER && !utterance.author().isBlank();
            turns.add(new Turn(agents ? Turn.Role.ASSISTANT : Turn.Role.USER,
                    agents || others ? utterance.author() : customer.value(), Optional.of(utterance.author()), times.get(i),
                    List.of(Content.text(utterance.text()))));
        }
        return new Batch(customer.value(), session.value(), turns, said.size() >= MANY);
    }

    FlushResult flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        try (var _ = locks.enter(new SessionKey(customer, session))) {
            return flushAlone(customer, session);
        }
    }

    private FlushResult flushAlone(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        if (settle(customer, session) == Kept.QUEUED) {
            return FlushResult.QUEUED;
        }
        if (client.flush(customer.value(), session.value())) {
            return extracted(customer, session);
        }
        return afterAnEmptyFlush(customer, session);
    }

    private FlushResult extracted(CustomerId customer, SessionId session) {
        emptyFlushes.remove(new SessionKey(customer, session));
        overlay.extracted(customer, session);
        return FlushResult.EXTRACTED;
    }

    /**
     * The service found nothing to extract. Where the desk knows of messages there, it found an end of the matter by
     * itself before, or it has not got to them yet.
     */
    private FlushResult afterAnEmptyFlush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        List<Overlay.Handed> buffered = tracing.buffered(customer, session);
        if (buffered.isEmpty()) {
            return FlushResult.NOTHING_NEW;
        }
        return switch (tracing.whereabouts(customer, session, buffered)) {
            case EXTRACTED -> extracted(customer, session);
            case ABSENT, UNKNOWN -> FlushResult.NOTHING_NEW;
            case WAITING -> emptyFlushes.merge(new SessionKey(customer, session), 1, Integer::sum) > PATIENCE ? giveUp(new SessionKey(customer, session)) : FlushResult.QUEUED;
        };
    }

    private FlushResult giveUp(SessionKey session) {
        emptyFlushes.remove(session);
        return FlushResult.NOTHING_NEW;
    }

    /** Finds out what became of that which was begun in this session and had no clear end. */
    private Kept settle(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        List<Overlay.Handed> unsettled = overlay.unsettled(customer, session);
        if (unsettled.isEmpty()) {
            return Kept.BUFFERED;
        }
        Tracing.Finding finding = tracing.find(customer, session, unsettled);
        Collection<MessageId> ids = unsettled.stream().map(handed -> handed.utterance().id()).toList();
        switch (finding) {
            case UNDER_WAY -> {
                return Kept.QUEUED;
            }
            case BUFFERED -> overlay.advance(customer, session, ids, Overlay.Stage.BUFFERED, Optional.empty());
            case EXTRACTED -> overlay.advance(customer, session, ids, Overlay.Stage.EXTRACTED, Optional.empty());
            case NEVER_ARRIVED -> overlay.withdraw(customer, session, ids);
            case FAILED -> {
                overlay.withdraw(customer, session, ids);
                throw new MemoryException(MemoryException.Kind.FAULT, "the service took the last messages and could not work on them");
            }
            case NOT_CLEAR_YET -> throw new MemoryException(MemoryException.Kind.BUSY, "whether the last messages arrived is being found out");
            case CANNOT_BE_FOUND -> throw new MemoryException(MemoryException.Kind.UNCERTAIN,
                    "the connection broke off while messages were sent, and the service cannot say whether it has them");
        }
        return finding == Tracing.Finding.EXTRACTED ? Kept.EXTRACTED : Kept.BUFFERED;
    }
}
