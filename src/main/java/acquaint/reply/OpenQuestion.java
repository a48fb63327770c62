package acquaint.reply;

import acquaint.memory.Passage;
import acquaint.model.Message;
import acquaint.reply.DraftReply.Sentence;
import acquaint.reply.Intent.Need;
import java.util.List;
import java.util.Optional;

/** The one question to ask: the first thing needed that nobody told and that we have not asked for yet. */
final class OpenQuestion {

    private final Situation situation;
    private final Lexicon lexicon;
    private final String customerSaid;
    private final String weSaid;

    OpenQuestion(Situation situation) {
        this.situation = situation;
        lexicon = situation.lexicon();
        customerSaid = situation.dialogue().text(Message.Kind.CUSTOMER) + "\n" + situation.request().ticket().subject();
        weSaid = situation.dialogue().text(Message.Kind.REPLY);
    }

    Optional<Sentence> sentence() {
        return situation.matter().intent().needs().stream().filter(n -> !isTold(n) && !wasAsked(n)).findFirst().map(this::question);
    }

    private boolean wasAsked(Need need) {
        return lexicon.points("asked." + need.key(), weSaid);
    }

    private boolean isTold(Need need) {
        return switch (need) {
            case REFERENCE -> hasReference() || lexicon.points("told.reference", customerSaid) || cannotTell();
            case ITEM -> namesMoreThanAPurchase() || lexicon.points("told.item", customerSaid);
            case WISH -> situation.turn() != Turn.REQUEST || namesMoreThanAPurchase()
                    || situation.topics().asksSomething(situation.dialogue().openText()) || situation.topics().aspect(customerSaid).isPresent();
            case TARGET -> lexicon.points("told.target", lexicon.pattern("ignore.target").matcher(Prose.plain(customerSaid)).replaceAll(" "));
            case REASON, SYMPTOM, WHEN, WRONG -> lexicon.points("told." + need.key(), customerSaid);
        };
    }

    /** Whoever said that the number is not at hand is not asked for it again. */
    private boolean cannotTell() {
        return Prose.sentences(customerSaid).stream().anyMatch(s -> lexicon.points("unable", s) && lexicon.points("identifier", s));
    }

    private boolean hasReference() {
        boolean other = situation.matter().fresh() && lexicon.points("another", situation.dialogue().openText());
        List<Reference> given = other
                ? situation.matter().references()
                : situation.references().in(customerSaid + "\n" + weSaid);
        return given.stream().anyMatch(r -> r.kind().identifies() || situation.matter().intent() == Intent.DELAY);
    }

    private Sentence question(Need need) {
        if (need == Need.REFERENCE) {
            return formerReference().orElseGet(() -> new Sentence(lexicon.say("ask.reference." + expected() + (several() ? ".many" : "")), List.of()));
        }
        return new Sentence(lexicon.say("ask." + need.key()), List.of());
    }

    private boolean namesMoreThanAPurchase() {
        return situation.matter().thing().filter(t -> !situation.topics().things().isPurchase(t)).isPresent();
    }

    private boolean several() {
        return situation.matter().thing().filter(t -> lexicon.points("several", t)).isPresent();
    }

    private String expected() {
        if (lexicon.points("travel", customerSaid)) {
            return "reservation";
        }
        return switch (situation.matter().intent()) {
            case RETURN, EXCHANGE, DAMAGED, DELIVERY -> "order";
            default -> lexicon.points("retail", customerSaid) ? "order" : "any";
        };
    }

    /** The number of a like matter of this customer before, to be confirmed rather than asked for anew. */
    private Optional<Sentence> formerReference() {
        return several() || lexicon.points("another", situation.dialogue().openText()) ? Optional.empty() : fromEpisodes().or(this::fromPassages);
    }

    private Optional<Sentence> fromEpisodes() {
        return new PastMatters(situation).own().stream()
                .filter(p -> p.references().size() == 1 && fits(p.references().getFirst()) && !isDone(p))
                .map(p -> {
                    String number = p.references().getFirst().number();
                    String told = p.episode().subject().contains(number) ? p.episode().subject() : p.episode().summary();
                    return confirm(p.references().getFirst(), Cite.episode(p.episode(), Prose.around(told, told.indexOf(number))));
                })
                .findFirst();
    }

    /** What was cancelled is not cancelled again. */
    private boolean isDone(PastMatters.Past past) {
        return situation.matter().intent() == Intent.CANCEL && past.episode().result()
                .filter(o -> lexicon.points("intent.cancel", o) && !lexicon.points("refusal", o)).isPresent();
    }

    private Optional<Sentence> fromPassages() {
        for (Passage passage : situation.request().recall().passages()) {
            String text = passage.utterance().text();
            List<Reference> found = situation.references().in(text).stream().filter(this::fits).toList();
            boolean alike = situation.topics().intent(text).equals(Optional.of(situation.matter().intent()));
            if (found.size() == 1 && alike && !passage.session().equals(situation.request().ticket().id().session())) {
                return Optional.of(confirm(found.getFirst(), Cite.passage(passage, found.getFirst().start())));
            }
        }
        return Optional.empty();
    }

    private boolean fits(Reference reference) {
        String expected = expected();
        return reference.kind().identifies() && (expected.equals("any") || reference.kind().key().equals(expected));
    }

    private Sentence confirm(Reference reference, Evidence evidence) {
        String named = situation.topics().numbers(List.of(reference)).orElse(reference.number());
        return new Sentence(lexicon.say("ask.confirm", "reference", named, "date", situation.date(evidence.at())), List.of(evidence));
    }
}
