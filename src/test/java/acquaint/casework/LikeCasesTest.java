package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.past.PastReplies;
import acquaint.model.Address;
import acquaint.model.Folded;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.pattern.Difference;
import acquaint.pattern.LikeCase;
import acquaint.pattern.LikeCase.Fix;
import acquaint.privacy.PersonalData;
import acquaint.reply.Likeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikeCasesTest {

    private static final Likeness WORDS_ALONE = (_, _) -> Optional.empty();

    @TempDir
    Path directory;

    private WorkingDesk work;
    private PastReplies past;
    private LikeCases cases;

    @BeforeEach
    void open() {
        work = new WorkingDesk(directory.resolve("desk"));
        past = new PastReplies(work.desk, directory.resolve("past"), WORDS_ALONE, Runnable::run);
        cases = new LikeCases(work.desk, new DeskVocabulary(), past, WORDS_ALONE, () -> new PersonalData(Set.of(), List.of()), work.clock);
    }

    @AfterEach
    void close() throws Exception {
        past.close();
        work.close();
    }

    @Test
    void aFixThatHeldComesBeforeOneThatDidNot() throws Exception {
        Ticket bad = solved("Ben Okafor", "email", "My headlamp will not charge with the cable.", "Charge it with another cable over night.");
        work.intake.log(new MessageId("back"), bad.id(), "It still will not charge.");
        Ticket good = solved("Chen Wei", "email", "My headlamp will not charge with the cable.", "Reset the headlamp by holding the button for ten seconds.");
        work.clock.forward(Duration.ofDays(40));
        List<LikeCase> found = like("My headlamp will not charge, I tried another cable.");
        assertEquals(List.of(good.id(), bad.id()), found.stream().map(LikeCase::ticket).toList());
        assertEquals(List.of(Fix.HELD, Fix.CAME_BACK), found.stream().map(LikeCase::fix).toList());
        assertEquals(List.of("Reset the headlamp by holding the button for ten seconds."), found.getFirst().solvedBy());
        assertTrue(found.getFirst().shared().contains("headlamp"), found.toString());
    }

    @Test
    void aCustomerWhoAsksAnewWithinAMonthWasNotHelped() throws Exception {
        Ticket first = solved("Ben Okafor", "email", "My headlamp will not charge with the cable.", "Charge it with another cable over night.");
        work.clock.forward(Duration.ofDays(10));
        work.intake.open(new Intake.NewTicket(new Intake.Caller.Known(first.customer()), "Headlamp", "email", "My headlamp will not charge with the cable again.", Optional.empty()));
        work.clock.forward(Duration.ofDays(60));
        assertEquals(Fix.CAME_BACK, like("My headlamp will not charge with any cable.").getFirst().fix());
    }

    @Test
    void whatIsOtherwiseIsSaidWithoutWhatIsTheirs() throws Exception {
        solved("Ben Okafor", "phone", "My headlamp for $250.00 will not charge with the cable.", "Reset the headlamp by holding the button.");
        LikeCase found = like("My headlamp for $20.00 will not charge with the cable.").getFirst();
        assertEquals(Fix.RECENT, found.fix());
        assertTrue(found.differences().contains(new Difference(Difference.Kind.AMOUNT_HIGHER, "", "")), found.toString());
        assertTrue(found.differences().contains(new Difference(Difference.Kind.CHANNEL, "email", "phone")), found.toString());
        assertFalse(found.toString().contains("250"), found.toString());
    }

    @Test
    void noPersonalDataOfOthersIsShown() throws Exception {
        List<String> planted = List.of("Okafor", "Ben", "ben.okafor@example.org", "W7654321", "+49 30 5551234", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00", "12 Elm Street", "Springfield",
                "hunter2", "diabetes", "1984", "Noor", "MDCLVA", "Susan");
        String own = "My headlamp will not charge with the cable. I am Ben Okafor, ben.okafor@example.org, order #W7654321, phone +49 30 5551234, I live in 12 Elm Street, Springfield. My password is hunter2. "
                + "I have diabetes and was born in 1984. My wife Susan says the cable of reservation MDCLVA is worse.";
        List<String> answers = List.of("Ben, I have sent a new cable for order #W7654321 to 12 Elm Street, Springfield.", "I have refunded $99.50 to your card 4111 1111 1111 1111 and to DE89 3704 0044 0532 0130 00.",
                "Please reset the headlamp by holding the button.", "Mr. Okafor has been called at +49 30 5551234.", "I have changed your password to hunter2.", "Your wife Susan has been informed.",
                "As you have diabetes, I have sent it by express.", "The reservation MDCLVA has been cancelled.", "I have written to ben.okafor@example.org.", "Noor has fixed it for you since 1984.");
        for (int i = 0; i < answers.size(); i++) {
            solved("Ben Okafor", "email", own, answers.get(i));
        }
        List<LikeCase> found = like("My headlamp will not charge with the cable. My wife says the cable is worse.");
        assertFalse(found.isEmpty());
        String shown = found.toString();
        planted.forEach(value -> assertFalse(shown.contains(value) || Folded.of(shown).contains(Folded.of(value)), value + " stands in " + shown));
        assertTrue(found.stream().anyMatch(one -> !one.solvedBy().isEmpty()), "something helpful is left: " + shown);
    }

    @Test
    void theCustomersOwnTicketsAndUnlikeOnesAreNoCases() throws Exception {
        solved("Ana Ruiz", "email", "My headlamp will not charge with the cable.", "Charge it over night.");
        solved("Ben Okafor", "email", "Please send me the invoice of last month.", "I have sent the invoice.");
        assertEquals(List.of(), like("My headlamp will not charge with the cable."));
    }

    /** Nothing of the other customers of the shared conversations is in what is shown. */
    @Test
    void theSharedConversationsShowNoNamesAddressesAndNumbersOfOthers() throws Exception {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data"), "conversations.jsonl");
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: the shared conversations are not at " + file);
        work.imports.run(file, _ -> {});
        past.follow();
        int shown = 0;
        for (Ticket ticket : work.desk.read(session -> session.tickets().changedAfter(Instant.EPOCH, new TicketId("0"), 40))) {
            for (LikeCase one : cases.of(ticket.id())) {
                var other = work.desk.read(session -> session.customers().find(session.tickets().find(one.ticket()).orElseThrow().customer())).orElseThrow();
                String all = String.join(" ", one.shared()) + " " + one.solvedBy() + " " + one.differences();
                for (String name : other.name().split(" ")) {
                    assertFalse(all.matches("(?s).*\\b" + name + "\\b.*"), name + " in " + all);
                }
                assertFalse(all.contains("@"), all);
                assertFalse(one.solvedBy().toString().matches("(?s).*(?:\\d{3}|#W|[A-Z0-9]{6}).*"), all);
                if (shown++ % 12 == 0) {
                    System.out.println(one);
                }
            }
        }
        assertTrue(shown > 20, "cases: " + shown);
    }

    private List<LikeCase> like(String text) throws InterruptedException {
        Ticket ticket = work.intake.open(new Intake.NewTicket(caller("Ana Ruiz"), "Question", "email", text, Optional.empty()));
        past.follow();
        return cases.of(ticket.id());
    }

    private static Intake.Caller caller(String name) {
        return new Intake.Caller.New(name, List.of(Address.email(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org")));
    }

    private Ticket solved(String name, String channel, String text, String answer) {
        Ticket ticket = work.intake.open(new Intake.NewTicket(caller(name), "Question", channel, text, Optional.empty()));
        work.send("r" + ticket.id(), ticket, answer, true);
        work.clock.forward(Duration.ofMinutes(1));
        work.drain();
        return work.ticket(ticket.id());
    }
}
