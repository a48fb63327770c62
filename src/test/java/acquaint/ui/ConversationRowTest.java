package acquaint.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.casework.Conversation;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.ui.ConversationRow.Day;
import acquaint.ui.ConversationRow.Earlier;
import acquaint.ui.ConversationRow.Later;
import acquaint.ui.ConversationRow.Said;
import acquaint.ui.ConversationRow.Unread;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationRowTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final TicketId TICKET = new TicketId("T-1");

    private final TimeWords times = new TimeWords(new Texts(Locale.ENGLISH), Clock.fixed(MONDAY, ZoneOffset.UTC));
    private final Message first = message(11, MONDAY);
    private final Message second = message(12, MONDAY.plusSeconds(60));
    private final Message nextDay = message(13, MONDAY.plusSeconds(14 * 3600));

    @Test
    void aDayIsNamedOnceBeforeItsFirstMessage() {
        assertEquals(
                List.of(new Day(DAY), new Said(first), new Said(second), new Day(DAY.plusDays(1)), new Said(nextDay)),
                rows(0, 0, 0, first, second, nextDay));
    }

    @Test
    void theLineOfTheUnreadStandsBeforeTheFirstUnreadMessage() {
        assertEquals(List.of(new Day(DAY), new Said(first), new Unread(), new Said(second)), rows(0, 0, 12, first, second));
    }

    @Test
    void anUnreadMessageThatBeginsADayFollowsTheNameOfTheDay() {
        assertEquals(
                List.of(new Day(DAY), new Said(second), new Day(DAY.plusDays(1)), new Unread(), new Said(nextDay)),
                rows(0, 0, 13, second, nextDay));
    }

    @Test
    void whatIsNotShownStandsAtBothEndsWithItsNumber() {
        assertEquals(List.of(new Earlier(10), new Day(DAY), new Said(first), new Later(2)), rows(10, 2, 0, first));
    }

    @Test
    void aTicketWithoutMessagesHasNoRows() {
        assertEquals(List.of(), rows(0, 0, 0));
    }

    private List<ConversationRow> rows(long earlier, long later, long firstUnread, Message... messages) {
        var ticket = Ticket.opened(TICKET, new CustomerId("ana_ruiz"), "The kettle leaks", "email", MONDAY);
        var ana = new Customer(ticket.customer(), "Ana Ruiz", Optional.empty(), Optional.empty(), MONDAY, List.of());
        return ConversationRow.of(new Conversation(ticket, ana, List.of(messages), earlier, later, firstUnread), times);
    }

    private static Message message(long position, Instant at) {
        return new Message(new MessageId("m" + position), TICKET, position, Message.Kind.CUSTOMER, "Ana Ruiz", at, "It drips.",
                Message.Delivery.NONE);
    }
}
