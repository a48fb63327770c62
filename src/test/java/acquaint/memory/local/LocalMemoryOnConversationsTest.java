package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.ProfileItem;
import acquaint.memory.RecallRequest;
import acquaint.memory.SharedConversations;
import acquaint.memory.Utterance;
import acquaint.memory.Utterance.Speaker;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the local memory makes of real-shaped conversations. The floors are what was measured, less a little. */
class LocalMemoryOnConversationsTest {

    /** Measured: 55 of 57 by all that the customer said. */
    private static final double FLOOR = 0.9;

    private static final Logger LOG = Logger.getLogger(LocalMemoryOnConversationsTest.class.getName());
    /** Order numbers and reservation codes; HAT271 is a flight. */
    private static final Pattern NUMBER = Pattern.compile("\\bW\\d{7}\\b|\\b(?=[A-Z0-9]*\\d)(?=[A-Z0-9]*[A-Z])(?!HAT)[A-Z0-9]{6}\\b");

    @TempDir
    static Path folder;

    private static List<SharedConversations> conversations;
    private static LocalMemory memory;

    @BeforeAll
    static void rememberAll() throws Exception {
        conversations = SharedConversations.all();
        memory = LocalMemory.open(folder.resolve("memory"));
        for (SharedConversations conversation : conversations) {
            memory.remember(conversation.customer(), conversation.session(), conversation.utterances());
            assertEquals(FlushResult.EXTRACTED, memory.flush(conversation.customer(), conversation.session()));
        }
    }

    @AfterAll
    static void close() {
        if (memory != null) {
            memory.close();
        }
    }

    @Test
    void everyConversationIsAnEpisodeThatReadsWell() throws Exception {
        int outcomes = 0;
        for (CustomerId customer : customers()) {
            for (Episode episode : memory.episodes(customer, 0, 100)) {
                assertFalse(episode.subject().isBlank());
                assertTrue(episode.summary().length() > 15 && episode.summary().length() <= 240, episode.summary());
                String all = episode.subject() + episode.summary() + episode.result().orElse("");
                assertFalse(all.contains("**") || all.contains("\n"), all);
                assertFalse(episode.summary().startsWith("Hi"), episode.summary());
                assertFalse(episode.result().orElse("").matches("(?is).*(feel free|human agent|please confirm).*"), all);
                outcomes += episode.result().isPresent() ? 1 : 0;
            }
        }
        LOG.info(outcomes + " of " + conversations.size() + " episodes have an outcome");
        assertTrue(outcomes >= 70 && outcomes <= 90, outcomes + " outcomes");
    }

    @Test
    void theTicketOnTheSameOrderIsRecalledBySayingItsNumber() throws Exception {
        int pairs = 0;
        int found = 0;
        for (SharedConversations now : conversations) {
            for (String number : saidByCustomer(now)) {
                Set<SessionId> earlier = othersWith(number, now);
                if (!earlier.isEmpty()) {
                    pairs++;
                    found += recalled(now, "It is about " + number + ", can you help me with that please?", earlier) ? 1 : 0;
                }
            }
        }
        LOG.info("earlier ticket on the same number recalled first: " + found + " of " + pairs);
        assertTrue(pairs > 20, pairs + " pairs");
        assertEquals(pairs, found);
    }

    @Test
    void theTicketOnTheSameOrderIsRecalledByTheConversation() throws Exception {
        int asked = 0;
        int found = 0;
        for (SharedConversations now : conversations) {
            Set<SessionId> earlier = new HashSet<>();
            saidByCustomer(now).forEach(number -> earlier.addAll(othersWith(number, now)));
            if (!earlier.isEmpty()) {
                asked++;
                found += recalled(now, customersWords(now), earlier) ? 1 : 0;
            }
        }
        LOG.info("a ticket on the same number recalled first by the customer's words: " + found + " of " + asked);
        assertTrue(asked > 20 && found >= FLOOR * asked, found + " of " + asked);
    }

    @Test
    void namesAndAddressesInProfilesAreTheCustomersOwn() throws Exception {
        int items = 0;
        for (CustomerId customer : customers()) {
            String own = customer.value().replaceAll("_\\d+$", "");
            for (ProfileItem item : memory.profile(customer)) {
                items++;
                if (item.kind() == ProfileItem.Kind.NAME) {
                    assertEquals(own, item.text().toLowerCase().replace(' ', '_'), item.evidence());
                }
                if (item.kind() == ProfileItem.Kind.EMAIL || item.kind() == ProfileItem.Kind.ACCOUNT) {
                    assertTrue(item.evidence().toLowerCase().contains(item.text().toLowerCase()), item.toString());
                }
                assertFalse(item.evidence().isBlank());
                assertTrue(item.source().isPresent() && item.session().isPresent());
            }
        }
        assertTrue(items >= 40, items + " items");
    }

    @Test
    void precedentsOfAReturnAreSolvedTicketsOfOthers() throws Exception {
        CustomerId somebody = conversations.getFirst().customer();
        List<Episode> precedents = memory.precedents(
                new RecallRequest(somebody, "I want to cancel my flight reservation and get a refund", Optional.empty(), 5));

        assertEquals(5, precedents.size());
        assertTrue(precedents.stream().allMatch(e -> e.result().isPresent() && !e.customer().equals(somebody)));
        assertTrue(precedents.getFirst().summary().toLowerCase().contains("cancel"), precedents.getFirst().summary());
    }

    private static boolean recalled(SharedConversations now, String words, Set<SessionId> expected) throws Exception {
        RecallRequest request = new RecallRequest(now.customer(), words, Optional.of(now.session()), 3);
        return expected.contains(memory.recall(request).episodes().getFirst().session());
    }

    private static Set<SessionId> othersWith(String number, SharedConversations now) {
        return conversations.stream()
                .filter(c -> c.customer().equals(now.customer()) && !c.session().equals(now.session()))
                .filter(c -> c.text().contains(number))
                .map(SharedConversations::session)
                .collect(Collectors.toSet());
    }

    private static Set<String> saidByCustomer(SharedConversations conversation) {
        return NUMBER.matcher(customersWords(conversation)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String customersWords(SharedConversations conversation) {
        return conversation.utterances().stream()
                .filter(u -> u.speaker() == Speaker.CUSTOMER)
                .map(Utterance::text)
                .collect(Collectors.joining("\n"));
    }

    private static Set<CustomerId> customers() {
        return conversations.stream().collect(Collectors.groupingBy(SharedConversations::customer)).entrySet().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
