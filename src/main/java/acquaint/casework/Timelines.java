package acquaint.casework;

import acquaint.model.CustomerId;
import acquaint.model.Folded;
import acquaint.model.Message;
import acquaint.model.TicketId;
import acquaint.pattern.Alike;
import acquaint.pattern.CustomerTimeline;
import acquaint.pattern.Moment;
import acquaint.pattern.Moment.What;
import acquaint.pattern.Topic;
import acquaint.pattern.Vocabulary;
import acquaint.reply.Likeness;
import acquaint.store.Desk;
import acquaint.store.TimelineTable.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened with a customer, over all tickets. Blocks. */
public final class Timelines {

    /** Messages that are looked through for one like another. */
    private static final int LOOKED_AT = 2_000;
    /** Characters in which something is looked for. */
    static final int SEARCHED = 4_000;
    private static final int TICKETS = 500;
    private static final int TOPICS = 12;

    private final Desk desk;
    private final DeskVocabulary vocabulary;
    private final Likeness likeness;

    public Timelines(Desk desk, DeskVocabulary vocabulary, Likeness likeness) {
        this.desk = desk;
        this.vocabulary = vocabulary;
        this.likeness = likeness;
    }

    /** The newest page. {@code filter}: words that must all be found in a moment's text or its ticket's subject, in any case; blank for all. */
    public CustomerTimeline of(CustomerId customer, String filter) {
        return desk.read(session -> new TimelinePage(session, customer, Folded.words(filter), Optional.empty()).read());
    }

    /** The page before this moment. */
    public CustomerTimeline before(CustomerId customer, String filter, Moment last) {
        return desk.read(session -> new TimelinePage(session, customer, Folded.words(filter), Optional.of(last)).read());
    }

    /** What the customer's tickets are about, those that most are about first; takes longer than a page. */
    public List<Topic> topics(CustomerId customer) {
        record Told(List<Row> opened, Vocabulary vocabulary) {}
        Told told = desk.read(session -> new Told(session.timeline().opened(customer, SEARCHED, TICKETS), vocabulary.of(session)));
        return Topic.of(told.opened().stream().map(row -> row.subject() + "\n" + row.text()).toList(), told.vocabulary(), TOPICS);
    }

    /** The customer's message in another ticket that is most like what this ticket asks now, where one is much like it. An interrupt cancels. */
    public Optional<Moment> likeNow(TicketId ticket) throws InterruptedException {
        record Asked(String now, List<Row> before) {}
        Asked asked = desk.read(session -> {
            List<Message> newest = session.messages().newest(ticket, Set.of(Message.Kind.CUSTOMER), 1);
            CustomerId customer = Journal.ticket(session, ticket).customer();
            List<Row> before = newest.isEmpty() ? List.of() : session.timeline().saidBy(customer, SEARCHED, LOOKED_AT).stream()
                    .filter(row -> !row.ticket().equals(ticket) && row.at().isBefore(newest.getFirst().at())).toList();
            return new Asked(newest.isEmpty() ? "" : newest.getFirst().text(), before);
        });
        var ofCustomer = Vocabulary.of(asked.before().stream().map(Row::text).toList());
        return new Alike(ofCustomer, likeness).most(asked.now(), asked.before().stream().map(Row::text).toList()).map(asked.before()::get).map(TimelinePage::asked);
    }
}
