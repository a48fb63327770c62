package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.casework.Incidents.Unsent;
import acquaint.model.Address;
import acquaint.model.Incident;
import acquaint.model.Member;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.pattern.Alarm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentsTest {

    private static final String UPDATE = "Dear {name}, the checkout works again.";
    private static final Incidents.Progress UNSEEN = (_, _) -> {};

    @TempDir
    Path directory;

    private WorkingDesk work;
    private Incidents incidents;
    private int customers;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        List<String> said = List.of("Where is my parcel? The tracking shows nothing new.", "I want to return the kettle, please send a label.", "How do I change my password?");
        for (int i = 0; i < 300; i++) {
            report(said.get(i % said.size()));
            work.clock.forward(Duration.ofMinutes(60));
        }
        load();
    }

    private void load() {
        incidents = incidents(Role.SUPERVISOR);
        incidents.load();
    }

    private Incidents incidents(Role role) {
        return new Incidents(work.desk, work.replies, work.clock, new Permissions(new Member(WorkingDesk.ME, role)));
    }

    @AfterEach
    void close() throws Exception {
        work.close();
    }

    @Test
    void whatIsBeingWrittenToAllIsKeptForWhoWritesItUntilItIsDropped() {
        outage(5);
        var incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        assertEquals(Optional.empty(), incidents.begun(incident.id()));
        incidents.keep(incident.id(), "Dear {n");
        incidents.keep(incident.id(), "Dear {name}");
        assertEquals(Optional.of("Dear {name}"), incidents.begun(incident.id()));
        var others = new Incidents(work.desk, work.replies, work.clock, new Permissions(new Member("Noor", Role.SUPERVISOR)));
        assertEquals(Optional.empty(), others.begun(incident.id()));
        incidents.drop(incident.id());
        assertEquals(Optional.empty(), incidents.begun(incident.id()));
    }

    @Test
    void likeReportsOfSeveralCustomersRaiseAnAlarmAsTheyCome() {
        var told = new ArrayList<Integer>();
        incidents.onChange(() -> told.add(incidents.alarms().size()));
        List<Ticket> tickets = outage(5);
        Alarm alarm = incidents.alarms().getFirst();
        assertEquals(tickets.stream().map(Ticket::id).toList(), alarm.tickets());
        assertEquals(5, alarm.reports());
        assertEquals(tickets.getFirst().createdAt(), alarm.since());
        assertTrue(told.contains(1), "listeners hear of it");
    }

    @Test
    void aRestartFindsTheSameAlarmInWhatTheDeskHas() {
        outage(5);
        Alarm before = incidents.alarms().getFirst();
        work.reopen();
        load();
        Alarm after = incidents.alarms().getFirst();
        assertEquals(before.tickets(), after.tickets());
        assertEquals(before.id(), after.id());
    }

    @Test
    void aLoadingThatWasInterruptedCanBeDoneAgain() {
        outage(5);
        var other = incidents(Role.SUPERVISOR);
        Thread.currentThread().interrupt();
        other.load();
        assertTrue(Thread.interrupted(), "the interrupt is kept");
        other.load();
        assertEquals(incidents.alarms().getFirst().tickets(), other.alarms().getFirst().tickets());
    }

    @Test
    void anAlarmThatWasPutAwayDoesNotComeBackForADayAlsoAfterARestart() {
        outage(5);
        incidents.dismiss(incidents.alarms().getFirst());
        outage(2);
        assertEquals(List.of(), incidents.alarms());
        work.reopen();
        load();
        outage(1);
        assertEquals(List.of(), incidents.alarms());
    }

    @Test
    void anIncidentLinksItsTicketsAndWhatJoinsThemLater() {
        outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        assertEquals(List.of(), incidents.alarms());
        Ticket sixth = outage(1).getFirst();
        assertEquals(6, incidents.find(incident.id()).orElseThrow().tickets().size());
        assertEquals(Optional.of("Checkout"), incidents.of(sixth.id()).map(Incident::title));
        incidents.unlink(incident.id(), sixth.id());
        work.intake.log(new MessageId("more"), sixth.id(), "Error 402 at the checkout still.");
        assertEquals(Optional.empty(), incidents.of(sixth.id()), "what was taken out stays out");
        work.reopen();
        load();
        work.intake.log(new MessageId("and more"), sixth.id(), "Error 402 at the checkout, again.");
        assertEquals(Optional.empty(), incidents.of(sixth.id()), "after a restart, too");
        Ticket other = report("Something else");
        incidents.link(incident.id(), other.id());
        assertEquals(Optional.of(incident.id()), incidents.of(other.id()).map(Incident::id));
        incidents.close(incident.id(), work.clock.instant());
        assertEquals(Optional.empty(), incidents.of(other.id()));
        assertEquals(List.of(), incidents.alarms(), "its tickets raise no alarm again");
    }

    @Test
    void anAlarmThatTwoDeclareIsOneIncident() {
        outage(5);
        Alarm alarm = incidents.alarms().getFirst();
        assertEquals(incidents.declare(alarm, "Checkout"), incidents.declare(alarm, "Payments"));
        assertEquals(1, incidents.all().size());
    }

    @Test
    void anUpdateGoesToEachOpenTicketOnceInTheCustomersName() {
        List<Ticket> tickets = outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        work.changes.status(tickets.get(1).id(), TicketStatus.CLOSED);
        var progress = new ArrayList<String>();
        Incidents.Updated updated = incidents.updateAll(incident.id(), UPDATE, (done, of) -> progress.add(done + "/" + of));
        assertEquals(4, updated.sent().size());
        assertEquals(List.of(), updated.unsent());
        assertEquals(List.of("1/4", "2/4", "3/4", "4/4"), progress);
        Incidents.Updated again = incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        assertEquals(List.of(), again.sent());
        assertEquals(updated.sent(), again.before());
        work.clock.forward(Replies.UNDO.plusSeconds(1));
        work.drain();
        assertEquals(4, work.postbag.replies.size(), "pressed twice, sent once");
        for (Ticket ticket : List.of(tickets.get(0), tickets.get(4))) {
            String name = work.desk.read(session -> session.customers().find(ticket.customer())).orElseThrow().name();
            assertEquals("Dear " + name + ", the checkout works again.", replies(ticket).getFirst().text());
        }
        assertEquals(List.of(), replies(tickets.get(1)));
    }

    @Test
    void aReplyThatCouldNotBeDeliveredIsCountedApartFromThoseSentBefore() {
        List<Ticket> tickets = outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        TicketId refused = tickets.get(2).id();
        incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        MessageId reply = replies(tickets.get(2)).getFirst().id();
        work.desk.write(session -> {
            session.messages().delivery(reply, Message.Delivery.FAILED);
            return null;
        });
        Incidents.Updated again = incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        assertEquals(List.of(refused), again.undelivered());
        assertEquals(4, again.before().size());
        assertFalse(again.before().contains(refused));
        assertEquals(List.of(), again.sent());
        assertTrue(incidents.told(incident.id(), UPDATE).contains(refused), "it is sent again in its ticket");
    }

    @Test
    void aTicketInWhichTheCustomerWroteMoreGetsNoUpdateUnseen() {
        List<Ticket> tickets = outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        work.clock.forward(Duration.ofMinutes(1));
        work.intake.log(new MessageId("more"), tickets.get(2).id(), "Never mind, I bought it elsewhere.");
        Incidents.Updated updated = incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        assertEquals(List.of(new Unsent(tickets.get(2).id(), Unsent.Reason.NEWS)), updated.unsent());
        assertEquals(4, updated.sent().size());
        assertEquals(List.of(), replies(tickets.get(2)));
    }

    @Test
    void whoWasToldTheseWordsIsPassedOverWhoeverSendsThemAgainAndOtherWordsReachAll() {
        List<Ticket> tickets = outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        work.clock.forward(Duration.ofMinutes(1));
        work.intake.log(new MessageId("more"), tickets.get(2).id(), "Never mind.");
        incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        Set<TicketId> told = Set.of(tickets.get(0).id(), tickets.get(1).id(), tickets.get(3).id(), tickets.get(4).id());
        assertEquals(told, incidents.told(incident.id(), UPDATE + "\n"));
        assertEquals(Set.of(), incidents.told(incident.id(), UPDATE + " Really."));
        work.conversations.seen(tickets.get(2).id(), work.ticket(tickets.get(2).id()).lastPosition());
        var others = new Incidents(work.desk, new Replies(work.desk, work.clock, "Noor", work.rules), work.clock, new Permissions(new Member("Noor", Role.SUPERVISOR)));
        assertEquals(List.of(new Unsent(tickets.get(2).id(), Unsent.Reason.NEWS)), others.updateAll(incident.id(), UPDATE, UNSEEN).unsent(), "she has not seen it");
        assertEquals(List.of(tickets.get(2).id()), incidents.updateAll(incident.id(), UPDATE, UNSEEN).sent());
        assertEquals(5, incidents.updateAll(incident.id(), UPDATE + " Really.", UNSEEN).sent().size());
        for (Ticket ticket : tickets) {
            assertEquals(2, replies(ticket).size());
        }
    }

    @Test
    void whoseUpdateWasTakenBackGetsItAgainAndWhatASecondPersonSentBackIsAskedAnew() {
        List<Ticket> tickets = outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        work.replies.undo(replies(tickets.getFirst()).getFirst().id());
        assertEquals(List.of(tickets.getFirst().id()), incidents.updateAll(incident.id(), UPDATE, UNSEEN).sent());
        work.holding("refund");
        load();
        String held = "You get a refund.";
        assertEquals(5, incidents.updateAll(incident.id(), held, UNSEEN).unsent().size());
        assertEquals(5, incidents.updateAll(incident.id(), held, UNSEEN).unsent().size());
        assertEquals(5, waiting(), "asked once");
        var reviews = work.reviews(SignedIn.as("Vera", Role.SUPERVISOR));
        reviews.sendBack(work.desk.read(session -> session.reviews().waiting()).getFirst().id(), "No.");
        assertEquals(4, waiting());
        incidents.updateAll(incident.id(), held, UNSEEN);
        assertEquals(5, waiting());
        assertEquals(Set.of(), incidents.told(incident.id(), held));
    }

    private int waiting() {
        return work.desk.read(session -> session.reviews().waiting()).size();
    }

    @Test
    void whoWasToldUnderAnEarlierNameOfTheUpdateIsPassedOver() {
        List<Ticket> tickets = outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        Ticket first = work.ticket(tickets.getFirst().id());
        String name = work.desk.read(session -> session.customers().find(first.customer())).orElseThrow().name();
        var earlier = new MessageId("incident-" + incident.id() + "-0b5b-" + first.id());
        work.replies.tell(new Replies.SendRequest(earlier, first.id(), UPDATE.replace("{name}", name), first.lastPosition(), false));
        assertEquals(Set.of(first.id()), incidents.told(incident.id(), UPDATE));
        assertEquals(Set.of(), incidents.told(incident.id(), UPDATE + " Really."));
        Incidents.Updated updated = incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        assertEquals(List.of(first.id()), updated.before());
        assertEquals(4, updated.sent().size());
        assertEquals(1, replies(first).size());
    }

    @Test
    void whoWasToldUnderTheNameTheyHadThenIsPassedOver() {
        List<Ticket> tickets = outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        Ticket first = work.ticket(tickets.getFirst().id());
        var earlier = new MessageId("incident-" + incident.id() + "-0b5b-" + first.id());
        String words = "Dear {name}, the checkout works again. Thank you, {name}.";
        work.replies.tell(new Replies.SendRequest(earlier, first.id(), words.replace("{name}", "Ana Maria Ruiz"), first.lastPosition(), false));
        assertEquals(Set.of(first.id()), incidents.told(incident.id(), words));
        assertEquals(Set.of(), incidents.told(incident.id(), UPDATE), "other words");
        assertEquals(Set.of(), incidents.told(incident.id(), "Dear {name}, the checkout works again. Thank you, Ben."));
        assertEquals(4, incidents.updateAll(incident.id(), words, UNSEEN).sent().size());
        assertEquals(1, replies(first).size());
    }

    @Test
    void wordsThatDifferOnlyWhereTheNameStandsAreOtherWords() {
        outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        incidents.updateAll(incident.id(), "The checkout works again, but not yet cards.", UNSEEN);
        assertEquals(Set.of(), incidents.told(incident.id(), "The checkout works again, {name}."));
        assertEquals(5, incidents.updateAll(incident.id(), "The checkout works again, {name}.", UNSEEN).sent().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"but payments by card still fail", "Ana. Cards fail"})
    void aClauseOrASentenceIsNoFormerName(String words) {
        Ticket first = outage(5).getFirst();
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        var earlier = new MessageId("incident-" + incident.id() + "-" + UUID.randomUUID() + "-" + first.id());
        work.replies.tell(new Replies.SendRequest(earlier, first.id(), "The checkout works again, " + words + ".", work.ticket(first.id()).lastPosition(), false));
        assertEquals(Set.of(), incidents.told(incident.id(), "The checkout works again, {name}."));
    }

    @Test
    void aCancelledUpdateSaysWhatIsLeftAndGoesOnWhereItWas() {
        outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        Incidents.Updated updated = incidents.updateAll(incident.id(), UPDATE, (done, _) -> {
            if (done == 2) {
                Thread.currentThread().interrupt();
            }
        });
        assertTrue(Thread.interrupted());
        assertEquals(2, updated.sent().size());
        assertEquals(3, updated.left().size());
        Incidents.Updated rest = incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        assertEquals(updated.left(), rest.sent());
        assertEquals(updated.sent(), rest.before());
        work.clock.forward(Replies.UNDO.plusSeconds(1));
        work.drain();
        assertEquals(5, work.postbag.replies.size());
    }

    @Test
    void whatATypingAgentHasInTheComposerStaysThere() {
        List<Ticket> tickets = outage(5);
        Incident incident = incidents.declare(incidents.alarms().getFirst(), "Checkout");
        work.drafts.save(tickets.getFirst().id(), Mode.REPLY, "half a sentence");
        incidents.updateAll(incident.id(), UPDATE, UNSEEN);
        assertEquals("half a sentence", work.drafts.of(tickets.getFirst().id()).get(Mode.REPLY));
    }

    @Test
    void onlyWhoMayLeadIncidentsDeclaresDismissesAndUpdates() {
        outage(5);
        Incidents agents = incidents(Role.AGENT);
        agents.load();
        Alarm alarm = agents.alarms().getFirst();
        assertThrows(NotPermitted.class, () -> agents.declare(alarm, "Checkout"));
        assertThrows(NotPermitted.class, () -> agents.dismiss(alarm));
        Incident incident = incidents.declare(alarm, "Checkout");
        assertThrows(NotPermitted.class, () -> agents.updateAll(incident.id(), UPDATE, UNSEEN));
        assertThrows(NotPermitted.class, () -> agents.close(incident.id(), work.clock.instant()));
    }

    private List<Message> replies(Ticket ticket) {
        return work.messages(ticket.id()).stream().filter(message -> message.isFrom(Message.Kind.REPLY)).toList();
    }

    private List<Ticket> outage(int reports) {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < reports; i++) {
            tickets.add(report("Checkout shows error 402 and declines my card."));
            work.clock.forward(Duration.ofMinutes(4));
        }
        return tickets;
    }

    private Ticket report(String text) {
        int number = customers++;
        return work.intake.open(new Intake.NewTicket(new Intake.Caller.New("Customer " + number, List.of(Address.email("c" + number + "@example.com"))), "Question", "email", text, Optional.empty()));
    }
}
