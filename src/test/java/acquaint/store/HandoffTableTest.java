package acquaint.store;

import static acquaint.store.Given.ANA;
import static acquaint.store.Given.CLOCK;
import static acquaint.store.Given.NOW;
import static acquaint.store.Given.TICKET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.HandoffState;
import acquaint.model.HandoffStep;
import acquaint.model.Incident;
import acquaint.model.MessageId;
import acquaint.model.Promise;
import acquaint.model.Recipient;
import acquaint.model.Review;
import acquaint.model.Risk;
import acquaint.model.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What supervision keeps in the desk comes back as it was kept. */
class HandoffTableTest {

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(directory, CLOCK);
        Given.anasTicket(desk);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Handoff handoff(String id) {
        return new Handoff(new HandoffId(id), TICKET, ANA, "Sam", Recipient.role(Role.SUPERVISOR), HandoffCause.CUSTOMER, "asks for a manager", "Refund 80 EUR?",
                Set.of(Risk.MONEY, Risk.CHURN), Set.of("TRIED"), Optional.of("She wants no more tests."), HandoffState.NEW, Optional.empty(), Optional.empty(),
                Optional.empty(), NOW, NOW.plusSeconds(3600), Optional.empty(), NOW, Optional.empty(), 0);
    }

    private Handoff given(String id) {
        return desk.write(session -> {
            session.handoffs().insert(handoff(id), "{}");
            return session.handoffs().find(new HandoffId(id)).orElseThrow();
        });
    }

    @Test
    void aHandoffComesBackAsItWasSaved() {
        assertEquals(handoff("h"), given("h"));
        Handoff decided = desk.write(session -> session.handoffs().save(handoff("h").become(HandoffState.ACCEPTED, NOW.plusSeconds(1)).takenBy("Kim")
                .deciding("Refund it.").become(HandoffState.DECIDED, NOW.plusSeconds(2))));
        assertEquals(Optional.of("Kim"), decided.reviewer());
        assertEquals(Optional.of(NOW.plusSeconds(1)), decided.touchedAt());
        assertEquals(Optional.of(NOW.plusSeconds(2)), decided.endedAt());
        assertEquals(Optional.empty(), desk.read(session -> session.handoffs().openOf(TICKET)));
        assertEquals(List.of(decided), desk.read(session -> session.handoffs().ofCustomer(ANA)));
        assertEquals(List.of(decided), desk.read(session -> session.handoffs().endedSince(NOW)));
    }

    @Test
    void aHandoffReadBeforeAnotherChangeCannotBeSaved() {
        Handoff read = given("h");
        desk.write(session -> session.handoffs().save(read.become(HandoffState.ACCEPTED, NOW)));
        assertThrows(StaleHandoff.class, () -> desk.write(session -> session.handoffs().save(read.become(HandoffState.RETURNED, NOW))));
    }

    @Test
    void aTicketHasOneOpenHandoffAtMost() {
        Handoff first = given("h");
        assertThrows(RuntimeException.class, () -> given("i"));
        desk.write(session -> session.handoffs().save(first.ended(NOW)));
        assertTrue(given("i").isOpen());
    }

    @Test
    void stepsAndBriefsBelongToTheirHandoff() {
        HandoffId id = given("h").id();
        var asked = new HandoffStep(id, NOW, "Kim", HandoffStep.Kind.ASKED, "Which kettle?");
        var answered = new HandoffStep(id, NOW, "Sam", HandoffStep.Kind.ANSWERED, "The steel one.");
        desk.write(session -> {
            session.handoffs().add(asked);
            session.handoffs().add(answered);
            session.handoffs().brief(id, "{\"a\":1}");
            session.handoffs().draft(TICKET, "Sam", "{\"b\":2}", NOW);
            return null;
        });
        assertEquals(List.of(asked, answered), desk.read(session -> session.handoffs().steps(id)));
        assertEquals("{\"a\":1}", desk.read(session -> session.handoffs().brief(id)));
        assertEquals(Optional.of("{\"b\":2}"), desk.read(session -> session.handoffs().draft(TICKET, "Sam")));
        assertEquals(Optional.empty(), desk.read(session -> session.handoffs().draft(TICKET, "Kim")));
    }

    @Test
    void aPromiseIsKeptOnceAndEndsOnce() {
        MessageId message = new MessageId("m");
        assertTrue(promised(message));
        assertFalse(promised(message), "the same sentence of the same message is one promise");
        Promise open = desk.read(session -> session.promises().overdue(NOW.plus(Duration.ofDays(2)))).getFirst();
        assertTrue(open.isOverdue(NOW.plus(Duration.ofDays(2))));
        assertEquals(true, desk.write(session -> session.promises().end(open, Promise.State.KEPT, NOW, "Sam", Optional.empty())));
        assertEquals(false, desk.write(session -> session.promises().end(open, Promise.State.WITHDRAWN, NOW, "Sam", Optional.empty())));
        assertEquals(List.of(), desk.read(session -> session.promises().open()));
        assertEquals(Promise.State.KEPT, desk.read(session -> session.promises().ofCustomer(ANA)).getFirst().state());
    }

    private boolean promised(MessageId message) {
        return desk.write(session -> session.promises().add(TICKET, ANA, message, 0, "We will call you.", "Sam", NOW, Optional.of(NOW.plus(Duration.ofDays(1)))));
    }

    @Test
    void aReviewWaitsUntilItIsEnded() {
        var review = new Review(new MessageId("r"), TICKET, ANA, "Sam", "We refund 900 EUR.", 1, true, NOW, List.of("amount over 500 EUR", "VIP customer"),
                Optional.of("We refund it."), Review.State.WAITING, Optional.empty(), Optional.empty(), Optional.empty());
        desk.write(session -> {
            session.reviews().insert(review);
            return null;
        });
        assertEquals(List.of(review), desk.read(session -> session.reviews().waiting()));
        assertEquals(true, desk.write(session -> session.reviews().end(review, Review.State.SENT_BACK, "Kim", NOW, Optional.of("Too much."))));
        assertEquals(false, desk.write(session -> session.reviews().end(review, Review.State.APPROVED, "Lee", NOW, Optional.empty())));
        assertEquals(List.of(), desk.read(session -> session.reviews().waiting()));
        assertEquals(Optional.of("Too much."), desk.read(session -> session.reviews().ofTicket(TICKET)).getFirst().reason());
    }

    @Test
    void anIncidentLinksEachTicketOnce() {
        Incident incident = desk.write(session -> session.incidents().open("Parcels late", NOW, NOW, "Kim", List.of(TICKET)));
        desk.write(session -> {
            session.incidents().link(incident.id(), TICKET, NOW);
            session.incidents().close(incident, NOW);
            return null;
        });
        Incident closed = desk.read(session -> session.incidents().ofTicket(TICKET)).getFirst();
        assertEquals(List.of(TICKET), closed.tickets());
        assertEquals(Optional.of(NOW), closed.closedAt());
    }
}
