package acquaint.memory.everos;

import acquaint.memory.MemoryException;
import acquaint.memory.SearchMethod;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds out what became of messages whose call had no clear end: by their task, among those that wait at the service, and
 * in what it made of the session. A batch is taken as a whole or not at all, so one message found speaks for all.
 */
final class Tracing {

    /** What became of a batch. */
    enum Finding { UNDER_WAY, BUFFERED, EXTRACTED, FAILED, NEVER_ARRIVED, NOT_CLEAR_YET, CANNOT_BE_FOUND }

    /** Where messages are that were at the service before. */
    enum Whereabouts { WAITING, EXTRACTED, ABSENT, UNKNOWN }

    /** Times come back in seconds from some versions. */
    private static final Duration SAME_TIME = Duration.ofMillis(1_001);
    /** How long the service may still be at work on what it took: its own clients stop asking then (EverOS Python SDK). */
    private static final Duration TASK = Duration.ofSeconds(300);
    private static final int EPISODES = 100;
    private static final int BUFFERED = 1_000;

    private final EverOsClient client;
    private final Overlay overlay;
    private final Clock clock;
    private final Duration grace;
    private final Map<SessionKey, Instant> firstMissed = new ConcurrentHashMap<>();
    private final Set<SessionKey> begunHere = ConcurrentHashMap.newKeySet();

    /** {@code grace}: what is not found is looked for again so much later, since a call may take effect after it was given up. */
    Tracing(EverOsClient client, Overlay overlay, Clock clock, Duration grace) {
        this.client = client;
        this.overlay = overlay;
        this.clock = clock;
        this.grace = grace;
    }

    /** Takes note that something is sent in this session now. */
    Instant begun(CustomerId customer, SessionId session) {
        begunHere.add(new SessionKey(customer, session));
        return clock.instant();
    }

    Finding find(CustomerId customer, SessionId session, List<Overlay.Handed> batch) throws EverOsException, InterruptedException {
        boolean accepted = batch.stream().allMatch(handed -> handed.stage() == Overlay.Stage.QUEUED);
        Optional<TaskState.Status> task = accepted ? task(batch) : Optional.empty();
        if (task.isPresent()) {
            return switch (task.get()) {
                case UNDER_WAY -> Finding.UNDER_WAY;
                case SUCCESS -> Finding.BUFFERED;
                case FAILED -> Finding.FAILED;
            };
        }
        return byTraces(customer, session, batch, accepted);
    }

    private Optional<TaskState.Status> task(List<Overlay.Handed> batch) throws EverOsException, InterruptedException {
        Optional<String> id = batch.getFirst().task();
        return id.isPresent() ? client.task(id.get()).map(TaskState::status) : Optional.empty();
    }

    private Finding byTraces(CustomerId customer, SessionId session, List<Overlay.Handed> batch, boolean accepted)
            throws EverOsException, InterruptedException {
        var key = new SessionKey(customer, session);
        Finding finding = switch (whereabouts(customer, session, batch)) {
            case WAITING -> Finding.BUFFERED;
            case EXTRACTED -> Finding.EXTRACTED;
            case ABSENT -> isUnderWay(session) ? Finding.UNDER_WAY : missed(key, batch, accepted ? TASK : grace, Finding.NEVER_ARRIVED);
            // What the service said it took, it has, as long as nothing speaks against it.
            case UNKNOWN -> isUnderWay(session) ? Finding.UNDER_WAY
                    : accepted ? Finding.BUFFERED : missed(key, batch, grace, Finding.CANNOT_BE_FOUND);
        };
        if (finding == Finding.NOT_CLEAR_YET) {
            return accepted ? Finding.UNDER_WAY : finding;
        }
        if (finding != Finding.UNDER_WAY) {
            firstMissed.remove(key);
        }
        return finding;
    }

