package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.SignedIn;
import acquaint.channel.MailName;
import acquaint.model.Handoff;
import acquaint.model.HandoffId;
import acquaint.model.MessageId;
import acquaint.model.Recipient;
import acquaint.model.Role;
import acquaint.model.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTest {

    private static final HandoffId HANDOFF = new HandoffId("h");

    @TempDir
    Path directory;
    private WorkingDesk work;
    private Ticket ticket;
    private Alerts alerts;
    private AutoCloseable closing;
    private final List<Alert> heard = new ArrayList<>();

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        ticket = work.anasTicket("The kettle leaks", "It drips.");
        work.changes.assign(ticket.id(), Optional.of(WorkingDesk.ME));
        work.clock.forward(Duration.ofMinutes(1));
        alerts = new Alerts(work.desk, work.clock, SignedIn.admin(WorkingDesk.ME));
        closing = alerts.onAlert(heard::add);
        work.clock.forward(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private void customerWrites(String id, String words) {
        work.clock.forward(Duration.ofSeconds(10));
        work.intake.log(new MessageId(id), ticket.id(), words);
    }

    /** The handoff as it stands. */
    private Handoff now() {
        return work.handoffs.find(HANDOFF).orElseThrow().handoff();
    }

    private List<Alert.Occasion> occasions() {
        return heard.stream().map(Alert::occasion).toList();
    }

    @Test
    void aMessageInATicketOfMineIsToldOnceWithItsWords() {
        customerWrites("m", "It drips again.");
        work.changes.priority(ticket.id(), acquaint.model.Priority.HIGH);
        assertEquals(List.of(new Alert(Alert.Occasion.MESSAGE, ticket.id(), "Ana Ruiz", "The kettle leaks", Optional.of("It drips again."))), heard);
        customerWrites("n", "Anybody there?");
        assertEquals(2, heard.size());
    }

    @Test
    void whatWasThereBeforeAndWhatIsOthersIsNotTold() {
        work.changes.priority(ticket.id(), acquaint.model.Priority.HIGH);
        work.changes.assign(ticket.id(), Optional.of("Noor"));
        customerWrites("m", "It drips again.");
        assertEquals(List.of(), heard);
    }

    /** The desk hears of it only now, though the customer wrote it before the window was opened. */
    private Path lateMail() throws Exception {
        closing.close();
        work.send("r", ticket, "Which kettle is it?", false);
        work.clock.forward(Replies.UNDO);
        work.drain();
        Instant written = work.clock.instant().plus(Duration.ofMinutes(5));
        work.clock.forward(Duration.ofHours(9));
        alerts = new Alerts(work.desk, work.clock, SignedIn.admin(WorkingDesk.ME));
        alerts.onAlert(heard::add);
        work.clock.forward(Duration.ofMinutes(1));
        return Files.writeString(directory.resolve("late.eml"), "From: Ana Ruiz <ana@example.com>\nSubject: Re: The kettle leaks\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(written.atOffset(ZoneOffset.UTC)) + "\nMessage-ID: <late@example.com>\nIn-Reply-To: <"
                + MailName.of(new MessageId("r")) + "@acquaint.invalid>\n\nThe grey one.\n");
    }

    @Test
    void aMailThatWasWrittenBeforeTheWindowWasOpenedIsToldWhenItComes() throws Exception {
        Path mail = lateMail();
        var mails = new MailIntake(work.desk, work.clock, WorkingDesk.ME);
        mails.onTaken(alerts::arrived);
        mails.take(mail);
        mails.take(mail);
        work.changes.priority(ticket.id(), acquaint.model.Priority.HIGH);
        assertEquals(List.of(new Alert(Alert.Occasion.MESSAGE, ticket.id(), "Ana Ruiz", "The kettle leaks", Optional.of("The grey one."))), heard);
    }

    @Test
    void historyThatIsImportedIsNotTold() throws IOException {
        Path file = Files.writeString(directory.resolve("history.jsonl"), IntStream.range(0, 20).mapToObj(i -> """
                {"id":"OLD-%d","customer":{"id":"bo","name":"Bo"},"status":"open","assignee":"%s","messages":[{"from":"customer","at":"2026-02-0%dT10:00:00Z","text":"Hello?"}]}
                """.formatted(i, WorkingDesk.ME, 1 + i % 9)).collect(Collectors.joining()));
        assertEquals(20, work.imports.run(file, _ -> {}).tickets());
        assertEquals(List.of(), heard);
    }

    @Test
    void nothingIsToldToWhoHasStoppedListening() throws Exception {
        var others = new ArrayList<Alert>();
        alerts.onAlert(others::add).close();
        customerWrites("m", "It drips again.");
        assertEquals(List.of(), others);
        assertEquals(1, heard.size());
    }

    @Test
    void whatIHandedOverAndWhatBecomesOfIt() {
        var supervisor = work.handoffs(SignedIn.as("Noor", Role.SUPERVISOR));
        work.handoffs.escalate(work.escalation(HANDOFF.value(), ticket));
        assertEquals(List.of(), heard, "I know what I do myself");
        supervisor.accept(now());
        assertEquals(List.of(), heard, "it goes its way");
        work.clock.forward(Duration.ofMinutes(1));
        supervisor.ask(now(), "Which seal?");
        work.clock.forward(Duration.ofMinutes(1));
        work.handoffs.answer(now(), "The grey one.");
        work.clock.forward(Duration.ofMinutes(1));
        supervisor.decide(now(), "A new kettle.");
        assertEquals(List.of(Alert.Occasion.QUESTION, Alert.Occasion.DECIDED), occasions());
        assertEquals(Optional.of("Which seal?"), heard.getFirst().words());
        assertEquals(Optional.of("A new kettle."), heard.getLast().words());
    }

    @Test
    void whatComesBackAndWhatIsHandedToMe() {
        var supervisor = work.handoffs(SignedIn.as("Noor", Role.SUPERVISOR));
        work.handoffs.escalate(work.escalation(HANDOFF.value(), ticket));
        supervisor.giveBack(now(), "Say what was tried.");
        assertEquals(List.of(Alert.Occasion.RETURNED), occasions());
        work.clock.forward(Duration.ofMinutes(1));
        Ticket other = work.anasTicket("The pan sticks", "It sticks.");
        var request = work.escalation("to me", other);
        supervisor.escalate(new Handoffs.Escalation(request.id(), request.ticket(), request.brief(), Recipient.role(Role.ADMIN), request.cause(), request.reason(),
                request.overrideReason(), request.tellCustomer(), request.seen()));
        assertEquals(List.of(Alert.Occasion.RETURNED, Alert.Occasion.HANDED_TO_ME), occasions());
    }

    @Test
    void whoMayDoMoreIsToldOfWhatIsHandedToALesserRoleAndNobodyOfWhatIsAboveThem() {
        var others = new ArrayList<Alert>();
        new Alerts(work.desk, work.clock, SignedIn.as("Kim", Role.SUPERVISOR)).onAlert(others::add);
        var supervisor = work.handoffs(SignedIn.as("Noor", Role.SUPERVISOR));
        hand(supervisor, "to supervisors", ticket, Role.SUPERVISOR);
        assertEquals(List.of(Alert.Occasion.HANDED_TO_ME), occasions(), "an admin may take it, too");
        assertEquals(1, others.size());
        hand(supervisor, "to admins", work.anasTicket("The pan sticks", "It sticks."), Role.ADMIN);
        assertEquals(2, heard.size());
        assertEquals(1, others.size());
    }

    private void hand(Handoffs from, String id, Ticket what, Role to) {
        var request = work.escalation(id, what);
        from.escalate(new Handoffs.Escalation(request.id(), request.ticket(), request.brief(), Recipient.role(to), request.cause(), request.reason(),
                request.overrideReason(), request.tellCustomer(), request.seen()));
    }

    @Test
    void aPromiseOfMineIsToldWhenItBecomesOverdue() {
        work.send("r", ticket, "We will send you a new seal by Wednesday.", false);
        work.clock.forward(Replies.UNDO);
        work.drain();
        alerts.lookAtPromises();
        assertEquals(List.of(), heard);
        work.clock.forward(Duration.ofDays(7));
        alerts.lookAtPromises();
        alerts.lookAtPromises();
        assertEquals(List.of(Alert.Occasion.PROMISE_OVERDUE), occasions());
    }
}
