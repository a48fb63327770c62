package acquaint.memory.local;

import static acquaint.memory.CustomerMemoryContract.ANA;
import static acquaint.memory.CustomerMemoryContract.FIRST;
import static acquaint.memory.CustomerMemoryContract.SECOND;
import static acquaint.memory.Say.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Health;
import acquaint.memory.MemoryException;
import acquaint.memory.RecallRequest;
import acquaint.model.SessionId;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is damaged where the start does not look, and memories that Lucene refuses. */
class DamagedMemoryTest {

    @TempDir
    private Path home;

    private LocalMemory memory;

    @BeforeEach
    void open() throws Exception {
        memory = LocalMemory.open(home);
    }

    @AfterEach
    void close() {
        memory.close();
    }

    private int found(String words) throws Exception {
        return memory.recall(new RecallRequest(ANA, words, Optional.empty(), 10)).passages().size();
    }

    @Test
    void damageInTheMiddleIsNoticedAndMendedAtTheNextStart() throws Exception {
        for (int i = 0; i < 200; i++) {
            memory.remember(ANA, new SessionId("ticket_" + i), List.of(customer(i, "The kettle leaks. ".repeat(20))));
        }
        memory.backUp(LocalDate.of(2026, 3, 1));
        memory.close();
        long root = Jdbi.create("jdbc:sqlite:" + home.resolve("store.db").toUri()).withHandle(handle ->
                handle.select("SELECT rootpage FROM sqlite_schema WHERE name = 'message_of_session'").mapTo(Long.class).one());
        int page = Jdbi.create("jdbc:sqlite:" + home.resolve("store.db").toUri()).withHandle(handle ->
                handle.select("PRAGMA page_size").mapTo(Integer.class).one());
        try (var file = new RandomAccessFile(home.resolve("store.db").toFile(), "rw")) {
            file.seek((root - 1) * page);
            file.write(new byte[page]);
        }
        open();
        assertTrue(memory.health().well(), "the start does not look there");

        assertThrows(MemoryException.class, () -> memory.remember(ANA, new SessionId("ticket_1"), List.of(customer(500, "Again."))));
        Health ill = memory.health();
        assertFalse(ill.well());
        assertEquals(Optional.of(new Health.Damage("store.db", Optional.empty())), ill.damage());
        memory.close();
        open();

        assertTrue(memory.health().well());
        assertEquals(Optional.of("2026-03-01"), memory.health().damage().orElseThrow().copyOf());
        memory.remember(ANA, new SessionId("ticket_1"), List.of(customer(500, "Again.")));
        assertEquals(201, Kept.in(home).utterances().size());
        memory.close();
        open();
        assertEquals(Optional.empty(), memory.health().damage());
    }

    @Test
    void aMemoryThatLuceneRefusesHoldsUpNoOther() throws Exception {
        SessionId refused = new SessionId("x".repeat(40_000));
        memory.remember(ANA, refused, List.of(customer(1, "The kettle leaks.")));
        memory.remember(ANA, FIRST, List.of(customer(2, "The toaster burns.")));
        assertEquals(1, found("toaster"));
        memory.close();
        try (Stream<Path> files = Files.list(home.resolve("index"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        open();
        memory.remember(ANA, SECOND, List.of(customer(3, "A toaster, again.")));
        long end = System.nanoTime() + 20_000_000_000L;
        while (memory.health().remaking().isPresent()) {
            assertTrue(System.nanoTime() < end, "the index is made in spite of it");
            Thread.sleep(5);
        }

        assertEquals(2, found("toaster"));
        assertEquals(3, Kept.in(home).utterances().size());
    }

    @Test
    void aQuestionToAClosedMemoryIsAnsweredWithAReason() {
        memory.close();

        assertEquals(MemoryException.Kind.AWAY, assertThrows(MemoryException.class, () -> found("toaster")).kind());
    }
}
