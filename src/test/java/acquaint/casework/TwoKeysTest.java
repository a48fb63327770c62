package acquaint.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.SignedIn;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.Mode;
import acquaint.model.Review;
import acquaint.model.Role;
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
 * An agent types and sends while a second person lets replies leave or sends them back, in a random order, with customers writing, undoing and restarts between.
 * Each word is made once; at every moment it stands exactly once: in a draft, in a reply that waits, or in a message. Nothing leaves that was held and not let.
 */
@Timeout(60)
class TwoKeysTest {

    @TempDir
    private Path directory;

    private final List<String> typed = new ArrayList<>();
    private final List<MessageId> sent = new ArrayList<>();
    private final Set<MessageId> held = new HashSet<>();
    private final Set<MessageId> let = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noWordIsEverLostOrSentTwiceOrWithoutTheSecondKey(long seed) {
        var random = new Random(seed);
        try (var work = new WorkingDesk(directory)) {
            work.holding("money");
            List<Ticket> tickets = List.of(work.anasTicket("One", "Hello?"), work.anasTicket("Two", "Anybody?"));
            for (int step = 0; step < 150; step++) {
                act(work, tickets.get(random.nextInt(2)), random);
                check(work, tickets, "seed " + seed + ", step " + step);
            }
            work.clock.forward(Replies.UNDO);
            work.drain();
            check(work, tickets, "seed " + seed + ", at the end");
            var delivered = new HashSet<MessageId>();
            work.postbag.replies.forEach(reply -> {
                assertTrue(delivered.add(reply.id()), "delivered twice");
                assertTrue(!held.contains(reply.id()) || let.contains(reply.id()), "left without the second key");
                assertEquals(WorkingDesk.ME, reply.author());
            });
            assertTrue(!held.isEmpty() && !let.isEmpty(), "nothing was held");
        }
    }

    private void act(WorkingDesk work, Ticket ticket, Random random) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> type(work, ticket, random.nextBoolean());
            case 3, 4 -> send(work, ticket, random);
            case 5, 6 -> approve(work, random);
            case 7 -> sendBack(work, random);
            case 8 -> {
                if (!sent.isEmpty()) {
                    work.replies.undo(sent.get(random.nextInt(sent.size())));
                }
            }
            case 9 -> work.intake.log(MessageId.random(), ticket.id(), "And?");
            case 10 -> {
                work.clock.forward(Duration.ofSeconds(random.nextInt(6)));
                work.drain();
            }
            default -> {
                if (random.nextInt(4) == 0) {
                    work.reopen();
                }
            }
        }
    }

    private void type(WorkingDesk work, Ticket ticket, boolean money) {
        String word = "word" + typed.size() + ";";
        typed.add(word);
        work.drafts.save(ticket.id(), Mode.REPLY, work.drafts.of(ticket.id()).getOrDefault(Mode.REPLY, "") + (money ? " money " : "") + word);
    }

    private void send(WorkingDesk work, Ticket ticket, Random random) {
        String draft = work.drafts.of(ticket.id()).get(Mode.REPLY);
        if (draft != null) {
            var id = MessageId.random();
            sent.add(id);
            for (int press = random.nextInt(4) == 0 ? 2 : 1; press > 0; press--) {
                if (work.send(id.value(), ticket, draft, random.nextInt(5) == 0) instanceof Replies.SendOutcome.HeldForReview) {
                    held.add(id);
                }
            }
        }
    }

    /** With and without having read what is new; whoever is second may be too late. */
    private void approve(WorkingDesk work, Random random) {
        Reviews kim = work.reviews(SignedIn.as("Kim", Role.SUPERVISOR));
        for (Reviews.Waiting waiting : kim.waiting().stream().limit(1).toList()) {
            Review review = waiting.review();
            for (int press = random.nextInt(3) == 0 ? 2 : 1; press > 0; press--) {
                if (kim.approve(review.id(), review.text(), random.nextBoolean() ? Long.MAX_VALUE : 0) instanceof Replies.SendOutcome.Sent) {
                    let.add(review.id());
                }
            }
        }
    }

    private static void sendBack(WorkingDesk work, Random random) {
        Reviews kim = work.reviews(SignedIn.as("Kim", Role.SUPERVISOR));
        for (Reviews.Waiting waiting : kim.waiting().stream().limit(1).toList()) {
            if (random.nextBoolean()) {
                kim.sendBack(waiting.review().id(), "No.");
            } else {
                work.reviews(SignedIn.as(WorkingDesk.ME, Role.AGENT)).takeBack(waiting.review().id());
            }
        }
    }

    private void check(WorkingDesk work, List<Ticket> tickets, String when) {
        var standing = new StringBuilder();
        for (Ticket ticket : tickets) {
            work.drafts.of(ticket.id()).values().forEach(standing::append);
            work.messages(ticket.id()).stream().filter(m -> m.kind() == Message.Kind.REPLY).map(Message::text).forEach(standing::append);
            work.reviews(SignedIn.admin("Kim")).waitingOf(ticket.id()).stream().map(Review::text).forEach(standing::append);
        }
        for (String word : typed) {
            assertEquals(1, standing.toString().split(word, -1).length - 1, when + ": " + word);
        }
    }
}
