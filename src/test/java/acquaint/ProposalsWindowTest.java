package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import acquaint.casework.Intake.Caller;
import acquaint.casework.Intake.NewTicket;
import acquaint.model.Address;
import acquaint.model.MessageId;
import acquaint.model.Ticket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a model there may be several proposals, from several past replies; the agent steps through them. */
class ProposalsWindowTest {

    @TempDir
    Path directory;

    private static String past(int number, String reply) {
        return """
                {"id":"P-%1$d","channel":"email","subject":"Kettle leaks","status":"closed","customer":{"id":"c%1$d","name":"Kim Berg%1$d","email":"k%1$d@example.org"},"messages":[\
                {"from":"customer","at":"2026-03-0%1$dT18:00:47Z","text":"Hello, my kettle leaks at the spout."},\
                {"from":"agent","author":"Noor","at":"2026-03-0%1$dT18:10:47Z","text":"Thank you. Could you tell me since when it leaks?"},\
                {"from":"customer","at":"2026-03-0%1$dT19:00:47Z","text":"It leaks since yesterday, at the spout of the kettle."},\
                {"from":"agent","author":"Noor","at":"2026-03-0%1$dT19:10:47Z","text":"%2$s"},\
                {"from":"customer","at":"2026-03-0%1$dT20:00:47Z","text":"Thank you very much!"}]}
                """.formatted(number, reply);
    }

    private static String draft(DeskOnScreen desk) throws Exception {
        return desk.textIn("#sentences");
    }

    @Test
    void theNextProposalTakesTheFirstOnesPlaceAndUndoBringsItBack() throws Exception {
        Path file = directory.resolve("past.jsonl");
        Files.writeString(file, past(1, "Please descale the kettle and dry the spout with a cloth.") + past(2, "The seal of the spout can be pressed back with your thumb.")
                + past(3, "We replace kettles that leak at the spout; no need to send it back."));
        try (var desk = DeskOnScreen.open(directory.resolve("desk"))) {
            desk.wiring().imports().run(file, _ -> {});
            Ticket ticket = desk.wiring().intake().open(new NewTicket(new Caller.New("Ana Ruiz", List.of(Address.email("ana@example.org"))), "Kettle leaks", "email",
                    "Hello, my kettle leaks at the spout.", Optional.empty()));
            desk.replyAsColleague(ticket.id(), "Thank you. Could you tell me since when it leaks?", false);
            desk.wiring().intake().log(MessageId.random(), ticket.id(), "It leaks since yesterday, at the spout of the kettle.");
            desk.settle();
            desk.select(ticket.id());
            desk.see("the ticket", () -> desk.isOpen(ticket));
            desk.press(KeyCode.CONTROL, KeyCode.J);
            desk.see("several proposals", () -> desk.isVisible("#anotherProposal"));
            String first = draft(desk);
            desk.fire("#anotherProposal");
            desk.see("another one", () -> !draft(desk).equals(first));
            String second = draft(desk);
            assertNotEquals(first, second);
            desk.fire("#undoDraft");
            desk.see("the first one again", () -> draft(desk).equals(first));
            assertEquals(first, draft(desk));
        }
    }
}