    /** What an earlier run of the program sent has been on its way since then; of our own calls the end counts, which can be late. */
    private Finding missed(SessionKey session, List<Overlay.Handed> batch, Duration patience, Finding inTheEnd) {
        Instant first = begunHere.contains(session) ? firstMissed.computeIfAbsent(session, _ -> clock.instant()) : batch.getFirst().begunAt();
        return clock.instant().isBefore(first.plus(patience)) ? Finding.NOT_CLEAR_YET : inTheEnd;
    }

    private boolean isUnderWay(SessionId session) throws EverOsException, InterruptedException {
        return client.tasks(session.value()).stream().flatMap(List::stream)
                .anyMatch(task -> task.status() == TaskState.Status.UNDER_WAY);
    }

    /** Where these messages are, which lie next to each other in their session. */
    Whereabouts whereabouts(CustomerId customer, SessionId session, List<Overlay.Handed> messages)
            throws EverOsException, InterruptedException {
        List<PendingMessage> pending = pending(customer, session);
        if (messages.stream().anyMatch(handed -> isAmong(pending, handed))) {
            return Whereabouts.WAITING;
        }
        Instant first = messages.getFirst().sentAt();
        List<EverOsEpisode> episodes = client.episodes(customer.value(), Optional.of(session.value()), EPISODES);
        List<Overlay.Handed> before = buffered(customer, session).stream().filter(handed -> handed.sentAt().isBefore(first)).toList();
        if (episodes.stream().anyMatch(episode -> tellsOf(episode, first, before))) {
            return Whereabouts.EXTRACTED;
        }
        if (!before.isEmpty() && before.stream().noneMatch(handed -> isAmong(pending, handed))) {
            // Something was extracted since; whether these were part of it, its time may not tell.
            return Whereabouts.UNKNOWN;
        }
        boolean shown = messages.stream().anyMatch(handed -> !handed.utterance().speaker().isOfDesk())
                || client.dialect().listsEveryPending()
                || showsAgents(customer, session, pending);
        return shown ? Whereabouts.ABSENT : Whereabouts.UNKNOWN;
    }

    /** Whether an episode is of {@code first} or later; one told in whole seconds may as well be of something said right before. */
    private static boolean tellsOf(EverOsEpisode episode, Instant first, List<Overlay.Handed> before) {
        if (!episode.at().isBefore(first)) {
            return true;
        }
        boolean wholeSeconds = episode.at().getNano() == 0;
        return wholeSeconds && !episode.at().isBefore(first.minus(SAME_TIME))
                && before.stream().noneMatch(handed -> !handed.sentAt().isBefore(episode.at()));
    }

    /** Cloud v1 may leave out what agents said; where it shows one of theirs in this session, it does not. */
    private boolean showsAgents(CustomerId customer, SessionId session, List<PendingMessage> pending) {
        return buffered(customer, session).stream()
                .filter(handed -> handed.utterance().speaker().isOfDesk())
                .anyMatch(handed -> isAmong(pending, handed));
    }

    /** What the desk knows to be at the service, of this session, in no episode yet. */
    List<Overlay.Handed> buffered(CustomerId customer, SessionId session) {
        return overlay.buffered(customer, BUFFERED).stream().filter(handed -> handed.session().equals(session)).toList();
    }

    private List<PendingMessage> pending(CustomerId customer, SessionId session) throws EverOsException, InterruptedException {
        Found found = client.search(new SearchQuery(customer.value(), session.value(), SearchMethod.KEYWORD, 1,
                Set.of(SearchQuery.Want.PENDING), Optional.of(session.value())));
        String id = client.dialect().id(session.value());
        return found.pending().stream()
                .filter(message -> message.session().map(id::equals).orElse(true))
                .collect(Collectors.toUnmodifiableList());
    }

    private static boolean isAmong(List<PendingMessage> pending, Overlay.Handed handed) {
        return pending.stream().anyMatch(message -> message.is(handed));
    }
}
