package acquaint.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.TicketId;
import acquaint.privacy.LedgerCheck.Flaw;
import acquaint.privacy.LedgerCheck.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What left the machine, and that nobody can change what is said about it unnoticed. */
@Timeout(60)
class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-28T07:00:00Z");
    private static final Recipient MODEL = new Recipient("openai", URI.create("https://models.example/v1"), "some-model");
    private static final String AWKWARD = "{\"a\":\"Grüße \uD83D\uDE00 \u2028 \\n \\u0000 \\\" <CARD_1> 你好\"}\n";

    @TempDir
    Path directory;

    private Path file;
    private Path end;

    @BeforeEach
    void place() {
        file = directory.resolve("ledger.jsonl");
        end = directory.resolve("ledger.jsonl.end");
    }

    private Ledger ledger() {
        return new Ledger(file, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Ledger.Sending sending(String ticket, String body) {
        return new Ledger.Sending("draft", new TicketId(ticket), MODEL, body, 12, List.of("<CARD_1>", "<EMAIL_2>"));
    }

    private static Ledger.Ending complete() {
        return new Ledger.Ending("complete", OptionalInt.of(11), OptionalInt.of(7));
    }

    /** Ten calls, each with its ending: twenty lines. */
    private void fill() throws IOException {
        Ledger ledger = ledger();
        for (int i = 0; i < 10; i++) {
            ledger.ended(ledger.sending(sending("LF-" + i % 3, "{\"body\":" + i + "}")), complete());
        }
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private Flaw flaw() throws IOException {
        return ledger().verify().flaw().orElseThrow();
    }

    @Test
    void whatWasSentIsReadBackByteForByteWithItsEnding() throws Exception {
        Ledger ledger = ledger();
        long number = ledger.sending(sending("LF-1", AWKWARD));
        assertEquals(Optional.of(new LedgerEntry(1, NOW, sending("LF-1", AWKWARD), Optional.empty(), Optional.empty())), ledger.entry(number));

        ledger.ended(number, complete());
        assertEquals(Optional.of(new LedgerEntry(1, NOW, sending("LF-1", AWKWARD), Optional.of(complete()), Optional.of(NOW))), ledger.entry(number));
        assertEquals(Optional.empty(), ledger.entry(2), "the ending is no call of its own");
        assertEquals(Optional.empty(), ledger.entry(99));
        assertTrue(ledger.verify().whole());
    }

    @Test
    void nothingWasSentByAnEmptyLedger() throws Exception {
        assertEquals(new LedgerCheck(0, "0".repeat(64), false, Optional.empty()), ledger().verify());
        assertEquals(Optional.empty(), ledger().entry(1));
        assertEquals(List.of(), ledger().entries(new TicketId("LF-1"), 5));
        assertEquals("[\n]\n", export());
    }

    /** As the Javadoc of {@link Ledger} says, and with none of its code. */
    @Test
    void aScriptCanCheckTheChain() throws Exception {
        fill();
        String previous = "0".repeat(64);
        int number = 1;
        for (String line : lines()) {
            byte[] bytes = line.getBytes(UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(java.util.Arrays.copyOf(bytes, bytes.length - 75));
            JsonNode json = new ObjectMapper().readTree(line);
            assertEquals(number++, json.path("number").asInt());
            assertEquals(previous, json.path("previous").asText());
            previous = json.path("hash").asText();
            assertEquals(HexFormat.of().formatHex(hash), previous);
        }
        assertEquals(new LedgerCheck(20, previous, false, Optional.empty()), ledger().verify());
    }

    @Test
    void theCallsOfATicketComeNewestFirst() throws Exception {
        fill();
        List<LedgerEntry> found = ledger().entries(new TicketId("LF-0"), 3);
        assertEquals(List.of("{\"body\":9}", "{\"body\":6}", "{\"body\":3}"), found.stream().map(entry -> entry.sending().body()).toList());
        assertTrue(found.stream().allMatch(entry -> entry.ending().equals(Optional.of(complete()))));
        assertEquals(4, ledger().entries(new TicketId("LF-0"), 100).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aChangedSignAnywhereShows(long seed) throws Exception {
        fill();
        var random = new Random(seed);
        List<String> lines = lines();
        int which = random.nextInt(lines.size());
        byte[] line = lines.get(which).getBytes(UTF_8);
        int where = random.nextInt(line.length);
        line[where] = (byte) (line[where] == 'x' ? 'y' : 'x');
        lines.set(which, new String(line, UTF_8));
        write(lines);

        assertEquals(which + 1, flaw().number(), lines.get(which));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aRemovedLineShows(long seed) throws Exception {
        fill();
        List<String> lines = lines();
        int which = new Random(seed).nextInt(lines.size() - 1);
        lines.remove(which);
        write(lines);

        assertEquals(new Flaw(which + 1, Reason.REMOVED), flaw());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anInsertedLineShows(long seed) throws Exception {
        fill();
        var random = new Random(seed);
        List<String> lines = lines();
        int from = random.nextInt(10);
        int to = from + 1 + random.nextInt(lines.size() - from - 1);
        lines.add(to, lines.get(from));
        write(lines);

        assertEquals(new Flaw(to + 1, Reason.OUT_OF_PLACE), flaw());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void linesThatChangedPlacesShow(long seed) throws Exception {
        fill();
        int first = new Random(seed).nextInt(19);
        List<String> lines = lines();
        Collections.swap(lines, first, first + 1);
        write(lines);

        assertEquals(new Flaw(first + 1, Reason.REMOVED), flaw());
    }

    @Test
    void aLineThatWasMadeAnewWithAHashOfItsOwnShowsAtTheNext() throws Exception {
        fill();
        List<String> lines = lines();
        JsonNode old = new ObjectMapper().readTree(lines.get(4));
        var words = LedgerWords.sending(sending("LF-7", "{}"));
        lines.set(4, new String(LedgerLine.write(5, NOW, words, old.path("previous").asText()), UTF_8));
        write(lines);

        assertEquals(new Flaw(6, Reason.OUT_OF_PLACE), flaw());
    }

    @Test
    void whatWasChangedIsNotShownAsWhatWasSent() throws Exception {
        fill();
        Files.writeString(file, Files.readString(file).replace("{\\\"body\\\":6}", "{\\\"body\\\":0}").replaceFirst("\"ticket\":\"LF-0\"", "\"ticket\":\"\""));
        assertEquals(List.of("{\"body\":9}", "{\"body\":3}"),
                ledger().entries(new TicketId("LF-0"), 9).stream().map(entry -> entry.sending().body()).toList());
        assertEquals(Optional.empty(), ledger().entry(13));
        assertEquals(Optional.empty(), ledger().entry(1));
    }

    @Test
    void aLineCutShortInsideShows() throws Exception {
        fill();
        List<String> lines = lines();
        lines.set(7, lines.get(7).substring(0, 40));
        write(lines);

        assertEquals(new Flaw(8, Reason.UNREADABLE), flaw());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void aCutEndShowsBeforeAndAfterMoreIsWritten(int gone) throws Exception {
        fill();
        List<String> lines = lines();
        Files.writeString(file, lines.subList(0, 20 - gone).stream().map(line -> line + "\n").reduce("", String::concat));

        assertEquals(new Flaw(21 - gone, Reason.CUT), flaw());
        ledger().sending(sending("LF-1", "{}"));
        assertEquals(new Flaw(21 - gone, Reason.CUT), flaw(), "going on does not hide it");
    }

    @Test
    void aLastLineMadeAnewShows() throws Exception {
        fill();
        List<String> lines = lines();
        JsonNode old = new ObjectMapper().readTree(lines.getLast());
        lines.set(19, new String(LedgerLine.write(20, NOW, LedgerWords.ended(19, complete()).put("how", "else"), old.path("previous").asText()), UTF_8));
        write(lines);

        assertEquals(new Flaw(20, Reason.CUT), flaw());
    }

    @Test
    void withoutTheNoteOfItsEndALedgerIsNotCalledWhole() throws Exception {
        fill();
        Files.delete(end);
        assertEquals(new Flaw(21, Reason.CUT), flaw());
        ledger().sending(sending("LF-1", "{}"));
        assertEquals(new Flaw(21, Reason.CUT), flaw());
    }

    @Test
    void itGoesOnAfterARestart() throws Exception {
        fill();
        assertEquals(21, ledger().sending(sending("LF-1", "{}")));
        assertTrue(ledger().verify().whole());
        assertEquals(21, ledger().verify().lines());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 100, 200})
    void whatWasHalfWrittenWhenTheMachineStoppedStaysAndTheChainGoesOn(int written) throws Exception {
        fill();
        String torn = lines().get(18).replace("\"number\":19", "\"number\":21").substring(0, written);
        Files.writeString(file, torn, StandardOpenOption.APPEND);
        LedgerCheck before = ledger().verify();
        assertTrue(before.whole() && before.halfWritten() && before.lines() == 20, before.toString());

        assertEquals(22, ledger().sending(sending("LF-1", "{}")), "21 marks the half line");
        LedgerCheck after = ledger().verify();
        assertTrue(after.whole() && !after.halfWritten() && after.lines() == 22, after.toString());
        assertTrue(Files.readString(file).contains("\n" + torn + "\n"), "not a byte is lost");
        assertEquals("{}", ledger().entry(22).orElseThrow().sending().body());
        assertTrue(export().contains("{\"unreadable\":\""));
        assertEquals(23, new ObjectMapper().readTree(export()).size());

        Files.writeString(file, Files.readString(file).replace("\n" + torn + "\n", "\n" + torn + "!\n"));
        assertEquals(new Flaw(21, Reason.UNREADABLE), flaw(), "nor can one be changed");
    }

    @Test
    void aLineThatOnlyLacksItsLineFeedIsALine() throws Exception {
        fill();
        String all = Files.readString(file);
        Files.writeString(file, all.substring(0, all.length() - 1));

        assertEquals(21, ledger().sending(sending("LF-1", "{}")));
        assertTrue(ledger().verify().whole());
    }

    @Test
    void theMarkOfAHalfLineMayBeHalfWrittenItself() throws Exception {
        fill();
        Files.writeString(file, "{\"number\":21,\"ti\n{\"number\":21,\"time\":\"2026", StandardOpenOption.APPEND);
        ledger().sending(sending("LF-1", "{}"));
        assertTrue(ledger().verify().whole(), ledger().verify().toString());
    }

    @Test
    void aLongBodyIsFoundFromTheEnd() throws Exception {
        String body = "ä<NAME_1>\"".repeat(40_000);
        ledger().sending(sending("LF-1", body));
        ledger().sending(sending("LF-2", "{}"));
        assertEquals(body, ledger().entry(1).orElseThrow().sending().body());
        assertEquals(3, ledger().sending(sending("LF-3", "{}")));
        assertTrue(ledger().verify().whole());
    }

    @Test
    void severalThreadsWriteOneChain() throws Exception {
        Ledger ledger = ledger();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> numbers = IntStream.range(0, 24).mapToObj(i -> pool.submit(() -> {
                long number = ledger.sending(sending("LF-" + i, "{\"i\":" + i + "}"));
                ledger.ended(number, complete());
                return number;
            })).toList();
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals("{\"i\":" + i + "}", ledger.entry(numbers.get(i).get()).orElseThrow().sending().body());
            }
        }
        LedgerCheck check = ledger.verify();
        assertTrue(check.whole() && check.lines() == 48, check.toString());
    }

    @Test
    void anInterruptDoesNotKeepAnEndingFromBeingWritten() throws Exception {
        Ledger ledger = ledger();
        long number = ledger.sending(sending("LF-1", "{}"));
        Thread.currentThread().interrupt();
        ledger.ended(number, complete());
        assertTrue(Thread.interrupted(), "and is not swallowed");
        assertEquals(Optional.of(complete()), ledger.entry(number).orElseThrow().ending());
    }

    @Test
    void whereItCannotBeWrittenNothingIsSaidToBeWritten() throws Exception {
        fill();
        byte[] before = Files.readAllBytes(file);
        Files.delete(end);
        Files.createDirectories(end.resolve("in the way"));
        Ledger ledger = new Ledger(file, Clock.systemUTC());
        assertThrows(IOException.class, () -> ledger.sending(sending("LF-1", "{}")));
        assertEquals(new String(before, UTF_8), Files.readString(file));

        Files.writeString(directory.resolve("a file"), "");
        assertThrows(IOException.class, () -> new Ledger(directory.resolve("a file").resolve("ledger.jsonl"), Clock.systemUTC()).sending(sending("LF-1", "{}")));
    }

    @Test
    void aFullDiskIsSaid() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        Files.createSymbolicLink(file, Path.of("/dev/full"));
        assertThrows(IOException.class, () -> ledger().sending(sending("LF-1", "{}")));
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        fill();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(end)));
    }

    @Test
    void theExportIsAnArrayOfTheLinesAsTheyStand() throws Exception {
        fill();
        JsonNode all = new ObjectMapper().readTree(export());
        assertEquals(20, all.size());
        assertEquals("LF-0", all.at("/0/ticket").asText());
        assertFalse(all.at("/19/hash").asText().isEmpty());
        for (String line : lines()) {
            assertTrue(export().contains(line));
        }
    }

    private String export() throws IOException {
        var out = new StringWriter();
        ledger().export(out);
        return out.toString();
    }
}
