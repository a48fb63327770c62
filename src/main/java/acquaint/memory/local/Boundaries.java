package acquaint.memory.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one episode of a session ends and the next begins: after a long pause, when there is too much for one, and where
 * another topic begins. Pure.
 */
final class Boundaries {

    /** Over a weekend a matter is let lie; what comes later is told as what happened next. */
    static final Duration PAUSE = Duration.ofHours(60);
    /** As EverOS has them: 500 messages or 65,536 tokens, of some four characters each. */
    static final int MESSAGES = 500;
    static final int CHARACTERS = 4 * 65_536;

    private Boundaries() {}

    /** The parts of what was said, in order; the last one may go on. */
    static List<List<Said>> cells(List<Said> said) {
        var cells = new ArrayList<List<Said>>();
        int from = 0;
        int characters = 0;
        for (int i = 0; i < said.size(); i++) {
            if (i > from && (i - from >= MESSAGES || characters >= CHARACTERS || isPause(said.get(i - 1), said.get(i)))) {
                cells.add(said.subList(from, i));
                from = i;
                characters = 0;
            }
            characters += said.get(i).utterance().text().length();
        }
        if (from < said.size()) {
            cells.add(said.subList(from, said.size()));
        }
        return cells;
    }

    private static boolean isPause(Said before, Said after) {
        return Duration.between(before.utterance().at(), after.utterance().at()).compareTo(PAUSE) >= 0;
    }
}
