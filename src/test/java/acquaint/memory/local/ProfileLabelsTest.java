package acquaint.memory.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.SharedConversations;
import acquaint.model.CustomerId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What memory learns of 30 customers, beside what was marked by reading their conversations. Precision is how much of what
 * is learned was marked, recall how much of what was marked is learned. The floors are what was measured, less a little. Differences and figures are logged at level INFO: {@code
 * _JAVA_OPTIONS=-Djava.util.logging.config.file= ./mvnw test -Dtest=ProfileLabelsTest} shows them.
 */
class ProfileLabelsTest {

    private static final Logger LOG = Logger.getLogger(ProfileLabelsTest.class.getName());

    /** {@code words}: all stand in what is learned or in its evidence; of a trait it is the item's very text. */
    private record Label(String part, CustomerId customer, Kind kind, String words) {

        boolean fits(ProfileItem item) {
            String told = (item.text() + " " + item.evidence() + " " + item.former()).toLowerCase(Locale.ROOT);
            return item.customer().equals(customer) && item.kind() == kind && (kind == Kind.TRAIT ? item.text().equals(words)
                    : Stream.of(words.toLowerCase(Locale.ROOT).split(" ")).allMatch(told::contains));
        }
    }

    private record Score(int learned, int right, int marked, int found) {

        double precision() {
            return (double) right / learned;
        }

        double recall() {
            return (double) found / marked;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "precision %.3f (%d of %d), recall %.3f (%d of %d)", precision(), right, learned, recall(), found, marked);
        }
    }

    @TempDir
    static Path folder;

    private static List<Label> labels;
    private static List<ProfileItem> learned;

    @BeforeAll
    static void learn() throws Exception {
        labels = labels();
        Set<CustomerId> customers = labels.stream().map(Label::customer).collect(Collectors.toCollection(LinkedHashSet::new));
        learned = new ArrayList<>();
        try (var memory = LocalMemory.open(folder.resolve("memory"))) {
            for (SharedConversations one : SharedConversations.all()) {
                if (customers.contains(one.customer())) {
                    memory.remember(one.customer(), one.session(), one.utterances());
                    memory.flush(one.customer(), one.session());
                }
            }
            for (CustomerId customer : customers) {
                learned.addAll(memory.profile(customer));
            }
        }
    }

    private static List<Label> labels() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                ProfileLabelsTest.class.getResourceAsStream("/memory/profile-labels.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .map(parts -> new Label(parts[0], new CustomerId(parts[1]), Kind.valueOf(parts[2]), parts[3])).toList();
        }
    }

    private static Score score(String part, boolean traits) {
        Set<CustomerId> customers = labels.stream().filter(label -> label.part().equals(part)).map(Label::customer).collect(Collectors.toSet());
        List<Label> marked = labels.stream().filter(label -> label.part().equals(part) && (label.kind() == Kind.TRAIT) == traits).toList();
        List<ProfileItem> items = learned.stream().filter(item -> customers.contains(item.customer()) && (item.kind() == Kind.TRAIT) == traits).toList();
        items.stream().filter(item -> marked.stream().noneMatch(label -> label.fits(item)))
                .forEach(item -> LOG.info(part + " not marked: " + item.customer() + " " + item.kind() + " " + item.text() + " <- " + item.evidence()));
        marked.stream().filter(label -> items.stream().noneMatch(label::fits)).forEach(label -> LOG.info(part + " not learned: " + label));
        return new Score(items.size(), (int) items.stream().filter(item -> marked.stream().anyMatch(label -> label.fits(item))).count(),
                marked.size(), (int) marked.stream().filter(label -> items.stream().anyMatch(label::fits)).count());
    }

    private static Score sum(Score... scores) {
        return Stream.of(scores).reduce(new Score(0, 0, 0, 0), (a, b) -> new Score(a.learned() + b.learned(), a.right() + b.right(), a.marked() + b.marked(), a.found() + b.found()));
    }

    @Test
    void whatIsLearnedIsWhatACarefulReaderWouldKeep() {
        var parts = new ArrayList<Score>();
        for (String part : List.of("a", "b")) {
            Score explicit = score(part, false);
            Score traits = score(part, true);
            LOG.info("part " + part + ": explicit " + explicit + "; traits " + traits + "; all " + sum(explicit, traits));
            parts.add(sum(explicit, traits));
        }
        Score all = sum(parts.toArray(Score[]::new));
        LOG.info("both parts: " + all);
        assertTrue(all.marked() > 150 && all.precision() >= 0.93 && all.recall() >= 0.94, all.toString());
        assertTrue(parts.getLast().precision() >= 0.9 && parts.getLast().recall() >= 0.9, parts.getLast().toString());
    }
}
