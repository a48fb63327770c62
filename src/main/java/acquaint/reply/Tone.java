package acquaint.reply;

import java.util.List;
import java.util.stream.Stream;

/** How a customer's words sound, by the signs of the languages that drafts are written in. Safe for any thread. */
public enum Tone {
    PLAIN, GLAD, UPSET;

    /** Read when it is first asked for. */
    private static final class Signs {
        static final List<Lexicon> ALL = Stream.of(Language.values()).map(Lexicon::new).toList();
    }

    /** Anger counts before thanks: "Thanks for nothing, this is ridiculous". */
    public static Tone of(String text) {
        if (Signs.ALL.stream().anyMatch(lexicon -> lexicon.points("anger", text) || lexicon.points("again", text)) || Prose.sentences(text).stream().anyMatch(Feelings::shouts)) {
            return UPSET;
        }
        return Saying.RELIEF.isIn(text) ? GLAD : PLAIN;
    }
}
