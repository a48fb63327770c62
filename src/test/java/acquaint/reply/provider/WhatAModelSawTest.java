package acquaint.reply.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Recall;
import acquaint.memory.SharedConversations;
import acquaint.memory.Utterance;
import acquaint.model.Address;
import acquaint.model.Customer;
import acquaint.model.CustomerId;
import acquaint.model.Message;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import acquaint.model.Ticket;
import acquaint.model.TicketId;
import acquaint.privacy.Ledger;
import acquaint.privacy.Maskings;
import acquaint.privacy.PersonalData;
import acquaint.privacy.PlantedData;
import acquaint.privacy.PlantedData.Planted;
import acquaint.reply.ComposedDraft;
import acquaint.reply.DraftRequest;
import acquaint.reply.DraftWriter;
import acquaint.reply.Drafting;
import acquaint.reply.LanguageModel;
import acquaint.reply.Progress;
import acquaint.reply.PromptTemplate;
import acquaint.reply.Wish;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred pieces of personal data planted into real conversations, drafts asked of a model on loopback, and what arrived there. */
class WhatAModelSawTest {

    private static final int PLANTED = 500;
    private static final long SEED = 20_261_128;
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final List<Planted> planted = new ArrayList<>();

    private DraftRequest request(SharedConversations conversation, List<Planted> values) {
        List<String> texts = new ArrayList<>(conversation.utterances().stream().map(Utterance::text).toList());
        for (Planted one : values) {
            int where = random.nextInt(texts.size());
            texts.set(where, random.nextBoolean() ? one.sentence() + "\n" + texts.get(where) : texts.get(where) + "\n" + one.sentence());
        }
        var customer = new CustomerId("c-1");
        var ticket = new TicketId("T-1");
        var messages = new ArrayList<Message>();
        for (int i = 0; i < texts.size(); i++) {
            Utterance said = conversation.utterances().get(i);
            boolean theirs = said.speaker() == Utterance.Speaker.CUSTOMER;
            messages.add(new Message(new MessageId("m" + i), ticket, i + 1, theirs ? Message.Kind.CUSTOMER : Message.Kind.REPLY, theirs ? "Ana Ruiz" : "Lee", said.at(), texts.get(i),
                    Message.Delivery.NONE));
        }
        return new DraftRequest(new Customer(customer, "Ana Ruiz", Optional.empty(), Optional.empty(), NOW, List.of(Address.email("ana@example.org"))),
                Ticket.opened(ticket, customer, "Question", "email", NOW), messages, Recall.NOTHING, List.of(), "Lee");
    }

    private DraftWriter writer(LanguageModel model) {
        var rules = new PersonalData(Set.of("US", "GB", "DE", "FR", "ES", "IT"), List.of());
        var means = new Drafting.Means(() -> Optional.of(model), () -> PromptTemplate.original(PromptTemplate.Name.REPLY), List::of, () -> Locale.ENGLISH);
        return new DraftWriter(new ComposedDraft(ZoneOffset.UTC), new Drafting(means, new Maskings(() -> rules), (_, _) -> Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void whatCameBeforeAStopIsKeptWithItsEntryOfTheLedger() throws Exception {
        var ledger = new Ledger(directory.resolve("ledger.jsonl"), Clock.systemUTC());
        try (var server = new RecordingModel().says("Dear Ana,\n\n", "we look into this. ", "And more.").holdAfter(2); var http = new ModelHttp(ledger)) {
            var writer = writer(new OpenAiModel(http, new ModelServer(server.url(), Optional.empty()), RecordingModel.NAME, 32_000));
            var shown = new StringBuilder();
            var reply = writer.write(request(talk(), List.of()), Wish.REPLY, new Progress() {
                @Override
                protected void more(String piece) {
                    if (shown.append(piece).toString().contains("look into this")) {
                        stop();
                    }
                }
            });
            assertEquals("Dear Ana,\n\nwe look into this.", reply.text());
            assertFalse(reply.writing().orElseThrow().whole());
            var entry = ledger.entry(reply.writing().orElseThrow().ledgerEntry()).orElseThrow();
            assertEquals(server.bodies(), List.of(entry.sending().body()));
            assertEquals("stopped", entry.ending().orElseThrow().how());
        }
    }

    private static SharedConversations talk() {
        var said = new Utterance(new MessageId("u"), Utterance.Speaker.CUSTOMER, "Ana Ruiz", NOW, "Where is my parcel?");
        return new SharedConversations(new CustomerId("c-1"), new SessionId("ticket_T-1"), List.of(said));
    }

    @Test
    void noSecretArrivesAndTheLedgerHasWhatDid() throws Exception {
        List<SharedConversations> conversations = SharedConversations.all();
        Assumptions.assumeFalse(conversations.isEmpty(), "the shared conversations are not here");
        var data = new PlantedData(SEED);
        var ledger = new Ledger(directory.resolve("ledger.jsonl"), Clock.systemUTC());
        int absent = 0;
        int secrets = 0;
        int secretsArrived = 0;
        var arrived = new ArrayList<String>();
        try (var server = new RecordingModel().says("We look into this. [2]"); var http = new ModelHttp(ledger)) {
            var writer = writer(new OpenAiModel(http, new ModelServer(server.url(), Optional.empty()), RecordingModel.NAME, 32_000));
            for (int i = 0; i < PLANTED; i += 4) {
                List<Planted> four = IntStream.range(i, i + 4).mapToObj(number -> data.planted(number % PlantedData.KINDS)).toList();
                planted.addAll(four);
                var reply = writer.write(request(conversations.get(i / 4 % conversations.size()), four), Wish.REPLY, new Progress() {
                    @Override
                    protected void more(String piece) {
                        // Nobody looks.
                    }
                });
                absent += reply.writing().orElseThrow().leftOut().messages();
                String sent = new ObjectMapper().readTree(server.bodies().getLast()).path("messages").toString();
                for (Planted one : four) {
                    secrets += one.secret() ? 1 : 0;
                    boolean there = sent.contains(one.value());
                    secretsArrived += there && one.secret() ? 1 : 0;
                    if (there) {
                        arrived.add(one.sentence());
                    }
                }
            }
            List<String> kept = ledger.entries(new TicketId("T-1"), PLANTED).reversed().stream().map(entry -> entry.sending().body()).toList();
            assertEquals(server.bodies(), kept, "the ledger has byte for byte what arrived");
            assertTrue(ledger.verify().whole(), ledger.verify()::toString);
        }
        int others = planted.size() - secrets;
        int masked = others - (arrived.size() - secretsArrived);
        System.out.printf(Locale.ROOT, "planted %d: secrets %d, arrived %d; others %d, masked %d (%.1f %%); messages left out %d%n", planted.size(), secrets, secretsArrived, others, masked,
                100.0 * masked / others, absent);
        assertEquals(0, absent, "nothing was kept back but by masking");
        assertEquals(0, secretsArrived, arrived::toString);
        assertTrue(masked >= others * 0.99, arrived::toString);
    }
}
