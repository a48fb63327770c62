package acquaint.reply;

import acquaint.memory.ProfileItem;
import acquaint.model.Message;
import acquaint.privacy.PersonalData;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes a reply without a language model, put together from evidence: it greets, says what the matter is, recalls what
 * helped before, and asks what is missing or says that someone looks into it. The same request gives the same draft.
 * Safe for any thread; takes a few milliseconds and reads nothing but its request.
 */
public final class ComposedDraft {

    /** A reply longer than this is not read; memory and preferences give way first. */
    private static final int MOST_WORDS = 90;
    /** A message shows its language by this many of that language's commonest words. */
    private static final int SURE_WORDS = 3;

    /** How many proposals there are at most. */
    private static final int PROPOSALS = 3;

    private final ZoneId zone;
    private final Supplier<PersonalData> rules;

    /** {@code zone} is the desk's: it decides what "the same day" is and which date is written. */
    public ComposedDraft(ZoneId zone) {
        this(zone, () -> new PersonalData(Set.of(), List.of()));
    }

    /** As above; {@code rules} say what is personal data in what was said to others. */
    public ComposedDraft(ZoneId zone, Supplier<PersonalData> rules) {
        this.zone = zone;
        this.rules = rules;
    }

    /** The first of {@link #proposals}. */
    public DraftReply compose(DraftRequest request) {
        return proposals(request).getFirst();
    }

    /**
     * One to three: put together from this customer's own evidence, and from what agents answered in like cases. Within a dialogue the latter does more often what the
     * agent then did (README, measured by bench-past-replies); at its beginning, at its end and where memory has something to say, the former comes first.
     */
    public List<DraftReply> proposals(DraftRequest request) {
        Dialogue dialogue = Dialogue.of(request.conversation());
        Situation situation = Situation.of(request, dialogue, lexicon(request, dialogue), zone);
        DraftReply own = own(request, situation);
        long answered = own.answered();
        List<DraftReply> past = new PastBody(situation, rules.get()).best(PROPOSALS - 1).stream().map(body -> past(situation, body, answered)).toList();
        boolean ownFirst = situation.dialogue().lastReply().isEmpty() || situation.turn().closes() || own.restsOnMemory();
        return Stream.of(ownFirst ? List.of(own) : past, ownFirst ? past : List.of(own)).flatMap(List::stream).toList();
    }

    private static DraftReply past(Situation situation, PastBody.Body body, long answered) {
        List<Paragraph> paragraphs = Stream.of(List.of(greeting(situation)), body.paragraphs(), List.of(signOff(situation))).flatMap(List::stream)
                .filter(sentences -> !sentences.isEmpty()).map(Paragraph::new).toList();
        return new DraftReply(paragraphs, answered, Optional.empty());
    }

    private DraftReply own(DraftRequest request, Situation situation) {
        long answered = request.conversation().stream().mapToLong(Message::position).max().orElse(0);
        List<Sentence> memory = new Remembered(situation).sentences();
        List<Sentence> kept = kept(situation);
        DraftReply draft = draft(situation, memory, kept, answered);
        if (Prose.words(draft.text()) > MOST_WORDS) {
            draft = draft(situation, memory, List.of(), answered);
        }
        return Prose.words(draft.text()) > MOST_WORDS ? draft(situation, List.of(), List.of(), answered) : draft;
    }

    private DraftReply draft(Situation situation, List<Sentence> memory, List<Sentence> kept, long answered) {
        List<Sentence> opening = new Opening(situation).sentences();
        List<Sentence> next = new NextStep(situation).sentences();
        List<Paragraph> paragraphs = body(situation, opening, memory, together(next, kept))
                .filter(sentences -> !sentences.isEmpty())
                .map(Paragraph::new)
                .toList();
        return new DraftReply(paragraphs, answered, Optional.empty());
    }

    /** In a running chat what needs no room of its own stands in one paragraph. */
    private static Stream<List<Sentence>> body(Situation situation, List<Sentence> opening, List<Sentence> memory, List<Sentence> next) {
        return situation.running() && memory.isEmpty()
                ? Stream.of(together(opening, next), signOff(situation))
                : Stream.of(greeting(situation), together(opening, memory), next, signOff(situation));
    }

    private static List<Sentence> together(List<Sentence> first, List<Sentence> second) {
        List<Sentence> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<Sentence> greeting(Situation situation) {
        if (situation.running()) {
            return List.of();
        }
        Lexicon lexicon = situation.lexicon();
        FormOfAddress address = situation.address();
        String text = address.name().map(n -> lexicon.say("greeting.named", "name", n)).orElseGet(() -> lexicon.say("greeting.unnamed"));
        return List.of(new Sentence(text, address.evidence()));
    }

    /** In a running chat the name alone, and no name where the desk gave none. */
    private static List<Sentence> signOff(Situation situation) {
        String agent = situation.request().agentName().strip();
        String key = agent.isEmpty() ? "signoff.unnamed" : situation.running() ? "signoff.running" : "signoff";
        return List.of(new Sentence(situation.lexicon().say(key, "agent", agent), List.of()));
    }

    private static List<Sentence> kept(Situation situation) {
        if (situation.running() || situation.turn().closes() || situation.preferences().brief()) {
            return List.of();
        }
        Optional<Preferences.Kept> kept = situation.preferences().contact(situation.request().ticket().channel());
        return kept.map(k -> new Sentence(situation.lexicon().say(k.phrase()), List.of(k.evidence()))).stream().toList();
    }

    /** The language on file, else the one the customer writes in, else English. */
    private Lexicon lexicon(DraftRequest request, Dialogue dialogue) {
        Lexicon english = Lexicon.of(Language.ENGLISH);
        Lexicon german = Lexicon.of(Language.GERMAN);
        for (ProfileItem item : request.recall().profile()) {
            if (item.kind() == ProfileItem.Kind.PREFERENCE && english.points("pref.german", item.text())) {
                return german;
            }
            if (item.kind() == ProfileItem.Kind.PREFERENCE && english.points("pref.english", item.text())) {
                return english;
            }
        }
        String text = dialogue.open().isEmpty() ? dialogue.text(Message.Kind.CUSTOMER) : dialogue.openText();
        long inGerman = german.pattern("stopwords").matcher(text).results().count();
        long inEnglish = english.pattern("stopwords").matcher(text).results().count();
        return inGerman >= SURE_WORDS && inGerman > inEnglish ? german : english;
    }
}
