package acquaint.memory.local;

import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where one episode of a session ends and the next begins: after a long pause, when there is too much for one, and where a
 * customer who had taken leave asks for something else. Pure.
 */
final class Boundaries {

    /** Over a weekend a matter is let lie; what comes later is told as what happened next. */
    static final Duration PAUSE = Duration.ofHours(60);
    /** As EverOS has them: 500 messages or 65,536 tokens, of some four characters each. */
    static final int MESSAGES = 500;
    static final int CHARACTERS = 4 * 65_536;

    /** Before a customer has said this much, a thank-you is a courtesy. */
    private static final int SAID = 2;
    private static final Pattern LEAVE = Phrase.of("\\b(?:thank(?:s| you)|bye|goodbye|that['’]s all|that is all|that(?:['’]ll| will) be all|have a (?:great|nice|good)|appreciate|danke|tschüs\\w*|merci|gracias)\\b");
    private static final Pattern CONSENT = Phrase.of("\\b(?:yes|proceed|please|confirm\\w*|ja|oui|sí)\\b");
    private static final Pattern RESUMED = Phrase.of("\\b(?:still|again|not working|does ?n['’]t|did ?n['’]t|has ?n['’]t|have ?n['’]t|the same|as (?:discussed|agreed|you said)|you (?:said|told|promised))\\b");
    private static final Pattern CODE = Pattern.compile("#?\\b(?=[\\p{Alnum}-]*\\d)(?=[\\p{Alnum}-]*\\p{Lu})[\\p{Alnum}-]{5,}\\b");

    private Boundaries() {}

    /** The parts of what was said, in order; the last one may go on. */
    static List<List<Said>> cells(List<Said> said) {
        var cells = new ArrayList<List<Said>>();
        int from = 0;
        int characters = 0;
        for (int i = 0; i < said.size(); i++) {
            if (i > from && (i - from >= MESSAGES || characters >= CHARACTERS || isPause(said.get(i - 1), said.get(i))
                    || isAnotherMatter(said.subList(from, i), said.get(i).utterance()))) {
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

    /** The customer had thanked and asks for something that has no number in common with what came before. */
    private static boolean isAnotherMatter(List<Said> cell, Utterance next) {
        List<Utterance> customers = cell.stream().map(Said::utterance).filter(one -> one.speaker() == Speaker.CUSTOMER).toList();
        if (next.speaker() != Speaker.CUSTOMER || customers.size() <= SAID || !isLeave(customers.getLast())
                || RESUMED.matcher(next.text()).find() || Wish.substance(next, false).isEmpty()) {
            return false;
        }
        Set<String> before = cell.stream().flatMap(one -> CODE.matcher(one.utterance().text()).results()).map(MatchResult::group).collect(Collectors.toSet());
        return CODE.matcher(next.text()).results().map(MatchResult::group).noneMatch(before::contains);
    }

    private static boolean isLeave(Utterance said) {
        return LEAVE.matcher(said.text()).find() && !CONSENT.matcher(said.text()).find() && Wish.substance(said, false).isEmpty();
    }
}
