package acquaint.bench;

import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Priority;
import acquaint.model.Texts;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.UUID;

/** A ticket as it grows message by message, and what its row in the desk then says. */
final class GeneratedTicket {

    static final int FIRST_NUMBER = 1001;

    private static final int PREVIEW = 160;
    private static final List<String> TAGS = List.of("delivery", "refund", "warranty", "address", "invoice", "repair", "vip", "b2b");
    private static final List<String> CHANNELS = List.of("email", "chat", "phone", "shop");
    private static final double SEEN_SHARE = 0.7;

    final boolean seen;
    private final TicketStatus status;
    private final int count;
    private final String customerName;
    private final String agent;
    private final SplittableRandom random;
    private Ticket ticket;
    private Message lastSaid;
    private long lastOfCustomer;

    private GeneratedTicket(Ticket ticket, TicketStatus status, int count, String customerName, String agent, SplittableRandom random) {
        this.ticket = ticket;
        this.status = status;
        this.count = count;
        this.customerName = customerName;
        this.agent = agent;
        this.random = random;
        // The ticket of ten thousand messages is one that the agent knows: it opens at its end.
        this.seen = count > 1000 || random.nextDouble() < SEEN_SHARE;
    }

    static GeneratedTicket begun(Story story, People people, int number, long millis) {
        var random = new SplittableRandom(story.size.seed() * 1_000_003 + number);
        int customer = story.customers[number];
        Instant at = Instant.ofEpochMilli(millis);
        TicketStatus status = story.states[number];
        String agent = people.agent(random);
        boolean assigned = status == TicketStatus.CLOSED || random.nextInt(10) < 6;
        Ticket ticket = Ticket.opened(new TicketId("T-" + (FIRST_NUMBER + number)), People.id(customer), Wordings.subject(random),
                        Wordings.pick(CHANNELS, random), at)
                .prioritised(priority(random), at)
                .tagged(tags(random), at)
                .assignedTo(assigned ? Optional.of(agent) : Optional.empty(), at);
        return new GeneratedTicket(ticket, status, story.counts[number], people.name(customer), agent, random);
    }

    /** The ticket's next message, said at {@code millis}. */
    Message next(long millis) {
        Instant at = Instant.ofEpochMilli(millis);
        long position = ticket.lastPosition() + 1;
        Message.Kind kind = kind(position);
        var message = new Message(new MessageId(new UUID(random.nextLong(), random.nextLong()).toString()), ticket.id(), position,
                kind, kind == Message.Kind.CUSTOMER ? customerName : agent, at, text(kind, position),
                kind == Message.Kind.REPLY ? Message.Delivery.SENT : Message.Delivery.NONE);
        ticket = switch (kind) {
            case CUSTOMER -> ticket.heard(position, at);
            case REPLY -> ticket.answered(position, at);
            case NOTE, EVENT -> ticket.noted(position, at);
        };
        if (kind != Message.Kind.EVENT) {
            lastSaid = message;
        }
        lastOfCustomer = kind == Message.Kind.CUSTOMER ? position : lastOfCustomer;
        return message;
    }

    /** The ends are told by the ticket's state, the middle goes to and fro. */
    private Message.Kind kind(long position) {
        long left = count - position;
        if (position == 1 || left == 0 && status == TicketStatus.OPEN) {
            return Message.Kind.CUSTOMER;
        }
        if (left == 0) {
            return status == TicketStatus.CLOSED ? Message.Kind.EVENT : Message.Kind.REPLY;
        }
        if (left == 1 && status == TicketStatus.CLOSED) {
            return Message.Kind.REPLY;
        }
        int of = random.nextInt(100);
        return of < 46 ? Message.Kind.CUSTOMER : of < 87 ? Message.Kind.REPLY : of < 93 ? Message.Kind.NOTE : Message.Kind.EVENT;
    }

    private String text(Message.Kind kind, long position) {
        return switch (kind) {
            case CUSTOMER -> Wordings.asked(random);
            case REPLY -> Wordings.answered(random);
            case NOTE -> Wordings.noted(random);
            case EVENT -> (position == count ? new Event(Event.Name.STATUS, TicketStatus.CLOSED.name())
                    : new Event(Event.Name.PRIORITY, priority(random).name())).text();
        };
    }

    /** The ticket as it stands after its last message. */
    Ticket ticket() {
        return ticket.status() == status ? ticket : ticket.become(status, ticket.updatedAt());
    }

    Message lastSaid() {
        return lastSaid;
    }

    String preview() {
        return Texts.firstLine(lastSaid.text(), PREVIEW);
    }

    long lastOfCustomer() {
        return lastOfCustomer;
    }

    private static Priority priority(SplittableRandom random) {
        return Wordings.pick(List.of(Priority.NORMAL, Priority.HIGH, Priority.LOW, Priority.URGENT), random);
    }

    private static SequencedSet<String> tags(SplittableRandom random) {
        var tags = new LinkedHashSet<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add(Wordings.pick(TAGS, random));
        }
        return tags;
    }
}
