package acquaint.reply;

import acquaint.memory.Episode;
import acquaint.memory.Passage;
import acquaint.memory.Recall;
import acquaint.model.Message;
import acquaint.reply.Digest.About;
import acquaint.reply.Digest.Point;
import acquaint.reply.DraftReply.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells in short without a language model: the sentences that say most, as they were said. The same ticket gives the same digest. Safe for any thread.
 */
final class ComposedDigest {

    private static final int WANTED = 2;
    private static final int ANSWERED = 2;
    private static final int PROMISED = 2;
    private static final int NEWEST = 3;
    private static final int OF_ONE_MESSAGE = 2;
    private static final int ANSWERS = 3;
    private static final double SAME = 0.8;
    /** Below this a remembered sentence has nothing to do with the question. */
    private static final double ANSWERING = 0.3;

    private final Claims claims = new Claims();
    private final Likeness likeness;

    ComposedDigest(Likeness likeness) {
        this.likeness = likeness;
    }

    Digest summary(DraftRequest request) {
        Dialogue dialogue = Dialogue.of(request.conversation());
        List<Message> customer = dialogue.from(Message.Kind.CUSTOMER);
        var points = new ArrayList<Point>();
        customer.stream().limit(1).forEach(first -> points.addAll(points(About.WANTED, first, WANTED)));
        promises(dialogue).forEach(points::add);
        dialogue.lastReply().ifPresent(reply -> points(About.ANSWERED, reply, ANSWERED).stream().filter(point -> isNew(points, point)).forEach(points::add));
        if (customer.size() > 1) {
            dialogue.open().reversed().stream().flatMap(message -> points(About.NEWEST, message, OF_ONE_MESSAGE).stream()).filter(point -> isNew(points, point))
                    .limit(NEWEST).forEach(points::add);
        }
        return new Digest(points, Optional.empty());
    }

    /** Memory has one thing in several forms, and telling it once is enough. */
    private static boolean isNew(List<Point> points, Point point) {
        var words = ContentWords.in(point.sentence().text());
        return points.stream().noneMatch(other -> other.sentence().text().equals(point.sentence().text())
                || !words.isEmpty() && ContentWords.share(words, ContentWords.in(other.sentence().text())) >= SAME);
    }

    private Stream<Point> promises(Dialogue dialogue) {
        return dialogue.from(Message.Kind.REPLY).reversed().stream()
                .flatMap(reply -> sentences(reply).stream().filter(sentence -> Saying.promises(sentence, reply.text())).map(sentence -> point(About.PROMISED, reply, sentence)))
                .limit(PROMISED);
    }

    /** Only what was said after position {@code since}, in its order; notes, too, since the agent may read them. */
    Digest catchUp(DraftRequest request, long since) {
        return new Digest(request.conversation().stream().filter(message -> message.position() > since).flatMap(message -> switch (message.kind()) {
            case CUSTOMER -> points(About.NEWEST, message, OF_ONE_MESSAGE).stream();
            case REPLY -> points(About.ANSWERED, message, OF_ONE_MESSAGE).stream();
            case NOTE -> points(About.NOTED, message, OF_ONE_MESSAGE).stream();
            case EVENT -> Stream.<Point>empty();
        }).toList(), Optional.empty());
    }

    private List<Point> points(About about, Message message, int most) {
        List<String> sentences = sentences(message);
        return sentences.stream().limit(most).map(sentence -> point(about, message, sentence)).toList();
    }

    /** Those that say something; all of them where none does. */
    private List<String> sentences(Message message) {
        List<String> all = AnswerText.sentences(PlainText.of(message.text())).stream().map(AnswerText.Cited::text).toList();
        List<String> saying = all.stream().filter(sentence -> !claims.isCourtesy(sentence, !Entities.in(sentence).isEmpty())
                || message.isFrom(Message.Kind.CUSTOMER) && sentence.endsWith("?")).toList();
        return saying.isEmpty() ? all : saying;
    }

    private static Point point(About about, Message message, String sentence) {
        return new Point(about, new Sentence(sentence, List.of(Cite.message(message, sentence))));
    }

    private record Remembered(String text, Evidence evidence) {}

    private record Scored(Remembered remembered, double score) {}

    /** What memory has that comes nearest to the question, each once, best first. */
    Digest answer(String question, Recall recall) throws InterruptedException {
        List<Remembered> all = Stream.of(
                        recall.profile().stream().map(item -> new Remembered(item.text(), Cite.profile(item))),
                        recall.episodes().stream().flatMap(ComposedDigest::remembered),
                        recall.passages().stream().flatMap(ComposedDigest::remembered))
                .flatMap(each -> each).toList();
        Optional<double[]> alike = likeness.to(question, all.stream().map(Remembered::text).toList());
        var words = ContentWords.in(question);
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < all.size(); i++) {
            double share = ContentWords.share(words, ContentWords.in(all.get(i).text()));
            scored.add(new Scored(all.get(i), alike.isPresent() ? (alike.get()[i] + share) / 2 : share));
        }
        var points = new ArrayList<Point>();
        scored.stream().filter(one -> one.score() >= ANSWERING).sorted(Comparator.comparingDouble(Scored::score).reversed()).map(Scored::remembered)
                .map(one -> new Point(About.REMEMBERED, new Sentence(one.text(), List.of(one.evidence())))).filter(point -> isNew(points, point)).limit(ANSWERS).forEach(points::add);
        return new Digest(points, Optional.empty());
    }

    private static Stream<Remembered> remembered(Episode episode) {
        Stream<String> facts = episode.facts().stream().map(fact -> fact.text());
        return Stream.concat(Stream.concat(Stream.of(episode.summary()), facts), episode.result().stream()).filter(text -> !text.isBlank())
                .map(text -> new Remembered(text, Cite.episode(episode, text)));
    }

    private static Stream<Remembered> remembered(Passage passage) {
        return AnswerText.sentences(PlainText.of(passage.utterance().text())).stream().map(AnswerText.Cited::text)
                .map(sentence -> new Remembered(sentence, Cite.passage(passage, Math.max(0, passage.utterance().text().indexOf(sentence)))));
    }
}
