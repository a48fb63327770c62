package acquaint.casework;

import acquaint.casework.Incidents.Unsent;
import acquaint.casework.Incidents.Unsent.Reason;
import acquaint.model.Customer;
import acquaint.model.Incident;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Review;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import acquaint.store.Session;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One update to the customers of an incident: a reply to each linked open ticket, named after its words, so that none leaves twice. */
record IncidentUpdate(Desk desk, Replies replies, String me, Incident incident, String text) {

    private static final System.Logger LOG = System.getLogger(IncidentUpdate.class.getName());

    /** Stands for the customer's name. */
    static final String NAME = "{name}";
    /** A few words without what ends a clause or a sentence, so that a longer text is not taken for a name. */
    private static final String FORMER_NAME = "[^\\s.,;:!?]+(?: [^\\s.,;:!?]+){0,3}";
    /** Such a name holds the hash of its words (UUID version 3): where it is not that of these words, others were sent. */
    private static final Pattern NAMED_AFTER_WORDS = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-");

    /** What is to be sent to a ticket; {@code seen} is up to where somebody knows what the customer wrote. */
    private record Letter(MessageId name, Ticket ticket, Customer customer, long seen) {}

    /** Where a reply with this very text is stored: delivered, on its way, or failed, which is then sent again from the ticket and never from here. */
    Set<TicketId> told() {
        return desk.read(session -> Set.copyOf(stored(session).keySet()));
    }

    /** How far each reply with this very text has come. */
    private Map<TicketId, Message.Delivery> stored(Session session) {
        var found = new HashMap<TicketId, Message.Delivery>();
        incident.tickets().forEach(ticket -> stored(session, ticket).ifPresent(message -> found.put(ticket, message.delivery())));
        return found;
    }

    /** Earlier updates were named at random, and are known by what they say. */
    private Optional<Message> stored(Session session, TicketId ticket) {
        return session.messages().find(name(session, ticket)).or(() -> saidUnderAnotherName(session, ticket));
    }

    private Optional<Message> saidUnderAnotherName(Session session, TicketId ticket) {
        List<MessageId> updates = session.messages().idsBeginning(ticket, prefix()).stream()
                .filter(id -> !NAMED_AFTER_WORDS.matcher(id.value().substring(prefix().length())).lookingAt()).toList();
        if (updates.isEmpty()) {
            return Optional.empty();
        }
        Predicate<String> same = addressedTo(session.customers().find(Journal.ticket(session, ticket).customer()).orElseThrow());
        return updates.stream().flatMap(id -> session.messages().find(id).stream()).filter(message -> message.isFrom(Message.Kind.REPLY) && same.test(message.text())).findFirst();
    }

    /** Whether words are these, by the customer's name or one that they had before. */
    private Predicate<String> addressedTo(Customer customer) {
        String name = "(" + Pattern.quote(customer.name()) + "|" + FORMER_NAME + ")";
        String[] between = text.split(Pattern.quote(NAME), -1);
        String words = IntStream.range(0, between.length).mapToObj(i -> (i == 0 ? "" : i == 1 ? name : "\\1") + Pattern.quote(between[i])).collect(Collectors.joining());
        return Pattern.compile(words).asMatchPredicate();
    }

    Incidents.Updated send(Incidents.Progress progress) {
        Map<TicketId, Message.Delivery> told = desk.read(this::stored);
        List<TicketId> all = desk.read(session -> incident.tickets().stream().filter(ticket -> Journal.ticket(session, ticket).isOpen()).toList());
        List<TicketId> open = all.stream().filter(ticket -> !told.containsKey(ticket)).toList();
        List<TicketId> undelivered = all.stream().filter(ticket -> told.get(ticket) == Message.Delivery.FAILED).toList();
        List<TicketId> before = all.stream().filter(told::containsKey).filter(ticket -> !undelivered.contains(ticket)).toList();
        var sent = new ArrayList<TicketId>();
        var unsent = new ArrayList<Unsent>();
        for (int i = 0; i < open.size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                return new Incidents.Updated(sent, before, undelivered, unsent, open.subList(i, open.size()));
            }
            TicketId ticket = open.get(i);
            Optional<Reason> reason = reason(ticket);
            reason.ifPresentOrElse(why -> unsent.add(new Unsent(ticket, why)), () -> sent.add(ticket));
            progress.done(i + 1, open.size());
        }
        return new Incidents.Updated(sent, before, undelivered, unsent, List.of());
    }

    /** Why it was not sent; empty when it was. */
    private Optional<Reason> reason(TicketId id) {
        try {
            Letter letter = letter(id);
            if (!letter.ticket().isOpen() && desk.read(session -> session.messages().find(letter.name())).isEmpty()) {
                return Optional.of(Reason.CLOSED);
            }
            return switch (replies.tell(new Replies.SendRequest(letter.name(), id, text.replace(NAME, letter.customer().name()), letter.seen(), false))) {
                case Replies.SendOutcome.Sent _ -> Optional.empty();
                case Replies.SendOutcome.Refused _ -> Optional.of(Reason.NEWS);
                case Replies.SendOutcome.HeldForReview _ -> Optional.of(Reason.HELD_FOR_REVIEW);
            };
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "an update to the ticket " + id + " could not be stored", e);
            return Optional.of(Reason.FAILED);
        }
    }

    /** The same for the same words, whoever sends them; another one where a second person kept the last from leaving. */
    private MessageId name(Session session, TicketId ticket) {
        String first = prefix() + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + "-" + ticket;
        return IntStream.iterate(1, number -> number + 1).mapToObj(number -> new MessageId(number == 1 ? first : first + "-" + number))
                .filter(id -> session.messages().find(id).isPresent() || session.reviews().find(id).filter(review -> review.state() != Review.State.WAITING).isEmpty())
                .findFirst().orElseThrow();
    }

    private String prefix() {
        return "incident-" + incident.id() + "-";
    }

    private Letter letter(TicketId id) {
        return desk.read(session -> {
            Ticket ticket = Journal.ticket(session, id);
            long seen = Math.max(session.seen().position(id, me), session.incidents().positionWhenLinked(incident.id(), id));
            return new Letter(name(session, id), ticket, session.customers().find(ticket.customer()).orElseThrow(), seen);
        });
    }
}
