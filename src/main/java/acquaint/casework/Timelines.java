package acquaint.casework;

import acquaint.model.CustomerId;
import acquaint.model.Event;
import acquaint.model.Folded;
import acquaint.model.Message;
import acquaint.model.Promise;
import acquaint.model.Texts;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.pattern.Alike;
import acquaint.pattern.CustomerTimeline;
import acquaint.pattern.Moment;
import acquaint.pattern.Moment.What;
import acquaint.pattern.Mood;
import acquaint.pattern.Topic;
import acquaint.pattern.Vocabulary;
import acquaint.reply.Likeness;
import acquaint.store.Desk;
import acquaint.store.Session;
import acquaint.store.TimelineTable.Place;
import acquaint.store.TimelineTable.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What happened with a customer, over all tickets. Blocks. */
public final class Timelines {

    /** Moments of a page. */
    private static final int PAGE = 100;
    /** How many moments are looked at for a page of those that pass a filter, at most, before it is answered with what was found. */
    private static final int LOOKED_AT = 20_000;
    private static final int PORTION = 2_000;
    /** Characters: two or three lines. */
    private static final int PREVIEW = 200;
    /** Characters in which a filter looks. */
    private static final int SEARCHED = 4_000;
    private static final int TICKETS = 500;
    private static final int TOPICS = 12;
    private static final Comparator<Moment> NEWEST_FIRST = Comparator.comparing(Moment::at).reversed().thenComparing(moment -> moment.ticket().value(), Comparator.reverseOrder())
            .thenComparing(Comparator.comparingLong(Moment::position).reversed());

    private final Desk desk;
    private final Likeness likeness;

    public Timelines(Desk desk, Likeness likeness) {
        this.desk = desk;
        this.likeness = likeness;
    }

    /** The newest page. {@code filter}: words that must all be found in a moment's text or its ticket's subject, in any case; blank for all. */
    public CustomerTimeline of(CustomerId customer, String filter) {
        return page(customer, filter, Optional.empty());
    }

    /** The page before this moment. */
    public CustomerTimeline before(CustomerId customer, String filter, Moment last) {
        return page(customer, filter, Optional.of(new Place(last.at(), last.ticket(), last.position())));
    }

    private CustomerTimeline page(CustomerId customer, String filter, Optional<Place> after) {
        List<String> words = Folded.words(filter);
        return desk.read(session -> {
            var moments = new ArrayList<Moment>();
            Optional<Place> last = after;
            boolean more = true;
            for (int looked = 0; more && moments.size() <= PAGE && looked < LOOKED_AT; ) {
                int portion = words.isEmpty() ? PAGE + 1 : PORTION;
                List<Row> rows = session.timeline().page(customer, last, words.isEmpty() ? PREVIEW : SEARCHED, portion);
                rows.stream().filter(row -> passes(words, row.text(), row.subject())).limit(PAGE + 1L).flatMap(row -> moment(session, row).stream()).forEach(moments::add);
                looked += rows.size();
                more = rows.size() == portion;
                last = rows.isEmpty() ? last : Optional.of(place(rows.getLast()));
            }
            promises(session, customer, words, after, more ? last : Optional.empty()).forEach(moments::add);
            moments.sort(NEWEST_FIRST);
            return new CustomerTimeline(moments.subList(0, Math.min(PAGE, moments.size())), moments.size() > PAGE || more && !moments.isEmpty());
        });
    }

    private static Place place(Row row) {
        return new Place(row.at(), row.ticket(), row.position());
    }

    private static boolean passes(List<String> words, String... texts) {
        if (words.isEmpty()) {
            return true;
        }
        String folded = Folded.of(String.join("\n", texts));
        return words.stream().allMatch(folded::contains);
    }

    private static Optional<Moment> moment(Session session, Row row) {
        return what(session, row).map(what -> {
            boolean said = row.kind() != Message.Kind.EVENT;
            Mood mood = row.kind() == Message.Kind.CUSTOMER ? Mood.of(row.text()) : Mood.PLAIN;
            return new Moment(what, row.ticket(), row.subject(), Optional.of(row.message()), row.position(), row.at(), row.author(), said ? preview(row.text()) : "", mood);
        });
    }

