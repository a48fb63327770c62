package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.memory.Forgetting;
import acquaint.memory.ProfileItem;
import acquaint.memory.Receipt;
import acquaint.memory.Receipt.Copy;
import acquaint.memory.Receipt.Fate;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes something out of memory's file; its traces in the index and in the log are overwritten before the call returns.
 * What stays are hashes: of the messages, so that the outbox or a second import cannot bring them back, and of the item, so
 * that it is not learned again from what was said before.
 */
final class Forget implements EmbedThread.Change<Receipt> {

    private final Forgetting what;
    private final Clock clock;
    private final int copies;
    private final List<Receipt.Line> lines = new ArrayList<>();

    /** {@code copies}: how many older copies of the file there are. */
    Forget(Forgetting what, Clock clock, int copies) {
        this.what = what;
        this.clock = clock;
        this.copies = copies;
    }

    @Override
    public Receipt to(Tables tables) {
        switch (what) {
            case Forgetting.Item(CustomerId customer, String item) -> forgetItem(tables, customer, item);
            case Forgetting.Part(CustomerId customer, String id) -> tables.episodes().find(id).filter(episode -> episode.customer().equals(customer))
                    .ifPresent(episode -> {
                        forget(tables, tables.messages().toldIn(episode), List.of(episode));
                        erased(Copy.ITEMS, tables.items().deleteHeard(id) + tables.items().settleCorrections(customer));
                    });
            case Forgetting.Session(CustomerId customer, SessionId session) -> {
                List<Episode> episodes = tables.episodes().inSession(customer, session);
                forget(tables, tables.messages().inSession(customer, session), episodes);
                int heard = episodes.stream().mapToInt(episode -> tables.items().deleteHeard(episode.id())).sum();
                erased(Copy.ITEMS, heard + tables.items().deleteHeard(customer, session) + tables.items().settleCorrections(customer));
            }
            case Forgetting.Everything(CustomerId customer) -> {
                forget(tables, tables.messages().of(customer), tables.episodes().newest(customer, 0, Integer.MAX_VALUE));
                erased(Copy.ITEMS, tables.items().delete(customer));
                erased(Copy.NOTES, tables.notes().removeAbout(customer.value()));
            }
        }
        tables.identity().addErasing();
        tables.identity().addCopiesBehind(1);
        if (copies > 0) {
            lines.add(new Receipt.Line(Copy.BACKUPS, copies, Fate.WITH_NEXT_BACKUP));
        }
        return new Receipt(clock.instant(), lines);
    }

    private void erased(Copy copy, long count) {
        if (count > 0) {
            lines.add(new Receipt.Line(copy, count, Fate.ERASED));
        }
    }

    private void forget(Tables tables, List<Said> messages, List<Episode> episodes) {
        List<String> said = messages.stream().map(Said::key).toList();
        List<String> happened = episodes.stream().map(Episode::id).toList();
        erased(Copy.MESSAGES, said.size());
        erased(Copy.EPISODES, happened.size());
        erased(Copy.VECTORS, tables.messages().countVectors(said) + tables.episodes().countVectors(happened));
        tables.messages().delete(said);
        erased(Copy.FACTS, tables.episodes().delete(happened));
        happened.forEach(episode -> tables.notes().removeAbout(episode));
        erased(Copy.INDEX, said.size() + happened.size());
        tables.forgotten().add(said, tables.messages().lastSequence());
        tables.forgotten().add(happened, tables.messages().lastSequence());
        tables.changes().add(said);
        tables.changes().add(happened);
        searchAnewAfter(tables, messages);
    }

    /** What was said right after something is found by its words, too. */
    private static void searchAnewAfter(Tables tables, List<Said> gone) {
        tables.changes().add(gone.stream().flatMap(said -> tables.messages().keyAfter(said).stream()).distinct().toList());
    }

    /** What told it goes, too: the sentences in memory's copy of the messages, and what was made of them. */
    private void forgetItem(Tables tables, CustomerId customer, String id) {
        Set<String> ids = tables.items().profile(customer).ids().getOrDefault(id, Set.of(id));
        List<ProfileItem> heard = new ArrayList<>(tables.items().of(customer).stream().filter(item -> ids.contains(item.id())).toList());
        if (heard.isEmpty()) {
            return;
        }
        List<Said> all = tables.messages().of(customer);
        heard.addAll(Extraction.telling(customer, all, ids));
        tables.forgotten().add(ids, tables.messages().lastSequence());
        erased(Copy.ITEMS, ids.stream().mapToInt(one -> tables.items().delete(customer, one)).sum());
        var redaction = new Redaction(heard);
        Set<SessionId> sessions = new LinkedHashSet<>();
        List<Said> redacted = new ArrayList<>();
        for (Said said : redaction.isEmpty() ? List.<Said>of() : all) {
            String left = redaction.of(said.utterance().text());
            if (!left.equals(said.utterance().text())) {
                tables.messages().redact(said.key(), left);
                redacted.add(said);
                sessions.add(said.session());
            }
        }
        tables.items().rewriteEvidence(customer, redaction::of);
        List<String> keys = redacted.stream().map(Said::key).toList();
        tables.changes().add(keys);
        searchAnewAfter(tables, redacted);
        tables.forgotten().add(keys.stream().map(Keys::redacted).toList(), tables.messages().lastSequence());
        int episodes = 0;
        for (SessionId session : sessions) {
            episodes += tellAnew(tables, customer, session);
        }
        erased(Copy.MESSAGES, redacted.size());
        erased(Copy.EPISODES, episodes);
        erased(Copy.VECTORS, redacted.size() + episodes);
        erased(Copy.INDEX, redacted.size() + episodes);
    }

    private static int tellAnew(Tables tables, CustomerId customer, SessionId session) {
        var flush = new SessionFlush(customer, session);
        List<EpisodeTable.Span> spans = tables.episodes().spans(customer, session);
        for (EpisodeTable.Span span : spans) {
            flush.extract(tables, tables.messages().between(customer, session, span.first(), span.last()), span.closed());
            tables.notes().removeAbout(span.id());
        }
        return spans.size();
    }
}
