package acquaint.casework;

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
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A memory that writes down what it is asked, for tests of what is asked of memory; it recalls what a test sets. */
class Notebook implements CustomerMemory {

    interface Answer {
        Recall to(RecallRequest request) throws MemoryException, InterruptedException;
    }

    final List<String> notes = new ArrayList<>();
    volatile Answer answer = request -> Recall.NOTHING;
    volatile Optional<MemoryException> failure = Optional.empty();
    /** Words that are refused, with all that come together with them, and why. */
    volatile Optional<String> refused = Optional.empty();
    volatile MemoryException.Kind refusal = MemoryException.Kind.REFUSED;
    volatile Kept kept = Kept.BUFFERED;
    volatile FlushResult flushed = FlushResult.EXTRACTED;
    volatile boolean recallable = true;
    volatile boolean lookFails;
    /** How often it was asked to remember or to flush. */
    volatile int asked;

    private synchronized void ask() {
        asked++;
    }

    private synchronized void note(String line) throws MemoryException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        notes.add(line);
    }

    @Override
    public Kept remember(CustomerId customer, SessionId session, List<Utterance> utterances) throws MemoryException {
        ask();
        if (utterances.stream().anyMatch(utterance -> refused.equals(Optional.of(utterance.text())))) {
            throw new MemoryException(refusal, "refused");
        }
        for (Utterance utterance : utterances) {
            note(session + " " + utterance.speaker() + " " + utterance.author() + ": " + utterance.text());
        }
        return kept;
    }

    @Override
    public boolean recallable(CustomerId customer, SessionId session) throws MemoryException {
        if (lookFails) {
            throw new MemoryException(MemoryException.Kind.QUOTA, "too many questions");
        }
        return recallable;
    }

    @Override
    public FlushResult flush(CustomerId customer, SessionId session) throws MemoryException {
        ask();
        note(session + " flushed");
        return flushed;
    }

    @Override
    public Recall recall(RecallRequest request) throws MemoryException, InterruptedException {
        return answer.to(request);
    }

    @Override
    public List<Episode> episodes(CustomerId customer, int offset, int limit) {
        return List.of();
    }

    @Override
    public List<ProfileItem> profile(CustomerId customer) {
        return List.of();
    }

    @Override
    public ProfileItem correct(CustomerId customer, String itemId, String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProfileItem mark(CustomerId customer, String itemId, ProfileItem.Mark mark, boolean on) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Receipt forget(Forgetting what) throws MemoryException {
        note("forget " + what);
        return new Receipt(Instant.EPOCH, List.of());
    }

    @Override
    public List<Episode> precedents(RecallRequest request) throws MemoryException {
        note("precedents");
        return List.of();
    }

    @Override
    public Health health() {
        return Health.WELL;
    }

    @Override
    public void close() {}
}
