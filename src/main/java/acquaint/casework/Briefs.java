package acquaint.casework;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.model.Message;
import acquaint.model.TicketId;
import acquaint.reply.Evidence;
import acquaint.reply.Progress;
import acquaint.store.Desk;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stands in until briefs are read from tickets. */
public final class Briefs {

    private final Desk desk;
    private final Clock clock;

    public Briefs(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    public Brief compose(TicketId ticket) throws InterruptedException {
        Message message = desk.read(session -> session.messages().newest(ticket, Set.of(Message.Kind.CUSTOMER), 1)).getFirst();
        return new Brief(ticket, clock.instant(), Map.of(BriefPart.ISSUE, List.of(BriefLine.found(message.text(), Optional.empty(), List.of(
                new Evidence(Evidence.Kind.MESSAGE, message.id().value(), Optional.of(ticket.session()), message.at(), message.text()))))), Optional.empty());
    }

    public Brief compose(TicketId ticket, Progress progress) throws InterruptedException {
        return compose(ticket);
    }
}
