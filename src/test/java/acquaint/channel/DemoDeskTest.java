package acquaint.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.Message;
import acquaint.model.TicketStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDeskTest {

    private static final Instant NOW = Instant.parse("2031-02-03T10:15:30.123Z");

    @TempDir
    Path directory;

    private final List<ImportedConversation> desk = new ArrayList<>();

    @BeforeEach
    void read() throws Exception {
        Path file = directory.resolve("demo.jsonl");
        DemoDesk.write(file, NOW, "Kim Doe");
        assertFalse(Files.readString(file).contains("@me"));
        try (var lines = ConversationFile.open(file)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                desk.add(assertInstanceOf(ConversationFile.Line.Good.class, line.get(), line.toString()).conversation());
            }
        }
    }

    @Test
    void theDeskLooksFreshWheneverItIsOpened() {
        Instant newest = desk.stream().flatMap(c -> c.messages().stream()).map(ImportedMessage::at).max(Instant::compareTo).orElseThrow();
        assertTrue(newest.isBefore(NOW) && newest.isAfter(NOW.minus(Duration.ofHours(1))), newest.toString());
    }

    @Test
    void eachConversationRunsForwardInTime() {
        for (var conversation : desk) {
            List<Instant> times = conversation.messages().stream().map(ImportedMessage::at).toList();
            assertEquals(times.stream().sorted().toList(), times, conversation.id());
        }
    }

    @Test
    void everyStateOfAQueueIsThereToBeSeen() {
        var states = EnumSet.noneOf(TicketStatus.class);
        desk.forEach(conversation -> states.add(conversation.status().orElseThrow()));
        assertEquals(EnumSet.allOf(TicketStatus.class), states);
        assertTrue(desk.stream().anyMatch(c -> isOpen(c) && c.assignee().equals(Optional.of("Kim Doe"))), "mine");
        assertTrue(desk.stream().anyMatch(c -> isOpen(c) && c.assignee().isEmpty()), "unassigned");
        assertTrue(desk.stream().anyMatch(c -> c.messages().size() == 30), "a long one");
        assertEquals(9, new HashSet<>(desk.stream().map(c -> c.customer().id()).toList()).size());
        assertEquals(desk.size(), new HashSet<>(desk.stream().map(ImportedConversation::id).toList()).size());
    }

    @Test
    void whoSpokeLastFitsTheState() {
        for (var conversation : desk) {
            var spoken = conversation.messages().stream().map(ImportedMessage::kind).filter(kind -> kind != Message.Kind.NOTE).toList();
            switch (conversation.status().orElseThrow()) {
                case OPEN -> assertEquals(Message.Kind.CUSTOMER, spoken.getLast(), conversation.id());
                case WAITING -> assertEquals(Message.Kind.REPLY, spoken.getLast(), conversation.id());
                default -> assertTrue(spoken.size() > 0, conversation.id());
            }
        }
    }

    private static boolean isOpen(ImportedConversation conversation) {
        return conversation.status().orElseThrow() != TicketStatus.CLOSED;
    }
}
