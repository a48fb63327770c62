package acquaint.store;

import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Things that tests of the store begin with. */
final class Given {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final CustomerId ANA = new CustomerId("ana_ruiz");
    static final TicketId TICKET = new TicketId("T-1");

    private Given() {}

    static Customer ana() {
        return new Customer(ANA, "Ana Ruiz", Optional.of("gold"), Optional.empty(), NOW,
                List.of(Address.email("ana@example.com"), Address.phone("+34 600 100 200")));
    }

    static Ticket ticket(String id) {
        return Ticket.opened(new TicketId(id), ANA, "The kettle leaks", "mail", NOW);
    }

    static Message message(TicketId ticket, long position, Message.Kind kind, String text) {
        return new Message(new MessageId(ticket + "/" + position), ticket, position, kind,
                kind == Message.Kind.CUSTOMER ? "Ana Ruiz" : "Sam", NOW.plusSeconds(position), text, Message.Delivery.NONE);
    }

    /** Ana's ticket T-1 with one message of hers. */
    static Ticket anasTicket(Desk desk) {
        return desk.write(session -> {
            session.customers().insert(ana());
            session.tickets().insert(ticket("T-1"));
            session.messages().add(message(TICKET, 1, Message.Kind.CUSTOMER, "It drips.\nEverywhere."));
            return session.tickets().save(session.tickets().find(TICKET).orElseThrow().heard(1, NOW));
        });
    }

    static boolean isThere(Desk desk) {
        return desk.read(session -> session.tickets().exists(TICKET));
    }
}
