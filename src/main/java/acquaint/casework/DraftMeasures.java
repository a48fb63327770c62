package acquaint.casework;

import acquaint.model.TicketId;
import acquaint.reply.DraftReply;
import acquaint.store.Desk;
import acquaint.store.DraftOutcome;
import acquaint.store.DraftOutcome.State;
import acquaint.store.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps on this desk what becomes of proposed replies. What a proposal said is dropped an hour after its end, when no undo can bring it back,
 * and a week after it was shown where it never ended; numbers, the writer's name and the agent's reasons stay. Blocks; any thread but the JavaFX thread.
 */
public final class DraftMeasures {

    /** Below this share of changed words an edit is light: the rule that Typewise publishes, so that figures can be compared. */
    public static final double LIGHT_BELOW = 0.40;

    private static final Duration ENDED = Duration.ofHours(1);
    private static final Duration LEFT = Duration.ofDays(7);
    /** Stands between stored sentences and in none of them: the record separator of ASCII. */
    private static final String BETWEEN = "\u001e";

    private final Desk desk;
    private final Clock clock;
    private final Lessons lessons;
    private final Permissions permissions;

    /** {@code lessons} are learned from what is sent. */
    public DraftMeasures(Desk desk, Clock clock, Lessons lessons, Permissions permissions) {
        this.desk = desk;
        this.clock = clock;
        this.lessons = lessons;
        this.permissions = permissions;
    }

    /** A proposal is on the screen; what was shown for the ticket before is replaced by it. Returns what the other calls name it by. */
    public long shown(TicketId ticket, DraftReply draft) {
        Instant now = clock.instant();
        String writer = draft.writing().map(writing -> writing.by().model()).orElse("");
        List<String> sentences = draft.sentences().stream().map(sentence -> sentence.text().replace(BETWEEN, " ")).toList();
        return desk.write(session -> {
            dropTexts(session, now);
            session.draftOutcomes().replace(ticket, now);
            return session.draftOutcomes().add(ticket, writer, now, String.join(BETWEEN, sentences), sentences.size());
        });
    }

    /** The agent put it away. What was sent stays sent. */
    public void discarded(long id) {
        desk.write(session -> {
            session.draftOutcomes().find(id).filter(outcome -> outcome.state() == State.SHOWN || outcome.state() == State.REPLACED)
                    .ifPresent(outcome -> session.draftOutcomes().end(id, State.DISCARDED, clock.instant()));
            return null;
        });
    }

    /** The agent took the putting away back. */
    public void broughtBack(long id) {
        desk.write(session -> {
            session.draftOutcomes().find(id).filter(outcome -> outcome.state() == State.DISCARDED).ifPresent(outcome -> session.draftOutcomes().reopen(id));
            return null;
        });
    }

    /** The agent says what is wrong with it; {@code words} may be empty. The last word counts. */
    public void wrong(long id, WrongBecause reason, String words) {
        desk.write(session -> {
            session.draftOutcomes().wrong(id, reason.name(), words);
            return null;
        });
    }

    /** A reply that was begun from it is sent. Sent again after an undo, the last text counts. */
    public void sent(long id, String finalText) {
        Instant now = clock.instant();
        desk.write(session -> {
            Optional<DraftOutcome> outcome = session.draftOutcomes().find(id);
            outcome.flatMap(DraftOutcome::proposed).map(proposed -> List.of(proposed.split(BETWEEN))).ifPresent(sentences -> {
                compare(session, id, sentences, finalText, now);
                lessons.learn(session, outcome.orElseThrow().ticket(), sentences, finalText, now);
            });
            dropTexts(session, now);
            return null;
        });
    }

    private static void compare(Session session, long id, List<String> sentences, String sent, Instant now) {
        WordDistance distance = WordDistance.between(String.join(" ", sentences), sent);
        String flat = flat(sent);
        String survived = sentences.stream().map(sentence -> flat.contains(flat(sentence)) ? "1" : "0").collect(Collectors.joining());
        session.draftOutcomes().compared(id, survived, distance.distance(), distance.words());
        session.draftOutcomes().end(id, state(distance), now);
    }

    private static State state(WordDistance distance) {
        return distance.distance() == 0 ? State.UNCHANGED : distance.share() < LIGHT_BELOW ? State.LIGHT_EDIT : State.HEAVY_EDIT;
    }

    /** Words with one space around each, so that a sentence is found as a whole and wherever lines break. */
    private static String flat(String text) {
        return " " + String.join(" ", WordDistance.words(text)) + " ";
    }

    /** What a proposal said, as it is shown beside what became of it. */
    static String text(String proposed) {
        return proposed.replace(BETWEEN, " ");
    }

    /** Drops what proposals said and is not needed any more. */
    public void tidy() {
        desk.write(session -> {
            dropTexts(session, clock.instant());
            return null;
        });
    }

    private static void dropTexts(Session session, Instant now) {
        Lessons.dropEdits(session, now);
        session.draftOutcomes().dropTexts(now.minus(ENDED), now.minus(LEFT));
    }

    /** Of what was shown at {@code from} or later and before {@code until}. */
    public DraftReport report(Instant from, Instant until) {
        permissions.require(Permission.REPORT_DRAFTS);
        return DraftReport.of(from, until, desk.read(session -> session.draftOutcomes().shown(from, until)));
    }
}
