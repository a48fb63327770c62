package acquaint.memory.serve;

import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.Forgetting;
import acquaint.memory.Kept;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.RecallRequest;
import acquaint.memory.SearchMethod;
import acquaint.memory.Utterance;
import acquaint.memory.local.Ledger;
import acquaint.memory.local.LocalMemory;
import acquaint.memory.local.Narrowing;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The embedded memory in the terms of the API: sessions have owners, and what is said in them waits until a flush. */
final class Shelf {

    private static final int MOST = 100;

    private final LocalMemory memory;
    private final Ledger ledger;

    Shelf(LocalMemory memory) {
        this.memory = memory;
        this.ledger = memory.ledger();
    }

    Ledger ledger() {
        return ledger;
    }

    /** To one memory; whether a boundary was met and something came of it. */
    boolean add(CustomerId owner, SessionId session, List<Sent> sent) throws MemoryException, InterruptedException {
        boolean all = Owner.groupId(owner).isPresent();
        List<Utterance> said = sent.stream().map(one -> one.utterance(all || Owner.id(owner).equals(one.sender()))).toList();
        return memory.remember(owner, session, said) == Kept.EXTRACTED;
    }

    /** To the memory of everyone who speaks as a user in the session. What only agents said waits for the first of them. */
    synchronized boolean add(Space space, SessionId session, List<Sent> sent) throws MemoryException, InterruptedException {
        List<CustomerId> known = owners(space, session);
        Set<CustomerId> owners = new LinkedHashSet<>(known);
        sent.stream().filter(Sent::user).forEach(one -> owners.add(space.customer(one.sender())));
        CustomerId nobody = Owner.nobody(space, session);
        if (owners.isEmpty()) {
            return add(nobody, session, sent);
        }
        List<CustomerId> newcomers = owners.stream().filter(owner -> !known.contains(owner)).toList();
        if (ledger.owners(session).contains(nobody)) {
            ledger.adopt(session, nobody, newcomers);
        } else if (!newcomers.isEmpty()) {
            catchUp(newcomers, session, pending(space, session));
        }
        boolean extracted = false;
        for (CustomerId owner : owners) {
            extracted |= add(owner, session, sent);
        }
        return extracted;
    }

    /** Who comes into a conversation is told in what waits of it, too: an episode of it is about everyone in it. */
    private void catchUp(List<CustomerId> newcomers, SessionId session, List<Waiting> waiting) throws MemoryException, InterruptedException {
        for (CustomerId newcomer : newcomers) {
            memory.remember(newcomer, session, waiting.stream().map(one -> Sent.to(newcomer, one.owner(), one.passage().utterance())).toList());
        }
    }

    /** Whose session this is in the space. */
    List<CustomerId> owners(Space space, SessionId session) {
        return ledger.owners(session).stream().filter(space::holds).toList();
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

    /** Of all of them, newest first. */
    List<Told> episodes(List<CustomerId> owners, Predicate<Told> filter) {
        return owners.stream().flatMap(owner -> episodes(owner, filter).stream())
                .sorted(Comparator.comparing((Told told) -> told.episode().until()).reversed()).toList();
    }

    /** By the id that it was given out with. */
    Optional<Told> episode(String id) {
        return ledger.episodeBeginning(id).map(this::told);
    }

    Told told(Episode episode) {
        return new Told(episode, episode.score(), () -> ledger.said(episode));
    }

    /** What is searched for, and what of it is wanted. */
    record Search(String words, SearchMethod method, Optional<Double> radius, Predicate<Told> filter, int limit) {}

    /** Best first, with scores from 0 to 1. What only is the newest is not found. */
    List<Told> search(List<CustomerId> owners, Search search) throws MemoryException, InterruptedException {
        var found = new ArrayList<Episode>();
        for (CustomerId owner : owners) {
            var narrowing = new Narrowing(episode -> search.filter().test(told(episode)), search.radius());
            found.addAll(memory.recall(new RecallRequest(owner, search.words(), Optional.empty(), MOST, search.method()), narrowing).episodes());
        }
        if (owners.size() > 1) {
            found.sort(Comparator.comparingDouble(Episode::score).reversed());
        }
        double best = found.stream().mapToDouble(Episode::score).max().orElse(0);
        return found.stream().limit(search.limit()).map(episode -> told(episode.withScore(best > 0 ? episode.score() / best : 0))).toList();
    }

    List<Passage> pending(CustomerId customer) {
        return ledger.pending(customer).stream().filter(Shelf::isTold).toList();
    }

    /** Notes are among colleagues. */
    private static boolean isTold(Passage passage) {
        return passage.utterance().speaker() != Utterance.Speaker.NOTE;
    }

    /** Something that is in no episode yet, as the memory of {@code owner} has it. */
    record Waiting(CustomerId owner, Passage passage) {}

    /** What waits in a session, oldest first; each once, though the memory of everyone who takes part has it. */
    List<Waiting> pending(Space space, SessionId session) {
        var waiting = new LinkedHashMap<MessageId, Waiting>();
        var owners = new ArrayList<>(owners(space, session));
        owners.add(Owner.nobody(space, session));
        owners.forEach(owner -> ledger.pending(owner).stream().filter(one -> one.session().equals(session) && isTold(one))
                .forEach(one -> waiting.putIfAbsent(one.utterance().id(), new Waiting(owner, one))));
        return waiting.values().stream().sorted(Comparator.comparing(one -> one.passage().utterance().at())).toList();
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

    /** Forgets the episodes in which all of these took part; what waits becomes one first where they did in that. */
    void forgetSpokenBy(CustomerId owner, Optional<SessionId> session, Set<String> speakers) throws MemoryException, InterruptedException {
        Set<SessionId> waiting = new LinkedHashSet<>();
        ledger.pending(owner).stream().filter(one -> session.map(one.session()::equals).orElse(true))
                .filter(one -> speakers.contains(Sent.sender(owner, one.utterance()))).forEach(one -> waiting.add(one.session()));
        for (SessionId one : waiting) {
            memory.flush(owner, one);
        }
        forget(episodes(owner, told -> session.map(told.episode().session()::equals).orElse(true) && told.speakers().containsAll(speakers)));
    }

    /** Forgets what an agent said in sessions in which nobody else spoke: in one, or in all of the partition. */
    void forgetAgent(Space space, Optional<SessionId> session, String agent) throws MemoryException, InterruptedException {
        List<CustomerId> nobodies = session.map(one -> List.of(Owner.nobody(space, one))).orElseGet(() -> ledger.customersBeginning(Owner.nobodies(space)));
        for (CustomerId nobody : nobodies) {
            if (ledger.pending(nobody).stream().anyMatch(one -> Sent.sender(nobody, one.utterance()).equals(agent))) {
                memory.forget(new Forgetting.Everything(nobody));
            }
        }
    }

    /** Forgets a session of the partition for all who took part, also where that were agents only, and returns how many episodes went. */
    int forget(Space space, SessionId session) throws MemoryException, InterruptedException {
        int count = 0;
        for (CustomerId owner : owners(space, session)) {
            count += forget(owner, Optional.of(session));
        }
        memory.forget(new Forgetting.Everything(Owner.nobody(space, session)));
        return count;
    }

    LocalMemory memory() {
        return memory;
    }

    static SearchMethod method(String name) {
        return name.equals("llm_multiround") ? SearchMethod.AGENTIC : SearchMethod.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
