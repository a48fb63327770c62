package acquaint.memory.serve;

import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.Forgetting;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.Utterance;
import acquaint.memory.local.Ledger;
import acquaint.memory.local.LocalMemory;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The embedded memory in the terms of the API: sessions have owners, and what is said in them waits until a flush. */
final class Shelf {

    /** Who said nothing yet in a session that so far only agents speak in. */
    private static final String NOBODY = "unowned:";
    private static final int MOST = 100;

    /** Something said, as a request has it; {@code sender} is whose memory it goes to where a user says it. */
    record Line(boolean user, String sender, String name, long millis, String text) {}

    private final LocalMemory memory;
    private final Ledger ledger;

    Shelf(LocalMemory memory) {
        this.memory = memory;
        this.ledger = memory.ledger();
    }

    Ledger ledger() {
        return ledger;
    }

    /** To one customer's memory; whether a boundary was met and something came of it. */
    boolean add(CustomerId customer, SessionId session, List<Line> lines) throws MemoryException, InterruptedException {
        var said = new ArrayList<Utterance>();
        for (Line line : lines) {
            said.add(new Utterance(new MessageId("served-" + UUID.randomUUID()), line.user() ? Utterance.Speaker.CUSTOMER : Utterance.Speaker.AGENT,
                    line.name().isBlank() ? line.sender() : line.name(), Instant.ofEpochMilli(line.millis()), line.text()));
        }
        return memory.remember(customer, session, said) == Kept.EXTRACTED;
    }

    /** To the memory of everyone who speaks as a user in the session. What only agents said waits for the first of them. */
    synchronized boolean add(Space space, SessionId session, List<Line> lines) throws MemoryException, InterruptedException {
        Set<CustomerId> owners = new LinkedHashSet<>(owners(space, session));
        lines.stream().filter(Line::user).forEach(line -> owners.add(space.customer(line.sender())));
        CustomerId nobody = nobody(session);
        if (owners.isEmpty()) {
            return add(nobody, session, lines);
        }
        if (ledger.owners(session).contains(nobody)) {
            ledger.adopt(session, nobody, owners.iterator().next());
        }
        boolean extracted = false;
        for (CustomerId owner : owners) {
            extracted |= add(owner, session, lines);
        }
        return extracted;
    }

    /** Whose session this is in the space. */
    List<CustomerId> owners(Space space, SessionId session) {
        return ledger.owners(session).stream().filter(owner -> !owner.equals(nobody(session)) && space.holds(owner)).toList();
    }

    private static CustomerId nobody(SessionId session) {
        return new CustomerId(NOBODY + session.value());
    }

    /** Whether something came of it. */
    boolean flush(List<CustomerId> owners, SessionId session) throws MemoryException, InterruptedException {
        boolean extracted = false;
        for (CustomerId owner : owners) {
            extracted |= memory.flush(owner, session) == FlushResult.EXTRACTED;
        }
        return extracted;
    }

    /** Newest first. */
    List<Told> episodes(CustomerId customer, Predicate<Told> filter) {
        return ledger.episodes(customer).stream().map(this::told).filter(filter).toList();
    }

    /** By the id that it was given out with. */
    Optional<Told> episode(String id) {
        return ledger.episodeBeginning(id).map(this::told);
    }

    Told told(Episode episode) {
        return new Told(episode, episode.score());
    }

    /** Best first, with scores from 0 to 1. */
    List<Told> search(CustomerId customer, String words, SearchMethod method, Predicate<Told> filter, int limit) throws MemoryException, InterruptedException {
        Recall recall = memory.recall(new RecallRequest(customer, words, Optional.empty(), MOST, method));
        double best = recall.episodes().stream().mapToDouble(Episode::score).max().orElse(0);
        return recall.episodes().stream()
                .map(episode -> new Told(episode, best > 0 ? episode.score() / best : 0))
                .filter(told -> method != SearchMethod.KEYWORD || told.score() > 0)
                .filter(filter).limit(limit).toList();
    }

    List<Passage> pending(CustomerId customer) {
        return ledger.pending(customer);
    }

    List<Passage> pending(Space space, SessionId session) {
        var owners = new ArrayList<>(owners(space, session));
        owners.add(nobody(session));
        return owners.stream().flatMap(owner -> ledger.pending(owner).stream()).filter(one -> one.session().equals(session))
                .sorted(Comparator.comparing((Passage one) -> one.utterance().at())).toList();
    }

    /** Forgets these episodes with what was said in them, and returns how many that were. */
    int forget(List<Told> episodes) throws MemoryException, InterruptedException {
        for (Told one : episodes) {
            memory.forget(new Forgetting.Part(one.episode().customer(), one.episode().id()));
        }
        return episodes.size();
    }

    /** Forgets a customer, or one session of theirs, and returns how many episodes went. */
    int forget(CustomerId customer, Optional<SessionId> session) throws MemoryException, InterruptedException {
        int count = (int) ledger.episodes(customer).stream().filter(episode -> session.map(episode.session()::equals).orElse(true)).count();
        memory.forget(session.<Forgetting>map(one -> new Forgetting.Session(customer, one)).orElseGet(() -> new Forgetting.Everything(customer)));
        return count;
    }

    LocalMemory memory() {
        return memory;
    }

    static SearchMethod method(String name) {
        return name.equals("llm_multiround") ? SearchMethod.AGENTIC : SearchMethod.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
