package acquaint.brief;

import acquaint.model.Message;
import acquaint.reply.ContentWords;
import acquaint.reply.Dialogue;
import acquaint.reply.Language;
import acquaint.reply.Lexicon;
import acquaint.reply.Saying;
import acquaint.reply.Spoken;
import acquaint.reply.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds questions that nobody answered: the customer's since the last reply, and the desk's that the customer could not answer or has not answered yet. */
final class Questions {

    private static final List<Lexicon> LEXICONS = Stream.of(Language.values()).map(Lexicon::of).toList();
    private static final List<Topics> TOPICS = LEXICONS.stream().map(Topics::new).toList();
    /** An answer has this part of the question's words at least. */
    private static final double ABOUT = 0.5;

    private static final Pattern POINTS_BACK = Pattern.compile("\\b(?:those|these|this|the|diese) (?:details|information|angaben)\\b[^,]*$", Pattern.CASE_INSENSITIVE);

    private final Dialogue dialogue;

    Questions(List<Message> conversation) {
        dialogue = Dialogue.of(conversation);
    }

    /** Oldest first. */
    List<Spoken> ofCustomer() {
        return dialogue.open().stream().flatMap(message -> Spoken.in(message).stream())
                .filter(one -> asks(one.text())).toList();
    }

    /** Whether a sentence really asks: "Can you help me with that?" does not. */
    static boolean asks(String sentence) {
        return sentence.endsWith("?") && TOPICS.stream().allMatch(topics -> topics.asksSomething(sentence));
    }

    /** Oldest first, each once. */
    List<Spoken> ofDesk() {
        List<Message> said = dialogue.said();
        var open = new ArrayList<Spoken>();
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).isFrom(Message.Kind.REPLY)) {
                boolean last = i == said.size() - 1;
                if (last || isUnanswered(said.subList(i + 1, said.size()))) {
                    asked(said.get(i), last).filter(one -> open.stream().noneMatch(other -> alike(one, other))).forEach(open::add);
                }
            }
        }
        return open;
    }

    private static Stream<Spoken> asked(Message reply, boolean last) {
        List<Spoken> all = Spoken.in(reply);
        return all.stream().filter(one -> Saying.ASKED.isIn(one.text()) || last && Saying.OFFER.isIn(one.text()) && one.text().endsWith("?"))
                .filter(one -> !Saying.NOOFFER.isIn(one.text()) && !Saying.YOURS.isIn(one.text())).map(one -> meant(one, all));
    }

    /** "Could you provide those details?" asks for what the sentence before it names. */
    private static Spoken meant(Spoken one, List<Spoken> all) {
        int at = all.indexOf(one);
        return at > 0 && POINTS_BACK.matcher(one.text()).find() ? all.get(at - 1) : one;
    }

    /** The next message says that it is not at hand, and no later one gives it. */
    private static boolean isUnanswered(List<Message> after) {
        Message next = after.getFirst();
        boolean lacks = next.isFrom(Message.Kind.CUSTOMER) && LEXICONS.stream().anyMatch(lexicon -> lexicon.points("unable", next.text()) && lexicon.points("identifier", next.text()));
        return lacks && after.stream().skip(1).noneMatch(message -> message.isFrom(Message.Kind.REPLY)
                && Spoken.in(message).stream().anyMatch(one -> Saying.DONE.isIn(one.text()) || Saying.CHECKED.isIn(one.text()) && !Saying.NOTFOUND.isIn(one.text())));
    }

    private static boolean alike(Spoken one, Spoken other) {
        Set<String> some = ContentWords.in(one.text());
        Set<String> others = ContentWords.in(other.text());
        return Math.max(ContentWords.share(some, others), ContentWords.share(others, some)) >= ABOUT;
    }
}
