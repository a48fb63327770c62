package acquaint;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.casework.Handoffs;
import acquaint.casework.Members;
import acquaint.casework.Permissions;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.Member;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.TicketId;
import acquaint.store.Desk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The invented shop's team at work on what was handed over, for a first look at the board. Blocks. */
final class DemoHandoffs {

    private static final String NOOR = "Noor Haddad";
    private static final String GRACE = "Grace Okafor";
    private static final String TOMAS = "Tomás Silva";

    /** Reads a ticket into a brief. */
    interface Reader {
        Brief read(TicketId ticket) throws InterruptedException;
    }

    private final Desk desk;
    private final Clock clock;
    private final Members members;
    private final Reader briefs;
    private final BiFunction<Clock, Permissions, Handoffs> desks;

    /** {@code desks} gives somebody of the team their handoffs, at a time by that clock. */
    DemoHandoffs(Desk desk, Clock clock, Members members, Reader briefs, BiFunction<Clock, Permissions, Handoffs> desks) {
        this.desk = desk;
        this.clock = clock;
        this.members = members;
        this.briefs = briefs;
        this.desks = desks;
    }

    /** Needs a member who may grant roles, as the first of a desk does. */
    void fill() throws InterruptedException {
        members.grant(NOOR, Role.SUPERVISOR);
        members.grant(GRACE, Role.AGENT);
        members.grant(TOMAS, Role.AGENT);
        handOver("LF-1176", GRACE, 5, HandoffCause.RULE, "The courier costs more than an agent may spend", "May we send a courier to Denver today, for $164?");
        Handoff stove = handOver("LF-1172", GRACE, 26, HandoffCause.AGENT, "Third igniter of this kind in a month", "May we send the whole burner instead of the igniter?");
        at(25, NOOR, Role.SUPERVISOR).ask(stove, "Is it the igniter with the brass clip or the one with the steel clip? Only the brass ones crack.");
        Handoff boots = handOver("LF-1183", TOMAS, 22, HandoffCause.AGENT, "She asked at the counter for a better price", "May we give 20 % on the resole?");
        at(21, NOOR, Role.SUPERVISOR).decide(boots, "Yes, 20 % once: she has been with us for years, and the boots are worth it.");
    }

    private Handoff handOver(String ticket, String from, int hoursAgo, HandoffCause cause, String reason, String decision) throws InterruptedException {
        TicketId id = new TicketId(ticket);
        Brief brief = said(briefs.read(id), decision);
        long seen = desk.read(session -> session.tickets().find(id).orElseThrow().lastPosition());
        return at(hoursAgo, from, Role.AGENT).escalate(new Handoffs.Escalation(new HandoffId("demo-" + ticket), id, brief, Recipient.role(Role.SUPERVISOR), cause, reason,
                Optional.of("Nothing more is known."), Optional.empty(), seen)).handoff();
    }

    private static Brief said(Brief brief, String decision) {
        return brief.with(BriefPart.DECISION, List.of(BriefLine.written(decision)));
    }

    private Handoffs at(int hoursAgo, String name, Role role) {
        return desks.apply(Clock.offset(clock, Duration.ofHours(-hoursAgo)), new Permissions(new Member(name, role)));
    }
}
