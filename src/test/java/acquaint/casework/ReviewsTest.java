package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.casework.Replies.SendOutcome;
import acquaint.channel.OutgoingReply;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Review;
import acquaint.model.Role;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reply that a rule holds leaves on the word of a second person, or comes back to its author. */
class ReviewsTest {

    private static final MessageId ID = new MessageId("r");

    @TempDir
    private Path directory;
    private WorkingDesk work;
    private Reviews kim;
    private Reviews author;
    private Ticket ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        ticket = work.anasTicket("The kettle leaks", "I want my money.");
        work.holding("refund");
        kim = work.reviews(SignedIn.as("Kim", Role.SUPERVISOR));
        author = work.reviews(SignedIn.as(WorkingDesk.ME, Role.ADMIN));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private SendOutcome send() {
        return work.send(ID.value(), ticket, "You get a refund.", false);
    }

    private List<Message> replies() {
        return work.messages(ticket.id()).stream().filter(m -> m.kind() == Message.Kind.REPLY).toList();
    }

    private void letItGo() {
        work.clock.forward(Replies.UNDO);
        work.drain();
    }

    private Review.State state() {
        return work.reviewOf(ID).state();
    }

    @Test
    void aHeldReplyIsNoMessageAndLeavesTheComposerFree() {
        work.drafts.save(ticket.id(), Mode.REPLY, "You get a refund.");
        var held = assertInstanceOf(SendOutcome.HeldForReview.class, send());
        assertEquals("You get a refund.", held.review().text());
        assertEquals(Map.of(), work.drafts.of(ticket.id()));
        letItGo();
        assertTrue(replies().isEmpty() && work.postbag.replies.isEmpty());
        assertEquals(List.of(held.review()), author.waitingOf(ticket.id()));
        assertEquals(held, send(), "pressed twice");
        Reviews.Waiting waiting = kim.waiting().getFirst();
        assertEquals("Ana Ruiz", waiting.customerName());
        Reviews.ReviewView view = kim.find(ID).orElseThrow();
        assertEquals(List.of(new RuleMatch(RuleMatch.Rule.WORD, "refund", Optional.of("You get a refund."))), view.rules());
        assertEquals(TicketStatus.OPEN, work.ticket(ticket.id()).status());
    }

    @Test
    void anotherLetsItLeaveInTheNameOfItsAuthor() {
        send();
        assertThrows(Reviews.OwnReply.class, () -> author.approve(ID, "You get a refund."));
        var sent = assertInstanceOf(SendOutcome.Sent.class, kim.approve(ID, "You get a voucher."));
        assertEquals(WorkingDesk.ME, sent.message().author());
        assertEquals(TicketStatus.WAITING, work.ticket(ticket.id()).status());
        assertEquals(sent, kim.approve(ID, "You get a voucher."), "pressed twice");
        assertThrows(Reviews.NotWaiting.class, () -> kim.sendBack(ID, "No."));
        letItGo();
        OutgoingReply left = work.postbag.replies.getFirst();
        assertEquals(1, work.postbag.replies.size());
        assertEquals("You get a voucher.", left.text());
        assertEquals(WorkingDesk.ME, left.author());
        assertEquals(ID, left.id());
        assertTrue(work.desk.read(session -> session.audit().of(ticket.id())).stream().anyMatch(entry -> entry.who().equals("Kim") && entry.what().equals("review approved")));
    }

    @Test
    void whatTheAuthorTypesMeanwhileStays() {
        send();
        work.drafts.save(ticket.id(), Mode.REPLY, "And by the way");
        kim.approve(ID, "You get a refund.");
        assertEquals(Map.of(Mode.REPLY, "And by the way"), work.drafts.of(ticket.id()));
    }

    @Test
    void sentBackItIsInTheDraftBeforeWhatWasTypedSince() {
        send();
        new Conversations(work.desk, WorkingDesk.ME).seen(ticket.id(), Long.MAX_VALUE);
        work.drafts.save(ticket.id(), Mode.REPLY, "And by the way");
        kim.sendBack(ID, "Too much.");
        assertEquals(Map.of(Mode.REPLY, "You get a refund.\n\nAnd by the way"), work.drafts.of(ticket.id()));
        Message note = work.messages(ticket.id()).getLast();
        assertEquals(Message.Kind.NOTE, note.kind());
        assertEquals("Too much.", note.text());
        assertTrue(work.desk.read(session -> session.queue().find(ticket.id(), WorkingDesk.ME)).orElseThrow().unread());
        assertEquals(Review.State.SENT_BACK, state());
        assertThrows(Reviews.NotWaiting.class, () -> kim.approve(ID, "You get a refund."));
        letItGo();
        assertTrue(work.postbag.replies.isEmpty());
    }

