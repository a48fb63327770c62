package acquaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.SearchMethod;
import acquaint.memory.everos.Batch;
import acquaint.memory.everos.CloudV1;
import acquaint.memory.everos.Content;
import acquaint.memory.everos.EverOsClient;
import acquaint.memory.everos.EverOsEpisode;
import acquaint.memory.everos.EverOsHttp;
import acquaint.memory.everos.Found;
import acquaint.memory.everos.Limits;
import acquaint.memory.everos.Listing;
import acquaint.memory.everos.SearchQuery;
import acquaint.memory.everos.SearchQuery.Want;
import acquaint.memory.everos.Turn;
import acquaint.model.TicketId;
import acquaint.settings.Settings;
import acquaint.settings.Sharing;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A first-line bot that is built as the public customer-support example for EverOS v1 shows it, beside agents at their desk: it opens
 * tickets, stores messages, asks for profile and history, closes, escalates and looks for recurring issues, and the desk knows what it did.
 */
class FirstLineBotTest {

    private static final String DANA = "c-9";
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path directory;

    private EverOsClient client;
    private int minute;

    private void open(String ticket, String subject) throws Exception {
        say(ticket, Turn.Role.ASSISTANT, "Ticket opened: " + subject);
    }

    private void say(String ticket, Turn.Role role, String words) throws Exception {
        var turn = new Turn(role, role == Turn.Role.USER ? DANA : "bot", Optional.empty(), START.plusSeconds(60L * minute++), List.of(Content.text(words)));
        client.add(new Batch(DANA, "ticket_" + ticket, List.of(turn), false));
    }

    private Found search(String words, int topK, SearchMethod method, Want... wanted) throws Exception {
        return client.search(new SearchQuery(DANA, words, method, topK, Set.of(wanted), Optional.empty()));
    }

    private void solved(String ticket, String subject, String problem, String solution) throws Exception {
        open(ticket, subject);
        say(ticket, Turn.Role.USER, problem);
        say(ticket, Turn.Role.ASSISTANT, solution);
        assertTrue(client.flush(DANA, "ticket_" + ticket));
    }

    @Test
    void botAndAgentsShareOneMemory() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (DeskOnScreen desk = DeskOnScreen.openSharing(directory, new Sharing(true, Sharing.Dialect.V1, port), Optional.of("a-key"), Settings.Theme.LIGHT, "en")) {
            Path history = Files.writeString(directory.resolve("history.jsonl"), """
                    {"id": "A-1", "channel": "chat", "subject": "Kettle", "customer": {"id": "c-9", "name": "Dana Ruiz"}, "messages": \
                    [{"from": "customer", "at": "2026-03-01T09:00:00Z", "text": "Where is my kettle?"}]}
                    """);
            desk.wiring().imports().run(history, _ -> {});
            desk.settle();
            desk.see("the shared memory", () -> desk.wiring().memory().sharing().status().url().isPresent());
            client = new EverOsClient(new EverOsHttp(desk.wiring().memory().sharing().status().url().orElseThrow(), Optional.of("a-key"), Limits.cloud(), Clock.systemUTC()), new CloudV1());

            solved("B1", "reset mail", "My name is Dana Ruiz. The reset mail never arrives.", "Your mail filter has been updated, the mail has been sent.");
            solved("B2", "reset mail again", "The reset mail is missing again.", "The sender has been added to the safe list.");
            solved("B3", "invoice", "I need the invoice of May.", "The invoice has been sent.");

            assertEquals("Dana Ruiz", search("who is this", 5, SearchMethod.VECTOR, Want.PROFILE).profile().getFirst().description());
            assertEquals("ticket_B1", search("the reset mail never arrives", 5, SearchMethod.HYBRID, Want.EPISODES).episodes().getFirst().session().orElseThrow());
            List<EverOsEpisode> tried = search("reset mail, attempted fixes", 10, SearchMethod.HYBRID, Want.EPISODES).episodes();
            assertTrue(tried.stream().anyMatch(episode -> episode.narrative().contains("safe list")), tried.toString());
            assertEquals("Dana Ruiz", client.get(new Listing(DANA, Listing.Type.PROFILE, Optional.empty(), 1, 20)).profile().getFirst().description());
            Set<String> recurring = search("reset mail problem", 20, SearchMethod.HYBRID, Want.EPISODES).episodes().stream()
                    .flatMap(episode -> episode.session().stream()).collect(Collectors.toSet());
            assertTrue(recurring.containsAll(Set.of("ticket_B1", "ticket_B2")), recurring.toString());

            // What the bot hears in a ticket that an agent takes over is not in an episode yet.
            say("A-1", Turn.Role.USER, "The reset mail for my kettle account is missing.");
            desk.select(new TicketId("A-1"));
            desk.see("what the bot did, beside the agent's ticket", () -> desk.memoryShows("reset mail") && desk.memoryShows("B1"));
            desk.see("what the bot heard in this ticket", () -> desk.showsText("Said in this ticket by way of another program")
                    && desk.showsText("The reset mail for my kettle account is missing."));
            client.close();
        }
    }
}
