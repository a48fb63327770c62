package acquaint.memory.local;

import acquaint.memory.Forgetting;
import acquaint.model.CustomerId;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * Takes something out of the index and out of its files. What stays are hashes: of the messages, so that the outbox or a
 * second import cannot bring them back, and of the item, so that it is not learned again from what was said before.
 */
final class Forget implements IndexThread.Change<Void> {

    private final Forgetting what;
    private final WordAnalyzer analyzer;

    Forget(Forgetting what, WordAnalyzer analyzer) {
        this.what = what;
        this.analyzer = analyzer;
    }

    @Override
    public Void to(MemoryIndex index) throws IOException {
        switch (what) {
            case Forgetting.Item(CustomerId customer, String itemId) -> forgetItem(index, customer, itemId);
            case Forgetting.Session(CustomerId customer, var session) ->
                forgetMessagesAnd(index, owned(customer).add(MatterQuery.term(Fields.SESSION, session.value()), Occur.FILTER));
            case Forgetting.Everything(CustomerId customer) -> forgetMessagesAnd(index, owned(customer));
        }
        index.expunge();
        return null;
    }

    private void forgetItem(MemoryIndex index, CustomerId customer, String itemId) throws IOException {
        Query item = MemorySearch.of(Fields.ITEM, customer)
                .add(MatterQuery.term(Fields.ITEM_ID, itemId), Occur.FILTER)
                .build();
        if (!find(index, item).isEmpty()) {
            index.delete(customer, item);
            index.put(customer, Documents.forgottenItem(customer, itemId, index.lastSequence()));
        }
    }

    private void forgetMessagesAnd(MemoryIndex index, BooleanQuery.Builder all) throws IOException {
        Query query = all.build();
        Query messages = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(MatterQuery.term(Fields.KIND, Fields.MESSAGE), Occur.FILTER)
                .build();
        List<Document> marks = find(index, messages).stream()
                .map(message -> Documents.forgottenMessage(message.get(Fields.KEY)))
                .toList();
        index.delete(what.customer(), query);
        index.add(what.customer(), marks);
    }

    private static BooleanQuery.Builder owned(CustomerId customer) {
        return new BooleanQuery.Builder().add(MatterQuery.term(Fields.CUSTOMER, customer.value()), Occur.FILTER);
    }

    private List<Document> find(MemoryIndex index, Query query) throws IOException {
        return index.readNewest(what.customer(), searcher -> new MemorySearch(searcher, analyzer).all(query));
    }
}
