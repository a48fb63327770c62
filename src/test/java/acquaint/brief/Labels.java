package acquaint.brief;

import acquaint.reply.Evidence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What a careful reader found in conversations, and how much of it a brief has. */
record Labels(String set, String conversation, boolean promisesOnly, List<Label> attempts, List<Label> promises) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A quote and the position of the message in which it stands. */
    record Place(int position, String quote) {

        boolean is(Evidence evidence) {
            return evidence.ref().endsWith("-" + position) && (evidence.quote().contains(quote) || quote.contains(evidence.quote()));
        }
    }

    record Label(List<Place> places, Set<String> results, Optional<LocalDate> due, boolean optional) {

        boolean is(BriefLine line) {
            return line.evidence().stream().anyMatch(evidence -> places.stream().anyMatch(place -> place.is(evidence)));
        }
    }

    /** Lines and labels that belong together, lines too many, and labels that no line has. */
    record Score(int right, List<String> wrong, List<String> missed, int resultsRight, int results) {

        static final Score NONE = new Score(0, List.of(), List.of(), 0, 0);

        Score plus(Score other) {
            var allWrong = new ArrayList<>(wrong);
            allWrong.addAll(other.wrong);
            var allMissed = new ArrayList<>(missed);
            allMissed.addAll(other.missed);
            return new Score(right + other.right, allWrong, allMissed, resultsRight + other.resultsRight, results + other.results);
        }

        double precision() {
            return right + wrong.size() == 0 ? 1 : (double) right / (right + wrong.size());
        }

        double recall() {
            return right + missed.size() == 0 ? 1 : (double) right / (right + missed.size());
        }

        @Override
        public String toString() {
            return "precision %.3f (%d of %d), recall %.3f (%d of %d), result or day right %d of %d".formatted(precision(), right, right + wrong.size(), recall(), right,
                    right + missed.size(), resultsRight, results);
        }
    }

    static List<Labels> read() throws IOException {
        var all = new ArrayList<Labels>();
        try (var reader = new BufferedReader(new InputStreamReader(Labels.class.getResourceAsStream("/brief/labels.jsonl"), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                JsonNode node = JSON.readTree(line);
                if (node.has("conversation")) {
                    all.add(new Labels(node.get("set").asText(), node.get("conversation").asText(), node.has("only"), each(node.get("attempts")), each(node.get("promises"))));
                }
            }
        }
        return all;
    }

    private static List<Label> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(Labels::label).toList();
    }

    private static Label label(JsonNode node) {
        List<Place> places = node.has("at") ? StreamSupport.stream(node.get("at").spliterator(), false).map(Labels::place).toList() : List.of(place(node));
        var results = new HashSet<String>();
        node.path("result").forEach(result -> results.add(result.asText()));
        return new Label(places, results, Optional.ofNullable(node.path("due").textValue()).map(LocalDate::parse), node.get("optional").asBoolean());
    }

    private static Place place(JsonNode node) {
        return new Place(node.get("position").asInt(), node.get("quote").asText());
    }

    /** Each label is found once; a second line for it is one too many. {@code right} tells whether what else the label says is so. */
    static Score score(String where, List<Label> labels, List<BriefLine> lines, java.util.function.BiPredicate<Label, BriefLine> right, Predicate<Label> says) {
        var taken = new HashSet<BriefLine>();
        var missed = new ArrayList<String>();
        int found = 0;
        int results = 0;
        int resultsRight = 0;
        for (Label label : labels.stream().filter(one -> !one.optional()).toList()) {
            Optional<BriefLine> line = lines.stream().filter(one -> !taken.contains(one) && label.is(one)).findFirst();
            if (line.isEmpty()) {
                missed.add(where + ": " + label.places().getFirst().quote());
                continue;
            }
            taken.add(line.get());
            found++;
            if (says.test(label)) {
                results++;
                resultsRight += right.test(label, line.get()) ? 1 : 0;
            }
        }
        List<String> wrong = lines.stream().filter(line -> !taken.contains(line)).filter(line -> labels.stream().noneMatch(label -> label.optional() && label.is(line)))
                .map(line -> where + ": " + line.text()).toList();
        return new Score(found, wrong, missed, resultsRight, results);
    }

    static LocalDate day(java.time.Instant due) {
        return due.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
