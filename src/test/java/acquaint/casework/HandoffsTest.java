package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.model.Handoff;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Message;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket is given to another person with a brief: accepted, asked about, returned, decided. */
class HandoffsTest {

    @TempDir
    private Path directory;
    private WorkingDesk work;
    private Handoffs agent;
    private Handoffs kim;
    private Ticket ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        agent = work.handoffs(SignedIn.as(WorkingDesk.ME, Role.AGENT));
        kim = work.handoffs(SignedIn.as("Kim", Role.SUPERVISOR));
        ticket = work.anasTicket("The kettle leaks", "It drips.");
    }

    @AfterEach
    void close() {
        work.close();
    }

    private List<HandoffStep.Kind> steps(Handoff handoff) {
        return work.handoffs.find(handoff.id()).orElseThrow().steps().stream().map(HandoffStep::kind).toList();
    }

    @Test
    void itIsReturnedAnsweredAcceptedAndDecided() {
        Handoff handoff = agent.escalate(work.escalation("h", ticket)).handoff();
        assertEquals(TicketStatus.ESCALATED, work.ticket(ticket.id()).status());
        assertEquals(HandoffState.RETURNED, kim.giveBack(handoff.id(), "Which kettle?").state());
        assertEquals(TicketStatus.OPEN, work.ticket(ticket.id()).status());
        assertEquals(HandoffState.NEW, agent.answer(handoff.id(), "The red one.").state());
        assertEquals(TicketStatus.ESCALATED, work.ticket(ticket.id()).status());
        assertEquals(Optional.of("Kim"), kim.accept(handoff.id()).reviewer());
        Handoff decided = kim.decide(handoff.id(), "She may have a new one.");
        assertEquals(HandoffState.DECIDED, decided.state());
        assertFalse(decided.isOpen());
        assertEquals(TicketStatus.OPEN, work.ticket(ticket.id()).status());
        assertEquals(Optional.of(WorkingDesk.ME), work.ticket(ticket.id()).assignee());
        assertEquals(List.of(HandoffStep.Kind.HANDED_OVER, HandoffStep.Kind.RETURNED, HandoffStep.Kind.ANSWERED, HandoffStep.Kind.ACCEPTED, HandoffStep.Kind.DECIDED),
                steps(decided));
        Message note = work.messages(ticket.id()).getLast();
        assertEquals("She may have a new one.", note.text());
        assertEquals(Message.Kind.NOTE, note.kind());
    }

    @Test
    void anAgentDecidesNothing() {
        Handoff handoff = agent.escalate(work.escalation("h", ticket)).handoff();
        assertThrows(NotPermitted.class, () -> agent.decide(handoff.id(), "yes"));
        assertTrue(work.handoffs.of(ticket.id()).orElseThrow().handoff().isOpen());
    }
}
