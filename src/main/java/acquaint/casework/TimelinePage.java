package acquaint.casework;

import acquaint.model.CustomerId;
import acquaint.model.Event;
import acquaint.model.Folded;
import acquaint.model.Message;
import acquaint.model.Promise;
import acquaint.model.Texts;
import acquaint.model.TicketId;
import acquaint.model.TicketStatus;
import acquaint.pattern.CustomerTimeline;
import acquaint.pattern.Moment;
import acquaint.pattern.Moment.What;
import acquaint.pattern.Mood;
import acquaint.store.Session;
import acquaint.store.TimelineTable.Row;
import acquaint.store.TimelineTable.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads one page of a customer's timeline: ticket by ticket, those first in which something happened last, until no further one can hold anything as new as what the page has. So a page costs
 * what is on it, and not what the customer ever wrote.
 */
final class TimelinePage {

    /** Moments of a page. */
    private static final int PAGE = 60;
    /** Characters: two or three lines. */
    private static final int PREVIEW = 200;
    /** Of one ticket, so many messages are looked through for words. */
    private static final int FILTERED = 10_000;
    private static final Comparator<Moment> NEWEST_FIRST = Comparator.comparing(Moment::at).reversed().thenComparing(moment -> moment.ticket().value(), Comparator.reverseOrder())
            .thenComparing(Comparator.comparingLong(Moment::position).reversed()).thenComparing(Moment::what, Comparator.reverseOrder()).thenComparing(Moment::text);

    private final Session session;
    private final CustomerId customer;
    private final List<String> words;
    private final Optional<Moment> after;
    private final Instant until;
    private final TreeSet<Moment> newest = new TreeSet<>(NEWEST_FIRST);

    /** {@code after}: the last moment of the page before. */
    TimelinePage(Session session, CustomerId customer, List<String> words, Optional<Moment> after) {
        this.session = session;
        this.customer = customer;
        this.words = words;
        this.after = after;
        this.until = after.map(Moment::at).orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    CustomerTimeline read() {
        List<Span> spans = session.timeline().spans(customer).stream().filter(span -> !span.begun().isAfter(until)).sorted(Comparator.comparing(Span::newest).reversed()).toList();
        session.promises().ofCustomer(customer).forEach(promise -> add(promise, spans));
        for (Span span : spans) {
            if (isFull() && span.newest().isBefore(newest.last().at())) {
                break;
            }
            add(span);
        }
        boolean earlier = isFull();
        return new CustomerTimeline(newest.stream().limit(PAGE).map(TimelinePage::withMood).toList(), earlier);
    }

    /** One more than the page shows tells that there is more. */
    private boolean isFull() {
        return newest.size() > PAGE;
    }

    private void add(Moment moment) {
        if (after.isEmpty() || NEWEST_FIRST.compare(moment, after.get()) > 0) {
            newest.add(moment);
            if (newest.size() > PAGE + 1) {
                newest.pollLast();
            }
        }
    }

    private void add(Span span) {
        boolean all = words.isEmpty() || passes(span.subject());
        int limit = all ? PAGE + 2 : FILTERED;
        List<Row> rows = session.timeline().of(span.ticket(), until, all ? PREVIEW : Timelines.SEARCHED, limit);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Optional<Row> before = i + 1 < rows.size() ? Optional.of(rows.get(i + 1)) : Optional.empty();
            boolean cut = before.isEmpty() && rows.size() == limit;
            if (!cut && (all || passes(row.subject() + "\n" + row.text()))) {
                what(row, before).ifPresent(what -> add(moment(what, row)));
            }
        }
    }

    private boolean passes(String text) {
        String folded = Folded.of(text);
        return words.stream().allMatch(folded::contains);
    }

    private static Optional<What> what(Row row, Optional<Row> before) {
        boolean closedBefore = before.filter(one -> isStatus(one, TicketStatus.CLOSED)).isPresent();
        return switch (row.kind()) {
            case REPLY -> Optional.of(What.ANSWERED);
            case CUSTOMER -> Optional.of(before.isEmpty() ? What.OPENED : closedBefore ? What.REOPENED : What.ASKED);
            case EVENT -> isStatus(row, TicketStatus.CLOSED) ? Optional.of(What.CLOSED) : isStatus(row, TicketStatus.ESCALATED) ? Optional.of(What.ESCALATED)
                    : Optional.of(What.REOPENED).filter(_ -> closedBefore);
            case NOTE -> Optional.empty();
        };
    }

    private static boolean isStatus(Row row, TicketStatus status) {
        return row.kind() == Message.Kind.EVENT && row.text().equals(new Event(Event.Name.STATUS, status.name()).text());
    }

    /** A customer's message as a moment. */
    static Moment asked(Row row) {
        return withMood(moment(What.ASKED, row));
    }

    private static Moment moment(What what, Row row) {
        String text = row.kind() == Message.Kind.EVENT ? "" : preview(row.text());
        return new Moment(what, row.ticket(), row.subject(), Optional.of(row.message()), row.position(), row.at(), row.author(), text, Mood.PLAIN);
    }

    private static Moment withMood(Moment moment) {
        return switch (moment.what()) {
            case OPENED, ASKED, REOPENED -> new Moment(moment.what(), moment.ticket(), moment.subject(), moment.message(), moment.position(), moment.at(), moment.author(), moment.text(),
                    Mood.of(moment.text()));
            default -> moment;
        };
    }

    private static String preview(String text) {
        return Texts.firstLine(text.replaceAll("\\s+", " "), PREVIEW);
    }

    private void add(Promise promise, List<Span> spans) {
        String subject = spans.stream().filter(span -> span.ticket().equals(promise.ticket())).map(Span::subject).findFirst().orElse("");
        if (!words.isEmpty() && !passes(subject + "\n" + promise.text())) {
            return;
        }
        add(moment(What.PROMISED, promise, subject, promise.madeAt(), promise.owner()));
        promise.endedAt().ifPresent(at -> add(moment(promise.state() == Promise.State.KEPT ? What.KEPT : What.WITHDRAWN, promise, subject, at, promise.endedBy().orElse(promise.owner()))));
    }

    private Moment moment(What what, Promise promise, String subject, Instant at, String author) {
        TicketId ticket = promise.ticket();
        long position = session.messages().find(promise.message()).map(Message::position).orElse(0L);
        return new Moment(what, ticket, subject, Optional.of(promise.message()), position, at, author, preview(promise.text()), Mood.PLAIN);
    }
}
