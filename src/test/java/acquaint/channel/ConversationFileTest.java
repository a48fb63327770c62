package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.channel.ConversationFile.Line;
import acquaint.model.Address;
import acquaint.model.Message;
import acquaint.model.Priority;
import acquaint.model.TicketStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationFileTest {

    private static final String GOOD = """
            {"id":"c1","channel":"chat","customer":{"id":"ana","name":"Ana Ruiz"},"messages":[{"from":"customer","at":"2026-03-03T18:00:47Z","text":"Hello"}]}""";

    @TempDir
    Path directory;

    private List<Line> read(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("file.jsonl"), content);
        var lines = new ArrayList<Line>();
        try (var conversations = ConversationFile.open(file)) {
            for (var line = conversations.next(); line.isPresent(); line = conversations.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    private List<Line> read(String content) throws IOException {
        return read(content.getBytes(UTF_8));
    }

    private String reason(String line) throws IOException {
        return assertInstanceOf(Line.Bad.class, read(line).getFirst()).reason();
    }

    private static List<Long> good(List<Line> lines) {
        return lines.stream().filter(Line.Good.class::isInstance).map(Line::number).toList();
    }

    private static List<Long> bad(List<Line> lines) {
        return lines.stream().filter(Line.Bad.class::isInstance).map(Line::number).toList();
    }

    @Test
    void everyFieldOfAConversationIsTaken() throws Exception {
        var line = read("""
                {"id": 17, "desk": "retail", "channel": "email", "subject": "Pole\\nbroken", "status": "escalated", "priority": "Urgent",
                 "assignee": "Kim", "tags": ["tent", " vip "], "unknown": {"x": 1},
                 "customer": {"id": "ana", "name": "Ana Ruiz", "email": "Ana@Example.com", "emails": ["ana@example.com", "a.ruiz@work.example"],
                              "phone": "+49 30 1234", "tier": "gold", "city": null},
                 "messages": [{"from": "customer", "at": "2026-03-03T18:00:47Z", "text": "Two\\nlines"},
                              {"from": "note", "author": "Kim", "at": "2026-03-03T19:00:47+01:00", "text": "Look at this"},
                              {"from": "agent", "at": "2026-03-03T18:00:40.5Z", "text": "Sure"}]}
                """.replace("\n ", " "));
        var conversation = assertInstanceOf(Line.Good.class, line.getFirst()).conversation();
        assertEquals(new ImportedConversation("17", "email", Optional.of("Pole broken"), Optional.of(TicketStatus.ESCALATED),
                Optional.of(Priority.URGENT), Optional.of("Kim"), List.of("tent", "vip"),
                new ImportedCustomer("ana", "Ana Ruiz",
                        List.of(Address.email("ana@example.com"), Address.email("a.ruiz@work.example"), Address.phone("+49 30 1234")),
                        Optional.of("gold"), Optional.empty()),
                List.of(new ImportedMessage(Message.Kind.CUSTOMER, Optional.empty(), Instant.parse("2026-03-03T18:00:47Z"), "Two\nlines"),
                        new ImportedMessage(Message.Kind.NOTE, Optional.of("Kim"), Instant.parse("2026-03-03T18:00:47Z"), "Look at this"),
                        new ImportedMessage(Message.Kind.REPLY, Optional.empty(), Instant.parse("2026-03-03T18:00:40.500Z"), "Sure"))),
                conversation);
    }

    @Test
    void aBadLineDoesNotKeepTheRestFromBeingRead() throws Exception {
        var lines = read(GOOD + "\nnonsense\n\n  \r\n" + GOOD + "\r\n{\"id\":\n" + GOOD);
        assertEquals(List.of(1L, 5L, 7L), good(lines));
        assertEquals(List.of(2L, 6L), bad(lines));
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        assertEquals(List.of(1L), good(read("\uFEFF" + GOOD + "\n")));
    }

    @Test
    void anEmptyFileHasNoLines() throws Exception {
        assertEquals(List.of(), read(""));
        assertEquals(List.of(), read("\n\r\n\n"));
    }

    @Test
    void textInAnotherEncodingIsNamedAsSuch() throws Exception {
        byte[] latin1 = GOOD.replace("Ana", "Áná").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals("is not UTF-8 text; save the file as UTF-8", ((Line.Bad) read(latin1).getFirst()).reason());
        assertEquals("is UTF-16 text; save the file as UTF-8", ((Line.Bad) read(GOOD.getBytes(UTF_16)).getFirst()).reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"id\":\"c1\",                  | ''                            | id is missing or empty",
        "\"id\":\"c1\"                   | \"id\":\" \"                  | id is missing or empty",
        "\"id\":\"c1\"                   | \"id\":[1]                    | id must be text, but is a list",
        "\"id\":\"c1\"                   | \"id\":\"a\\nb\"              | id must be at most 200 characters on one line",
        "\"channel\":\"chat\"            | \"status\":\"done\"           | status must be open, waiting, escalated or closed, but is \"done\"",
        "\"channel\":\"chat\"            | \"priority\":\"asap\"         | priority must be low, normal, high or urgent, but is \"asap\"",
        "\"channel\":\"chat\"            | \"tags\":[1]                  | tags must be a list of texts, but holds a number",
        "{\"id\":\"ana\",\"name\":\"Ana Ruiz\"} | \"ana\"                | customer must be an object with id and name, but is text",
        "\"id\":\"ana\",                 | ''                            | customer.id is missing or empty",
        "\"name\":\"Ana Ruiz\"           | \"email\":\"n/a\"             | customer.email must be an e-mail address, but is \"n/a\"",
        "\"from\":\"customer\"           | \"from\":\"bot\"              | messages[0].from must be customer, agent or note, but is \"bot\"",
        "\"from\":\"customer\",          | ''                            | messages[0].from must be customer, agent or note, but is missing",
        "2026-03-03T18:00:47Z            | yesterday                     | messages[0].at must be a time with its zone such as 2026-03-03T18:00:47Z, but is \"yesterday\"",
        "2026-03-03T18:00:47Z            | 2026-03-03T18:00:47           | messages[0].at must be a time with its zone such as 2026-03-03T18:00:47Z, but is \"2026-03-03T18:00:47\"",
        "2026-03-03T18:00:47Z            | +999999999-01-01T00:00:00Z    | messages[0].at must be a time with its zone such as 2026-03-03T18:00:47Z, but is \"+999999999-01-01T00:00:00Z\"",
        "Hello                           | ''                            | messages[0].text is missing or empty",
    })
    void aReasonNamesTheFieldAndWhatIsExpected(String part, String replacement, String reason) throws Exception {
        assertTrue(GOOD.contains(part), part);
        assertEquals(reason, reason(GOOD.replace(part, replacement)));
    }

    @Test
    void aReasonSaysWhenALineIsNoConversationAtAll() throws Exception {
        assertEquals("must be one conversation as a JSON object, but is a list", reason("[" + GOOD + "]"));
        assertEquals("must be one conversation as a JSON object, but is a number", reason("12"));
        assertEquals("ends in the middle of a JSON object; one line must hold one whole conversation", reason("["));
        assertEquals("ends in the middle of a JSON object; one line must hold one whole conversation",
                reason(GOOD.substring(0, GOOD.length() - 3)));
        assertTrue(reason(GOOD + GOOD).startsWith("is not valid JSON at column"), reason(GOOD + GOOD));
        assertTrue(reason("[".repeat(100_000)).startsWith("is not valid JSON"));
        assertTrue(reason("messages,from,at").startsWith("is not valid JSON"));
        assertEquals("messages must be a list with at least one message, but is empty",
                reason("{\"id\":1,\"customer\":{\"id\":2},\"messages\":[]}"));
        assertEquals("messages[0] must be an object with from, at and text, but is text",
                reason("{\"id\":1,\"customer\":{\"id\":2},\"messages\":[\"hi\"]}"));
    }

    @Test
    void aCustomerWithoutANameIsCalledByAddressOrId() throws Exception {
        String nameless = GOOD.replace(",\"name\":\"Ana Ruiz\"", "");
        assertEquals("ana", ((Line.Good) read(nameless).getFirst()).conversation().customer().name());
        String reachable = GOOD.replace("\"name\":\"Ana Ruiz\"", "\"email\":\"ANA@example.com\"");
        assertEquals("ana@example.com", ((Line.Good) read(reachable).getFirst()).conversation().customer().name());
    }

    @Test
    void aLineTooLongForMemoryIsPassedOverAndTheNextOneRead() throws Exception {
        Path file = directory.resolve("long.jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = "x".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
            out.write(('\n' + GOOD).getBytes(UTF_8));
        }
        try (var conversations = ConversationFile.open(file)) {
            assertEquals(new Line.Bad(1, "is longer than 16 MB; one line must hold one conversation"), conversations.next().orElseThrow());
            assertInstanceOf(Line.Good.class, conversations.next().orElseThrow());
            assertTrue(conversations.next().isEmpty());
        }
    }

    @Test
    void progressGrowsWithTheBytesReadAndEndsAtOne() throws Exception {
        Path file = Files.writeString(directory.resolve("file.jsonl"), (GOOD + "\n").repeat(4));
        try (var conversations = ConversationFile.open(file)) {
            assertEquals(0, conversations.fraction());
            conversations.next();
            assertEquals(0.25, conversations.fraction(), 0.001);
            while (conversations.next().isPresent()) {}
            assertEquals(1, conversations.fraction());
        }
    }

    @Test
    void aMissingFileAndAFolderAreSaidAtOnce() {
        assertThrows(NoSuchFileException.class, () -> ConversationFile.open(directory.resolve("none.jsonl")));
        assertEquals("is a folder, not a file",
                assertThrows(FileSystemException.class, () -> ConversationFile.open(directory)).getReason());
    }

    @Test
    void theSharedConversationsAreAllGood() throws Exception {
        Path file = Path.of(System.getProperty("shared.data", "../shared/data"), "conversations.jsonl");
        Assumptions.assumeTrue(Files.isReadable(file), "skipped: there is no " + file);
        int conversations = 0;
        int messages = 0;
        var customers = new HashSet<String>();
        try (var lines = ConversationFile.open(file)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                var conversation = assertInstanceOf(Line.Good.class, line.get()).conversation();
                conversations++;
                messages += conversation.messages().size();
                customers.add(conversation.customer().id());
            }
        }
        assertEquals(List.of(138, 1923, 56), List.of(conversations, messages, customers.size()));
    }
}
