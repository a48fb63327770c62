package acquaint.reply;

import acquaint.model.Message;
import acquaint.model.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Reads out of a dialogue what it is about now: the newest intent, with the thing and the numbers that belong to it. */
final class MatterReader {

    private final Lexicon lexicon;
    private final Topics topics;
    private final References references;

    MatterReader(Lexicon lexicon, Topics topics, References references) {
        this.lexicon = lexicon;
        this.topics = topics;
        this.references = references;
    }

    Matter read(Dialogue dialogue, Ticket ticket) {
        List<Message> newestFirst = dialogue.from(Message.Kind.CUSTOMER).reversed();
        for (Message message : newestFirst) {
            Optional<Intent> intent = topics.intent(message.text());
            if (intent.isPresent()) {
                return matter(intent.get(), message, newestFirst, dialogue);
            }
        }
        return unrecognised(newestFirst, dialogue, ticket);
    }

    private Matter matter(Intent intent, Message raised, List<Message> newestFirst, Dialogue dialogue) {
        SequencedSet<Evidence> evidence = new LinkedHashSet<>();
        evidence.add(Cite.message(raised, topics.signAt(intent, raised.text())));
        Optional<Things.Thing> thing = Optional.empty();
        for (Message message : newestFirst) {
            boolean same = topics.intent(message.text()).equals(Optional.of(intent));
            thing = same ? topics.thing(intent, message.text()) : Optional.empty();
            if (thing.isPresent()) {
                evidence.add(Cite.message(message, thing.get().start()));
                break;
            }
        }
        boolean fresh = isFresh(intent, raised, dialogue);
        List<Reference> numbers = numbers(raised, fresh, dialogue, evidence);
        return new Matter(intent, topic(intent, thing, numbers, raised), thing.map(Things.Thing::name), numbers, List.copyOf(evidence), fresh);
    }

    /** Where neither a thing nor a number was named, what the message touches on says more than "the change". */
    private Optional<String> topic(Intent intent, Optional<Things.Thing> thing, List<Reference> numbers, Message raised) {
        boolean bare = intent == Intent.CHANGE && thing.isEmpty() && numbers.isEmpty();
        return Optional.of(raised.text()).filter(_ -> bare).flatMap(topics::aspect).or(() -> topics.topic(intent, thing, numbers));
    }

    private boolean isFresh(Intent intent, Message raised, Dialogue dialogue) {
        List<Message> open = dialogue.open();
        return open.contains(raised) && dialogue.from(Message.Kind.CUSTOMER).stream()
                .filter(m -> !open.contains(m))
                .noneMatch(m -> topics.intent(m.text()).equals(Optional.of(intent)));
    }

    /** Numbers given with the intent or after it; for a matter under way also one that was named before, if it is only one. */
    private List<Reference> numbers(Message raised, boolean fresh, Dialogue dialogue, SequencedSet<Evidence> evidence) {
        List<Message> said = dialogue.said();
        for (Message message : said.subList(said.indexOf(raised), said.size()).reversed()) {
            List<Reference> found = references.in(message.text());
            if (!found.isEmpty() && message.isFrom(Message.Kind.CUSTOMER)) {
                return cited(message, found, evidence);
            }
        }
        boolean other = fresh || lexicon.points("another", dialogue.openText());
        for (Message message : other ? List.<Message>of() : said.reversed()) {
            List<Reference> found = references.in(message.text()).stream().filter(r -> r.kind().identifies()).toList();
            if (!found.isEmpty()) {
                return found.size() == 1 ? cited(message, found, evidence) : List.of();
            }
        }
        return List.of();
    }

    private static List<Reference> cited(Message message, List<Reference> found, SequencedSet<Evidence> evidence) {
        found.forEach(r -> evidence.add(Cite.message(message, r.start())));
        return found;
    }

    /** No intent in what was said: the subject may tell, or at least the thing that it is about. */
    private Matter unrecognised(List<Message> newestFirst, Dialogue dialogue, Ticket ticket) {
        for (Message message : newestFirst) {
            Optional<Things.Thing> thing = topics.thing(Intent.GENERAL, message.text());
            List<Reference> numbers = references.in(message.text());
            Optional<String> topic = topics.topic(Intent.GENERAL, thing, numbers)
                    .or(() -> topics.aspect(message.text()));
            if (topic.isPresent()) {
                SequencedSet<Evidence> evidence = new LinkedHashSet<>();
                thing.ifPresent(t -> evidence.add(Cite.message(message, t.start())));
                cited(message, numbers, evidence);
                if (evidence.isEmpty()) {
                    evidence.add(Cite.message(message, 0));
                }
                return new Matter(Intent.GENERAL, topic, thing.map(Things.Thing::name), numbers,
                        List.copyOf(evidence), dialogue.lastReply().isEmpty());
            }
        }
        return fromSubject(newestFirst, dialogue, ticket);
    }

    private Matter fromSubject(List<Message> newestFirst, Dialogue dialogue, Ticket ticket) {
        String subject = ticket.subject();
        Intent intent = topics.intent(subject).orElse(Intent.GENERAL);
        Optional<Things.Thing> thing = topics.thing(intent, subject);
        List<Reference> numbers = references.in(subject);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Cite.subject(ticket));
        newestFirst.stream().findFirst().ifPresent(m -> evidence.add(Cite.message(m, 0)));
        Optional<String> topic = topics.topic(intent, thing, numbers).or(() -> topics.title(subject));
        return new Matter(intent, topic, thing.map(Things.Thing::name), numbers, evidence, dialogue.lastReply().isEmpty());
    }
}
