package acquaint.ui;

import acquaint.model.TicketId;
import acquaint.pattern.Moment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line of a customer's timeline. Immutable. */
sealed interface TimelineRow {

    /** A heading; all that follows up to the next one happened then. */
    record Month(YearMonth month) implements TimelineRow {}

    /** A heading within a month: all that follows up to the next heading happened in this ticket. */
    record InTicket(YearMonth month, TicketId ticket, String subject) implements TimelineRow {}

    record Happened(Moment moment) implements TimelineRow {}

    /** There is more before. */
    record Earlier() implements TimelineRow {}

    /** Grouped by month, and within a month by ticket, in the order in which they come. */
    static List<TimelineRow> of(List<Moment> moments, boolean earlier, TimeWords times) {
        Map<YearMonth, Map<TicketId, List<Moment>>> groups = new LinkedHashMap<>();
        for (Moment moment : moments) {
            groups.computeIfAbsent(YearMonth.from(times.date(moment.at())), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(moment.ticket(), _ -> new ArrayList<>()).add(moment);
        }
        var rows = new ArrayList<TimelineRow>();
        groups.forEach((month, tickets) -> {
            rows.add(new Month(month));
            tickets.forEach((ticket, happened) -> {
                rows.add(new InTicket(month, ticket, happened.getFirst().subject()));
                happened.forEach(moment -> rows.add(new Happened(moment)));
            });
        });
        if (earlier) {
            rows.add(new Earlier());
        }
        return rows;
    }
}