    @Test
    void itsAuthorTakesItBack() {
        send();
        assertEquals(Optional.of("You get a refund."), author.takeBack(ID));
        assertEquals(Map.of(Mode.REPLY, "You get a refund."), work.drafts.of(ticket.id()));
        assertEquals(Optional.empty(), author.takeBack(ID));
        assertThrows(Reviews.NotWaiting.class, () -> kim.approve(ID, "You get a refund."));
    }

    @Test
    void itIsNotLetPastWhatTheCustomerSaidSince() {
        send();
        work.intake.log(new MessageId("late"), ticket.id(), "I have found it, never mind.");
        assertEquals("I have found it, never mind.", assertInstanceOf(SendOutcome.Refused.class, kim.approve(ID, "You get a refund.")).unseen().getFirst().text());
        assertEquals(Review.State.WAITING, state());
        assertEquals(1, kim.find(ID).orElseThrow().unseen().size());
        assertInstanceOf(SendOutcome.Sent.class, kim.approve(ID, "You get a refund.", work.ticket(ticket.id()).lastPosition()), "by somebody who has read it");
    }

    @Test
    void notesAmongColleaguesHoldNothingUp() {
        send();
        new Replies(work.desk, work.clock, "Kim", work.rules).note(new MessageId("n"), ticket.id(), "I look at it.");
        assertInstanceOf(SendOutcome.Sent.class, kim.approve(ID, "You get a refund."));
    }

    @Test
    void whatTheCustomerSaidIsSeenBehindManyNotes() {
        send();
        var kims = new Replies(work.desk, work.clock, "Kim", work.rules);
        for (int i = 0; i < 60; i++) {
            kims.note(new MessageId("n" + i), ticket.id(), "I look at it.");
        }
        work.intake.log(new MessageId("late"), ticket.id(), "I have found it, never mind.");
        assertInstanceOf(SendOutcome.Refused.class, kim.approve(ID, "You get a refund."));
    }

    @Test
    void aLetReplyCanStillBeUndone() {
        send();
        kim.approve(ID, "You get a refund.");
        assertEquals(Optional.of("You get a refund."), work.replies.undo(ID));
        assertThrows(Reviews.NotWaiting.class, () -> kim.approve(ID, "You get a refund."), "it is with its author again");
        assertEquals(Map.of(Mode.REPLY, "You get a refund."), work.drafts.of(ticket.id()));
        letItGo();
        assertTrue(work.postbag.replies.isEmpty());
        assertInstanceOf(SendOutcome.HeldForReview.class, work.send("again", ticket, "You get a refund.", false), "and is held again when it is sent again");
    }

    @Test
    void closingWithItHappensWhenItLeaves() {
        work.send(ID.value(), ticket, "You get a refund.", true);
        assertEquals(TicketStatus.OPEN, work.ticket(ticket.id()).status());
        kim.approve(ID, "You get a refund.");
        assertEquals(TicketStatus.CLOSED, work.ticket(ticket.id()).status());
    }

    @Test
    void itStandsAfterARestart() {
        send();
        work.reopen();
        kim = work.reviews(SignedIn.as("Kim", Role.SUPERVISOR));
        assertEquals(1, kim.waiting().size());
        kim.approve(ID, "You get a refund.");
        work.reopen();
        letItGo();
        assertEquals(1, work.postbag.replies.size());
    }

    @Test
    void anUpdateToManyIsHeldAsWellAndLeavesTheComposerAlone() {
        work.drafts.save(ticket.id(), Mode.REPLY, "half a reply");
        var request = new Replies.SendRequest(ID, ticket.id(), "All get a refund.", work.ticket(ticket.id()).lastPosition(), false);
        assertInstanceOf(SendOutcome.HeldForReview.class, work.replies.tell(request));
        assertEquals(Map.of(Mode.REPLY, "half a reply"), work.drafts.of(ticket.id()));
        assertFalse(kim.waiting().isEmpty());
    }
}
