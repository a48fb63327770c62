package acquaint.memory.local;

import static acquaint.memory.Say.agent;
import static acquaint.memory.Say.customer;
import static acquaint.memory.Say.other;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.memory.CustomerMemory;
import acquaint.memory.CustomerMemoryContract;
import acquaint.memory.Episode;
import acquaint.memory.FlushResult;
import acquaint.memory.Forgetting;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Recall;
import acquaint.memory.RecallRequest;
import acquaint.memory.Receipt;
import acquaint.memory.Utterance;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMemoryTest implements CustomerMemoryContract {

    @TempDir
    Path folder;

    private Path home;
    private LocalMemory memory;

    @BeforeEach
    void openEmpty() throws MemoryException {
        home = folder.resolve("memory");
        memory = LocalMemory.open(home);
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Override
    public CustomerMemory memory() {
        return memory;
    }

    private void reopen() throws MemoryException {
        memory.close();
        memory = LocalMemory.open(home);
    }

    @Test
    void everythingIsThereAfterReopening() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "My name is Ana Ruiz."), customer(2, "The kettle leaks.")));
        memory.flush(ANA, FIRST);
        memory.correct(ANA, memory.profile(ANA).getFirst().id(), "Anna");
        Recall before = recallKettle(ANA);

        reopen();

        assertEquals(before.toString(), recallKettle(ANA).toString());
        assertEquals(FlushResult.NOTHING_NEW, memory.flush(ANA, FIRST));
        assertEquals("", memory.health().detail());
    }

    @Test
    void whatSomebodyElseSaysIsToldAndIsNothingOfTheCustomers() throws Exception {
        Utterance others = other(2, "Lea Berg", "My name is Lea Berg and I prefer e-mail. Our toaster burns every morning.");
        memory.remember(ANA, FIRST, List.of(customer(1, "My kettle leaks at the handle."), others));
        memory.flush(ANA, FIRST);

        assertEquals(List.of(), memory.profile(ANA));
        Episode episode = memory.episodes(ANA, 0, 10).getFirst();
        assertTrue(episode.narrative().contains("Lea Berg: ") && episode.narrative().contains("Our toaster burns"), episode.narrative());
        assertFalse(episode.summary().contains("toaster"), episode.summary());
        reopen();
        assertEquals(others, recallToaster().utterance());
    }

    private Passage recallToaster() throws Exception {
        return memory.recall(new RecallRequest(ANA, "toaster", Optional.empty(), 5)).passages().getFirst();
    }

    @Test
    void theOrderOfWhatWasSaidGoesOnAfterReopening() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(5, "The kettle leaks."), agent(6, "Let me see.")));
        reopen();
        memory.remember(ANA, FIRST, List.of(agent(7, "A new kettle has been sent.")));
        memory.flush(ANA, FIRST);

        assertEquals(Optional.of("A new kettle has been sent."), memory.episodes(ANA, 0, 1).getFirst().result());
    }

    @Test
    void aSecondProgramIsToldThatTheMemoryIsInUse() {
        MemoryException inUse = assertThrows(MemoryException.class, () -> LocalMemory.open(home).close());

        assertEquals(MemoryException.Kind.AWAY, inUse.kind());
    }

    @Test
    void aClosedMemorySaysSoAndDoesNotHang() throws Exception {
        memory.close();
        memory.close();

        assertThrows(MemoryException.class, () -> recallKettle(ANA));
        assertThrows(MemoryException.class, () -> memory.remember(ANA, FIRST, List.of(customer(1, "Hi"))));
        assertFalse(memory.health().well());
    }

    @Test
    void interruptsWhileReadingAndWritingDoNotHurtTheIndex() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        memory.flush(ANA, FIRST);
        AtomicInteger interrupted = new AtomicInteger();
        Thread victim = Thread.ofVirtual().start(() -> {
            for (int i = 2; i < 1_002; i++) {
                try {
                    recallKettle(ANA);
                    if (i % 10 == 0) {
                        memory.remember(ANA, FIRST, List.of(customer(i, "The kettle leaks.")));
                        memory.flush(ANA, FIRST);
                    }
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                } catch (MemoryException e) {
                    throw new AssertionError(e);
                }
            }
        });
        while (victim.isAlive()) {
            victim.interrupt();
            Thread.yield();
        }

        assertTrue(interrupted.get() > 10, "interrupted " + interrupted);
        for (int i = 2; i < 1_002; i += 10) {
            memory.remember(ANA, FIRST, List.of(customer(i, "The kettle leaks.")));
        }
        memory.flush(ANA, FIRST);
        assertEquals(1, recallKettle(ANA).episodes().size());
        assertTrue(memory.health().well());
        reopen();
        assertEquals(1, recallKettle(ANA).episodes().size());
    }

    @Test
    void anInterruptedCallerGetsAnInterruptedException() throws Exception {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> recallKettle(ANA));
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> memory.remember(ANA, FIRST, List.of(customer(1, "Hi"))));
        assertFalse(Thread.interrupted());
    }

    @Test
    void eightThreadsRememberFlushAndRecallAtOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                CustomerId who = new CustomerId("customer " + t % 4);
                SessionId session = new SessionId("ticket_" + t);
                all.add(threads.submit(() -> {
                    start.await();
                    for (int i = 1; i <= 12; i++) {
                        memory.remember(who, session, List.of(customer(i, "The kettle leaks."), customer(i - 1, "Again.")));
                        memory.flush(who, session);
                        assertFalse(recallKettle(who).passages().isEmpty());
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        for (int t = 0; t < 4; t++) {
            CustomerId who = new CustomerId("customer " + t);
            assertEquals(2, memory.episodes(who, 0, 10).size());
            // Also what was said right after a kettle was mentioned.
            assertEquals(26, recallKettle(who).passages().size());
        }
    }

    @Test
    void whatIsForgottenIsInNoFile() throws Exception {
        String canary = "xylocanary";
        memory.remember(ANA, FIRST, List.of(customer(1, "My e-mail address is xylocanary@example.com, the " + canary + " sings.")));
        memory.flush(ANA, FIRST);
        memory.remember(ANA, SECOND, List.of(customer(2, "I prefer e-mails about the xylocanary.")));
        memory.flush(ANA, SECOND);
        memory.remember(BEN, FIRST, List.of(agent(3, "The kettle leaks.")));
        assertTrue(filesHold(canary), "the canary is in the files before it is forgotten");

        memory.forget(new Forgetting.Session(ANA, FIRST));
        memory.forget(new Forgetting.Everything(ANA));

        assertFalse(filesHold(canary));
        assertFalse(filesHold("ana"));
        memory.close();
        assertFalse(filesHold(canary));
        assertFalse(filesHold("ana"));
    }

    @Test
    void ofAForgottenItemNothingIsLeftInWhatWasSaidOrMadeOfIt() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks. My e-mail address is xylocanary@example.com. It is blue."),
                agent(2, "We wrote to xylocanary@example.com.")));
        memory.flush(ANA, FIRST);
        memory.remember(ANA, SECOND, List.of(customer(3, "Anything new at **xylocanary@example.com**?")));
        assertEquals(List.of("xylocanary@example.com"), kept().items());

        Receipt receipt = memory.forget(new Forgetting.Item(ANA, memory.profile(ANA).getFirst().id()));

        assertEquals(List.of(), kept().items());
        assertEquals(List.of("The kettle leaks. […] It is blue.", "We wrote to […].", "Anything new at **[…]**?"),
                kept().utterances().stream().map(Kept.Utterance::text).toList());
        assertTrue(memory.episodes(ANA, 0, 10).getFirst().narrative().contains("It is blue."));
        assertFalse(filesHold("xylocanary"));
        assertEquals("MESSAGES 3, EPISODES 1, ITEMS 1, VECTORS 4, INDEX 4", receipt.lines().stream().map(line -> line.copy() + " " + line.count()).sorted(
                java.util.Comparator.comparingInt(line -> Receipt.Copy.valueOf(line.split(" ")[0]).ordinal())).collect(java.util.stream.Collectors.joining(", ")));
        assertEquals(kept().stored(), kept().indexed());
    }

    @Test
    void aForgottenTraitLeavesWhatWasSaid() throws Exception {
        for (int i = 1; i <= 2; i++) {
            memory.remember(ANA, new SessionId("ticket_" + i), List.of(customer(i, "I need to cancel my order.")));
            memory.flush(ANA, new SessionId("ticket_" + i));
        }
        ProfileItem cancels = memory.profile(ANA).getFirst();
        assertEquals(ProfileItem.Kind.TRAIT, cancels.kind());
        assertEquals(2, cancels.count());

        memory.forget(new Forgetting.Item(ANA, cancels.id()));

        assertEquals(List.of(), memory.profile(ANA));
        assertEquals("I need to cancel my order.", kept().utterances().getFirst().text());
    }

    @Test
    void whatWasSeenOnceIsNoTrait() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "I need to cancel my order."), customer(2, "I want to cancel my order, please.")));
        memory.flush(ANA, FIRST);

        assertEquals(List.of(), memory.profile(ANA));
    }

    @Test
    void aNewerWordTakesThePlaceOfTheOlderWhichStaysVisible() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "My phone number is 030 1234567. I prefer aisle seats.")));
        memory.flush(ANA, FIRST);
        memory.remember(ANA, SECOND, List.of(customer(2, "My phone number is 030 7654321. I prefer window seats.")));
        memory.flush(ANA, SECOND);

        assertEquals(List.of("030 7654321 after [030 1234567]", "I prefer window seats after [I prefer aisle seats]"), memory.profile(ANA).stream()
                .map(item -> item.text() + " after " + item.former().stream().map(ProfileItem.Former::text).toList()).sorted().toList());
        assertEquals(FIRST, memory.profile(ANA).getFirst().former().getFirst().session().orElseThrow());
    }

    @Test
    void aPauseClosesAnEpisodeAtOnceAndTheRestWaits() throws Exception {
        Utterance much = customer(2, "Now the toaster burns, too.");
        Utterance later = new Utterance(much.id(), much.speaker(), much.author(), much.at().plus(Boundaries.PAUSE), much.text());
        assertEquals(acquaint.memory.Kept.BUFFERED, memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks."))));

        assertEquals(acquaint.memory.Kept.EXTRACTED, memory.remember(ANA, FIRST, List.of(later)));

        assertEquals(List.of("The kettle leaks."), memory.episodes(ANA, 0, 10).stream().map(Episode::summary).toList());
        assertEquals(List.of(later), memory.recall(new RecallRequest(ANA, "x", Optional.of(FIRST), 5)).pending());
        assertEquals(FlushResult.EXTRACTED, memory.flush(ANA, FIRST));
        assertEquals(2, memory.episodes(ANA, 0, 10).size());
        assertEquals(FlushResult.NOTHING_NEW, memory.flush(ANA, FIRST));
        assertEquals(kept().stored(), kept().indexed());
    }

    @Test
    void copiesAreMadeDayByDayAndForgetWithTheFile() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The xylocanary sings, my e-mail address is zebrafinch@example.com.")));
        memory.remember(ANA, SECOND, List.of(customer(2, "The kettle leaks. My e-mail address is zebrafinch@example.com.")));
        memory.flush(ANA, FIRST);
        memory.flush(ANA, SECOND);
        memory.backUp(LocalDate.of(2026, 3, 1));
        memory.backUp(LocalDate.of(2026, 3, 1));
        memory.backUp(LocalDate.of(2026, 3, 2));
        assertEquals(2, copies().size());

        Receipt receipt = memory.forget(new Forgetting.Session(ANA, FIRST));
        assertTrue(receipt.lines().contains(new Receipt.Line(Receipt.Copy.BACKUPS, 2, Receipt.Fate.WITH_NEXT_BACKUP)), receipt.toString());
        memory.forget(new Forgetting.Item(ANA, memory.profile(ANA).getFirst().id()));
        assertTrue(filesHold("xylocanary") && filesHold("zebrafinch"));
        memory.backUp(LocalDate.of(2026, 3, 2));

        assertFalse(filesHold("xylocanary"));
        assertFalse(filesHold("zebrafinch"));
        for (int day = 3; day < 20; day++) {
            memory.backUp(LocalDate.of(2026, 3, day));
        }
        assertEquals(MemoryBackups.KEPT, copies().size());
    }

    @Test
    void aLogThatAKilledProgramLeftBesideACopyIsNotPlayedBack() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        memory.backUp(LocalDate.of(2026, 3, 1));
        Path backups = home.resolve("backups");
        // As VACUUM leaves it when it is killed: the log of a copy that is half rewritten.
        Path copy = Files.copy(backups.resolve("store-2026-03-01.db"), folder.resolve("half.db"));
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + copy.toUri()); var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("DROP TABLE message");
            statement.execute("VACUUM");
            statement.execute("PRAGMA cache_size = 1");
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE filler (text)");
            statement.execute("INSERT INTO filler WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT hex(randomblob(500)) FROM n");
            Files.copy(folder.resolve("half.db-journal"), backups.resolve("store.part-journal"));
            connection.rollback();
        }

        memory.forget(new Forgetting.Session(ANA, FIRST));
        memory.backUp(LocalDate.of(2026, 3, 1));

        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + backups.resolve("store-2026-03-01.db").toUri());
                var statement = connection.createStatement(); var count = statement.executeQuery("SELECT count(*) FROM message")) {
            assertEquals(0, count.getInt(1));
        }
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("backups"))) {
            return files.toList();
        }
    }

    @Test
    void aDamagedFileGoesOnFromTheNewestCopy() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "My name is Ana Ruiz.")));
        memory.flush(ANA, FIRST);
        memory.correct(ANA, memory.profile(ANA).getFirst().id(), "Anna");
        memory.backUp(LocalDate.of(2026, 3, 1));
        memory.remember(ANA, SECOND, List.of(customer(2, "The kettle leaks.")));
        memory.close();
        byte[] bytes = Files.readAllBytes(home.resolve("store.db"));
        Arrays.fill(bytes, 200, bytes.length, (byte) 7);
        Files.write(home.resolve("store.db"), bytes);
        reopen();
        untilTheIndexIsMade();

        assertEquals("Anna", memory.profile(ANA).getFirst().text());
        memory.remember(ANA, SECOND, List.of(customer(2, "The kettle leaks.")));
        assertEquals(1, recallKettle(ANA).passages().size());
        assertEquals(kept().stored(), kept().indexed());
    }

    private Kept kept() throws IOException {
        return Kept.in(home);
    }

    @Test
    void aTruncatedIndexIsMadeAgain() throws Exception {
        remade(file -> Files.write(file, new byte[] {1, 2, 3}));
    }

    @Test
    void anIndexWithOneWrongByteIsMadeAgain() throws Exception {
        remade(file -> {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);
        });
    }

    @Test
    void anIndexWithoutItsListOfSegmentsIsMadeAgain() throws Exception {
        remade(_ -> {
            try (Stream<Path> files = Files.list(index())) {
                for (Path list : files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
                    Files.delete(list);
                }
            }
        });
    }

    @Test
    void aMissingIndexIsMadeAgain() throws Exception {
        remade(_ -> {
            try (Stream<Path> files = Files.list(index())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        });
    }

    @Test
    void anIndexOfAnotherMemoryIsMadeAgain() throws Exception {
        Path other = folder.resolve("other");
        try (LocalMemory stranger = LocalMemory.open(other)) {
            stranger.remember(BEN, FIRST, List.of(customer(1, "The toaster burns."), customer(2, "It burns.")));
        }
        remade(_ -> {
            for (Path directory : List.of(index(), other.resolve("index"))) {
                try (Stream<Path> files = Files.list(directory)) {
                    for (Path file : files.toList()) {
                        if (directory.equals(index())) {
                            Files.delete(file);
                        } else {
                            Files.copy(file, index().resolve(file.getFileName()));
                        }
                    }
                }
            }
        });
        assertEquals(kept().stored(), kept().indexed());
    }

    @FunctionalInterface
    private interface Damage {
        void to(Path file) throws IOException;
    }

    private Path index() {
        return home.resolve("index");
    }

    /** Without scores, which change with the time that passes. */
    private List<String> shown() throws Exception {
        Recall recall = recallKettle(ANA);
        return Stream.concat(recall.episodes().stream().map(Episode::id), recall.passages().stream().map(passage -> passage.utterance().toString())).toList();
    }

    private void remade(Damage damage) throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        memory.flush(ANA, FIRST);
        memory.remember(ANA, SECOND, List.of(customer(2, "Another kettle leaks.")));
        List<String> before = shown();
        memory.close();
        damage.to(largest("_"));
        reopen();

        assertEquals(before, shown(), "while it is made");
        memory.remember(ANA, SECOND, List.of(customer(3, "The kettle leaks, again.")));
        assertEquals(3, recallKettle(ANA).passages().size());
        untilTheIndexIsMade();
        assertEquals(3, recallKettle(ANA).passages().size());
        assertEquals(kept().stored(), kept().indexed());
    }

    @Test
    void anIndexIsMadeAgainInPortionsAndSearchedMeanwhile() throws Exception {
        for (int i = 0; i < 40; i++) {
            SessionId session = new SessionId("ticket_" + i);
            memory.remember(ANA, session, IntStream.range(0, 30).mapToObj(n -> customer(n, "The kettle leaks.")).toList());
            memory.flush(ANA, session);
        }
        memory.close();
        damageAll();
        reopen();

        assertEquals(100, recallKettle(ANA).passages().size());
        memory.forget(new Forgetting.Session(ANA, new SessionId("ticket_7")));
        memory.remember(BEN, FIRST, List.of(customer(1, "The kettle leaks.")));
        untilTheIndexIsMade();

        assertEquals(kept().stored(), kept().indexed());
        assertEquals(39 * 31 + 1, kept().indexed().size());
    }

    private void untilTheIndexIsMade() throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (memory.health().detail().contains("%")) {
            assertTrue(System.nanoTime() < end, memory.health().detail());
            Thread.sleep(5);
        }
    }

    private void damageAll() throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("_")).toList()) {
                Files.write(file, new byte[] {0});
            }
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndMemoryStartsEmpty() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        memory.close();
        byte[] bytes = Files.readAllBytes(home.resolve("store.db"));
        Arrays.fill(bytes, 200, bytes.length, (byte) 7);
        Files.write(home.resolve("store.db"), bytes);
        reopen();

        assertTrue(recallKettle(ANA).isEmpty());
        assertTrue(memory.health().well());
        assertTrue(memory.health().detail().contains("store.db.damaged-"), memory.health().detail());
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        assertEquals(1, recallKettle(ANA).passages().size());
        assertEquals(kept().stored(), kept().indexed());
    }

    @Test
    void aFileOfANewerVersionIsRefusedAndLeftAlone() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        memory.close();
        Jdbi.create("jdbc:sqlite:" + home.resolve("store.db").toUri()).useHandle(handle -> handle.execute(
                "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql', checksum, installed_by, installed_on,"
                        + " execution_time, success FROM flyway_schema_history WHERE version = '1'"));

        assertEquals(MemoryException.Kind.REFUSED, assertThrows(MemoryException.class, () -> LocalMemory.open(home)).kind());
        assertEquals(1, kept().utterances().size());
    }

    private Path largest(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    private Recall recallKettle(CustomerId customer) throws MemoryException, InterruptedException {
        return memory.recall(new RecallRequest(customer, "kettle", Optional.empty(), 100));
    }

    private boolean filesHold(String text) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void wordsThatMatchNothingBringTheThreeNewestEpisodes() throws Exception {
        for (int i = 1; i <= 5; i++) {
            memory.remember(ANA, new SessionId("ticket_" + i), List.of(customer(i, "The kettle leaks.")));
            memory.flush(ANA, new SessionId("ticket_" + i));
        }

        assertEquals(List.of("ticket_5", "ticket_4", "ticket_3"),
                memory.recall(new RecallRequest(ANA, "zzyzx", Optional.empty(), 100)).episodes().stream()
                        .map(episode -> episode.session().value()).toList());
    }

    @Test
    void aSecondFlushRenewsTheSameEpisodeAndItsOutcome() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks.")));
        memory.flush(ANA, FIRST);
        Episode before = memory.episodes(ANA, 0, 10).getFirst();
        assertFalse(before.sources().isEmpty());

        memory.remember(ANA, FIRST, List.of(agent(2, "A new kettle has been sent.")));
        assertEquals(FlushResult.EXTRACTED, memory.flush(ANA, FIRST));

        List<Episode> after = memory.episodes(ANA, 0, 10);
        assertEquals(1, after.size());
        assertEquals(before.id(), after.getFirst().id());
        assertTrue(after.getFirst().result().orElse("").contains("has been sent"), after.toString());
    }

    @Test
    void aFactSaidTwiceHasItsNewestSource() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "My e-mail address is ana@example.com.")));
        memory.flush(ANA, FIRST);
        memory.remember(ANA, SECOND, List.of(customer(2, "Sure, my email is ANA@example.com.")));
        memory.flush(ANA, SECOND);

        ProfileItem email = memory.profile(ANA).getFirst();

        assertEquals(Optional.of(SECOND), email.session());
        assertEquals(Optional.of(customer(2, "").id()), email.source());
        assertEquals(customer(2, "").at(), email.at());
    }

    @Test
    void whatWasSaidIsFoundWordForWordAfterAFlushToo() throws Exception {
        memory.remember(ANA, FIRST, List.of(customer(1, "The kettle leaks at the handle.")));
        memory.flush(ANA, FIRST);

        assertEquals(FIRST, memory.recall(new RecallRequest(ANA, "leaking handle", Optional.empty(), 5)).passages().getFirst().session());
    }
}
