package acquaint.bench;

import acquaint.memory.ProfileItem.Kind;
import acquaint.memory.SharedConversations;
import acquaint.memory.local.LocalMemory;
import acquaint.memory.local.SentenceModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the embedded memory makes of support conversations, a file given as an argument: whether an earlier ticket on the same matter is
 * recalled, and whether the right things are learned of a customer. Prints two tables.
 */
public final class ConversationQuality {

    private ConversationQuality() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1) {
            System.err.println("Say which file to read: one conversation a line, as -Dbench.args=path/to/conversations.jsonl; add --differences to see those of the profiles");
            System.exit(2);
        }
        List<SharedConversations> conversations = SharedConversations.in(Path.of(arguments[0]));
        try (var memory = LocalMemory.open(Files.createTempDirectory("acquaint-returning"), Optional.of(SentenceModel::new))) {
            var returning = new ReturningCustomers();
            returning.run(memory, conversations);
            System.out.printf(Locale.ROOT, "%d tickets have an earlier one on the same order and another on something else; %.1f earlier ones on average%n%n"
                    + "| method | asked with | first | among three | MRR |%n|---|---|---|---|---|%n", returning.tickets(), returning.others());
            returning.scores().forEach((name, score) -> System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f | %.3f |%n", name,
                    (double) score.first() / score.asked(), (double) score.amongThree() / score.asked(), score.reciprocalRanks() / score.asked()));
        }
        try (var memory = LocalMemory.open(Files.createTempDirectory("acquaint-profiles"))) {
            ProfileLabels labels = ProfileLabels.learn(memory, conversations);
            System.out.printf("%n| Profiles | learned | marked | precision | recall |%n|---|---|---|---|---|%n");
            row("part a, explicit", labels, "a", kind -> kind != Kind.TRAIT);
            row("part a, traits", labels, "a", kind -> kind == Kind.TRAIT);
            row("part b, explicit", labels, "b", kind -> kind != Kind.TRAIT);
            row("part b, traits", labels, "b", kind -> kind == Kind.TRAIT);
            row("all of 30 customers", labels, "ab", _ -> true);
            if (List.of(arguments).contains("--differences")) {
                labels.differences("a").forEach(System.out::println);
            }
        }
    }

    private static void row(String name, ProfileLabels labels, String parts, Predicate<Kind> kind) {
        ProfileLabels.Score score = labels.score(parts, kind);
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %.3f | %.3f |%n", name, score.learned(), score.marked(), score.precision(), score.recall());
    }
}
