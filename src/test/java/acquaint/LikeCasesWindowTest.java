package acquaint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.Ticket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window shows of a case of another customer: what solved it and what is otherwise, and nothing of who that is. */
class LikeCasesWindowTest {

    private static final String SOLUTION = "Reset the headlamp by holding the button for ten seconds.";
    private static final List<String> THEIRS = List.of("Okafor", "Ben", "ben.okafor@example.org", "W7654321", "250", "555 1234");

    @TempDir
    Path directory;

    private DeskOnScreen desk;
    private Ticket mine;

    @BeforeEach
    void openATicketLikeOneOfAnother() throws Exception {
        Path file = directory.resolve("past.jsonl");
        Files.writeString(file, """
                {"id":"P-1","channel":"phone","subject":"Headlamp","status":"closed","customer":{"id":"c1","name":"Ben Okafor","email":"ben.okafor@example.org"},"messages":[\
                {"from":"customer","at":"2026-03-01T18:00:47Z","text":"I am Ben Okafor. My headlamp of order W7654321 for $250.00 will not charge with the cable, call me at +49 30 555 1234."},\
                {"from":"agent","author":"Noor","at":"2026-03-01T18:10:47Z","text":"Hello Ben.\\n%s"},\
                {"from":"customer","at":"2026-03-01T20:00:47Z","text":"Thank you very much!"}]}
                """.formatted(SOLUTION));
        desk = DeskOnScreen.open(directory.resolve("desk"));
        desk.wiring().imports().run(file, _ -> {});
        mine = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))), "Headlamp", "email",
                "My headlamp for $20.00 will not charge with the cable.", Optional.empty()));
        desk.settle();
        desk.see("a like case", () -> !desk.wiring().drafting().likeCases().of(mine.id()).isEmpty());
        desk.select(mine.id());
        desk.see("the ticket", () -> desk.isOpen(mine));
        desk.see("the like case on screen", () -> desk.isVisible(".like-case") && desk.partShows(".like-case", "Reset the headlamp by holding the button"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatSolvedItAndWhatIsOtherwiseIsToldAndNothingOfTheOtherCustomer() throws Exception {
        String shown = desk.textIn(".like-cases") + desk.<Node, String>read(".like-cases", LikeCasesWindowTest::spoken);
        assertTrue(shown.contains("held"), shown);
        assertTrue(shown.contains("Otherwise there") && shown.contains("phone"), shown);
        THEIRS.forEach(word -> assertFalse(shown.contains(word), word + " in " + shown));
    }

    @Test
    void whatSolvedItGoesIntoANoteWithoutWhoItWas() throws Exception {
        desk.atOnce(() -> desk.<Node, Node>read(".like-case", part -> part.lookupAll(".button").stream()
                .filter(each -> each instanceof Button button && "Add to note".equals(button.getText())).findFirst().orElseThrow()).fireEvent(new ActionEvent()));
        desk.see("the note", () -> desk.composerText().contains("Reset the headlamp by holding the button"));
        String note = desk.composerText();
        THEIRS.forEach(word -> assertFalse(note.contains(word), word + " in " + note));
    }

    /** What a screen reader says of a part of the window. */
    private static String spoken(Node node) {
        String own = Optional.ofNullable(node.getAccessibleText()).orElse("") + "\n";
        return node instanceof Parent parent ? own + parent.getChildrenUnmodifiable().stream().map(LikeCasesWindowTest::spoken).collect(Collectors.joining()) : own;
    }
}
