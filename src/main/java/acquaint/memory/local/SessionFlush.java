package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;

/** Turns one session into its episode and its profile items, in the place of those that an earlier flush made. */
final class SessionFlush implements IndexThread.Change<FlushResult> {

    private final CustomerId customer;
    private final SessionId session;
    private final WordAnalyzer analyzer;

    SessionFlush(CustomerId customer, SessionId session, WordAnalyzer analyzer) {
        this.customer = customer;
        this.session = session;
        this.analyzer = analyzer;
    }

    @Override
    public FlushResult to(MemoryIndex index) throws IOException {
        List<Documents.Said> said = find(index, inSession(Fields.MESSAGE)).stream().map(Documents::said).toList();
        long flushed = find(index, inSession(Fields.EPISODE)).stream().mapToLong(Documents::sequence).max().orElse(0);
        if (said.isEmpty() || said.getLast().sequence() == flushed) {
            return FlushResult.NOTHING_NEW;
        }
        Map<String, Long> forgotten = new HashMap<>();
        for (Document mark : find(index, MemorySearch.of(Fields.FORGOTTEN_ITEM, customer).build())) {
            forgotten.put(mark.get(Fields.ITEM_ID), Documents.sequence(mark));
        }
        Map<String, ProfileItem> items = items(said, forgotten);
        index.put(customer, Documents.of(episode(said), said));
        index.delete(customer, MemorySearch.of(Fields.ITEM, customer)
                .add(MatterQuery.term(Fields.SESSION, session.value()), Occur.FILTER)
                .add(MatterQuery.term(Fields.CORRECTED, "false"), Occur.FILTER)
                .build());
        index.add(customer, items.values().stream().map(item -> Documents.of(item, Keys.heard(item.id(), session))).toList());
        return FlushResult.EXTRACTED;
    }

    /** By item, with the newest evidence of this session. */
    private Map<String, ProfileItem> items(List<Documents.Said> said, Map<String, Long> forgotten) {
        Map<String, ProfileItem> items = new LinkedHashMap<>();
        for (Documents.Said one : said) {
            Utterance utterance = one.utterance();
            for (Facts.Fact fact : Facts.in(utterance)) {
                String id = Keys.item(customer, fact.kind(), fact.text());
                if (one.sequence() > forgotten.getOrDefault(id, 0L)) {
                    items.put(id, new ProfileItem(id, customer, fact.kind(), fact.text(), fact.evidence(),
                            Optional.of(utterance.id()), Optional.of(session), utterance.at(), false));
                }
            }
        }
        return items;
    }

    private Episode episode(List<Documents.Said> said) {
        List<Utterance> utterances = said.stream().map(Documents.Said::utterance).toList();
        Wish wish = Wish.of(utterances);
        Optional<Result> result = Result.of(utterances);
        List<MessageId> sources = Stream.concat(wish.sources().stream(), result.stream().map(Result::source)).distinct().toList();
        List<Instant> times = utterances.stream().map(Utterance::at).sorted(Comparator.naturalOrder()).toList();
        return new Episode(Keys.episode(customer, session), customer, session, times.getFirst(), times.getLast(),
                wish.subject(), wish.summary(), result.map(Result::text), sources, 0);
    }

    private Query inSession(String kind) {
        return MemorySearch.of(kind, customer)
                .add(MatterQuery.term(Fields.SESSION, session.value()), Occur.FILTER)
                .build();
    }

    private List<Document> find(MemoryIndex index, Query query) throws IOException {
        return index.readNewest(customer, searcher -> new MemorySearch(searcher, analyzer).all(query));
    }
}
