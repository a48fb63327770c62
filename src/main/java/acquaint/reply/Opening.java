package acquaint.reply;

import acquaint.model.Message;
import acquaint.reply.DraftReply.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the sentences that meet what the customer just said. */
final class Opening {

    private final Situation situation;
    private final Lexicon lexicon;

    Opening(Situation situation) {
        this.situation = situation;
        lexicon = situation.lexicon();
    }

    List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        Optional<Sentence> sorry = new Feelings(lexicon).met(situation.dialogue());
        boolean leaving = situation.turn().closes();
        sorry.filter(_ -> !leaving).ifPresent(sentences::add);
        sentences.add(met());
        return sentences;
    }

    private Sentence met() {
        return switch (situation.turn()) {
            case REQUEST -> situation.topic().map(this::request).orElseGet(this::unclear);
            case FOLLOW_UP -> followUp();
            case REFERENCE -> reference();
            case HUMAN -> plain("open.human");
            case THANKS -> plain("open.thanks");
            case UNABLE -> plain("open.unable");
            case DETAILS -> plain("open.details");
            case CONFIRMED -> plain("open.confirmed");
            case QUESTION -> question();
            case OTHER -> plain("open.other");
        };
    }

    private Sentence request(String topic) {
        String key = situation.running() ? "open.request.running" : "open.request";
        return new Sentence(lexicon.say(key, "topic", topic, "call", situation.call()), situation.matter().evidence());
    }

    private Sentence question() {
        String open = situation.dialogue().openText();
        Optional<String> topic = situation.topics().intent(open).isPresent() ? situation.topic() : situation.topics().aspect(open);
        return topic.map(t -> new Sentence(lexicon.say("open.question.topic", "topic", t, "call", situation.call()), about()))
                .orElseGet(() -> plain("open.question"));
    }

    private List<Evidence> about() {
        return Stream.concat(newest().stream(), situation.matter().evidence().stream()).distinct().toList();
    }

    private Sentence unclear() {
        return plain(situation.topics().asksSomething(situation.dialogue().openText()) ? "open.question" : "open.unclear");
    }

    private Sentence plain(String key) {
        return new Sentence(lexicon.say(key, "call", situation.call()), newest());
    }

    private Sentence reference() {
        for (Message message : situation.dialogue().open().reversed()) {
            List<Reference> given = situation.references().in(message.text());
            Optional<String> numbers = situation.topics().numbers(given);
            if (numbers.isPresent()) {
                List<Evidence> evidence = given.stream().map(r -> Cite.message(message, r.start())).distinct().toList();
                return new Sentence(lexicon.say("open.reference", "reference", numbers.get(), "call", situation.call()), evidence);
            }
        }
        return plain("open.details");
    }

    private Sentence followUp() {
        Message ours = situation.dialogue().said().getLast();
        List<Evidence> evidence = new ArrayList<>(List.of(Cite.message(ours, 0)));
        String date = situation.date(ours.at());
        if (situation.topic().isEmpty()) {
            return new Sentence(lexicon.say("open.followup.plain", "date", date), evidence);
        }
        evidence.addAll(situation.matter().evidence());
        return new Sentence(lexicon.say("open.followup", "date", date, "topic", situation.topic().get()), evidence);
    }

    private List<Evidence> newest() {
        List<Message> open = situation.dialogue().open();
        return open.isEmpty() ? situation.matter().evidence() : List.of(Cite.message(open.getLast(), 0));
    }
}