    private static Optional<What> what(Session session, Row row) {
        return switch (row.kind()) {
            case REPLY -> Optional.of(What.ANSWERED);
            case CUSTOMER -> Optional.of(session.timeline().before(row.ticket(), row.position()).map(before -> isStatus(before, TicketStatus.CLOSED) ? What.REOPENED : What.ASKED).orElse(What.OPENED));
            case EVENT -> isStatus(row, TicketStatus.CLOSED) ? Optional.of(What.CLOSED) : isStatus(row, TicketStatus.ESCALATED) ? Optional.of(What.ESCALATED)
                    : Optional.of(What.REOPENED).filter(_ -> session.timeline().before(row.ticket(), row.position()).filter(before -> isStatus(before, TicketStatus.CLOSED)).isPresent());
            case NOTE -> Optional.empty();
        };
    }

    private static boolean isStatus(Row row, TicketStatus status) {
        return row.kind() == Message.Kind.EVENT && row.text().equals(new Event(Event.Name.STATUS, status.name()).text());
    }

    private static String preview(String text) {
        return Texts.firstLine(text.replaceAll("\\s+", " "), PREVIEW);
    }

    /** Between two places of the timeline. */
    private static Stream<Moment> promises(Session session, CustomerId customer, List<String> words, Optional<Place> after, Optional<Place> until) {
        return session.promises().ofCustomer(customer).stream().flatMap(promise -> moments(session, promise))
                .filter(moment -> after.isEmpty() || moment.at().isBefore(after.get().at()))
                .filter(moment -> until.isEmpty() || !moment.at().isBefore(until.get().at()))
                .filter(moment -> passes(words, moment.text(), moment.subject()));
    }

    private static Stream<Moment> moments(Session session, Promise promise) {
        String subject = Journal.ticket(session, promise.ticket()).subject();
        long position = session.messages().find(promise.message()).map(Message::position).orElse(0L);
        var made = new Moment(What.PROMISED, promise.ticket(), subject, Optional.of(promise.message()), position, promise.madeAt(), promise.owner(), preview(promise.text()), Mood.PLAIN);
        What end = promise.state() == Promise.State.KEPT ? What.KEPT : What.WITHDRAWN;
        return Stream.concat(Stream.of(made), promise.endedAt().stream().map(at ->
                new Moment(end, promise.ticket(), subject, Optional.of(promise.message()), position, at, promise.endedBy().orElse(promise.owner()), preview(promise.text()), Mood.PLAIN)));
    }

    /** What the customer's tickets are about, the most frequent first; takes longer than a page. */
    public List<Topic> topics(CustomerId customer) {
        List<Row> opened = desk.read(session -> session.timeline().opened(customer, SEARCHED, TICKETS));
        return Topic.of(opened.stream().map(row -> row.subject() + "\n" + row.text()).toList(), TOPICS);
    }

    /** The customer's message in another ticket that is most like what this ticket asks now, where one is much like it. An interrupt cancels. */
    public Optional<Moment> likeNow(TicketId ticket) throws InterruptedException {
        record Asked(String now, List<Row> before) {}
        Asked asked = desk.read(session -> {
            List<Message> newest = session.messages().newest(ticket, Set.of(Message.Kind.CUSTOMER), 1);
            CustomerId customer = Journal.ticket(session, ticket).customer();
            List<Row> before = newest.isEmpty() ? List.of() : session.timeline().page(customer, Optional.empty(), SEARCHED, LOOKED_AT).stream()
                    .filter(row -> row.kind() == Message.Kind.CUSTOMER && !row.ticket().equals(ticket) && row.at().isBefore(newest.getFirst().at())).toList();
            return new Asked(newest.isEmpty() ? "" : newest.getFirst().text(), before);
        });
        var vocabulary = Vocabulary.of(asked.before().stream().map(Row::text).toList());
        return new Alike(vocabulary, likeness).most(asked.now(), asked.before().stream().map(Row::text).toList()).map(asked.before()::get).flatMap(row -> desk.read(session -> moment(session, row)));
    }
}
