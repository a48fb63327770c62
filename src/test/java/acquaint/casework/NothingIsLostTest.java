package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Ticket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An agent types, switches, sends, notes, undoes, waits and restarts in a random order. Each word is made once; at every
 * moment it stands exactly once: in a draft of its ticket, or in a message of its ticket.
 */
@Timeout(60)
class NothingIsLostTest {

    @TempDir
    private Path directory;

    private final Set<String> typed = new HashSet<>();
    private final List<MessageId> sent = new ArrayList<>();
    private int words;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noWordIsEverLostOrDoubled(long seed) {
        var random = new Random(seed);
        try (var work = new WorkingDesk(directory)) {
            List<Ticket> tickets = List.of(work.anasTicket("One", "Hello?"), work.anasTicket("Two", "Anybody?"));
            for (int step = 0; step < 150; step++) {
                act(work, tickets.get(random.nextInt(2)), random);
                check(work, tickets, "seed " + seed + ", step " + step);
            }
            work.clock.forward(Replies.UNDO);
            work.drain();
            Set<String> delivered = new HashSet<>();
            work.postbag.replies.forEach(reply -> assertTrue(delivered.add(reply.id().value()), "delivered twice"));
        }
    }

    private void act(WorkingDesk work, Ticket ticket, Random random) {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> type(work, ticket, random.nextBoolean() ? Mode.REPLY : Mode.NOTE);
            case 3, 4 -> send(work, ticket, random.nextInt(4) == 0);
            case 5 -> note(work, ticket);
            case 6 -> {
                if (!sent.isEmpty()) {
                    work.replies.undo(sent.get(random.nextInt(sent.size())));
                }
            }
            case 7 -> {
                work.clock.forward(Duration.ofSeconds(random.nextInt(6)));
                work.drain();
            }
            default -> {
                if (random.nextInt(5) == 0) {
                    work.reopen();
                }
            }
        }
    }

    private void type(WorkingDesk work, Ticket ticket, Mode mode) {
        String word = "word" + ++words + ";";
        typed.add(ticket.id() + word);
        work.drafts.save(ticket.id(), mode, work.drafts.of(ticket.id()).getOrDefault(mode, "") + word);
    }

    private void send(WorkingDesk work, Ticket ticket, boolean close) {
        String draft = work.drafts.of(ticket.id()).get(Mode.REPLY);
        if (draft != null) {
            var id = MessageId.random();
            sent.add(id);
            work.send(id.value(), ticket, draft, close);
        }
    }

    private static void note(WorkingDesk work, Ticket ticket) {
        String draft = work.drafts.of(ticket.id()).get(Mode.NOTE);
        if (draft != null) {
            work.replies.note(MessageId.random(), ticket.id(), draft);
        }
    }

    private void check(WorkingDesk work, List<Ticket> tickets, String when) {
        for (Ticket ticket : tickets) {
            var standing = new StringBuilder();
            work.drafts.of(ticket.id()).values().forEach(standing::append);
            work.messages(ticket.id()).stream().filter(m -> m.kind() != Message.Kind.EVENT).map(Message::text).forEach(standing::append);
            for (int word = 1; word <= words; word++) {
                String text = "word" + word + ";";
                int expected = typed.contains(ticket.id() + text) ? 1 : 0;
                assertEquals(expected, standing.toString().split(text, -1).length - 1, when + ": " + text + " in " + ticket.id());
            }
        }
    }
}
