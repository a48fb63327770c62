package acquaint;

import acquaint.brief.Brief;
import acquaint.brief.BriefLine;
import acquaint.brief.BriefPart;
import acquaint.casework.Handoffs.Escalation;
import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Handoff;
import acquaint.model.HandoffCause;
import acquaint.model.HandoffId;
import acquaint.model.Message;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.SessionId;
import acquaint.model.Ticket;
import acquaint.reply.Evidence;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody else at the same desk, who comes while nobody has it open, does something, and leaves. */
final class Colleague implements AutoCloseable {

    private final Wiring wiring;

    private Colleague(Wiring wiring) {
        this.wiring = wiring;
    }

    /** {@code name} signs in with the most that was granted; the first who ever comes is an admin. */
    static Colleague enter(Path directory, String name) throws Exception {
        new SettingsFile(new DataDirectory(directory).settings()).save(settings(directory, name));
        return new Colleague(Wiring.open(new DataDirectory(directory), false, new MemoryEnvironment(Optional.empty(), Optional.empty(), true), Optional.empty()));
    }

    /** What the team chose, with this name at the desk. */
    static Settings settings(Path directory, String name) throws java.io.IOException {
        Settings fresh = Settings.firstStart(name);
        return new SettingsFile(new DataDirectory(directory).settings()).load(fresh).settings().withAgentName(fresh.agentName()).withRole(Optional.empty());
    }

    Wiring wiring() {
        return wiring;
    }

    Ticket opens(String customer, String subject, String words) {
        return wiring.intake().open(new NewTicket(new Caller.New(customer, List.of(Address.email(customer.toLowerCase().replace(' ', '.') + "@example.org"))),
                subject, "email", words, Optional.empty()));
    }

    Handoff handsOver(Ticket ticket, String decision) {
        return handsOver(ticket, decision, Recipient.role(Role.SUPERVISOR));
    }

    Handoff handsOver(Ticket ticket, String decision, Recipient to) {
        Message first = wiring.conversations().open(ticket.id()).messages().getFirst();
        var said = new Evidence(Evidence.Kind.MESSAGE, first.id().value(), Optional.of(new SessionId("ticket_" + ticket.id())), first.at(), first.text());
        return wiring.supervision().handoffs().escalate(new Escalation(HandoffId.random(), ticket.id(), brief(ticket, decision, said), to, HandoffCause.AGENT,
                "Above what I may decide", Optional.empty(), Optional.empty(), Long.MAX_VALUE)).handoff();
    }

    /** As it is by now. */
    Handoff now(Handoff handoff) {
        return wiring.supervision().handoffs().find(handoff.id()).orElseThrow().handoff();
    }

    private static Brief brief(Ticket ticket, String decision, Evidence said) {
        return new Brief(ticket.id(), Instant.now(), Map.of(
                BriefPart.ISSUE, List.of(BriefLine.found(said.quote(), Optional.empty(), List.of(said))),
                BriefPart.TRIED, List.of(new BriefLine("Sent a new pole", Optional.of("It broke, too"), List.of(said), false)),
                BriefPart.PROMISED, List.of(BriefLine.written("Nothing was promised")),
                BriefPart.RISK, List.of(new BriefLine("Wants the money back", Optional.of("MONEY"), List.of(said), false)),
                BriefPart.DECISION, List.of(BriefLine.written(decision))), Optional.empty());
    }

    @Override
    public void close() {
        wiring.close();
    }
}
