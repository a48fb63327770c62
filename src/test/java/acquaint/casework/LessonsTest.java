package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acquaint.SignedIn;
import acquaint.casework.Lessons.Lesson;
import acquaint.model.Ticket;
import acquaint.privacy.PersonalData;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftReply.Paragraph;
import acquaint.reply.DraftReply.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned from the changes that agents make, and what never is. */
class LessonsTest {

    private static final String BODY = "A new kettle leaves our store today and should be with you soon.";
    private static final String LEAVE = "If anything else comes up, just write to us here.";
    private static final String SIGN = "Best regards, Sam";

    @TempDir
    private Path folder;

    private WorkingDesk work;
    private Lessons lessons;
    private DraftMeasures measures;
    private int customers;

    @BeforeEach
    void open() {
        work = new WorkingDesk(folder);
        lessons = new Lessons(work.desk, () -> new PersonalData(Set.of("GB"), List.of()));
        measures = new DraftMeasures(work.desk, work.clock, lessons, SignedIn.admin(WorkingDesk.ME));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private Ticket ticket(String name) {
        return work.intake.open(new Intake.NewTicket(new Intake.Caller.New(name, List.of()), "Kettle", "phone", "It leaks.", Optional.empty()));
    }

    private static DraftReply draft(String... sentences) {
        return new DraftReply(Stream.of(sentences).map(text -> new Paragraph(List.of(new Sentence(text, List.of())))).toList(), 1, Optional.empty());
    }

    /** Sends it to so many customers, each in a ticket of their own; NAME stands for the customer's name. */
    private void send(int times, List<String> proposed, String sent) {
        for (int i = 0; i < times; i++) {
            String name = List.of("Ana", "Ben", "Chloe", "Dora", "Emil", "Fay", "Gus", "Hal").get(customers++ % 8);
            Ticket ticket = ticket(name);
            long id = measures.shown(ticket.id(), draft(proposed.stream().map(text -> text.replace("NAME", name)).toArray(String[]::new)));
            measures.sent(id, sent.replace("NAME", name));
        }
    }

    private List<String> lines() {
        return lessons.active();
    }

    @Test
    void aPhraseTakenOutInThreeTicketsIsNotWrittenAgain() {
        send(2, List.of("Hello NAME,", BODY, LEAVE, SIGN), "Hello NAME,\n\n" + BODY + "\n\n" + SIGN);
        assertEquals(List.of(), lines());
        send(1, List.of("Hello NAME,", BODY, LEAVE, SIGN), "Hello NAME,\n\n" + BODY + "\n\n" + SIGN);

        assertEquals(List.of("Do not write \"" + LEAVE + "\"."), lines());
        assertEquals("Hello Zoe,\n\nWe look into it.", lessons.applied(draft("Hello Zoe,", "We look into it.", LEAVE)).text());
        assertEquals(3, lessons.all().getFirst().tickets());
    }

    @Test
    void anotherGreetingIsLearnedWithoutTheName() {
        send(3, List.of("Hello NAME,", BODY, SIGN), "Hi NAME,\n\n" + BODY + "\n\n" + SIGN);

        assertEquals(List.of("Begin the reply with \"Hi\" instead of \"Hello\"."), lines());
        assertEquals("Hi Zoe,\n\nHello is what we say.", lessons.applied(draft("Hello Zoe,", "Hello is what we say.")).text());
    }

    @Test
    void aPhraseThatIsAlwaysPutOtherwiseIsReplaced() {
        send(3, List.of("Hello NAME,", BODY, SIGN), "Hello NAME,\n\n" + BODY.replace("should be with you soon.", "arrives within days.") + "\n\n" + SIGN);

        assertEquals(List.of("Write \"arrives within days.\" instead of \"should be with you soon.\"."), lines());
        assertEquals("It arrives within days.", lessons.applied(draft("It should be with you soon.")).text());
    }

    @Test
    void nothingAboutSomeoneIsEverLearned() {
        for (String personal : List.of("for Kemal Brandt", "to order #W1234567", "at ana@example.org", "with 20 euros", "in [date]", "to NAME again")) {
            send(3, List.of("Hello NAME,", BODY, SIGN), "Hello NAME,\n\n" + BODY.replace("should be with you soon.", personal + ".") + "\n\n" + SIGN);
        }
        send(3, List.of("Hello NAME,", BODY, SIGN), "Hello NAME,\n\n" + BODY + "\n\nBest regards, Noor");
        assertEquals(List.of(), lines());
    }

    @Test
    void whatOneCustomersTicketsHaveInCommonIsNoLesson() {
        Ticket first = ticket("Ana");
        for (int i = 0; i < 3; i++) {
            Ticket next = work.intake.open(new Intake.NewTicket(new Intake.Caller.Known(first.customer()), "Kettle", "phone", "It leaks.", Optional.empty()));
            measures.sent(measures.shown(next.id(), draft("Hello Ana,", BODY, LEAVE, SIGN)), "Hello Ana, " + BODY + " " + SIGN);
        }
        assertEquals(List.of(), lines());
    }

    @Test
    void aRuleCanBeSwitchedOffAndADeletedOneIsNotLearnedAgain() {
        send(3, List.of("Hello NAME,", BODY, LEAVE, SIGN), "Hello NAME, " + BODY + " " + SIGN);
        Lesson lesson = lessons.all().getFirst();
        lessons.use(lesson.id(), false);
        assertEquals(List.of(), lines());
        assertEquals(LEAVE, lessons.applied(draft(LEAVE)).text());
        lessons.use(lesson.id(), true);
        assertEquals(1, lines().size());

        lessons.delete(lesson.id());
        send(3, List.of("Hello NAME,", BODY, LEAVE, SIGN), "Hello NAME, " + BODY + " " + SIGN);
        assertEquals(List.of(), lessons.all());
    }

    @Test
    void theNewerHabitSwitchesTheOlderOff() {
        send(3, List.of("Hello NAME,", BODY, SIGN), "Hi NAME, " + BODY + " " + SIGN);
        send(3, List.of("Hi NAME,", BODY, SIGN), "Hello NAME, " + BODY + " " + SIGN);
        assertEquals(List.of("Begin the reply with \"Hello\" instead of \"Hi\"."), lines());
    }
}
