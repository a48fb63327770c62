package acquaint.memory.everos;

import acquaint.memory.Episode;
import acquaint.memory.FoundBy;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * Asks the service what matters to a ticket, and puts the desk's own knowledge beside it: one round trip on cloud v1, two
 * at the same time elsewhere.
 */
final class Recollection {

    private static final System.Logger LOG = System.getLogger(Recollection.class.getName());
    /** Profile items are ranked with the rest on cloud v1, so enough is asked for to have them all as a rule. */
    private static final int AT_LEAST = 30;
    private static final int MOST = 100;
    /** Of what was said in open tickets, so much is looked through. */
    private static final int SAID = 500;
    private static final int NEWEST = 3;

    private final EverOsClient client;
    private final Overlay overlay;

    Recollection(EverOsClient client, Overlay overlay) {
        this.client = client;
        this.overlay = overlay;
    }

    /** What this desk knows to say of the customer's episodes. */
    KnownEpisodes episodes(CustomerId customer) {
        List<Overlay.Span> spans = overlay.sessions(customer);
        return new KnownEpisodes(customer, new Hidden(overlay.forgotten(customer), spans), spans, client.dialect());
    }

    List<ProfileItem> profile(CustomerId customer, List<EverOsItem> told) {
        return profile(customer, told, Map.of());
    }

    private List<ProfileItem> profile(CustomerId customer, List<EverOsItem> told, Map<String, SessionId> sessions) {
        var hidden = new Hidden(overlay.forgotten(customer), overlay.sessions(customer));
        return new KnownProfile(customer, overlay.corrections(customer), overlay.marks(customer), hidden, sessions).of(told);
    }

    Recall recall(RecallRequest request) throws EverOsException, InterruptedException {
        String query = request.words().isBlank() ? request.customer().value() : request.words();
        int topK = Math.clamp(Math.max(request.limit() + 1, AT_LEAST), 1, MOST);
        CustomerId customer = request.customer();
        boolean onePass = client.dialect().searchesPendingWithTheRest() || request.current().isEmpty();
        var wanted = onePass && request.current().isPresent() ? Set.of(SearchQuery.Want.values())
                : Set.of(SearchQuery.Want.EPISODES, SearchQuery.Want.PROFILE);
        FutureTask<Found> beside = new FutureTask<>(() -> client.search(new SearchQuery(customer.value(), query, SearchMethod.KEYWORD, 1,
                Set.of(SearchQuery.Want.PENDING), request.current().map(SessionId::value))));
        if (!onePass) {
            Thread.ofVirtual().name("work-pending").start(beside);
        }
        try {
            Found found = client.search(new SearchQuery(customer.value(), query, method(request), topK, wanted, Optional.empty()));
            List<PendingMessage> pending = onePass ? found.pending() : answered(beside);
            return recall(request, found, pending);
        } finally {
            beside.cancel(true);
        }
    }

    private static List<PendingMessage> answered(FutureTask<Found> asking) throws EverOsException, InterruptedException {
        try {
            return asking.get().pending();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case EverOsException failure -> throw failure;
                case RuntimeException unexpected -> throw unexpected;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Recall recall(RecallRequest request, Found found, List<PendingMessage> pending) throws InterruptedException {
        CustomerId customer = request.customer();
        KnownEpisodes known = episodes(customer);
        List<Episode> episodes = elsewhere(request, known.of(found.episodes()), request.limit());
        List<Episode> newest = episodes.isEmpty() ? newest(request, known) : List.of();
        List<Overlay.Handed> said = overlay.buffered(customer, SAID);
        return new Recall(profile(customer, found.profile(), known.sessions(found.episodes())), episodes.isEmpty() ? newest : episodes,
                passages(request, said), request.current().map(session -> pending(customer, session, pending, said)).orElse(List.of()), method(request),
                episodes.isEmpty() ? newest.stream().collect(Collectors.toMap(Episode::id, _ -> FoundBy.RECENT, FoundBy::and)) : foundBy(request, episodes));
    }

    private static List<Episode> elsewhere(RecallRequest request, List<Episode> episodes, int limit) {
        return episodes.stream().filter(episode -> request.current().filter(episode.session()::equals).isEmpty()).limit(limit).toList();
    }

    /** Where nothing like the question was found, the newest say at least who this is; what was found stands without them, too. */
    private List<Episode> newest(RecallRequest request, KnownEpisodes known) throws InterruptedException {
        try {
            List<EverOsEpisode> listed = client.episodes(request.customer().value(), Optional.empty(), NEWEST + 1);
            return elsewhere(request, known.of(listed), Math.min(NEWEST, request.limit()));
        } catch (EverOsException e) {
            LOG.log(Level.DEBUG, "the newest episodes could not be had", e);
            return List.of();
        }
    }

    /** A service does not tell which of the two found a result where it searches by both. */
    private static Map<String, FoundBy> foundBy(RecallRequest request, List<Episode> episodes) {
        return method(request) == SearchMethod.VECTOR
                ? episodes.stream().collect(Collectors.toMap(Episode::id, _ -> FoundBy.MEANING, FoundBy::and)) : Map.of();
    }

    /** By its words alone a profile is not found. */
    private static SearchMethod method(RecallRequest request) {
        return request.method() == SearchMethod.KEYWORD ? SearchMethod.HYBRID : request.method();
    }

    /** What was said in other tickets that are still open there: no service can search it before it is in an episode. */
    private static List<Passage> passages(RecallRequest request, List<Overlay.Handed> said) {
        List<Overlay.Handed> elsewhere = said.stream().filter(handed -> request.current().filter(handed.session()::equals).isEmpty()).toList();
        return new WordOverlap<>(elsewhere, (Overlay.Handed handed) -> handed.utterance().text()).best(request.words(), request.limit()).stream()
                .map(match -> new Passage(match.what().session(), match.what().utterance(), match.score(), FoundBy.WORDS))
                .toList();
    }

    /** What waits at the service in this session, by the desk's own names where it was the desk that said it. */
    private List<Utterance> pending(CustomerId customer, SessionId session, List<PendingMessage> pending, List<Overlay.Handed> said) {
        String id = client.dialect().id(session.value());
        List<Overlay.Handed> own = said.stream().filter(handed -> handed.session().equals(session)).toList();
        return pending.stream()
                .filter(message -> message.session().map(id::equals).orElse(true))
                .map(message -> own.stream().filter(message::is).findFirst()
                        .map(Overlay.Handed::utterance).orElseGet(() -> utterance(customer, message)))
                .toList();
    }

    private Utterance utterance(CustomerId customer, PendingMessage message) {
        return new Utterance(new MessageId("everos/" + message.id()), speaker(customer, message),
                message.senderName().or(message::senderId).orElse(""), message.at(), message.text());
    }

    /** Where a user's role is told, so is whose: a session may have several. */
    private Utterance.Speaker speaker(CustomerId customer, PendingMessage message) {
        if (message.role().isEmpty()) {
            return Utterance.Speaker.CUSTOMER;
        }
        if (message.role().get() != Turn.Role.USER) {
            return Utterance.Speaker.AGENT;
        }
        boolean own = message.senderId().map(client.dialect().id(customer.value())::equals).orElse(true);
        return own ? Utterance.Speaker.CUSTOMER : Utterance.Speaker.OTHER;
    }
}
