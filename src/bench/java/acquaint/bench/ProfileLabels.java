package acquaint.bench;

import acquaint.memory.ProfileItem;
import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.SharedConversations;
import acquaint.memory.local.LocalMemory;
import acquaint.model.CustomerId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What memory learns of 30 customers beside what was marked by reading their conversations ({@code memory/profile-labels.tsv}, which says
 * how). Precision is how much of what is learned was marked, recall how much of what was marked is learned.
 */
public final class ProfileLabels {

    /** {@code words}: all stand in what is learned, in its evidence or its history; of a trait it is the item's very text. */
    private record Label(String part, CustomerId customer, Kind kind, String words) {

        boolean fits(ProfileItem item) {
            String told = (item.text() + " " + item.evidence() + " " + item.former()).toLowerCase(Locale.ROOT);
            return item.customer().equals(customer) && item.kind() == kind && (kind == Kind.TRAIT ? item.text().equals(words)
                    : Stream.of(words.toLowerCase(Locale.ROOT).split(" ")).allMatch(told::contains));
        }
    }

    /** {@code right} of what was {@code learned} was marked, {@code found} of what was {@code marked} was learned. */
    public record Score(int learned, int right, int marked, int found) {

        public double precision() {
            return (double) right / learned;
        }

        public double recall() {
            return (double) found / marked;
        }
    }

    private final List<Label> labels;
    private final List<ProfileItem> learned = new ArrayList<>();

    private ProfileLabels(List<Label> labels) {
        this.labels = labels;
    }

    /** Has {@code memory}, which must be empty, learn from the conversations of the customers that were marked. */
    public static ProfileLabels learn(LocalMemory memory, List<SharedConversations> conversations) throws Exception {
        var all = new ProfileLabels(labels());
        Set<CustomerId> customers = all.labels.stream().map(Label::customer).collect(Collectors.toCollection(LinkedHashSet::new));
        for (SharedConversations one : conversations) {
            if (customers.contains(one.customer())) {
                memory.remember(one.customer(), one.session(), one.utterances());
                memory.flush(one.customer(), one.session());
            }
        }
        for (CustomerId customer : customers) {
            all.learned.addAll(memory.profile(customer));
        }
        return all;
    }

    private static List<Label> labels() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                ProfileLabels.class.getResourceAsStream("/memory/profile-labels.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .map(parts -> new Label(parts[0], new CustomerId(parts[1]), Kind.valueOf(parts[2]), parts[3])).toList();
        }
    }

    /** Of the parts named by the characters of {@code parts}, and of items of which {@code kind} holds. */
    public Score score(String parts, Predicate<Kind> kind) {
        List<Label> marked = labels.stream().filter(label -> parts.contains(label.part()) && kind.test(label.kind())).toList();
        List<ProfileItem> items = items(parts, kind);
        return new Score(items.size(), (int) items.stream().filter(item -> marked.stream().anyMatch(label -> label.fits(item))).count(),
                marked.size(), (int) marked.stream().filter(label -> items.stream().anyMatch(label::fits)).count());
    }

    private List<ProfileItem> items(String parts, Predicate<Kind> kind) {
        Set<CustomerId> customers = labels.stream().filter(label -> parts.contains(label.part())).map(Label::customer).collect(Collectors.toSet());
        return learned.stream().filter(item -> customers.contains(item.customer()) && kind.test(item.kind())).toList();
    }

    /** What was learned and not marked, or marked and not learned, in the parts named. */
    List<String> differences(String parts) {
        var all = new ArrayList<String>();
        items(parts, _ -> true).stream().filter(item -> labels.stream().noneMatch(label -> label.fits(item)))
                .forEach(item -> all.add("not marked: " + item.customer() + ", " + item.kind() + ", " + item.text() + " <- " + item.evidence()));
        labels.stream().filter(label -> parts.contains(label.part()) && learned.stream().noneMatch(label::fits))
                .forEach(label -> all.add("not learned: " + label.customer() + ", " + label.kind() + ", " + label.words()));
        return all;
    }
}
