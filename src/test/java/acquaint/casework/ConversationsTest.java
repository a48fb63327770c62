package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.casework.Conversations.UnknownTicket;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ConversationsTest {

    @TempDir
    private Path directory;

    private WorkingDesk work;
    private TicketId ticket;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        ticket = work.anasTicket("The kettle leaks", "It drips.").id();
    }

    @AfterEach
    void close() {
        work.close();
    }

    /** Fills the ticket with the customer's messages up to this position. */
    private void fill(long last) {
        work.desk.write(session -> {
            Ticket before = session.tickets().find(ticket).orElseThrow();
            session.messages().add(LongStream.rangeClosed(before.lastPosition() + 1, last)
                    .mapToObj(n -> new Message(new MessageId("m" + n), ticket, n, Message.Kind.CUSTOMER, "Ana Ruiz", WorkingDesk.START, "line " + n,
                            Message.Delivery.NONE))
                    .toList());
            return session.tickets().save(before.heard(last, WorkingDesk.START));
        });
    }

    @Test
    void aTicketOfTenThousandMessagesOpensWithAWindowOfThem() {
        fill(10_000);
        work.conversations.seen(ticket, 9_000);
        Conversation conversation = work.conversations.open(ticket);
        assertEquals(Conversations.PAGE, conversation.messages().size());
        assertEquals(9_001, conversation.firstUnread());
        assertEquals(9_001 - 5, conversation.messages().getFirst().position());
        assertEquals(8_995, conversation.earlier());
        assertEquals(10_000 - 8_995 - Conversations.PAGE, conversation.later());
    }

    @Test
    void aReadTicketOpensAtItsEnd() {
        fill(200);
        work.conversations.seen(ticket, 200);
        Conversation conversation = work.conversations.open(ticket);
        assertEquals(0, conversation.firstUnread());
        assertEquals(200, conversation.messages().getLast().position());
        assertEquals(140, conversation.earlier());
        assertEquals(0, conversation.later());
    }

    @Test
    void aFewUnreadMessagesLeaveRoomForWhatCameBefore() {
        fill(200);
        work.conversations.seen(ticket, 198);
        Conversation conversation = work.conversations.open(ticket);
        assertEquals(Conversations.PAGE, conversation.messages().size());
        assertEquals(199, conversation.firstUnread());
        assertEquals(0, conversation.later());
    }

    @Test
    void pagesFollowTheWindowInBothDirections() {
        fill(500);
        work.conversations.seen(ticket, 250);
        Conversation conversation = work.conversations.open(ticket);
        var before = work.conversations.before(ticket, conversation.messages().getFirst().position());
        var after = work.conversations.after(ticket, conversation.messages().getLast().position());
        assertEquals(conversation.messages().getFirst().position() - 1, before.getLast().position());
        assertEquals(conversation.messages().getLast().position() + 1, after.getFirst().position());
        assertEquals(Conversations.PAGE, before.size());
        assertEquals(Conversations.PAGE, after.size());
    }

    @Test
    void ownWordsAreNotUnreadButAColleaguesAre() {
        work.conversations.seen(ticket, 2);
        work.replies.note(new MessageId("mine"), ticket, "mine");
        assertEquals(0, work.conversations.open(ticket).firstUnread());
        Message kims = new Replies(work.desk, work.clock, "Kim", SignedIn.noRules()).note(new MessageId("kims"), ticket, "hers");
        assertEquals(kims.position(), work.conversations.open(ticket).firstUnread());
    }

    @Test
    void aTicketMarkedUnreadIsUnreadFromItsNewestCustomerMessage() {
        work.conversations.seen(ticket, 99);
        assertFalse(unread());
        work.conversations.markUnread(ticket);
        assertTrue(unread());
        assertEquals(2, work.conversations.open(ticket).firstUnread());
    }

    private boolean unread() {
        return work.desk.read(session -> session.queue().find(ticket, WorkingDesk.ME)).orElseThrow().unread();
    }

    @Test
    void draftsAreKeptPerTicketAndModeAndSurviveARestart() {
        TicketId other = work.anasTicket("Another", "Hello").id();
        work.drafts.save(ticket, Mode.REPLY, "Dear Ana,\n\n  with blanks ");
        work.drafts.save(ticket, Mode.NOTE, "careful");
        work.drafts.save(other, Mode.REPLY, "other");
        work.reopen();
        assertEquals(Map.of(Mode.REPLY, "Dear Ana,\n\n  with blanks ", Mode.NOTE, "careful"), work.drafts.of(ticket));
        work.drafts.save(ticket, Mode.NOTE, " \n");
        assertEquals(Map.of(Mode.REPLY, "Dear Ana,\n\n  with blanks "), work.drafts.of(ticket));
        assertEquals(Map.of(Mode.REPLY, "other"), work.drafts.of(other));
    }

    @Test
    void anUnknownTicketIsSaidSoEverywhere() {
        var unknown = new TicketId("nowhere");
        assertThrows(UnknownTicket.class, () -> work.conversations.open(unknown));
        assertThrows(UnknownTicket.class, () -> work.conversations.before(unknown, 1));
        assertThrows(UnknownTicket.class, () -> work.conversations.after(unknown, 1));
        assertThrows(UnknownTicket.class, () -> work.conversations.seen(unknown, 1));
        assertThrows(UnknownTicket.class, () -> work.conversations.markUnread(unknown));
        assertThrows(UnknownTicket.class, () -> work.drafts.of(unknown));
        assertThrows(UnknownTicket.class, () -> work.drafts.save(unknown, Mode.REPLY, "x"));
        assertThrows(UnknownTicket.class, () -> work.intake.log(MessageId.random(), unknown, "x"));
        assertThrows(UnknownTicket.class, () -> work.knowledge.card(unknown));
        assertThrows(UnknownTicket.class, () -> work.knowledge.recall(unknown));
    }
}
