package acquaint.reply;

import acquaint.model.Message;
import acquaint.reply.DraftReply.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds distress and anger in what waits for an answer, and the one sober sentence that meets it. */
public final class Feelings {

    private static final List<String> GRAVEST_FIRST = List.of("loss", "hardship", "again", "anger");
    /** A sentence in capitals: at least this many letters, this share of them upper case. */
    private static final int SHOUT_LETTERS = 14;
    private static final double SHOUT_SHARE = 0.7;

    private final Lexicon lexicon;

    Feelings(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Read when it is first asked for. */
    private static final class Signs {
        static final List<Lexicon> ALL = Stream.of(Language.values()).map(Lexicon::of).toList();
    }

    /** Whether a message sounds angry, by the signs of the languages that drafts are written in. Safe for any thread. */
    public static boolean upset(String text) {
        return Signs.ALL.stream().anyMatch(lexicon -> lexicon.points("anger", text) || lexicon.points("again", text)) 
                || text.chars().filter(Character::isUpperCase).count() >= SHOUT_LETTERS * SHOUT_SHARE && Prose.sentences(text).stream().anyMatch(Feelings::shouts);
    }

    Optional<Sentence> met(Dialogue dialogue) {
        for (String feeling : GRAVEST_FIRST) {
            for (Message message : dialogue.open().reversed()) {
                var sign = lexicon.first(feeling, message.text());
                if (sign.isPresent()) {
                    return Optional.of(sorry(feeling, Cite.message(message, sign.get().start())));
                }
            }
        }
        return dialogue.open().stream()
                .flatMap(m -> Prose.sentences(m.text()).stream().filter(Feelings::shouts).map(s -> sorry("anger", Cite.message(m, s))))
                .findFirst();
    }

    private Sentence sorry(String feeling, Evidence evidence) {
        return new Sentence(lexicon.say("sorry." + feeling), List.of(evidence));
    }

    private static boolean shouts(String sentence) {
        long letters = sentence.chars().filter(Character::isLetter).count();
        long capitals = sentence.chars().filter(Character::isUpperCase).count();
        return letters >= SHOUT_LETTERS && capitals > SHOUT_SHARE * letters;
    }
}
