package acquaint.memory.local;

import acquaint.memory.AtomicFact;
import acquaint.memory.Episode;
import acquaint.memory.Outcome;
import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one part of a session comes to, by rules: its episode with the facts it states, and what was heard of the customer. Pure. */
record Extraction(Episode episode, Collection<ProfileItem> items) {

    private static final int NARRATIVE = 1_500;
    private static final int FACTS = 40;
    private static final int LONGEST_FACT = 400;
    private static final String SPOKE = ": ";
    private static final Pattern NO_NEWS = Phrase.of("""
            \\b(?:please|feel free|let me|thank(?:s| you)|(?:you['’]re|most) welcome|(?:can|happy to|here to|be able to) (?:help|assist)|sorry to hear|one moment|hold on\
            |have a (?:great|nice|good|wonderful)|if you (?:have|need)|i(?:['’]ll| will) (?:check|look|now|need|go ahead))\\b|^(?:hi|hello|hey|sure|certainly|of course|great|no problem|no worries|understood)\\b""");

    /** {@code forgotten} tells for an item's id up to which sequence it must not be learned. */
    static Extraction of(CustomerId customer, SessionId session, List<Said> said, ToLongFunction<String> forgotten) {
        return new Extraction(episode(customer, session, said), items(customer, session, said, forgotten).values());
    }

    private static Episode episode(CustomerId customer, SessionId session, List<Said> said) {
        List<Utterance> utterances = said.stream().map(Said::utterance).toList();
        Wish wish = Wish.of(utterances);
        Outcome outcome = Result.of(utterances);
        List<MessageId> sources = Stream.concat(wish.sources().stream(), outcome.source().stream()).distinct().toList();
        List<Instant> times = utterances.stream().map(Utterance::at).sorted(Comparator.naturalOrder()).toList();
        List<String> participants = utterances.stream().filter(one -> one.speaker() != Speaker.NOTE).map(Utterance::author).filter(name -> !name.isBlank()).distinct().toList();
        return new Episode(Keys.episode(customer, session, utterances.getFirst().id()), customer, session, times.getFirst(), times.getLast(),
                wish.subject(), wish.summary(), narrative(utterances, wish), participants, Optional.of(outcome), facts(utterances), sources, 0);
    }

    /** What each said that matters, in order. */
    private static String narrative(List<Utterance> utterances, Wish wish) {
        var told = new StringBuilder();
        String speaker = "";
        boolean first = true;
        for (Utterance utterance : utterances) {
            List<String> sentences = utterance.speaker() == Speaker.AGENT ? news(utterance) : told(utterance, first);
            if (utterance.speaker() == Speaker.SUBJECT || sentences.isEmpty()) {
                continue;
            }
            first = false;
            String words = String.join(" ", sentences);
            if (told.length() + words.length() > NARRATIVE) {
                told.append(told.isEmpty() ? Sentences.cut(words, NARRATIVE) : " …");
                break;
            }
            boolean same = speaker.equals(utterance.author());
            told.append(told.isEmpty() ? "" : same ? " " : "\n").append(same || utterance.author().isBlank() ? "" : utterance.author() + SPOKE).append(words);
            speaker = utterance.author();
        }
        return told.isEmpty() ? wish.summary() : told.toString();
    }

    /** Of an agent's words what is neither a question nor a courtesy. */
    private static List<String> news(Utterance utterance) {
        return Sentences.of(utterance.text()).stream().filter(sentence -> !sentence.endsWith("?") && !NO_NEWS.matcher(sentence).find()).toList();
    }

    /** Of the customer's words and of others' what is not small talk, of an agent's what was done, promised or refused. */
    private static List<String> told(Utterance utterance, boolean first) {
        return switch (utterance.speaker()) {
            case CUSTOMER, OTHER -> Wish.substance(utterance, true);
            case AGENT -> Sentences.of(utterance.text()).stream().filter(Result::tells).toList();
            case SUBJECT, NOTE -> List.of();
        };
    }

    /** Sentences that state something, each with the name of who stated it; questions state nothing. */
    private static List<AtomicFact> facts(List<Utterance> utterances) {
        var facts = new LinkedHashSet<AtomicFact>();
        var known = new LinkedHashSet<String>();
        for (Utterance utterance : utterances) {
            for (String sentence : told(utterance, false)) {
                String words = (utterance.author().isBlank() ? "" : utterance.author() + SPOKE) + sentence;
                if (!sentence.endsWith("?") && words.length() <= LONGEST_FACT && facts.size() < FACTS && known.add(Keys.normalised(words))) {
                    facts.add(new AtomicFact(words, Optional.of(utterance.id())));
                }
            }
        }
        return new ArrayList<>(facts);
    }

    /** By item, with the newest evidence. */
    private static Map<String, ProfileItem> items(CustomerId customer, SessionId session, List<Said> said, ToLongFunction<String> forgotten) {
        Map<String, ProfileItem> items = new LinkedHashMap<>();
        for (ProfileItem item : told(customer, session, said, forgotten)) {
            items.put(item.id(), item);
        }
        return items;
    }

    /** Whatever the customer's sessions tell of the items with these ids, each time it was told and in whichever words. */
    static List<ProfileItem> telling(CustomerId customer, List<Said> all, Set<String> ids) {
        Map<SessionId, List<Said>> sessions = new LinkedHashMap<>();
        all.forEach(said -> sessions.computeIfAbsent(said.session(), _ -> new ArrayList<>()).add(said));
        return sessions.entrySet().stream().flatMap(session -> told(customer, session.getKey(), session.getValue(), _ -> -1).stream())
                .filter(item -> ids.contains(item.id())).toList();
    }

    /** In the order in which it was said. */
    private static List<ProfileItem> told(CustomerId customer, SessionId session, List<Said> said, ToLongFunction<String> forgotten) {
        var items = new ArrayList<ProfileItem>();
        Optional<Utterance> before = Optional.empty();
        String name = said.stream().map(Said::utterance).filter(one -> one.speaker() == Speaker.CUSTOMER).map(Utterance::author).findFirst().orElse("");
        for (Said one : said) {
            Utterance utterance = one.utterance();
            List<Facts.Fact> facts = Facts.in(utterance, before, name);
            before = Optional.of(utterance);
            for (Facts.Fact fact : facts) {
                String id = Keys.item(customer, fact.kind(), fact.key());
                if (one.sequence() > forgotten.applyAsLong(id)) {
                    items.add(new ProfileItem(id, customer, fact.kind(), fact.text(), fact.evidence(), Optional.of(utterance.id()),
                            Optional.of(session), utterance.at()));
                }
            }
        }
        return items;
    }
}
