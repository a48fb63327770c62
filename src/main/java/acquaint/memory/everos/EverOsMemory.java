package acquaint.memory.everos;

import acquaint.memory.CustomerMemory;
import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.Forgetting;
import acquaint.memory.Health;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.Receipt;
import acquaint.memory.SearchMethod;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Memory at an EverOS service, whichever dialect it speaks. What the service cannot do the desk's own overlay does: a
 * message is handed over once, and an agent's correction or forgetting holds. Calls block, may come from any thread and
 * are cancelled by interrupt.
 */
public final class EverOsMemory implements CustomerMemory {

    private static final System.Logger LOG = System.getLogger(EverOsMemory.class.getName());

    /** How much later a message that was not found is looked for again before it is sent once more: as a rule enough. */
    public static final Duration GRACE = Duration.ofSeconds(15);
    private static final int PAGE = 50;

    private final EverOsClient client;
    private final Overlay overlay;
    private final Clock clock;
    private final HandOver handOver;
    private final Recollection recollection;
    private final Forgetter forgetter;
    private volatile Health health = Health.WELL;

    /** {@code grace}: what was not found is looked for again so much later, since a call may take effect after it was given up. */
    public EverOsMemory(EverOsClient client, Overlay overlay, Clock clock, Duration grace) {
        this.client = client;
        this.overlay = overlay;
        this.clock = clock;
        this.handOver = new HandOver(client, overlay, new Tracing(client, overlay, clock, grace));
        this.recollection = new Recollection(client, overlay);
        this.forgetter = new Forgetter(client, overlay);
    }

    private interface Asking<T> {
        T ask() throws MemoryException, InterruptedException;
    }

    /** Asks, and remembers whether the service answered. */
    private <T> T answer(Asking<T> asking) throws MemoryException, InterruptedException {
        try {
            T answer = asking.ask();
            health = Health.WELL;
            return answer;
        } catch (MemoryException e) {
            if (e.kind().concernsAll()) {
                health = new Health(false, e.getMessage());
            }
            throw e;
        }
    }

    @Override
    public Kept remember(CustomerId customer, SessionId session, List<Utterance> utterances) throws MemoryException, InterruptedException {
        return answer(() -> handOver.remember(customer, session, utterances));
    }

    @Override
    public FlushResult flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        return answer(() -> handOver.flush(customer, session));
    }

    /** Sees whether what the service keeps of the session is found by a search, too, which lags behind in some versions. */
    @Override
    public boolean recallable(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        return answer(() -> {
            Optional<EverOsEpisode> newest = client.episodes(customer.value(), Optional.of(session.value()), 1).stream().findFirst();
            return newest.isPresent() && client.search(new SearchQuery(customer.value(), newest.get().subject(), SearchMethod.HYBRID, PAGE,
                            Set.of(SearchQuery.Want.EPISODES), Optional.of(session.value())))
                    .episodes().stream().anyMatch(episode -> episode.id().equals(newest.get().id()));
        });
    }

    @Override
    public Recall recall(RecallRequest request) throws MemoryException, InterruptedException {
        return answer(() -> recollection.recall(request));
    }

    @Override
    public List<Episode> episodes(CustomerId customer, int offset, int limit) throws MemoryException, InterruptedException {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("offset must be 0 or more and limit 1 or more");
        }
        return answer(() -> {
            KnownEpisodes known = recollection.episodes(customer);
            var shown = new ArrayList<Episode>();
            for (int page = 1; shown.size() < offset + limit; page++) {
                Found found = client.get(new Listing(customer.value(), Listing.Type.EPISODES, Optional.empty(), page, PAGE));
                shown.addAll(known.of(found.episodes()));
                if (found.episodes().size() < PAGE) {
                    break;
                }
            }
            return List.copyOf(shown.subList(Math.min(offset, shown.size()), Math.min(offset + limit, shown.size())));
        });
    }

    @Override
    public List<ProfileItem> profile(CustomerId customer) throws MemoryException, InterruptedException {
        return answer(() -> recollection.profile(customer, client.profile(customer.value())));
    }

    /** The agent's word holds here from now on; the service is told as well where it can be. */
    @Override
    public ProfileItem correct(CustomerId customer, String itemId, String text) throws MemoryException, InterruptedException {
        if (text.isBlank()) {
            throw new MemoryException(MemoryException.Kind.REFUSED, "a correction must say something");
        }
        List<EverOsItem> told = answer(() -> client.profile(customer.value()));
        ProfileItem former = recollection.profile(customer, told).stream().filter(item -> item.id().equals(itemId)).findFirst()
                .orElseThrow(() -> new MemoryException(MemoryException.Kind.REFUSED, "there is no such item to correct"));
        overlay.correct(customer, new Overlay.Correction(itemId, former.kind(), former.text(), text.strip(), former.evidence(), clock.instant()));
        for (EverOsItem item : told) {
            if (item.itemId().filter(itemId::equals).isPresent()) {
                tell(new ProfileEdit(customer.value(), ProfileEdit.Action.UPDATE, item.type(), item.itemId(), item.label(), text.strip(), "corrected by an agent"));
            }
        }
        return recollection.profile(customer, told).stream().filter(item -> item.id().equals(itemId)).findFirst().orElseThrow();
    }

    /** Holds on this desk; the service knows nothing of the kind. */
    @Override
    public ProfileItem mark(CustomerId customer, String itemId, ProfileItem.Mark mark, boolean on) throws MemoryException, InterruptedException {
        if (mark == ProfileItem.Mark.CORRECTED) {
            throw new MemoryException(MemoryException.Kind.REFUSED, "a correction needs its words");
        }
        ProfileItem marked = profile(customer).stream().filter(item -> item.id().equals(itemId)).findFirst()
                .orElseThrow(() -> new MemoryException(MemoryException.Kind.REFUSED, "there is no such item")).marked(mark, on);
        overlay.mark(customer, itemId, marked.marks());
        return marked;
    }

    private void tell(ProfileEdit edit) throws InterruptedException {
        try {
            client.edit(edit);
        } catch (EverOsException e) {
            LOG.log(Level.INFO, "the service could not be told of a correction, which holds on this desk: {0}", e.kind());
        }
    }

    /**
     * What is forgotten is hidden here at once. Where the service can delete and cannot be reached, this fails after that:
     * asking again tells the service.
     */
    @Override
    public Receipt forget(Forgetting what) throws MemoryException, InterruptedException {
        return answer(() -> new Receipt(clock.instant(), forgetter.forget(what)));
    }

    /** The service searches one customer's memory at a time. */
    @Override
    public List<Episode> precedents(RecallRequest request) {
        return List.of();
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        client.close();
    }
}
