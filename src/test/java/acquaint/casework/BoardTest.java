package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.bench.HandoffGenerator;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.MessageId;
import acquaint.model.Priority;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board shows every handed-over ticket where it stands, by itself. */
class BoardTest {

    @TempDir
    private Path directory;
    private WorkingDesk work;
    private Handoffs kim;
    private Board board;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        kim = work.handoffs(SignedIn.as("Kim", Role.SUPERVISOR));
        board = new Board(work.desk, work.clock, SignedIn.as("Kim", Role.SUPERVISOR));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private Handoff escalate(String subject) {
        return work.handoffs.escalate(work.escalation(subject, work.anasTicket(subject, "Hello?"))).handoff();
    }

    private Map<HandoffState, List<String>> shown(String filter) {
        return board.cards(filter).entrySet().stream().filter(column -> !column.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, column -> column.getValue().stream().map(BoardCard::subject).toList()));
    }

    private BoardCard card(HandoffState state) {
        return board.cards("").get(state).getFirst();
    }

    @Test
    void whatIsHandedOverBeforeAndAfterLoadingIsOnIt() {
        escalate("before");
        board.load();
        work.clock.forward(Duration.ofMinutes(1));
        Handoff after = escalate("after");
        assertEquals(Map.of(HandoffState.NEW, List.of("before", "after")), shown(""));
        after = kim.accept(after);
        assertEquals(Map.of(HandoffState.NEW, List.of("before"), HandoffState.ACCEPTED, List.of("after")), shown(""));
        kim.decide(after, "Yes.");
        assertEquals(Map.of(HandoffState.NEW, List.of("before"), HandoffState.DECIDED, List.of("after")), shown(""));
    }

    @Test
    void aColumnBeginsWithWhatIsDueSoonest() {
        board.load();
        Ticket low = work.anasTicket("low", "Hello?");
        work.changes.priority(low.id(), Priority.LOW);
        work.handoffs.escalate(work.escalation("h1", low));
        Ticket urgent = work.anasTicket("urgent", "Hello?");
        work.changes.priority(urgent.id(), Priority.URGENT);
        work.handoffs.escalate(work.escalation("h2", urgent));
        escalate("normal");
        assertEquals(List.of("urgent", "normal", "low"), shown("").get(HandoffState.NEW));
        BoardCard card = card(HandoffState.NEW);
        assertEquals(Optional.of(Duration.ofHours(1)), card.timeLeft(work.clock.instant()));
        assertEquals(Optional.of(Duration.ofHours(-1)), card.timeLeft(work.clock.instant().plus(Duration.ofHours(2))));
        assertEquals(Duration.ZERO, card.age(work.clock.instant()));
        assertEquals(Priority.URGENT, card.priority());
        kim.accept(card.handoff());
        assertEquals(Optional.empty(), card(HandoffState.ACCEPTED).timeLeft(work.clock.instant()));
    }

    @Test
    void aFilterFindsAllItsWordsAnywhereOnTheCard() {
        escalate("The kettle leaks");
        escalate("A tent pole");
        board.load();
        assertEquals(Map.of(HandoffState.NEW, List.of("The kettle leaks")), shown("RUIZ kettle leaks"));
        assertEquals(2, shown("ana beyond new supervisor sam").get(HandoffState.NEW).size());
        assertEquals(Map.of(), shown("leaks pole"));
    }

    @Test
    void aClosedTicketAndOneThatWasTakenBackLeaveIt() {
        board.load();
        Handoff closed = escalate("closed");
        Handoff back = escalate("taken back");
        work.changes.status(closed.ticket(), TicketStatus.CLOSED);
        work.handoffs.withdraw(back, "never mind");
        assertEquals(Map.of(), shown(""));
    }

    @Test
    void whatWasDecidedStaysForAWeek() {
        Handoff handoff = escalate("decided");
        kim.decide(handoff, "Yes.");
        board.load();
        assertEquals(1, shown("").size());
        work.clock.forward(Board.DECIDED.plusSeconds(1));
        assertEquals(Map.of(), shown(""));
        var later = new Board(work.desk, work.clock, SignedIn.admin("Kim"));
        later.load();
        assertTrue(later.cards("").get(HandoffState.DECIDED).isEmpty());
    }

    @Test
    void aCardTellsOfQuestionsGapsAndPromisesThatAreDue() {
        Handoff handoff = escalate("one");
        board.load();
        assertTrue(card(HandoffState.NEW).isWhole());
        assertFalse(card(HandoffState.NEW).isQuestionWaiting());
        kim.ask(handoff, "Which one?");
        assertTrue(card(HandoffState.WAITING_ON_INTERNAL).isQuestionWaiting());
        work.desk.write(session -> session.promises().add(handoff.ticket(), handoff.customer(), new MessageId("m"), 0, "I will call.", "Sam", work.clock.instant(),
                Optional.of(work.clock.instant().plusSeconds(60))));
        assertEquals(0, card(HandoffState.WAITING_ON_INTERNAL).overduePromises());
        work.clock.forward(Duration.ofMinutes(2));
        assertEquals(1, card(HandoffState.WAITING_ON_INTERNAL).overduePromises(), "without anybody touching the ticket");
        work.promises.kept(work.promises.open().getFirst().promise().id());
        assertEquals(0, card(HandoffState.WAITING_ON_INTERNAL).overduePromises());
    }

    @Test
    void onlyTicketsThatAreOnItTellItsListeners() throws Exception {
        board.load();
        var told = new AtomicInteger();
        try (var _ = board.onChange(told::incrementAndGet)) {
            Ticket other = work.anasTicket("other", "Hello?");
            work.changes.priority(other.id(), Priority.HIGH);
            assertEquals(0, told.get());
            escalate("one");
            assertTrue(told.get() > 0);
        }
    }

    @Test
    void agentsDoNotSeeIt() {
        var agents = new Board(work.desk, work.clock, SignedIn.as("Sam", Role.AGENT));
        assertThrows(NotPermitted.class, agents::load);
        assertThrows(NotPermitted.class, () -> agents.cards(""));
    }

    /** The rows of one reading and those that follow one by one come to the same board. */
    @Test
    void followingComesToTheSameAsReadingAnew() {
        board.load();
        new HandoffGenerator(1).fill(work.desk, 60);
        var anew = new Board(work.desk, work.clock, SignedIn.admin("Kim"));
        anew.load();
        assertEquals(anew.cards(""), board.cards(""));
        assertEquals(anew.cards("kettle"), board.cards("kettle"));
    }
}
