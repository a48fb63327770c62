package acquaint.casework.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.casework.Imports;
import acquaint.memory.Recall;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.Message;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.reply.ComposedDraft;
import acquaint.reply.DraftReply;
import acquaint.reply.DraftRequest;
import acquaint.reply.Evidence;
import acquaint.reply.Gaps;
import acquaint.store.Desk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Drafts from the shared conversations, each with all the others as its past: nothing of another customer may stand in one. */
@Timeout(300)
class PastRepliesOnConversationsTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern NUMBER = Pattern.compile("#?[\\p{L}\\p{N}_]*\\d[\\p{L}\\p{N}_.,:-]*");
    private static final Pattern DURATION = Pattern.compile("\\d{1,2}(?:\\s*(?:-|–|to|or)\\s*\\d{1,2})?[\\s-]+(?:business |working )?(?:minute|hour|day|week|month)s?");

    /** Each takes a third of a second; the others are the past all the same. */
    private static final int EVERY = 4;

    @TempDir
    private Path folder;

    @Test
    void nothingOfAnotherCustomerStandsInAProposal() throws Exception {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data"), "conversations.jsonl");
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: the shared conversations are not at " + file);
        var drafts = 0;
        var fromPast = 0;
        try (var desk = Desk.open(folder.resolve("desk"), Clock.systemUTC()); var past = new PastReplies(desk, folder.resolve("past"), (_, _) -> Optional.empty(), Runnable::run)) {
            new Imports(desk, Clock.systemUTC(), "Lee").run(file, _ -> {});
            past.follow();
            List<Ticket> tickets = desk.read(session -> session.tickets().changedAfter(Instant.EPOCH, new TicketId("0"), 100_000));
            Set<String> names = tickets.stream().map(ticket -> customer(desk, ticket)).flatMap(customer -> words(customer.name() + " " + customer.id().value()).stream()).collect(Collectors.toSet());
            for (int i = 0; i < tickets.size(); i += EVERY) {
                Ticket ticket = tickets.get(i);
                List<Message> all = desk.read(session -> session.messages().after(ticket.id(), 0, 10_000));
                for (int said = 1; said <= all.size(); said++) {
                    if (!all.get(said - 1).isFrom(Message.Kind.CUSTOMER)) {
                        continue;
                    }
                    var request = new DraftRequest(customer(desk, ticket), ticket, all.subList(0, said), Recall.NOTHING, List.of(), "Lee");
                    List<DraftReply> proposals = new ComposedDraft(ZoneOffset.UTC).proposals(request.with(past.like(request)));
                    assertTrue(proposals.size() <= 3);
                    for (DraftReply draft : proposals) {
                        drafts++;
                        fromPast += draft.sentences().stream().flatMap(s -> s.evidence().stream()).anyMatch(e -> e.kind() == Evidence.Kind.PAST_REPLY) ? 1 : 0;
                        check(draft, request, names);
                    }
                }
            }
        }
        assertTrue(fromPast > drafts / 4, "proposals from past replies: " + fromPast + " of " + drafts);
    }

    private static Customer customer(Desk desk, Ticket ticket) {
        return desk.read(session -> session.customers().find(ticket.customer())).orElseThrow();
    }

    private static void check(DraftReply draft, DraftRequest request, Set<String> names) {
        Set<String> own = new HashSet<>(words(request.customer().name() + " " + request.customer().id().value()));
        String known = Stream.concat(request.conversation().stream().map(Message::text), request.customer().addresses().stream().map(Address::value))
                .collect(Collectors.joining("\n")) + request.ticket().subject();
        own.addAll(words(known));
        Set<String> foreign = new HashSet<>(words(draft.text()));
        foreign.retainAll(names);
        foreign.removeAll(own);
        foreign.remove("lee");
        assertEquals(Set.of(), foreign, draft::text);
        String rest = draft.text();
        for (String gap : Gaps.in(rest)) {
            rest = rest.replace(gap, " ");
        }
        for (String number : NUMBER.matcher(DURATION.matcher(rest).replaceAll(" ")).results().map(MatchResult::group).map(n -> n.replaceAll("[.,:]+$", "")).toList()) {
            assertTrue(known.contains(number) || number.matches("\\d{1,2}|20\\d\\d"), () -> number + " is not of this ticket: " + draft.text());
        }
        assertTrue(!draft.text().contains("@") || request.customer().addresses().stream().anyMatch(a -> draft.text().contains(a.value())), draft::text);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group().toLowerCase(Locale.ROOT)).filter(word -> word.length() > 1).collect(Collectors.toSet());
    }
}
