package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.brief.BriefPart;
import acquaint.casework.Handoffs.Escalation;
import acquaint.casework.Replies.SendOutcome;
import acquaint.memory.Utterance;
import acquaint.model.Event;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Member;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Priority;
import acquaint.model.Recipient;
import acquaint.model.Risk;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.store.StaleHandoff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private Handoffs lee;
    private Ticket ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        agent = work.handoffs(SignedIn.as(WorkingDesk.ME, Role.AGENT));
        kim = work.handoffs(SignedIn.as("Kim", Role.SUPERVISOR));
        lee = work.handoffs(SignedIn.as("Lee", Role.SUPERVISOR));
        work.desk.write(session -> {
            session.members().put(new Member("Kim", Role.SUPERVISOR), WorkingDesk.START);
            session.members().put(new Member("Jo", Role.AGENT), WorkingDesk.START);
            return null;
        });
        ticket = work.anasTicket("The kettle leaks", "It drips.");
    }

    @AfterEach
    void close() {
        work.close();
    }

    private Handoff escalate() {
        return agent.escalate(work.escalation("h", ticket)).handoff();
    }

    private Handoff now(Handoff handoff) {
        return work.handoffs.find(handoff.id()).orElseThrow().handoff();
    }

    private Handoff of(Escalation request) {
        return work.handoffs.find(request.id()).orElseThrow().handoff();
    }

    private static Handoff withId(String id, Handoff of) {
        return new Handoff(new HandoffId(id), of.ticket(), of.customer(), of.from(), of.to(), of.cause(), of.reason(), of.requestedDecision(), of.risks(), of.gaps(), of.gapsReason(), of.state(),
                of.reviewer(), of.question(), of.decision(), of.createdAt(), of.dueAt(), of.touchedAt(), of.changedAt(), of.endedAt(), of.version());
    }

    private TicketStatus status() {
        return work.ticket(ticket.id()).status();
    }

    private List<HandoffStep.Kind> steps(Handoff handoff) {
        return work.handoffs.find(handoff.id()).orElseThrow().steps().stream().map(HandoffStep::kind).toList();
    }

    private List<String> events() {
        return work.messages(ticket.id()).stream().filter(m -> m.kind() == Message.Kind.EVENT).map(Message::text).toList();
    }

    private List<String> notes() {
        return work.messages(ticket.id()).stream().filter(m -> m.kind() == Message.Kind.NOTE).map(Message::text).toList();
    }

    private boolean unreadFor(String agent) {
        return work.desk.read(session -> session.queue().find(ticket.id(), agent)).orElseThrow().unread();
    }

    private void seen(String agent) {
        new Conversations(work.desk, agent).seen(ticket.id(), Long.MAX_VALUE);
    }

    private List<String> audit() {
        return work.desk.read(session -> session.audit().of(ticket.id())).stream().map(entry -> entry.who() + ": " + entry.what()).toList();
    }

    private static Escalation with(Escalation of, Recipient to, Optional<String> override, Optional<String> tell, long seen) {
        return new Escalation(of.id(), of.ticket(), of.brief(), to, of.cause(), of.reason(), override, tell, seen);
    }

    @Test
    void itIsReturnedAnsweredAcceptedAndDecided() {
        Handoff handoff = escalate();
        assertEquals(TicketStatus.ESCALATED, status());
        assertEquals(HandoffState.RETURNED, kim.giveBack(now(handoff), "Which kettle?").state());
        assertEquals(TicketStatus.OPEN, status());
        assertEquals(HandoffState.NEW, agent.answer(now(handoff), "The red one.").state());
        assertEquals(TicketStatus.ESCALATED, status());
        assertEquals(Optional.of("Kim"), kim.accept(now(handoff)).reviewer());
        Handoff decided = kim.decide(now(handoff), "She may have a new one.");
        assertEquals(HandoffState.DECIDED, decided.state());
        assertFalse(decided.isOpen());
        assertEquals(Optional.of("She may have a new one."), decided.decision());
        assertEquals(TicketStatus.OPEN, status());
        assertEquals(Optional.of(WorkingDesk.ME), work.ticket(ticket.id()).assignee());
        assertEquals(List.of(HandoffStep.Kind.HANDED_OVER, HandoffStep.Kind.RETURNED, HandoffStep.Kind.ANSWERED, HandoffStep.Kind.ACCEPTED, HandoffStep.Kind.DECIDED),
                steps(decided));
        assertEquals(List.of("CREATED", "HANDED_OVER ROLE SUPERVISOR", "HANDOFF_RETURNED", "HANDOFF_ANSWERED", "HANDOFF_ACCEPTED", "HANDOFF_DECIDED"), events());
        assertEquals(List.of("Which kettle?", "The red one.", "She may have a new one."), notes().subList(1, 4));
        assertEquals(List.of("Sam: open", "Sam: hand over", "Kim: handoff returned", "Sam: handoff answered", "Kim: handoff accepted", "Kim: handoff decided"), audit());
        assertEquals(List.of(decided), work.handoffs.ofCustomer(ticket.customer()));
        assertEquals(List.of(), agent.mine());
    }

    @Test
    void theBriefIsKeptWithItsEvidenceAsANoteAndInMemory() {
        Escalation request = work.escalation("h", ticket);
        Handoff handoff = agent.escalate(request).handoff();
        HandoffView view = work.handoffs.of(ticket.id()).orElseThrow();
        assertEquals(request.brief(), view.brief());
        assertEquals("May she have a new kettle?", handoff.requestedDecision());
        assertEquals(Set.of(Risk.MONEY), handoff.risks());
        assertEquals(List.of(handoff), agent.mine());
        assertTrue(notes().getFirst().contains("Sent another seal."));
        work.drain();
        assertTrue(work.memory.notes.stream().anyMatch(note -> note.startsWith(ticket.id().session() + " " + Utterance.Speaker.NOTE + " Sam: ")
                && note.contains("Sent another seal.")), () -> work.memory.notes.toString());
        assertTrue(work.postbag.replies.isEmpty());
    }

    @Test
    void pressingTwiceHandsOverOnce() {
        Escalation request = with(work.escalation("h", ticket), Recipient.role(Role.SUPERVISOR), Optional.empty(), Optional.of("Kim goes on."), ticket.lastPosition());
        Handoffs.Escalated first = agent.escalate(request);
        Handoffs.Escalated second = agent.escalate(request);
        assertEquals(first.handoff(), second.handoff());
        assertEquals(first.told(), second.told());
        assertEquals(1, notes().size());
        assertEquals(1, work.messages(ticket.id()).stream().filter(m -> m.kind() == Message.Kind.REPLY).count());
    }

    @Test
    void aTicketIsInOnePairOfHandsAtATime() {
        escalate();
        assertThrows(Handoffs.AlreadyHandedOver.class, () -> agent.escalate(work.escalation("another", ticket)));
        assertEquals(1, notes().size());
    }

    @Test
    void aBriefWithGapsGoesOnlyForAReason() {
        Escalation whole = work.escalation("h", ticket);
        Escalation gaps = new Escalation(whole.id(), whole.ticket(), whole.brief().with(BriefPart.TRIED, List.of()), whole.to(), whole.cause(), whole.reason(),
                Optional.of("  "), Optional.empty(), whole.seen());
        assertEquals(Set.of(BriefPart.TRIED), assertThrows(Handoffs.IncompleteBrief.class, () -> agent.escalate(gaps)).missing());
        assertEquals(TicketStatus.OPEN, status());
        assertTrue(work.handoffs.of(ticket.id()).isEmpty());
        Handoff handoff = agent.escalate(with(gaps, gaps.to(), Optional.of("She shouts."), Optional.empty(), gaps.seen())).handoff();
        assertEquals(Set.of("TRIED"), handoff.gaps());
        assertEquals(Optional.of("She shouts."), handoff.gapsReason());
    }

    @Test
    void itGoesToSomebodyWhoMayDecide() {
        Escalation request = work.escalation("h", ticket);
        for (Recipient wrong : List.of(Recipient.person("Jo"), Recipient.person("Nobody"), Recipient.person(WorkingDesk.ME), Recipient.role(Role.AGENT))) {
            assertThrows(Handoffs.UnsuitableRecipient.class, () -> agent.escalate(with(request, wrong, Optional.empty(), Optional.empty(), request.seen())));
        }
        assertEquals(TicketStatus.OPEN, status());
        agent.escalate(with(request, Recipient.person("Kim"), Optional.empty(), Optional.empty(), request.seen()));
        assertTrue(unreadFor("Kim"));
        assertEquals("Kim", assertThrows(Handoffs.InOtherHands.class, () -> lee.accept(of(request))).holder());
        assertEquals(Optional.of("Kim"), kim.accept(of(request)).reviewer());
    }

    @Test
    void theCustomerIsToldByAReplyThatCanBeUndone() {
        work.drafts.save(ticket.id(), Mode.REPLY, "half a reply");
        Escalation request = with(work.escalation("h", ticket), Recipient.role(Role.SUPERVISOR), Optional.empty(), Optional.of("Kim goes on."), ticket.lastPosition());
        var told = (SendOutcome.Sent) agent.escalate(request).told().orElseThrow();
        assertEquals(Map.of(Mode.REPLY, "half a reply"), work.drafts.of(ticket.id()));
        assertEquals(TicketStatus.ESCALATED, status());
        assertEquals(Optional.of("Kim goes on."), work.replies.undo(told.message().id()));
        assertEquals(TicketStatus.ESCALATED, status());
        assertEquals(Map.of(Mode.REPLY, "Kim goes on.\n\nhalf a reply"), work.drafts.of(ticket.id()));
        work.clock.forward(Duration.ofMinutes(1));
        work.drain();
        assertTrue(work.postbag.replies.isEmpty());
    }

    @Test
    void nothingIsHandedOverWhenTheCustomerWroteMeanwhile() {
        Escalation request = with(work.escalation("h", ticket), Recipient.role(Role.SUPERVISOR), Optional.empty(), Optional.of("Kim goes on."), ticket.lastPosition());
        work.intake.log(new MessageId("late"), ticket.id(), "It is fine now.");
        assertEquals("It is fine now.", assertThrows(Handoffs.Unseen.class, () -> agent.escalate(request)).messages().getFirst().text());
        assertEquals(TicketStatus.OPEN, status());
        assertTrue(work.handoffs.of(ticket.id()).isEmpty());
    }

    @Test
    void aDecisionCallsTheAgentBack() {
        Handoff handoff = escalate();
        seen(WorkingDesk.ME);
        assertFalse(unreadFor(WorkingDesk.ME));
        kim.accept(now(handoff));
        assertFalse(unreadFor(WorkingDesk.ME));
        kim.decide(now(handoff), "Yes.");
        assertTrue(unreadFor(WorkingDesk.ME));
        seen(WorkingDesk.ME);
        assertFalse(unreadFor(WorkingDesk.ME));
    }

    @Test
    void aQuestionWaitsForItsAnswer() {
        Handoff handoff = escalate();
        Handoff asked = kim.ask(now(handoff), "Which one?");
        assertEquals(HandoffState.WAITING_ON_INTERNAL, asked.state());
        assertEquals(Optional.of("Which one?"), asked.question());
        assertEquals(Optional.of("Which one?\nAnd since when?"), kim.ask(now(handoff), "And since when?").question());
        assertTrue(unreadFor(WorkingDesk.ME));
        Handoff answered = agent.answer(now(handoff), "The red one.");
        assertEquals(HandoffState.NEW, answered.state(), "asked before it was accepted");
        assertEquals(Optional.empty(), answered.question());
        assertThrows(Handoffs.NothingAsked.class, () -> agent.answer(now(handoff), "The red one, again."));
        kim.accept(now(handoff));
        kim.ask(now(handoff), "Really?");
        assertEquals(HandoffState.ACCEPTED, agent.answer(now(handoff), "Yes.").state());
        assertEquals(TicketStatus.ESCALATED, status());
    }

    @Test
    void whatSomebodyElseHasIsTakenOverAndNotTakenAway() {
        Handoff handoff = escalate();
        kim.accept(now(handoff));
        assertThrows(Handoffs.InOtherHands.class, () -> lee.decide(now(handoff), "No."));
        assertThrows(Handoffs.InOtherHands.class, () -> lee.giveBack(now(handoff), "No."));
        assertThrows(Handoffs.InOtherHands.class, () -> lee.ask(now(handoff), "What?"));
        assertThrows(Handoff.IllegalChange.class, () -> kim.accept(now(handoff)));
        Handoff taken = lee.takeOver(now(handoff));
        assertEquals(Optional.of("Lee"), taken.reviewer());
        assertEquals(Optional.of("Lee"), work.ticket(ticket.id()).assignee());
        assertThrows(Handoffs.InOtherHands.class, () -> kim.decide(now(handoff), "Yes."));
        lee.decide(now(handoff), "Yes.");
        assertEquals(Optional.of(WorkingDesk.ME), work.ticket(ticket.id()).assignee());
    }

    @Test
    void whoeverIsGivenItAcceptsItAnew() {
        Handoff handoff = escalate();
        kim.accept(now(handoff));
        Handoff given = kim.reassign(now(handoff), Recipient.queue("Returns"));
        assertEquals(HandoffState.NEW, given.state());
        assertEquals(Optional.empty(), given.reviewer());
        assertEquals(handoff.dueAt(), given.dueAt());
        assertEquals(Optional.of("Lee"), lee.accept(now(handoff)).reviewer());
    }

    @Test
    void aDecisionAcceptsWhatNobodyHasAccepted() {
        Handoff handoff = escalate();
        kim.decide(now(handoff), "Yes.");
        assertEquals(List.of(HandoffStep.Kind.HANDED_OVER, HandoffStep.Kind.ACCEPTED, HandoffStep.Kind.DECIDED), steps(handoff));
    }

    @Test
    void theCustomersWordEndsTheWaitingForIt() {
        Handoff handoff = escalate();
        kim.accept(now(handoff));
        seen("Kim");
        kim.waitOn(now(handoff), HandoffState.WAITING_ON_CUSTOMER);
        work.intake.log(new MessageId("m"), ticket.id(), "Here is the number.");
        assertEquals(HandoffState.ACCEPTED, now(handoff).state());
        assertEquals(TicketStatus.ESCALATED, status());
        assertTrue(unreadFor("Kim"));
        kim.waitOn(now(handoff), HandoffState.WAITING_ON_INTERNAL);
        work.intake.log(new MessageId("n"), ticket.id(), "And the receipt.");
        assertEquals(HandoffState.WAITING_ON_INTERNAL, now(handoff).state());
        assertEquals(HandoffState.ACCEPTED, kim.waitOn(now(handoff), HandoffState.ACCEPTED).state());
    }

    @Test
    void closingTheTicketEndsTheHandoff() {
        Handoff handoff = escalate();
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        assertFalse(now(handoff).isOpen());
        assertEquals(HandoffStep.Kind.ENDED, steps(handoff).getLast());
        assertThrows(Handoff.IllegalChange.class, () -> kim.accept(now(handoff)));
        work.intake.log(new MessageId("m"), ticket.id(), "It leaks again.");
        assertEquals(HandoffState.NEW, agent.escalate(work.escalation("again", ticket)).handoff().state());
    }

    @Test
    void undoingAReplyThatClosedBringsTheHandoffBack() {
        Handoff handoff = escalate();
        kim.ask(now(handoff), "Which one?");
        work.send("r", ticket, "All is well.", true);
        assertFalse(now(handoff).isOpen());
        work.replies.undo(new MessageId("r"));
        assertTrue(now(handoff).isOpen());
        assertEquals(TicketStatus.ESCALATED, status());
        assertEquals(Optional.of("Which one?"), now(handoff).question());
        assertEquals(HandoffState.NEW, agent.answer(now(handoff), "The red one.").state());
    }

    @Test
    void aHandedOverTicketIsOpenedByADecisionOrTakenBack() {
        Handoff handoff = escalate();
        assertThrows(TicketChanges.TakesBrief.class, () -> work.changes.status(ticket.id(), TicketStatus.OPEN));
        assertThrows(TicketChanges.TakesBrief.class, () -> work.changes.status(ticket.id(), TicketStatus.WAITING));
        Handoff back = agent.withdraw(now(handoff), "She has found it.");
        assertFalse(back.isOpen());
        assertEquals(TicketStatus.OPEN, status());
        assertEquals("She has found it.", notes().getLast());
        assertThrows(TicketChanges.TakesBrief.class, () -> work.changes.status(ticket.id(), TicketStatus.ESCALATED));
    }

    @Test
    void whatWasReturnedIsHandedOverAgainWithABetterBrief() {
        Handoff handoff = escalate();
        kim.giveBack(now(handoff), "What was tried?");
        work.clock.forward(Duration.ofHours(3));
        Handoff again = agent.escalate(work.escalation("another id", ticket)).handoff();
        assertEquals(handoff.id(), again.id());
        assertEquals(HandoffState.NEW, again.state());
        assertEquals(work.clock.instant().plus(Duration.ofHours(8)), again.dueAt());
        assertEquals(2, notes().stream().filter(note -> note.contains("Sent another seal.")).count());
        assertEquals(TicketStatus.ESCALATED, status());
    }

    @Test
    void howSoonSomebodyMustTakeItFollowsFromThePriority() {
        for (var target : Map.of(Priority.URGENT, 1, Priority.HIGH, 4, Priority.NORMAL, 8, Priority.LOW, 24).entrySet()) {
            Ticket one = work.anasTicket("One", "Hello?");
            work.changes.priority(one.id(), target.getKey());
            assertEquals(WorkingDesk.START.plus(Duration.ofHours(target.getValue())), agent.escalate(work.escalation("h" + target.getKey(), one)).handoff().dueAt());
        }
    }

    @Test
    void aColleagueAnswersOnlyForTheirOwnTicket() {
        Handoff handoff = escalate();
        kim.ask(now(handoff), "Which one?");
        Handoffs jo = work.handoffs(SignedIn.as("Jo", Role.AGENT));
        assertThrows(NotPermitted.class, () -> jo.answer(now(handoff), "The red one."));
        work.changes.assign(ticket.id(), Optional.of("Jo"));
        assertEquals(HandoffState.NEW, jo.answer(now(handoff), "The red one.").state());
    }

    @Test
    void anOlderReadingNeverOverwritesANewerOne() {
        Handoff old = escalate();
        kim.accept(now(old));
        assertThrows(StaleHandoff.class, () -> work.desk.write(session -> session.handoffs().save(old.ended(WorkingDesk.START))));
        assertTrue(now(old).isOpen());
    }

    @Test
    void itAllStandsAfterARestart() {
        Handoff handoff = escalate();
        kim.accept(now(handoff));
        work.reopen();
        assertEquals(now(handoff), work.handoffs.of(ticket.id()).orElseThrow().handoff());
        assertEquals(HandoffState.ACCEPTED, now(handoff).state());
    }

    @Test
    void aBriefThatIsBeingWrittenIsKeptForEachAgent() {
        var brief = new BriefDraft(WorkingDesk.brief(ticket.id()), Set.of(BriefPart.TRIED), HandoffCause.CUSTOMER, "she asks for it", Optional.of(Recipient.person("Kim")), true,
                "Kim goes on.", "");
        agent.draft(ticket.id(), Optional.of(brief));
        work.reopen();
        agent = work.handoffs(SignedIn.as(WorkingDesk.ME, Role.AGENT));
        assertEquals(Optional.of(brief), agent.draft(ticket.id()));
        assertEquals(Optional.empty(), work.handoffs(SignedIn.as("Jo", Role.AGENT)).draft(ticket.id()));
        escalate();
        assertEquals(Optional.empty(), agent.draft(ticket.id()));
    }

    @Test
    void aReplyOfAnybodyKeepsItWhereItIs() {
        Handoff handoff = escalate();
        work.send("r", ticket, "We look into it.", false);
        assertEquals(TicketStatus.ESCALATED, status());
        assertTrue(now(handoff).isOpen());
        assertEquals(Event.Name.HANDED_OVER, Event.parse(events().getLast()).name());
        assertThrows(Handoffs.UnknownHandoff.class, () -> kim.accept(withId("nobody's", escalate())));
    }

    @Test
    void whatIsHandedOverAgainWithItsOldIdTellsTheCustomerAgainAndOnce() {
        Handoff handoff = agent.escalate(telling("h", "Kim goes on with it.")).handoff();
        kim.giveBack(handoff, "Which kettle?");
        Escalation again = telling("h", "Kim looks at it once more.");
        assertTrue(agent.escalate(again).told().isPresent());
        assertTrue(agent.escalate(again).told().isPresent(), "the second press says the same");
        assertEquals(List.of("Kim goes on with it.", "Kim looks at it once more."), replies());
    }

    @Test
    void pressingTwiceToHandOverAgainWithAnotherIdIsOnePress() {
        Handoff handoff = escalate();
        kim.giveBack(handoff, "Which kettle?");
        Escalation again = telling("another id", "Kim looks at it once more.");
        Handoffs.Escalated first = agent.escalate(again);
        Handoffs.Escalated second = agent.escalate(again);
        assertEquals(first.handoff(), second.handoff());
        assertEquals(handoff.id(), second.handoff().id());
        assertEquals(1, replies().size());
        assertEquals(2, steps(handoff).stream().filter(HandoffStep.Kind.HANDED_OVER::equals).count());
    }

    @Test
    void ofTwoWhoActAtOnceOnTheSameTheSecondIsToldThatItChanged() {
        Handoff seen = escalate();
        kim.ask(seen, "Which kettle?");
        assertThrows(Handoffs.ChangedMeanwhile.class, () -> lee.ask(seen, "Since when?"));
        assertThrows(Handoffs.ChangedMeanwhile.class, () -> lee.decide(seen, "Yes."));
        assertThrows(Handoffs.ChangedMeanwhile.class, () -> agent.withdraw(seen, "never mind"));
        assertEquals(Optional.of("Which kettle?"), now(seen).question());
        assertEquals(HandoffState.DECIDED, lee.decide(now(seen), "Yes.").state(), "having seen the question");
    }

    private Escalation telling(String id, String words) {
        return with(work.escalation(id, ticket), Recipient.role(Role.SUPERVISOR), Optional.empty(), Optional.of(words), work.ticket(ticket.id()).lastPosition());
    }

    private List<String> replies() {
        return work.messages(ticket.id()).stream().filter(m -> m.kind() == Message.Kind.REPLY).map(Message::text).toList();
    }
}
