package acquaint.reply;

import acquaint.model.Message;
import acquaint.reply.DraftReply.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes how it goes on: the one question there is to ask, or that someone looks into it. Nothing more is ever promised. */
final class NextStep {

    private final Situation situation;
    private final Lexicon lexicon;

    NextStep(Situation situation) {
        this.situation = situation;
        lexicon = situation.lexicon();
    }

    List<Sentence> sentences() {
        return switch (situation.turn()) {
            case THANKS -> List.of(new Sentence(lexicon.say("next.thanks"), List.of()));
            case FOLLOW_UP -> List.of(new Sentence(lexicon.say("next.followup"), List.of()));
            case HUMAN -> situation.topic().map(t -> claim(lexicon.say("next.human", "topic", t))).stream().toList();
            case UNABLE -> lookup();
            case CONFIRMED -> List.of(looking());
            case QUESTION -> List.of(looking());
            case REQUEST, REFERENCE, DETAILS, OTHER -> asked().orElseGet(() -> List.of(looking()));
        };
    }

    private Optional<List<Sentence>> asked() {
        return new OpenQuestion(situation).sentence().map(question -> {
            List<Sentence> sentences = new ArrayList<>(List.of(question));
            if (!situation.preferences().brief() && situation.matter().intent() != Intent.GENERAL && question.evidence().isEmpty()) {
                sentences.add(claim(lexicon.say("next.once")));
            }
            return sentences;
        });
    }

    private Sentence looking() {
        boolean question = situation.turn() == Turn.QUESTION || situation.turn() == Turn.REQUEST && situation.matter().intent() == Intent.GENERAL
                && situation.topics().asksSomething(situation.dialogue().openText());
        if (question) {
            return claim(lexicon.say("next.checking"));
        }
        boolean named = situation.turn() == Turn.REQUEST || situation.turn() == Turn.REFERENCE;
        return named || situation.topic().isEmpty()
                ? claim(lexicon.say("next.this"))
                : claim(lexicon.say("next.topic", "topic", situation.topic().get()));
    }

    /** Details on record, or given in this conversation, are enough to look a purchase up by. */
    private List<Sentence> lookup() {
        List<Evidence> details = new ArrayList<>();
        situation.request().customer().addresses().stream().findFirst()
                .ifPresent(a -> details.add(Cite.record(situation.request().customer(), a.value())));
        for (Message message : situation.dialogue().from(Message.Kind.CUSTOMER)) {
            lexicon.first("details", message.text()).ifPresent(d -> details.add(Cite.message(message, d.start())));
        }
        return List.of(details.isEmpty()
                ? new Sentence(lexicon.say("ask.account"), List.of())
                : new Sentence(lexicon.say("next.lookup"), details));
    }

    private Sentence claim(String text) {
        List<Message> open = situation.dialogue().open();
        List<Evidence> evidence = situation.matter().evidence();
        return new Sentence(text, evidence.isEmpty() && !open.isEmpty() ? List.of(Cite.message(open.getLast(), 0)) : evidence);
    }
}
