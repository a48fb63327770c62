package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.MessageId;
import acquaint.model.TicketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingFolderTest {

    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?=(?:\r\n )?");

    @TempDir
    Path directory;

    private static OutgoingReply reply(String id, String subject, String name, String address, String author, String text) {
        return new OutgoingReply(new MessageId(id), new TicketId("LF-1"), subject, name, Optional.ofNullable(address),
                author, Instant.parse("2026-03-03T18:00:47Z"), text);
    }

    private static OutgoingReply plain() {
        return reply("id-1", "Your tent", "Ana Ruiz", "ana@example.com", "Kim Doe", "Hello\nAna");
    }

    private Path folder() {
        return directory.resolve("outgoing");
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(folder())) {
            return files.toList();
        }
    }

    private String delivered(OutgoingReply reply) throws Exception {
        new OutgoingFolder(folder()).deliver(reply);
        assertEquals(1, files().size());
        return Files.readString(files().getFirst());
    }

    private static String header(String mail, String name) {
        String head = mail.substring(0, mail.indexOf("\r\n\r\n")).replaceAll("\r\n ", "\u0000");
        List<String> found = head.lines().filter(line -> line.startsWith(name + ": ")).toList();
        assertEquals(1, found.size(), name);
        return found.getFirst().substring(name.length() + 2).replace("\u0000", "\r\n ");
    }

    private static String decoded(String header) {
        return WORD.matcher(header).replaceAll(word ->
                java.util.regex.Matcher.quoteReplacement(new String(Base64.getDecoder().decode(word.group(1)), UTF_8)));
    }

    private static String body(String mail) {
        return new String(Base64.getMimeDecoder().decode(mail.substring(mail.indexOf("\r\n\r\n"))), UTF_8);
    }

    @Test
    void aReplyBecomesAMailFile() throws Exception {
        String mail = delivered(plain());
        assertEquals("<id-1@acquaint.invalid>", header(mail, "Message-ID"));
        assertEquals("Tue, 3 Mar 2026 18:00:47 +0000", header(mail, "Date"));
        assertEquals("Kim Doe <desk@acquaint.invalid>", header(mail, "From"));
        assertEquals("Ana Ruiz <ana@example.com>", header(mail, "To"));
        assertEquals("Your tent", header(mail, "Subject"));
        assertEquals("Hello\r\nAna", body(mail));
        assertEquals("LF-1.id-1.eml", files().getFirst().getFileName().toString());
    }

    @Test
    void lettersOfAnyLanguageSurviveAndNoLineIsTooLong() throws Exception {
        String subject = "Zelt: Stange gebrochen – 二本目 😀 ".repeat(12).strip();
        String text = "Grüße 😀\n".repeat(200);
        String mail = delivered(reply("id-1", subject, "Zofia Wiśniewska", "zofia@example.com", "Tomás", text));
        assertEquals(subject, decoded(header(mail, "Subject")));
        assertEquals("Zofia Wiśniewska <zofia@example.com>", decoded(header(mail, "To")));
        assertEquals(text.replace("\n", "\r\n"), body(mail));
        assertTrue(mail.chars().allMatch(c -> c < 128));
        assertTrue(mail.lines().allMatch(line -> line.length() <= 100), mail);
    }

    @Test
    void noNameOrSubjectCanAddAHeader() throws Exception {
        String evil = "x\r\nBcc: everyone@example.com\r\n\r\nbody";
        String mail = delivered(reply("a\r\nBcc: b@example.com", evil, "\"><x@y.example>, Bob\r\nBcc: c@example.com", "ana@example.com",
                "Kim\nX-Evil: 1", "text"));
        assertFalse(Pattern.compile("(?im)^(bcc|x-evil):").matcher(mail).find(), mail);
        assertEquals("text", body(mail));
        assertFalse(header(mail, "To").contains("x@y.example"), mail);
        assertEquals("x Bcc: everyone@example.com body", decoded(header(mail, "Subject")));
    }

    @Test
    void anAddressThatIsNoneIsRefusedForGood() {
        for (String address : List.of("ana@example.com\r\nBcc: b@example.com", "ana@example.com, b@example.com", "+49 30 123", "a b@c", "<a@b>")) {
            var refused = assertThrows(ChannelException.class, () -> new OutgoingFolder(folder()).deliver(
                    reply("id-1", "s", "Ana", address, "Kim", "t")), address);
            assertFalse(refused.retryable());
        }
    }

    @Test
    void aCustomerWithoutAnAddressIsNamedAndNobodyReached() throws Exception {
        assertEquals("Ana Ruiz:;", header(delivered(reply("id-1", "s", "Ana Ruiz", null, "Kim", "t")), "To"));
    }

    @Test
    void theSameReplyDeliveredTwiceIsOneFileUnchanged() throws Exception {
        String first = delivered(plain());
        assertEquals(first, delivered(plain()));
        new OutgoingFolder(folder()).deliver(reply("id-2", "Your tent", "Ana Ruiz", "ana@example.com", "Kim Doe", "More"));
        assertEquals(2, files().size());
    }

    @Test
    void namesThatNoFileMayHaveStayInTheFolder() throws Exception {
        var outgoing = new OutgoingFolder(folder());
        outgoing.deliver(new OutgoingReply(new MessageId("../../escape"), new TicketId("../a/b"), "s", "Ana", Optional.empty(), "Kim",
                Instant.EPOCH, "t"));
        assertEquals(1, files().size());
        try (var all = Files.walk(directory)) {
            assertEquals(1, all.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenMayBeTriedAgain() throws Exception {
        Files.writeString(folder(), "a file where the folder should be");
        assertTrue(assertThrows(ChannelException.class, () -> new OutgoingFolder(folder()).deliver(plain())).retryable());
    }

    @Test
    void anInterruptedDeliveryLeavesNoHalfFile() throws Exception {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> new OutgoingFolder(folder()).deliver(plain()));
        Thread.interrupted();
        assertEquals(List.of(), files());
    }
}
