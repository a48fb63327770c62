package acquaint.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.local.SentenceModel;
import acquaint.model.TicketId;
import acquaint.reply.Likeness;
import acquaint.reply.MeaningLikeness;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RecurringTest {

    private static final Likeness WORDS_ALONE = (text, others) -> Optional.empty();
    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void thePairsOfSharedConversationsThatAHandCallsOneIssueAreFoundByWordsAlone() throws Exception {
        Score score = score(WORDS_ALONE);
        System.out.println("recurring issues by words alone: " + score);
        assertTrue(score.precision() >= 0.8 && score.recall() >= 0.6, score.toString());
    }

    @Test
    void theyAreFoundByWordsAndMeaning() throws Exception {
        try (var model = new SentenceModel(); var likeness = new MeaningLikeness(() -> Optional.of(model))) {
            Score score = score(likeness);
            System.out.println("recurring issues by words and meaning: " + score);
            assertTrue(score.precision() >= 0.8 && score.recall() >= 0.7, score.toString());
        }
    }

    @Test
    void twoTicketsOfOneIssueRecurAndAnotherIssueDoesNot() throws Exception {
        List<RecurringIssue> found = groups("My kettle leaks at the bottom", "Please send me an invoice for March", "The kettle leaks again, water at the bottom");
        assertEquals(1, found.size());
        assertEquals(2, found.getFirst().times());
        assertEquals(MARCH, found.getFirst().since());
        assertTrue(found.getFirst().topic().contains("kettle"), found.toString());
    }

    @Test
    void nothingRecursWhereTicketsHaveNothingInCommon() throws Exception {
        assertEquals(List.of(), groups("My kettle leaks", "Please send me an invoice", "How do I change my password?", "Thank you!"));
        assertEquals(List.of(), groups("My kettle leaks"));
        assertEquals(List.of(), groups());
    }

    private static List<RecurringIssue> groups(String... said) throws InterruptedException {
        var tickets = new ArrayList<PastTicket>();
        for (String text : said) {
            tickets.add(new PastTicket(Optional.of(new TicketId("T-" + tickets.size())), text, MARCH.plus(Duration.ofDays(tickets.size())), List.of(text), Optional.empty(), false, false));
        }
        return new Recurring(new Alike(Vocabulary.of(List.of(said)), WORDS_ALONE)).groups(tickets);
    }

    /** Pairs of one customer's tickets that were not looked at while figures were chosen. */
    private record Score(int right, int wrong, int missed) {

        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + missed);
        }

        @Override
        public String toString() {
            return "precision %.2f, recall %.2f of %d pairs".formatted(precision(), recall(), right + missed);
        }
    }

    private static Score score(Likeness likeness) throws IOException, InterruptedException {
        Map<String, PastTicket> tickets = conversations();
        var recurring = new Recurring(new Alike(Vocabulary.of(tickets.values().stream().map(ticket -> String.join("\n", ticket.said())).toList()), likeness));
        Score total = new Score(0, 0, 0);
        boolean measured = false;
        for (String line : labels()) {
            if (line.equals("measured")) {
                System.out.println("chosen by: " + total);
                total = new Score(0, 0, 0);
                measured = true;
                continue;
            }
            Map<String, Integer> truth = truth(line);
            List<RecurringIssue> found = recurring.groups(truth.keySet().stream().map(tickets::get).toList());
            if (!measured || Boolean.getBoolean("each")) {
                found.forEach(issue -> System.out.println(issue.topic() + " " + issue.occurrences().stream().map(one -> one.ticket().orElseThrow().value()).toList()));
            }
            total = added(total, truth, found);
        }
        return total;
    }

    private static Score added(Score before, Map<String, Integer> truth, List<RecurringIssue> found) {
        var group = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < found.size(); i++) {
            for (Occurrence one : found.get(i).occurrences()) {
                group.put(one.ticket().orElseThrow().value(), i);
            }
        }
        int right = before.right;
        int wrong = before.wrong;
        int missed = before.missed;
        List<String> all = List.copyOf(truth.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean same = truth.get(all.get(i)).equals(truth.get(all.get(j)));
                boolean said = group.containsKey(all.get(i)) && group.get(all.get(i)).equals(group.get(all.get(j)));
                right += same && said ? 1 : 0;
                wrong += !same && said ? 1 : 0;
                missed += same && !said ? 1 : 0;
            }
        }
        return new Score(right, wrong, missed);
    }

    private static Map<String, Integer> truth(String line) {
        var truth = new LinkedHashMap<String, Integer>();
        String[] issues = line.split(";");
        for (int i = 0; i < issues.length; i++) {
            for (String ticket : issues[i].strip().split(" ")) {
                truth.put(ticket, i);
            }
        }
        return truth;
    }

    private static List<String> labels() throws IOException {
        try (InputStream in = RecurringTest.class.getResourceAsStream("/pattern/issues.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static Map<String, PastTicket> conversations() throws IOException {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data"), "conversations.jsonl");
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: the shared conversations are not at " + file);
        ObjectMapper json = new ObjectMapper();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> ticket(json, line)).collect(Collectors.toMap(ticket -> ticket.ticket().orElseThrow().value(), ticket -> ticket, (one, _) -> one, LinkedHashMap::new));
        }
    }

    private static PastTicket ticket(ObjectMapper json, String line) {
        try {
            JsonNode node = json.readTree(line);
            var said = new ArrayList<String>();
            node.get("messages").forEach(message -> {
                if (message.get("from").asText().equals("customer")) {
                    said.add(message.get("text").asText());
                }
            });
            return new PastTicket(Optional.of(new TicketId(node.get("id").asText())), said.getFirst(), Instant.parse(node.get("messages").get(0).get("at").asText()), said, Optional.empty(),
                    false, false);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
