package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acquaint.SignedIn;
import acquaint.casework.Replies.SendOutcome.Refused;
import acquaint.casework.Replies.SendOutcome.Sent;
import acquaint.casework.Replies.SendRequest;
import acquaint.channel.ChannelException;
import acquaint.channel.OutgoingReply;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Priority;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.store.AuditTable;
import acquaint.store.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RepliesTest {

    @TempDir
    private Path directory;

    private WorkingDesk work;
    private Ticket ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        ticket = work.anasTicket("The kettle leaks", "It drips on the floor.");
    }

    @AfterEach
    void close() {
        work.close();
    }

    private Message.Delivery delivery(String id) {
        return work.desk.read(session -> session.messages().find(new MessageId(id))).orElseThrow().delivery();
    }

    private String draft() {
        return work.drafts.of(ticket.id()).getOrDefault(Mode.REPLY, "");
    }

    private void afterUndo() {
        work.clock.forward(Replies.UNDO);
        work.drain();
    }

    @Test
    void aReplyIsHeldThenDeliveredAndRemembered() {
        work.drafts.save(ticket.id(), Mode.REPLY, "A new lid is on its way.");
        Sent sent = assertInstanceOf(Sent.class, work.send("r", ticket, "A new lid is on its way.", false));
        assertEquals(WorkingDesk.START.plus(Replies.UNDO), sent.undoUntil());
        assertEquals("", draft());
        assertEquals(TicketStatus.WAITING, work.ticket(ticket.id()).status());
        work.drain();
        assertEquals(Message.Delivery.HELD, delivery("r"));
        assertEquals(List.of(), work.postbag.replies);
        afterUndo();
        assertEquals(Message.Delivery.SENT, delivery("r"));
        assertEquals(List.of(new OutgoingReply(new MessageId("r"), ticket.id(), "The kettle leaks", "Ana Ruiz", Optional.of("ana@example.com"),
                "Sam", WorkingDesk.START, "A new lid is on its way.")), work.postbag.replies);
        String session = ticket.id().session().value();
        assertEquals(List.of(session + " SUBJECT Ana Ruiz: The kettle leaks", session + " CUSTOMER Ana Ruiz: It drips on the floor.",
                session + " AGENT Sam: A new lid is on its way."), work.memory.notes);
    }

    @Test
    void sendingTwiceStoresAndDeliversOnce() {
        var first = work.send("r", ticket, "Once.", false);
        work.clock.forward(Duration.ofSeconds(1));
        assertEquals(first, work.send("r", ticket, "Once.", false));
        afterUndo();
        work.send("r", ticket, "Once.", false);
        afterUndo();
        assertEquals(1, work.postbag.replies.size());
        assertEquals(1, work.messages(ticket.id()).stream().filter(m -> m.kind() == Message.Kind.REPLY).count());
    }

    @Test
    void aReplyIsRefusedWhenTheCustomerWroteUnseen() {
        long seen = work.ticket(ticket.id()).lastPosition();
        work.drafts.save(ticket.id(), Mode.REPLY, "Please turn it upside down.");
        Message unseen = work.intake.log(new MessageId("new"), ticket.id(), "Never mind, I found the lid.");
        Ticket before = work.ticket(ticket.id());
        var refused = assertInstanceOf(Refused.class,
                work.replies.send(new SendRequest(new MessageId("r"), ticket.id(), "Please turn it upside down.", seen, false)));
        assertEquals(List.of(unseen), refused.unseen());
        assertEquals("Please turn it upside down.", draft());
        assertEquals(before, work.ticket(ticket.id()));
        afterUndo();
        assertEquals(List.of(), work.postbag.replies);
    }

    @Test
    void aReplyIsRefusedWhenAColleagueAnsweredUnseenButNotForOnesOwnWordsOrEvents() {
        long seen = work.ticket(ticket.id()).lastPosition();
        work.replies.note(new MessageId("mine"), ticket.id(), "Ask about the model.");
        work.changes.priority(ticket.id(), Priority.HIGH);
        assertInstanceOf(Sent.class, work.replies.send(new SendRequest(new MessageId("r1"), ticket.id(), "Which model?", seen, false)));
        new Replies(work.desk, work.clock, "Kim", SignedIn.noRules()).note(new MessageId("kims"), ticket.id(), "I know her kettle.");
        var refused = assertInstanceOf(Refused.class,
                work.replies.send(new SendRequest(new MessageId("r2"), ticket.id(), "Which colour?", seen, false)));
        assertEquals(List.of("I know her kettle."), refused.unseen().stream().map(Message::text).toList());
    }

    @Test
    void undoMakesEverythingAsItWasBefore() {
        work.conversations.seen(ticket.id(), ticket.lastPosition());
        Ticket before = work.ticket(ticket.id());
        var row = work.desk.read(session -> session.queue().find(ticket.id(), "Sam"));
        work.send("r", ticket, "Too early", false);
        work.clock.forward(Duration.ofSeconds(3));
        assertEquals(Optional.of("Too early"), work.replies.undo(new MessageId("r")));
        assertAsBefore(before, work.ticket(ticket.id()));
        assertEquals(row, work.desk.read(session -> session.queue().find(ticket.id(), "Sam")));
        assertEquals("Too early", draft());
        afterUndo();
        assertEquals(List.of(), work.postbag.replies);
        assertEquals(2, work.memory.notes.size());
        AuditTable.Entry undone = work.desk.read(session -> session.audit().of(ticket.id())).getLast();
        assertEquals("undo", undone.what());
        assertEquals(true, undone.before().orElseThrow().contains("Too early"));
    }

    private static void assertAsBefore(Ticket before, Ticket after) {
        assertEquals(before.status(), after.status());
        assertEquals(before.waitingSince(), after.waitingSince());
        assertEquals(before.assignee(), after.assignee());
        assertEquals(before.priority(), after.priority());
        assertEquals(before.tags(), after.tags());
    }

    @Test
    void undoOfSendAndCloseOpensTheTicketAgainWithoutFlushingOrLeavingAnEvent() {
        Ticket before = work.ticket(ticket.id());
        var messages = work.messages(ticket.id());
        work.send("r", ticket, "Done.", true);
        assertEquals(TicketStatus.CLOSED, work.ticket(ticket.id()).status());
        work.replies.undo(new MessageId("r"));
        assertAsBefore(before, work.ticket(ticket.id()));
        assertEquals(messages, work.messages(ticket.id()));
        afterUndo();
        assertEquals(2, work.memory.notes.size());
    }

    @Test
    void sendAndCloseFlushesTheSessionAfterTheReplyIsRemembered() {
        work.send("r", ticket, "Done.", true);
        afterUndo();
        String session = ticket.id().session().value();
        assertEquals(List.of(session + " AGENT Sam: Done.", session + " flushed"), work.memory.notes.subList(2, 4));
    }

    @Test
    void undoPutsTheTextBeforeWhatWasTypedSince() {
        work.send("r", ticket, "First thought", false);
        work.drafts.save(ticket.id(), Mode.REPLY, "second thought");
        work.replies.undo(new MessageId("r"));
        assertEquals("First thought\n\nsecond thought", draft());
    }

    @Test
    void undoComesTooLateOnceTheReplyIsOnItsWay() {
        work.send("r", ticket, "Gone", false);
        afterUndo();
        assertEquals(Optional.empty(), work.replies.undo(new MessageId("r")));
        assertEquals(Message.Delivery.SENT, delivery("r"));
        assertEquals("", draft());
    }

    @Test
    void undoOfSomethingUnknownIsTooLate() {
        assertEquals(Optional.empty(), work.replies.undo(new MessageId("never")));
    }

    @Test
    void aReplyUndoneAfterTheCustomerWroteAgainKeepsTheirMessageAndTheFirstWaitingTime() {
        var since = work.ticket(ticket.id()).waitingSince();
        work.send("r", ticket, "Which model?", false);
        work.clock.forward(Duration.ofSeconds(2));
        Message more = work.intake.log(new MessageId("more"), ticket.id(), "It is the blue one.");
        work.replies.undo(new MessageId("r"));
        Ticket after = work.ticket(ticket.id());
        assertEquals(TicketStatus.OPEN, after.status());
        assertEquals(since, after.waitingSince());
        assertEquals(more, work.messages(ticket.id()).getLast());
    }

    @Test
    void whatWasSeenBeforeAnUndoNeverHidesALaterMessage() {
        work.send("r", ticket, "Too early", false);
        work.conversations.seen(ticket.id(), work.ticket(ticket.id()).lastPosition());
        long seen = work.ticket(ticket.id()).lastPosition();
        work.replies.undo(new MessageId("r"));
        work.intake.log(new MessageId("late"), ticket.id(), "One more thing");
        assertInstanceOf(Refused.class, work.replies.send(new SendRequest(new MessageId("r2"), ticket.id(), "Again", seen, false)));
        assertEquals(true, work.desk.read(session -> session.queue().find(ticket.id(), "Sam")).orElseThrow().unread());
    }

    @Test
    void twoRepliesUndoneInAnyOrderLeadBackToBeforeBoth() {
        for (var order : List.of(List.of("a", "b"), List.of("b", "a"))) {
            Ticket fresh = work.anasTicket("Again " + order, "Hello?");
            work.send(order + "a", fresh, "One", false);
            work.send(order + "b", fresh, "Two", true);
            order.forEach(id -> work.replies.undo(new MessageId(order + id)));
            assertAsBefore(fresh, work.ticket(fresh.id()));
        }
    }

    @Test
    void twoRepliesUndoneLeaveATicketOpenInWhichTheCustomerWroteBetweenThem() {
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.send("a", ticket, "One more thing", false);
        Message back = work.intake.log(new MessageId("back"), ticket.id(), "It drips again.");
        work.send("b", ticket, "Oh no", false);
        List.of("a", "b").forEach(id -> work.replies.undo(new MessageId(id)));
        Ticket after = work.ticket(ticket.id());
        assertEquals(TicketStatus.OPEN, after.status());
        assertEquals(Optional.of(back.at()), after.waitingSince());
    }

    @Test
    void nobodyWaitsAfterAnUndoWhoDidNotWaitBefore() {
        work.send("a", ticket, "It is on its way.", false);
        afterUndo();
        Ticket before = work.ticket(ticket.id());
        work.send("b", ticket, "Anything else?", false);
        work.replies.undo(new MessageId("b"));
        assertAsBefore(before, work.ticket(ticket.id()));
    }

    @Test
    void undoComesTooLateWhenMemoryMayHaveTheReplyAlready() {
        work.send("r", ticket, "Hello", false);
        work.desk.write(session -> {
            var remember = session.outbox().of(new MessageId("r")).stream().filter(e -> e.kind() == Effect.Kind.REMEMBER).toList();
            session.outbox().state(remember, Effect.State.RUNNING, Optional.empty());
            return null;
        });
        work.reopen();
        assertEquals(Optional.empty(), work.replies.undo(new MessageId("r")));
    }

    @Test
    void theEnvelopeIsFrozenWhenSendIsPressed() {
        work.send("r", ticket, "For Ana", false);
        work.desk.write(session -> session.customers().addAddresses(ticket.customer(), List.of(Address.email("new@example.com"))));
        afterUndo();
        assertEquals(Optional.of("ana@example.com"), work.postbag.replies.getFirst().recipientAddress());
    }

    @Test
    void aRefusedDeliveryFailsAndCanBeSentAgain() {
        work.postbag.failure = new ChannelException("no such mailbox", false);
        work.send("r", ticket, "Hello", false);
        afterUndo();
        assertEquals(Message.Delivery.FAILED, delivery("r"));
        work.postbag.failure = null;
        work.replies.sendAgain(new MessageId("r"));
        assertEquals(Message.Delivery.SENDING, delivery("r"));
        assertEquals(Optional.empty(), work.replies.undo(new MessageId("r")));
        work.drain();
        assertEquals(Message.Delivery.SENT, delivery("r"));
        assertEquals(1, work.postbag.replies.size());
    }

    @Test
    void aDeliveryThatMayWorkLaterIsTriedAgainByItself() {
        work.postbag.failure = new ChannelException("away", true);
        work.send("r", ticket, "Hello", false);
        afterUndo();
        assertEquals(Message.Delivery.SENDING, delivery("r"));
        work.postbag.failure = null;
        work.clock.forward(Duration.ofSeconds(1));
        work.drain();
        assertEquals(Message.Delivery.SENT, delivery("r"));
    }

    @Test
    void anUncertainReplyIsConfirmedByTheAgentOrSentAgain() {
        for (String id : List.of("confirmed", "again")) {
            work.send(id, ticket, id, false);
        }
        killInMidSend("confirmed", "again");
        assertEquals(Message.Delivery.UNCERTAIN, delivery("confirmed"));
        assertEquals(Optional.empty(), work.replies.undo(new MessageId("confirmed")));
        afterUndo();
        assertEquals(List.of(), work.postbag.replies);

        work.replies.confirmSent(new MessageId("confirmed"));
        work.replies.sendAgain(new MessageId("again"));
        work.drain();
        assertEquals(Message.Delivery.SENT, delivery("confirmed"));
        assertEquals(List.of("again"), work.postbag.replies.stream().map(OutgoingReply::text).toList());
    }

    private void killInMidSend(String... ids) {
        work.desk.write(session -> {
            for (String id : ids) {
                var deliver = session.outbox().of(new MessageId(id)).stream().filter(e -> e.kind() == Effect.Kind.DELIVER).toList();
                session.outbox().state(deliver, Effect.State.RUNNING, Optional.empty());
                session.messages().delivery(new MessageId(id), Message.Delivery.SENDING);
            }
            return null;
        });
        work.reopen();
    }

    @Test
    void aHeldReplyIsDeliveredAfterARestart() {
        work.send("r", ticket, "Hello", false);
        work.reopen();
        afterUndo();
        assertEquals(1, work.postbag.replies.size());
    }

    @Test
    void aNoteStaysInsideIsNotRememberedAndEmptiesOnlyItsOwnDraft() {
        work.drafts.save(ticket.id(), Mode.NOTE, "She is angry.");
        work.drafts.save(ticket.id(), Mode.REPLY, "Dear Ana");
        Message note = work.replies.note(new MessageId("n"), ticket.id(), "She is angry.");
        assertEquals(note, work.replies.note(new MessageId("n"), ticket.id(), "She is angry."));
        assertEquals(Map.of(Mode.REPLY, "Dear Ana"), work.drafts.of(ticket.id()));
        afterUndo();
        assertEquals(List.of(), work.postbag.replies);
        assertEquals(2, work.memory.notes.size());
        assertEquals(1, work.messages(ticket.id()).stream().filter(m -> m.kind() == Message.Kind.NOTE).count());
    }

    @Test
    void aReplyToAClosedTicketKeepsItClosedAndRenewsItsEpisode() {
        work.changes.status(ticket.id(), TicketStatus.CLOSED);
        work.send("r", ticket, "One more hint", false);
        afterUndo();
        assertEquals(TicketStatus.CLOSED, work.ticket(ticket.id()).status());
        assertEquals(ticket.id().session() + " flushed", work.memory.notes.getLast());
    }

    @Test
    void unknownTicketsAndEmptyTextsAreRefused() {
        var unknown = new TicketId("nowhere");
        assertThrows(Conversations.UnknownTicket.class,
                () -> work.replies.send(new SendRequest(new MessageId("r"), unknown, "Hello", 0, false)));
        assertThrows(Conversations.UnknownTicket.class, () -> work.replies.note(new MessageId("n"), unknown, "Hello"));
        assertThrows(IllegalArgumentException.class, () -> work.send("r", ticket, "  ", false));
        assertThrows(IllegalArgumentException.class, () -> work.replies.note(new MessageId("n"), ticket.id(), "\n"));
    }
}
