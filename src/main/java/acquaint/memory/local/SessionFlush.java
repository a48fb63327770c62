package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns one session into its episode and its profile items, in the place of those that an earlier flush made. */
final class SessionFlush implements EmbedThread.Change<FlushResult> {

    private final CustomerId customer;
    private final SessionId session;

    SessionFlush(CustomerId customer, SessionId session) {
        this.customer = customer;
        this.session = session;
    }

    @Override
    public FlushResult to(Tables tables) {
        List<Said> said = tables.messages().inSession(customer, session);
        if (said.isEmpty() || said.getLast().sequence() == tables.episodes().last(customer, session)) {
            return FlushResult.NOTHING_NEW;
        }
        Episode episode = episode(said);
        tables.episodes().put(episode, said.getLast().sequence());
        tables.items().deleteHeard(customer, session);
        items(tables, said).values().forEach(item -> tables.items().put(item, Keys.heard(item.id(), session)));
        tables.changes().add(episode.id());
        return FlushResult.EXTRACTED;
    }

    /** By item, with the newest evidence of this session. */
    private Map<String, ProfileItem> items(Tables tables, List<Said> said) {
        Map<String, ProfileItem> items = new LinkedHashMap<>();
        for (Said one : said) {
            Utterance utterance = one.utterance();
            for (Facts.Fact fact : Facts.in(utterance)) {
                String id = Keys.item(customer, fact.kind(), fact.text());
                if (one.sequence() > tables.forgotten().upTo(id)) {
                    items.put(id, new ProfileItem(id, customer, fact.kind(), fact.text(), fact.evidence(),
                            Optional.of(utterance.id()), Optional.of(session), utterance.at(), false));
                }
            }
        }
        return items;
    }

    private Episode episode(List<Said> said) {
        List<Utterance> utterances = said.stream().map(Said::utterance).toList();
        Wish wish = Wish.of(utterances);
        Optional<Result> result = Result.of(utterances);
        List<MessageId> sources = Stream.concat(wish.sources().stream(), result.stream().map(Result::source)).distinct().toList();
        List<Instant> times = utterances.stream().map(Utterance::at).sorted(Comparator.naturalOrder()).toList();
        return new Episode(Keys.episode(customer, session), customer, session, times.getFirst(), times.getLast(),
                wish.subject(), wish.summary(), result.map(Result::text), sources, 0);
    }
}
