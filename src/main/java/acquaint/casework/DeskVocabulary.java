package acquaint.casework;

import acquaint.pattern.Vocabulary;
import acquaint.store.Session;
import acquaint.store.TimelineTable;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How telling words are on one desk, by what customers wrote in its newest tickets. Learning that takes a few tenths of a second, so it is learnt once, and again when some
 * part of what it was learnt from is no longer the newest. Safe for any thread; whoever comes while it is learnt waits if there is none yet, and has the one before otherwise.
 */
public final class DeskVocabulary {

    private static final int SAMPLE = 500;
    private static final int CHARACTERS = 600;
    /** With one in so many tickets of the sample anew, words tell about as much as before. */
    private static final int STALE = 20;

    private record Learnt(Vocabulary vocabulary, TimelineTable.Newest upTo, int sample) {

        boolean isStale(TimelineTable.Newest newest) {
            int tolerated = sample / STALE;
            return Math.abs(newest.ticket() - upTo.ticket()) > tolerated || Math.abs(newest.message() - upTo.message()) > tolerated * TimelineTable.FIRST;
        }
    }

    private final ReentrantLock learning = new ReentrantLock();
    private volatile Learnt learnt;

    /** As it is now, or was a few tickets ago; of a desk with few tickets as it is now. */
    Vocabulary of(Session session) {
        TimelineTable.Newest newest = session.timeline().newest();
        Learnt known = learnt;
        if (known == null) {
            learning.lock();
        } else if (!known.isStale(newest) || !learning.tryLock()) {
            return known.vocabulary();
        }
        try {
            if (learnt == null || learnt.isStale(newest)) {
                List<String> texts = session.timeline().firstWords(CHARACTERS, SAMPLE);
                learnt = new Learnt(Vocabulary.of(texts), newest, texts.size());
            }
            return learnt.vocabulary();
        } finally {
            learning.unlock();
        }
    }
}
