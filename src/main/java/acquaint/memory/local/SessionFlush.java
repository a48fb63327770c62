package acquaint.memory.local;

import acquaint.memory.FlushResult;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.List;

/**
 * Turns what was said in a session since its last closed episode into episodes and profile items, in the place of those
 * that an earlier flush made of the same messages.
 */
final class SessionFlush implements EmbedThread.Change<FlushResult> {

    private final CustomerId customer;
    private final SessionId session;

    SessionFlush(CustomerId customer, SessionId session) {
        this.customer = customer;
        this.session = session;
    }

    @Override
    public FlushResult to(Tables tables) {
        List<Said> open = open(tables);
        if (open.isEmpty() || open.getLast().sequence() == tables.episodes().last(customer, session)) {
            return FlushResult.NOTHING_NEW;
        }
        List<List<Said>> cells = Boundaries.cells(open);
        dropOpen(tables);
        for (int i = 0; i < cells.size(); i++) {
            extract(tables, cells.get(i), i < cells.size() - 1);
        }
        return FlushResult.EXTRACTED;
    }

    /** Extracts what a boundary has closed, if there is something; the rest waits for a flush. */
    boolean closeWhatIsComplete(Tables tables) {
        List<List<Said>> cells = Boundaries.cells(open(tables));
        if (cells.size() < 2) {
            return false;
        }
        dropOpen(tables);
        cells.subList(0, cells.size() - 1).forEach(cell -> extract(tables, cell, true));
        return true;
    }

    private List<Said> open(Tables tables) {
        long closed = tables.episodes().spans(customer, session).stream().filter(EpisodeTable.Span::closed).mapToLong(EpisodeTable.Span::last).max().orElse(0);
        return tables.messages().inSessionAfter(customer, session, closed);
    }

    private void dropOpen(Tables tables) {
        List<String> open = tables.episodes().spans(customer, session).stream().filter(span -> !span.closed()).map(EpisodeTable.Span::id).toList();
        open.forEach(tables.items()::deleteHeard);
        tables.episodes().delete(open);
        tables.changes().add(open);
    }

    /** Also in the place of an episode of the same messages. */
    void extract(Tables tables, List<Said> cell, boolean closed) {
        Extraction extraction = Extraction.of(customer, session, cell, tables.forgotten()::upTo);
        String id = extraction.episode().id();
        tables.episodes().put(extraction.episode(), new EpisodeTable.Span(id, cell.getFirst().sequence(), cell.getLast().sequence(), closed));
        tables.items().deleteHeard(id);
        extraction.items().forEach(item -> tables.items().hear(item, id));
        tables.changes().add(id);
    }
}
