package acquaint.memory.local;

import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.CustomerMemoryContract;
import acquaint.memory.SharedConversations;
import acquaint.memory.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static List<Integer> sizes(List<Utterance> said) {
        return Boundaries.cells(IntStream.range(0, said.size()).mapToObj(i -> new Said(i, "message-" + i, CustomerMemoryContract.ANA,
                CustomerMemoryContract.FIRST, said.get(i), Optional.empty())).toList()).stream().map(List::size).toList();
    }

    private static List<Integer> sizes(Utterance... said) {
        return sizes(Arrays.asList(said));
    }

    private static Utterance later(Utterance said, Duration by) {
        return new Utterance(said.id(), said.speaker(), said.author(), said.at().plus(by), said.text());
    }

    @Test
    void aConversationOfOneMatterIsOneEpisode() {
        assertEquals(List.of(), sizes());
        assertEquals(List.of(3), sizes(customer(1, "The kettle leaks."), agent(2, "A new one has been sent."), customer(3, "Thank you!")));
    }

    @Test
    void aLongPauseEndsAnEpisode() {
        Utterance next = later(customer(3, "The kettle leaks again."), Boundaries.PAUSE);
        assertEquals(List.of(2, 1), sizes(customer(1, "The kettle leaks."), agent(2, "A new one has been sent."), next));
        assertEquals(List.of(3), sizes(customer(1, "The kettle leaks."), agent(2, "A new one has been sent."), later(next, Duration.ofHours(-2))));
    }

    @Test
    void tooMuchForOneEpisodeMakesSeveral() {
        assertEquals(List.of(500, 500, 1), sizes(IntStream.range(0, 1_001).mapToObj(i -> customer(i, "The kettle leaks.")).toList()));
        assertEquals(List.of(2, 1), sizes(customer(1, "x".repeat(200_000)), customer(2, "x".repeat(100_000)), customer(3, "x")));
    }

    @Test
    void whoHadTakenLeaveAndAsksForSomethingElseBeginsAnother() {
        List<Utterance> first = List.of(customer(1, "I want to return the kettle of order #W1234567."), agent(2, "Shall I?"), customer(3, "Yes, please."),
                agent(4, "The return has been arranged."), customer(5, "Great, thank you so much!"));

        assertEquals(List.of(5, 1), sizes(Stream.concat(first.stream(), Stream.of(customer(6, "I need to change the address of order #W7654321."))).toList()));
        assertEquals(List.of(6), sizes(Stream.concat(first.stream(), Stream.of(customer(6, "The label for #W1234567 is missing."))).toList()));
        assertEquals(List.of(6), sizes(Stream.concat(first.stream(), Stream.of(customer(6, "Have a nice day."))).toList()));
        assertEquals(List.of(6), sizes(Stream.concat(first.stream(), Stream.of(customer(6, "It still doesn't show in my account."))).toList()));
    }

    /** Measured on 138 conversations, each with a stranger's after it: 87 of 138 found, 5 beside them. */
    @Test
    void twoConversationsInOneSessionAreToldApartMoreOftenThanNot() throws Exception {
        List<SharedConversations> all = SharedConversations.all();
        var random = new Random(5);
        int found = 0;
        int others = 0;
        for (SharedConversations one : all) {
            var both = new ArrayList<>(one.utterances());
            Utterance last = both.getLast();
            Utterance first = all.get(random.nextInt(all.size())).utterances().getFirst();
            both.add(new Utterance(first.id(), first.speaker(), last.author(), last.at().plusSeconds(60), first.text()));
            List<Integer> sizes = sizes(both);
            boolean right = sizes.size() > 1 && sizes.getLast() == 1;
            found += right ? 1 : 0;
            others += sizes.size() - 1 - (right ? 1 : 0);
        }
        assertTrue(found >= 0.6 * all.size() && others <= 0.1 * all.size(), found + " found, " + others + " others");
    }
}
