package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tells another memory only what a filter lets through: whatever is to be remembered, asked or corrected passes it first. As safe for threads as the other one. */
public final class GuardedMemory implements CustomerMemory {

    private final CustomerMemory memory;
    private final UnaryOperator<String> filter;

    /** {@code filter} takes out what must not be remembered; it is asked anew for each text, so that it may follow the settings. */
    public GuardedMemory(CustomerMemory memory, UnaryOperator<String> filter) {
        this.memory = memory;
        this.filter = filter;
    }

    /** The memory behind it. */
    public CustomerMemory guarded() {
        return memory;
    }

    @Override
    public Kept remember(CustomerId customer, SessionId session, List<Utterance> utterances) throws MemoryException, InterruptedException {
        return memory.remember(customer, session, utterances.stream()
                .map(said -> new Utterance(said.id(), said.speaker(), said.author(), said.at(), filter.apply(said.text()))).toList());
    }

    @Override
    public FlushResult flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        return memory.flush(customer, session);
    }

    @Override
    public boolean recallable(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        return memory.recallable(customer, session);
    }

    @Override
    public Recall recall(RecallRequest request) throws MemoryException, InterruptedException {
        return memory.recall(filtered(request));
    }

    private RecallRequest filtered(RecallRequest request) {
        return new RecallRequest(request.customer(), filter.apply(request.words()), request.current(), request.limit(), request.method());
    }

    @Override
    public List<Episode> episodes(CustomerId customer, int offset, int limit) throws MemoryException, InterruptedException {
        return memory.episodes(customer, offset, limit);
    }

    @Override
    public List<ProfileItem> profile(CustomerId customer) throws MemoryException, InterruptedException {
        return memory.profile(customer);
    }

    @Override
    public ProfileItem correct(CustomerId customer, String itemId, String text) throws MemoryException, InterruptedException {
        return memory.correct(customer, itemId, filter.apply(text));
    }

    @Override
    public ProfileItem mark(CustomerId customer, String itemId, ProfileItem.Mark mark, boolean on) throws MemoryException, InterruptedException {
        return memory.mark(customer, itemId, mark, on);
    }

    @Override
    public Receipt forget(Forgetting what) throws MemoryException, InterruptedException {
        return memory.forget(what);
    }

    @Override
    public List<Episode> precedents(RecallRequest request) throws MemoryException, InterruptedException {
        return memory.precedents(filtered(request));
    }

    @Override
    public Health health() {
        return memory.health();
    }

    @Override
    public void close() {
        memory.close();
    }
}
