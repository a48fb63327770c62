package acquaint.memory.local;

import static acquaint.memory.CustomerMemoryContract.ANA;
import static acquaint.memory.CustomerMemoryContract.FIRST;
import static acquaint.memory.CustomerMemoryContract.SECOND;
import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.Forgetting;
import acquaint.memory.ProfileItem;
import acquaint.memory.Receipt;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of what was forgotten is left, and nothing else goes with it. */
class ForgettingTest {

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

    private void told(SessionId session, Utterance... utterances) throws Exception {
        memory.remember(ANA, session, List.of(utterances));
        memory.flush(ANA, session);
    }

    private ProfileItem only() throws Exception {
        List<ProfileItem> profile = memory.profile(ANA);
        assertEquals(1, profile.size(), profile.toString());
        return profile.getFirst();
    }

    private boolean filesHold(String text) throws IOException {
        return !holding(text).isEmpty();
    }

    private List<Path> holding(String text) throws IOException {
        var holding = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains(text)) {
                    holding.add(home.relativize(file));
                }
            }
        }
        return holding;
    }

    @Test
    void everyWordingOfAnItemGoes() throws Exception {
        told(FIRST, customer(1, "I prefer window seats over the xylocanary."), customer(2, "The kettle leaks."), customer(3, "Again: I PREFER window  seats over the xylocanary!"));
        told(SECOND, customer(4, "My email is zebrafinch@example.com."), customer(5, "Yes, you can reach me at ZebraFinch@example.com, always."));

        for (ProfileItem item : memory.profile(ANA)) {
            memory.forget(new Forgetting.Item(ANA, item.id()));
        }

        assertEquals(List.of(), memory.profile(ANA));
        assertEquals(List.of(), holding("xylocanary"));
        assertEquals(List.of(), holding("zebrafinch"));
        assertTrue(filesHold("the kettle leaks."));
    }

    @Test
    void whatAnItemTookThePlaceOfGoesWithIt() throws Exception {
        told(FIRST, customer(1, "My phone number is 030 1234567."));
        told(SECOND, customer(2, "My phone number is 030 7654321."));
        assertEquals("030 7654321", only().text());
        assertEquals(1, only().former().size());

        memory.forget(new Forgetting.Item(ANA, only().id()));

        assertEquals(List.of(), memory.profile(ANA));
        assertFalse(filesHold("1234567") || filesHold("7654321"));
    }

    @Test
    void aCorrectionThatRestsOnAForgottenTicketRestsOnAnotherOne() throws Exception {
        told(FIRST, customer(1, "My name is Ana Ruiz."));
        told(SECOND, customer(2, "Hello, my name is Ana Ruiz and the xylocanary sings."));
        memory.correct(ANA, only().id(), "Anna Ruiz");
        assertEquals(SECOND, only().session().orElseThrow());

        memory.forget(new Forgetting.Session(ANA, SECOND));

        assertEquals("Anna Ruiz", only().text());
        assertEquals(FIRST, only().session().orElseThrow());
        assertEquals("My name is Ana Ruiz.", only().evidence());
        assertFalse(filesHold("xylocanary"));

        memory.forget(new Forgetting.Session(ANA, FIRST));
        assertEquals(List.of(), memory.profile(ANA));
    }

    @Test
    void theEvidenceOfACorrectionLosesWhatIsForgotten() throws Exception {
        told(FIRST, customer(1, "My name is Ana Ruiz, my email is xylocanary@example.com."));
        ProfileItem name = memory.profile(ANA).stream().filter(item -> item.kind() == ProfileItem.Kind.NAME).findFirst().orElseThrow();
        memory.correct(ANA, name.id(), "Anna Ruiz");
        memory.backUp(LocalDate.of(2026, 3, 1));

        memory.forget(new Forgetting.Item(ANA, memory.profile(ANA).stream().filter(item -> item.kind() == ProfileItem.Kind.EMAIL).findFirst().orElseThrow().id()));
        memory.backUp(LocalDate.of(2026, 3, 1));

        assertEquals("Anna Ruiz", only().text());
        assertFalse(filesHold("xylocanary"));
    }

    @Test
    void aPartTakesTheCorrectionsOfWhatWasHeardInItAlone() throws Exception {
        told(FIRST, customer(1, "My name is Ana Ruiz."));
        memory.correct(ANA, only().id(), "Xylocanary");

        Receipt receipt = memory.forget(new Forgetting.Part(ANA, memory.episodes(ANA, 0, 1).getFirst().id()));

        assertEquals(List.of(), memory.profile(ANA));
        assertFalse(filesHold("xylocanary"));
        assertTrue(receipt.lines().contains(new Receipt.Line(Receipt.Copy.ITEMS, 2, Receipt.Fate.ERASED)), receipt.toString());
    }

    @Test
    void whatWasSaidAfterAForgottenPartIsNoLongerFoundByItsWords() throws Exception {
        Utterance first = customer(1, "The xylocanary sings.");
        told(FIRST, first, new Utterance(customer(2, "").id(), first.speaker(), first.author(), first.at().plus(Boundaries.PAUSE), "The kettle leaks."));
        assertEquals(2, memory.episodes(ANA, 0, 5).size());

        memory.forget(new Forgetting.Part(ANA, memory.episodes(ANA, 1, 1).getFirst().id()));

        assertEquals(List.of(), holding("xylocanary"));
        assertTrue(filesHold("the kettle leaks."));
    }

    /** SQLite overwrites what is deleted where it stood last; the page that a row moved away from may hold it, too. */
    @Test
    void nothingIsLeftInPagesThatRowsMovedAwayFrom() throws Exception {
        var random = new Random(1);
        var living = new ArrayList<Integer>();
        var gone = new ArrayList<String>();
        for (int i = 1; i <= 30; i++) {
            CustomerId customer = new CustomerId("customer" + i % 4);
            String filler = "It has been like that for days. ".repeat(random.nextInt(10));
            SessionId session = new SessionId("ticket_" + i);
            memory.remember(customer, session, List.of(customer(3 * i, "My kettle " + canary(i) + " leaks. " + filler), agent(3 * i + 1, "A new one has been sent."),
                    customer(3 * i + 2, "My e-mail address is " + canary(i) + "@example.org.")));
            memory.flush(customer, session);
            living.add(i);
            if (random.nextInt(3) == 0) {
                int one = living.remove(random.nextInt(living.size()));
                memory.forget(new Forgetting.Session(new CustomerId("customer" + one % 4), new SessionId("ticket_" + one)));
                gone.add(canary(one));
                String bytes = new String(Files.readAllBytes(home.resolve("store.db")), StandardCharsets.ISO_8859_1);
                assertEquals(List.of(), gone.stream().filter(bytes::contains).toList(), "after " + i);
            }
        }
    }

    private static String canary(int ticket) {
        return "canaryticket_" + ticket + "x";
    }

    @Test
    void aShortCorrectionTakesNoPartOfAnotherWordAlong() throws Exception {
        told(FIRST, customer(1, "My name is Ana Ruiz."), customer(2, "It also leaks, Al says."));
        memory.correct(ANA, only().id(), "Al");

        memory.forget(new Forgetting.Item(ANA, only().id()));

        assertEquals(List.of("[…]", "It also leaks, […] says."), Kept.in(home).utterances().stream().map(Kept.Utterance::text).toList());
    }

    @Test
    void whatIsLearnedAgainStaysInTheCopies() throws Exception {
        told(FIRST, customer(1, "My email is zebrafinch@example.com."));
        memory.forget(new Forgetting.Item(ANA, only().id()));
        told(SECOND, customer(2, "My email is zebrafinch@example.com."));
        memory.backUp(LocalDate.of(2026, 3, 1));
        told(new SessionId("ticket_3"), customer(3, "The kettle leaks."));
        memory.forget(new Forgetting.Session(ANA, new SessionId("ticket_3")));
        memory.backUp(LocalDate.of(2026, 3, 1));

        try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("backups/store-2026-03-01.db").toUri()); var statement = copy.createStatement();
                var items = statement.executeQuery("SELECT count(*) FROM item")) {
            assertEquals(1, items.getInt(1));
        }
    }

    @Test
    void aDamagedFileThatWasSetAsideGoes() throws Exception {
        told(FIRST, customer(1, "The xylocanary sings."));
        memory.close();
        Files.copy(home.resolve("store.db"), home.resolve("store.db.damaged-20260301T090000000Z"));
        Files.copy(home.resolve("store.db"), home.resolve("store.db.damaged-20260301T090000000Z-wal"));
        open();

        Receipt receipt = memory.forget(new Forgetting.Session(ANA, FIRST));

        assertTrue(receipt.lines().contains(new Receipt.Line(Receipt.Copy.DAMAGED, 1, Receipt.Fate.ERASED)), receipt.toString());
        assertFalse(filesHold("xylocanary"));
    }

    @Test
    void aReaderHoldsUpOnlyTheOverwriting() throws Exception {
        told(FIRST, customer(1, "The xylocanary sings."));
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("store.db").toUri()); var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM message").close();
            memory.forget(new Forgetting.Session(ANA, FIRST));
            assertTrue(filesHold("xylocanary"), "a reader still needs it");
            memory.remember(ANA, SECOND, List.of(agent(2, "The kettle leaks.")));
            reader.rollback();
        }

        long end = System.nanoTime() + 20_000_000_000L;
        while (filesHold("xylocanary")) {
            assertTrue(System.nanoTime() < end, "it is overwritten when nobody reads it any more");
            Thread.sleep(50);
        }
    }
}
