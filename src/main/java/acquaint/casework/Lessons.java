package acquaint.casework;

import acquaint.model.Customer;
import acquaint.model.TicketId;
import acquaint.privacy.PersonalData;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import acquaint.store.Desk;
import acquaint.store.LessonTable.Edit;
import acquaint.store.LessonTable.State;
import acquaint.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules learned from what agents change in proposals: the same change in three tickets of two customers at least makes one. The same changes make the same rules, none holds
 * personal data, and each can be switched off or deleted for good. Blocks; any thread but the JavaFX thread.
 */
public final class Lessons {

    /** Fewer may be chance. */
    static final int TICKETS = 3;
    private static final Duration KEPT = Duration.ofDays(90);

    /** What a rule does. */
    public enum Change { REMOVE, REPLACE, GREETING }

    /** A rule in use, or switched off: {@code now} stands in the place of {@code former}, or nothing does. Learned from so many tickets. */
    public record Lesson(long id, Change change, String former, String now, boolean on, int tickets, Instant at) {

        /** As a language model is told. */
        public String line() {
            return switch (change) {
                case REMOVE -> "Do not write \"%s\".".formatted(former);
                case REPLACE -> "Write \"%2$s\" instead of \"%1$s\".".formatted(former, now);
                case GREETING -> "Begin the reply with \"%2$s\" instead of \"%1$s\".".formatted(former, now);
            };
        }
    }

    private final Desk desk;
    private final Supplier<PersonalData> rules;

    public Lessons(Desk desk, Supplier<PersonalData> rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /** Newest first. */
    public List<Lesson> all() {
        return desk.read(session -> session.lessons().all().stream().map(lesson -> new Lesson(lesson.id(), Change.valueOf(lesson.edit().kind().name()),
                lesson.edit().former(), lesson.edit().now(), lesson.on(), lesson.tickets(), lesson.at())).toList());
    }

    public void use(long lesson, boolean on) {
        state(lesson, on ? State.ON : State.OFF);
    }

    /** It is not learned again. */
    public void delete(long lesson) {
        state(lesson, State.DELETED);
    }

    private void state(long lesson, State state) {
        desk.write(session -> {
            session.lessons().state(lesson, state);
            return null;
        });
    }

    /** The rules in use, for a language model. */
    public List<String> active() {
        return inUse().map(Lesson::line).toList();
    }

    private Stream<Lesson> inUse() {
        return all().stream().filter(Lesson::on);
    }

    /** The draft by the rules in use; a sentence of which nothing is left goes. */
    public DraftReply applied(DraftReply draft) {
        DraftReply changed = draft;
        for (Lesson lesson : inUse().toList()) {
            changed = applied(changed, lesson);
        }
        return changed;
    }

    private static DraftReply applied(DraftReply draft, Lesson lesson) {
        String end = lesson.former().matches("(?s).*[\\p{L}\\p{N}]") ? "(?![\\p{L}\\p{N}])" : "";
        Pattern former = Pattern.compile((lesson.change() == Change.GREETING ? "^" : "(?<![\\p{L}\\p{N}])")
                + Arrays.stream(lesson.former().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")) + end);
        Sentence first = draft.sentences().isEmpty() ? null : draft.sentences().getFirst();
        List<Paragraph> paragraphs = draft.paragraphs().stream().map(paragraph -> new Paragraph(paragraph.sentences().stream()
                .map(sentence -> lesson.change() == Change.GREETING && sentence != first ? sentence : applied(sentence, former, lesson.now()))
                .filter(sentence -> sentence.text().matches("(?s).*[\\p{L}\\p{N}].*")).toList(), paragraph.tight())).filter(paragraph -> !paragraph.sentences().isEmpty()).toList();
        return new DraftReply(paragraphs, draft.answered(), draft.writing());
    }

    private static Sentence applied(Sentence sentence, Pattern former, String now) {
        Matcher found = former.matcher(sentence.text());
        if (!found.find()) {
            return sentence;
        }
        String text = found.replaceAll(Matcher.quoteReplacement(now)).replaceAll(" {2,}", " ").replaceAll(" ([,.!?;:])", "$1").strip();
        return new Sentence(text, sentence.evidence(), sentence.support(), sentence.missing());
    }

    /** Looks at what became of a proposal, in the transaction that measures it. */
    void learn(Session session, TicketId ticket, List<String> sentences, String sent, Instant at) {
        Customer customer = session.customers().find(Journal.ticket(session, ticket).customer()).orElseThrow();
        for (Edit edit : new Edits(rules.get(), names(customer)).between(sentences, sent)) {
            session.lessons().add(edit, ticket, at);
            int tickets = session.lessons().tickets(edit);
            if (tickets >= TICKETS) {
                session.lessons().learn(edit, tickets, at);
            }
        }
    }

    private static Set<String> names(Customer customer) {
        return Arrays.stream((customer.name() + " " + customer.id().value()).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(name -> name.length() > 1).collect(Collectors.toSet());
    }

    static void dropEdits(Session session, Instant now) {
        session.lessons().dropEdits(now.minus(KEPT));
    }
}
