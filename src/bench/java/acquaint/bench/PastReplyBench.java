package acquaint.bench;

import acquaint.casework.Imports;
import acquaint.casework.past.PastReplies;
import acquaint.memory.Recall;
import acquaint.memory.local.SentenceModel;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.reply.ComposedDraft;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftRequest;
import acquaint.reply.MeaningLikeness;
import acquaint.reply.PastReply;
import acquaint.store.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Whether the composed draft does what the agent did: for the last agent turn of each conversation of a file, all other conversations are the past, three replies are proposed, and the
 * true reply's {@link ReplyIntent} is looked for among theirs. Beside it stand the commonest class and three replies drawn at random. Prints a table.
 */
public final class PastReplyBench {

    private static final int DRAWS = 200;

    private final List<ReplyIntent> truths = new ArrayList<>();
    private final List<ReplyIntent> rules = new ArrayList<>();
    private final List<List<ReplyIntent>> proposed = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();

    private PastReplyBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1 || !Files.exists(Path.of(arguments[0]))) {
            System.err.println("Skipped: say which file to read, one conversation a line, as -Dbench.args=path/to/conversations.jsonl; add --meaning to compare cases by the sentence model, too, --each to see each");
            return;
        }
        new PastReplyBench().run(Path.of(arguments[0]), List.of(arguments).contains("--each"), List.of(arguments).contains("--meaning"));
    }

    private void run(Path file, boolean each, boolean meaning) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("acquaint-past");
        try (var desk = Desk.open(folder.resolve("desk"), Clock.systemUTC()); var model = new SentenceModel();
                var likeness = new MeaningLikeness(() -> meaning ? Optional.of(model) : Optional.empty());
                var past = new PastReplies(desk, folder.resolve("past"), likeness, Runnable::run)) {
            new Imports(desk, Clock.systemUTC(), "Lee").run(file, _ -> {});
            past.follow();
            var composed = new ComposedDraft(ZoneOffset.UTC);
            for (Ticket ticket : desk.read(session -> session.tickets().changedAfter(Instant.EPOCH, new TicketId("0"), 100_000))) {
                judge(desk, ticket, past, composed, each);
            }
        }
        print();
    }

    private void judge(Desk desk, Ticket ticket, PastReply.Finder past, ComposedDraft composed, boolean each) throws InterruptedException {
        List<Message> all = desk.read(session -> session.messages().after(ticket.id(), 0, 100_000)).stream()
                .filter(message -> message.isFrom(Message.Kind.CUSTOMER) || message.isFrom(Message.Kind.REPLY)).toList();
        int last = all.size() - 1;
        while (last > 0 && !all.get(last).isFrom(Message.Kind.REPLY)) {
            last--;
        }
        if (last <= 0) {
            return;
        }
        var request = new DraftRequest(desk.read(session -> session.customers().find(ticket.customer())).orElseThrow(), ticket, all.subList(0, last), Recall.NOTHING, List.of(), "Lee");
        long start = System.nanoTime();
        List<DraftReply> drafts = composed.proposals(request.with(past.like(request)));
        nanos.add(System.nanoTime() - start);
        truths.add(ReplyIntent.of(all.get(last).text()));
        rules.add(ReplyIntent.of(composed.compose(request).text()));
        proposed.add(drafts.stream().map(draft -> ReplyIntent.of(draft.text())).toList());
        if (each) {
            System.out.printf("== %s %s%n%s%n", ticket.id(), truths.getLast(), all.get(last).text());
            drafts.forEach(draft -> System.out.printf("-- %s%n%s%n", ReplyIntent.of(draft.text()), draft.text()));
        }
    }

    private void print() {
        int count = truths.size();
        var classes = new EnumMap<ReplyIntent, Integer>(ReplyIntent.class);
        truths.forEach(truth -> classes.merge(truth, 1, Integer::sum));
        System.out.printf(Locale.ROOT, "%d conversations, %d classes of %d occur: %s%n%n| proposed | the true reply's intent is among them |%n|---|---|%n", count, classes.size(), ReplyIntent.values().length, classes);
        row("the commonest class", (double) classes.values().stream().mapToInt(Integer::intValue).max().orElse(0) / count);
        row("three replies of the desk, drawn at random", random());
        row("the draft put together by rules alone", share(i -> rules.get(i) == truths.get(i)));
        row("the first of three, with past replies", share(i -> proposed.get(i).getFirst() == truths.get(i)));
        row("the first two", share(i -> proposed.get(i).stream().limit(2).anyMatch(truths.get(i)::equals)));
        row("all three", share(i -> proposed.get(i).contains(truths.get(i))));
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(Locale.ROOT, "%nA proposal of three takes %.0f ms (median), %.0f ms (slowest).%n", sorted[count / 2] / 1e6, sorted[count - 1] / 1e6);
    }

    private interface Holds {
        boolean of(int conversation);
    }

    private double share(Holds holds) {
        int found = 0;
        for (int i = 0; i < truths.size(); i++) {
            found += holds.of(i) ? 1 : 0;
        }
        return (double) found / truths.size();
    }

    /** Three last replies of other conversations. */
    private double random() {
        var random = new Random(7);
        int found = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < truths.size(); i++) {
                boolean hit = false;
                for (int one = 0; one < 3; one++) {
                    int other = (i + 1 + random.nextInt(truths.size() - 1)) % truths.size();
                    hit |= truths.get(other) == truths.get(i);
                }
                found += hit ? 1 : 0;
            }
        }
        return (double) found / DRAWS / truths.size();
    }

    private static void row(String name, double share) {
        System.out.printf(Locale.ROOT, "| %s | %.2f |%n", name, share);
    }
}
