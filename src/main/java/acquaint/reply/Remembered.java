package acquaint.reply;

import acquaint.memory.Episode;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.Outcomes.Told;
import acquaint.reply.PastMatters.Past;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what memory has to say on the matter: this customer's own past first, else what helped someone else. */
final class Remembered {

    private final Situation situation;
    private final PastMatters past;
    private final Outcomes outcomes;

    Remembered(Situation situation) {
        this.situation = situation;
        past = new PastMatters(situation);
        outcomes = new Outcomes(situation.lexicon());
    }

    List<Sentence> sentences() {
        if (!situation.turn().raisesMatter() || !situation.matter().fresh()) {
            return List.of();
        }
        List<Past> own = past.own();
        for (Past one : own) {
            Optional<Told> told = outcomes.own(one.episode()).filter(t -> bearsOnThis(one, t));
            if (told.isPresent()) {
                return answered(one, told.get());
            }
        }
        List<Sentence> others = precedent();
        boolean brief = situation.preferences().brief();
        return !others.isEmpty() || own.isEmpty() || brief || asksByMemory() ? others : seen(own.getFirst());
    }

    /** The question will name the past matter already. */
    private boolean asksByMemory() {
        return new OpenQuestion(situation).sentence().filter(q -> !q.evidence().isEmpty()).isPresent();
    }

    /** How another purchase was changed is no news to who changed it; what helped is, and so is the same purchase. */
    private boolean bearsOnThis(Past one, Told told) {
        boolean numbered = !one.references().isEmpty() || !situation.matter().references().isEmpty() || !situation.references().in(told.sentence()).isEmpty();
        return told.helped() || one.sameNumber() || told.steps() && !numbered;
    }

    private List<Sentence> answered(Past one, Told told) {
        Lexicon lexicon = situation.lexicon();
        String date = situation.date(one.episode().from());
        List<Sentence> sentences = new ArrayList<>();
        String mention = one.topic().map(t -> lexicon.say("past.topic", "date", date, "topic", t)).orElseGet(() -> lexicon.say("past.plain", "date", date));
        sentences.add(new Sentence(mention, List.of(Cite.episode(one.episode(), one.quote()))));
        String key = told.helped() ? "past.helped" : "past.answer";
        sentences.add(new Sentence(lexicon.say(key, "outcome", told.sentence()), List.of(Cite.episode(one.episode(), told.sentence()))));
        return sentences;
    }

    private List<Sentence> seen(Past one) {
        return one.topic().map(topic -> new Sentence(
                        situation.lexicon().say("past.seen", "date", situation.date(one.episode().from()), "topic", topic),
                        List.of(Cite.episode(one.episode(), one.quote()))))
                .stream().toList();
    }

    private List<Sentence> precedent() {
        for (Episode episode : past.others()) {
            Optional<Told> told = outcomes.general(episode);
            if (told.isPresent()) {
                String key = told.get().helped() ? "precedent.helped" : "precedent.answer";
                return List.of(new Sentence(situation.lexicon().say(key, "outcome", told.get().sentence()),
                        List.of(Cite.precedent(episode, told.get().sentence()))));
            }
        }
        return List.of();
    }
}
