package acquaint.brief;

import acquaint.model.Message;
import acquaint.reply.Feelings;
import acquaint.reply.Language;
import acquaint.reply.Lexicon;
import acquaint.reply.Saying;
import acquaint.reply.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a customer sounds. */
enum Mood {
    CALM, WORRIED, ANGRY, CONTENT;

    /** A mood that begins with this sentence. */
    record Change(Mood mood, Spoken sentence) {}

    /** A sentence of fewer words is a greeting or a name, and shows nothing. */
    private static final int TELLING = 4;

    private static final List<Lexicon> LEXICONS = Stream.of(Language.values()).map(Lexicon::of).toList();

    /** The customer's moods in their order, each with the sentence that first shows it. Thanks count at the end, and where they follow upon distress. */
    static List<Change> course(List<Message> conversation) {
        List<Message> said = conversation.stream().filter(message -> message.isFrom(Message.Kind.CUSTOMER)).toList();
        var course = new ArrayList<Change>();
        for (Message message : said) {
            boolean thanks = message == said.getLast() || course.stream().anyMatch(one -> one.mood() == ANGRY || one.mood() == WORRIED);
            change(message, thanks).filter(next -> course.isEmpty() || course.getLast().mood() != next.mood()).ifPresent(course::add);
        }
        return course;
    }

    /** The gravest that a sentence of the message shows. */
    private static Optional<Change> change(Message message, boolean thanks) {
        List<Spoken> sentences = Spoken.in(message);
        for (Mood mood : thanks ? List.of(ANGRY, WORRIED, CONTENT) : List.of(ANGRY, WORRIED)) {
            Optional<Spoken> shows = sentences.stream().filter(one -> mood.isIn(one.text())).findFirst();
            if (shows.isPresent()) {
                return Optional.of(new Change(mood, shows.get()));
            }
        }
        return sentences.stream().filter(one -> one.text().split("\\s+").length >= TELLING).findFirst().or(() -> sentences.stream().findFirst())
                .map(one -> new Change(CALM, one));
    }

    private boolean isIn(String sentence) {
        return switch (this) {
            case ANGRY -> Feelings.upset(sentence) || sentence.contains("!!");
            case WORRIED -> points("loss", sentence) || points("hardship", sentence);
            case CONTENT -> (Saying.RELIEF.isIn(sentence) || points("thanks", sentence)) && !points("request", sentence) && !sentence.contains("?");
            case CALM -> true;
        };
    }

    private static boolean points(String sign, String sentence) {
        return LEXICONS.stream().anyMatch(lexicon -> lexicon.points(sign, sentence));
    }
}
