package acquaint.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Message;
import acquaint.reply.ContentWords;
import acquaint.reply.Conversations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a customer's tickets are said to be about. */
class TopicTest {

    private static List<String> topics(String... texts) {
        return Topic.of(List.of(texts), Vocabulary.of(List.of(texts)), 12).stream().map(Topic::word).toList();
    }

    @Test
    void twoWordsThatBelongTogetherAreOneTopic() {
        assertEquals(List.of("annual leave"), topics("I want to leave early and need my annual leave today.", "Is the annual leave for two days booked?", "Please book annual leave next week."));
    }

    @Test
    void deedsTimesAndCountsAreNoTopics() {
        assertEquals(List.of("kettle"), topics("For the second time in two days the kettle leaks.", "My kettle leaks again, the second time this week.", "You said the kettle is sent in two days."));
    }

    @Test
    void aNameThatIsSaidInOneTicketOnlyIsNoTopic() {
        assertEquals(List.of(), topics("The kettle leaks.", "The invoice is wrong."));
    }

    @Test
    void wordsOfALanguageWithoutArticlesAreTopicsToo() {
        assertTrue(topics("Czajnik przecieka od wczoraj", "Zepsuty czajnik, prosze wymienic").stream().anyMatch(word -> word.equalsIgnoreCase("czajnik")));
    }

    @Test
    void codesOfBookingsAreNoTopics() {
        assertFalse(topics("The flight HXDUBJ is late.", "Cancel the flight HXDUBJ.").contains("HXDUBJ"));
    }

    @Test
    void topicsOfTheSharedConversationsNameThings() throws Exception {
        var byCustomer = new LinkedHashMap<String, List<String>>();
        Conversations.read().all().forEach(one -> byCustomer.merge(one.customer().name(), List.of(first(one.messages())), (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList()));
        Vocabulary vocabulary = Vocabulary.of(byCustomer.values().stream().flatMap(List::stream).toList());
        Map<String, List<Topic>> topics = byCustomer.entrySet().stream().filter(entry -> entry.getValue().size() >= 4)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Topic.of(entry.getValue(), vocabulary, 12), (a, _) -> a, LinkedHashMap::new));
        topics.forEach((name, found) -> System.out.println(byCustomer.get(name).size() + " tickets: " + found.stream().map(topic -> topic.word() + " (" + topic.tickets() + ")").toList()));
        List<String> words = topics.values().stream().flatMap(List::stream).map(topic -> topic.word().toLowerCase(Locale.ROOT)).toList();
        assertFalse(words.isEmpty());
        assertTrue(words.stream().flatMap(word -> List.of(word.split(" ")).stream()).noneMatch(ContentWords::isSmall), words.toString());
        assertTrue(List.of("days", "time", "second", "today", "week", "help").stream().noneMatch(words::contains), words.toString());
    }

    private static String first(List<Message> messages) {
        return messages.stream().filter(message -> message.kind() == Message.Kind.CUSTOMER).map(Message::text).findFirst().orElse("");
    }
}
