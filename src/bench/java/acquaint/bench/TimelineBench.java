package acquaint.bench;

import acquaint.casework.DeskVocabulary;
import acquaint.casework.Timelines;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Event;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.pattern.CustomerTimeline;
import acquaint.pattern.Moment;
import acquaint.store.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;

/** How long the timeline of a customer with 500 tickets takes to open, to go back a page and to be filtered, on a desk with others. Prints JSON, in milliseconds. */
public final class TimelineBench {

    private static final int TICKETS = 500;
    private static final int OTHERS = 4_000;
    private static final int MESSAGES = 12;
    private static final int ROUNDS = 400;
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private TimelineBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("acquaint-timeline");
        try (var desk = Desk.open(folder, Clock.systemUTC())) {
            var random = new Random(1);
            CustomerId customer = fill(desk, "much", TICKETS, random);
            for (int i = 0; i < OTHERS / 8; i++) {
                fill(desk, "other-" + i, 8, random);
            }
            var timelines = new Timelines(desk, new DeskVocabulary(), (_, _) -> Optional.empty());
            CustomerTimeline first = timelines.of(customer, "");
            Moment last = first.moments().getLast();
            System.out.println("{\"tickets\": " + TICKETS + ", \"messages\": " + TICKETS * MESSAGES
                    + ",\n \"open\": " + measured(_ -> timelines.of(customer, ""))
                    + ",\n \"earlier\": " + measured(_ -> timelines.before(customer, "", last))
                    + ",\n \"filter\": " + measured(i -> timelines.of(customer, i % 2 == 0 ? "kettle" : "refund tent"))
                    + ",\n \"topics\": " + measured(_ -> timelines.topics(customer)) + "}");
        }
    }

    private static String measured(IntConsumer work) {
        for (int i = 0; i < ROUNDS / 4; i++) {
            work.accept(i);
        }
        var nanos = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            work.accept(i);
            nanos.add(System.nanoTime() - before);
        }
        return "{\"p50\": %.1f, \"p95\": %.1f, \"p99\": %.1f, \"max\": %.1f}".formatted(percentile(nanos, 50), percentile(nanos, 95), percentile(nanos, 99), percentile(nanos, 100));
    }

    private static double percentile(List<Long> nanos, int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    private static CustomerId fill(Desk desk, String name, int tickets, Random random) {
        var customer = new Customer(new CustomerId(name), "Customer " + name, Optional.empty(), Optional.empty(), BEGIN, List.of(Address.email(name + "@example.com")));
        desk.write(session -> {
            session.customers().insert(customer);
            for (int i = 0; i < tickets; i++) {
                List<String> sentences = ReportTopics.ALL.get(random.nextInt(ReportTopics.ALL.size())).sentences();
                Instant at = BEGIN.plus(Duration.ofHours(random.nextInt(50_000)));
                var ticket = Ticket.opened(new TicketId(name + "-" + i), customer.id(), sentences.getFirst(), "email", at);
                session.tickets().insert(ticket);
                List<Message> messages = messages(ticket, sentences, random);
                session.messages().add(messages);
                session.tickets().save(ticket.noted(messages.size(), messages.getLast().at()).become(TicketStatus.CLOSED, messages.getLast().at()));
            }
            return null;
        });
        return customer.id();
    }

    /** Texts of some hundred characters; the last is that it was closed. */
    private static List<Message> messages(Ticket ticket, List<String> sentences, Random random) {
        var messages = new ArrayList<Message>();
        for (int position = 1; position <= MESSAGES; position++) {
            boolean closes = position == MESSAGES;
            Message.Kind kind = closes ? Message.Kind.EVENT : position % 2 == 1 ? Message.Kind.CUSTOMER : Message.Kind.REPLY;
            var text = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
            }
            messages.add(new Message(new MessageId(ticket.id() + "-" + position), ticket.id(), position, kind, "Lee", ticket.createdAt().plus(Duration.ofMinutes(position * 7L)),
                    closes ? new Event(Event.Name.STATUS, TicketStatus.CLOSED.name()).text() : text.toString(), Message.Delivery.NONE));
        }
        return messages;
    }
}
