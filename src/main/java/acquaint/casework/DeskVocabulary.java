package acquaint.casework;

import acquaint.pattern.Vocabulary;
import acquaint.store.Session;
import acquaint.store.TimelineTable;

/**
 * How telling words are on one desk, by what customers wrote in its newest tickets. Learning that takes a few tenths of a second, so it is learnt once, and again when some
 * part of what it was learnt from is no longer the newest. Safe for any thread; whoever comes while it is learnt waits.
 */
public final class DeskVocabulary {

    private static final int SAMPLE = 500;
    private static final int CHARACTERS = 600;
    /** With one in so many tickets of the sample anew, words tell about as much as before. */
    private static final int STALE = 20;

    private Vocabulary learnt;
    private TimelineTable.Newest upTo;
    private int sample;

    /** As it is now, or was a few tickets ago; of a desk with few tickets always as it is now. */
    synchronized Vocabulary of(Session session) {
        TimelineTable.Newest newest = session.timeline().newest();
        if (learnt == null || isStale(newest)) {
            var texts = session.timeline().firstWords(CHARACTERS, SAMPLE);
            learnt = Vocabulary.of(texts);
            sample = texts.size();
            upTo = newest;
        }
        return learnt;
    }

    private boolean isStale(TimelineTable.Newest newest) {
        int tolerated = sample / STALE;
        return Math.abs(newest.ticket() - upTo.ticket()) > tolerated || Math.abs(newest.message() - upTo.message()) > tolerated * TimelineTable.FIRST;
    }
}
