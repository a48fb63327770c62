package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketStatus;
import acquaint.pattern.CustomerTimeline;
import acquaint.pattern.Moment;
import acquaint.pattern.Moment.What;
import acquaint.pattern.Mood;
import acquaint.pattern.RecurringIssue;
import acquaint.reply.Likeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecurringIssuesTest {

    private static final Likeness WORDS_ALONE = (_, _) -> Optional.empty();

    @TempDir
    Path directory;

    private WorkingDesk work;
    private RecurringIssues recurring;
    private Timelines timelines;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory);
        var vocabulary = new DeskVocabulary();
        recurring = new RecurringIssues(work.desk, vocabulary, work.memory, WORDS_ALONE);
        timelines = new Timelines(work.desk, vocabulary, WORDS_ALONE);
    }

    @AfterEach
    void close() throws Exception {
        work.close();
    }

    @Test
    void theThirdTimeSaysSinceWhenAndWhatSolvedItEachTime() throws Exception {
        Ticket first = solved("Kettle leaks", "My kettle leaks at the bottom.", "I have sent you a new kettle today.");
        solved("Invoice", "Please send me the invoice for my order.", "I have sent the invoice to your address.");
        Ticket second = solved("Leaking kettle", "The kettle leaks again, water at the bottom.", "I have sent you another new kettle.");
        Ticket third = later(Duration.ofDays(30), "Kettle", "Again my kettle leaks, water everywhere at the bottom.");
        RecurringIssue issue = recurring.of(third.id()).orElseThrow();
        assertEquals(List.of(Optional.of(first.id()), Optional.of(second.id()), Optional.of(third.id())), issue.occurrences().stream().map(one -> one.ticket()).toList());
        assertEquals(3, issue.times());
        assertEquals(WorkingDesk.START.plus(Duration.ofDays(30)), issue.since());
        assertEquals(Optional.of("I have sent you another new kettle."), issue.solvedEachTimeBy());
        assertTrue(issue.occurrences().getLast().open());
        assertEquals(List.of(issue), recurring.ofCustomer(third.customer()));
    }

    @Test
    void whatCameUpOnceIsNotRecurring() throws Exception {
        solved("Kettle leaks", "My kettle leaks at the bottom.", "I have sent you a new kettle today.");
        Ticket other = later(Duration.ofDays(3), "Invoice", "Please send me the invoice for my order.");
        assertEquals(Optional.empty(), recurring.of(other.id()));
        assertEquals(List.of(), recurring.ofCustomer(other.customer()));
    }

    @Test
    void aTicketThatTheCustomerOpenedAgainIsToldAsSuch() throws Exception {
        Ticket first = solved("Kettle leaks", "My kettle leaks at the bottom.", "I have sent you a new kettle today.");
        work.intake.log(new MessageId("back"), first.id(), "The new one leaks at the bottom, too.");
        Ticket second = later(Duration.ofDays(9), "Kettle leaks", "My kettle leaks at the bottom.");
        RecurringIssue issue = recurring.of(second.id()).orElseThrow();
        assertEquals(1, issue.reopened());
        assertTrue(issue.occurrences().getFirst().reopened());
        assertFalse(issue.occurrences().getLast().reopened());
    }

    @Test
    void theTimelineTellsWhatHappenedOverAllTicketsNewestFirst() {
        Ticket first = solved("Kettle leaks", "My kettle leaks at the bottom. This is ridiculous!", "I have sent you a new kettle today.");
        Ticket second = later(Duration.ofDays(3), "Invoice", "Please send me the invoice.");
        List<Moment> moments = timelines.of(first.customer(), "").moments();
        assertEquals(List.of(What.OPENED, What.CLOSED, What.ANSWERED, What.OPENED), moments.stream().map(Moment::what).toList());
        assertEquals(second.id(), moments.getFirst().ticket());
        assertEquals(Mood.UPSET, moments.getLast().mood());
        assertEquals(List.of(What.CLOSED, What.ANSWERED, What.OPENED), timelines.of(first.customer(), "KETTLE leaks").moments().stream().map(Moment::what).toList());
    }

    @Test
    void pagesOfTheTimelineFollowEachOtherWithoutGaps() {
        Ticket last = null;
        for (int i = 0; i < 75; i++) {
            last = solved("Kettle " + i, "My kettle leaks, number " + i, "I have sent you a new kettle.");
        }
        CustomerTimeline page = timelines.of(last.customer(), "");
        int count = page.moments().size();
        while (page.earlier()) {
            page = timelines.before(last.customer(), "", page.moments().getLast());
            count += page.moments().size();
        }
        assertEquals(75 * 3, count);
    }

    @Test
    void theMomentLikeThisOneIsFoundInAnotherTicket() throws Exception {
        Ticket first = solved("Kettle leaks", "My kettle leaks at the bottom.", "I have sent you a new kettle today.");
        solved("Invoice", "Please send me the invoice for my order.", "I have sent the invoice to your address.");
        Ticket third = later(Duration.ofDays(9), "Kettle", "Again the kettle leaks, at the bottom.");
        assertEquals(Optional.of(first.id()), timelines.likeNow(third.id()).map(Moment::ticket));
        Ticket fourth = later(Duration.ofDays(9), "Password", "How do I change my password?");
        assertEquals(Optional.empty(), timelines.likeNow(fourth.id()));
    }

    /** The groups are printed, to be looked at. */
    @Test
    void theSharedCustomersWithFiveAndMoreTicketsHaveRecurringIssues() throws Exception {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data"), "conversations.jsonl");
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: the shared conversations are not at " + file);
        work.imports.run(file, _ -> {});
        for (String customer : List.of("sophia_silva_7557", "anya_garcia_5901", "yara_garcia_1905", "aarav_ahmed_6699")) {
            List<RecurringIssue> found = recurring.ofCustomer(new CustomerId(customer));
            System.out.println(customer);
            found.forEach(issue -> System.out.println("  " + issue.topic() + " " + issue.times() + " times since " + issue.since() + "; each by " + issue.solvedEachTimeBy() + "; last by " + issue.lastSolvedBy() + "\n    "
                    + issue.occurrences().stream().map(one -> one.ticket().orElseThrow() + " " + one.solvedBy().orElse("-")).toList()));
            assertFalse(found.isEmpty(), customer);
        }
    }

    private Ticket solved(String subject, String text, String answer) {
        Ticket ticket = later(Duration.ofDays(30), subject, text);
        work.send("r" + ticket.id(), ticket, answer, true);
        work.clock.forward(Duration.ofMinutes(1));
        work.drain();
        return work.ticket(ticket.id());
    }

    private Ticket later(Duration passed, String subject, String text) {
        work.clock.forward(passed);
        return work.anasTicket(subject, text);
    }
}
