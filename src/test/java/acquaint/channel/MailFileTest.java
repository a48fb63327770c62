package acquaint.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acquaint.model.TicketId;
import acquaint.model.UnusableMail;
import acquaint.model.UnusableMail.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as mail programs keep them. */
class MailFileTest {

    @TempDir
    Path directory;

    private ReceivedMail read(String mail) throws Exception {
        Path file = directory.resolve("a.eml");
        Files.writeString(file, mail.replace("\n", "\r\n"), ISO_8859_1);
        return MailFile.read(file);
    }

    private Fault refusal(String mail) {
        return assertThrows(UnusableMail.class, () -> read(mail)).fault();
    }

    @Test
    void aPlainMailIsWhoWhenAndWhat() throws Exception {
        ReceivedMail mail = read("""
                From: =?UTF-8?Q?Zofia_Wi=C5=9Bniewska?= <Zofia@Example.org>
                To: desk@example.com
                Subject: =?UTF-8?B?S2V0dGxlIOKYlQ==?=
                 leaks
                Date: Tue, 3 Mar 2026 19:00:47 +0100
                Message-ID: <1@example.org>
                Content-Type: text/plain; charset=ISO-8859-1
                Content-Transfer-Encoding: quoted-printable

                It leaks at the caf=E9.

                Zofia
                """);
        assertEquals("zofia@example.org", mail.from().value());
        assertEquals("Zofia Wiśniewska", mail.name());
        assertEquals(Optional.of("Kettle ☕ leaks"), mail.subject());
        assertEquals(Instant.parse("2026-03-03T18:00:47Z"), mail.at());
        assertEquals("It leaks at the café.\n\nZofia", mail.text());
        assertEquals(List.of(), mail.attached());
        assertEquals(Optional.empty(), mail.ticket());
    }

    @Test
    void ofTheSameInSeveralFormsThePlainOneIsRead() throws Exception {
        ReceivedMail mail = read("""
                From: ana@example.org
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/html

                <p>It <b>leaks</b></p>
                --a
                Content-Type: text/plain

                It leaks
                --a--
                --m
                Content-Type: image/png
                Content-Disposition: attachment; filename="=?UTF-8?Q?f=C3=BCr_Sie.png?="
                Content-Transfer-Encoding: base64

                AAAA
                --m--
                """);
        assertEquals("It leaks", mail.text());
        assertEquals(List.of("für Sie.png"), mail.attached());
        assertEquals("ana@example.org", mail.name());
        assertEquals(Optional.empty(), mail.subject());
    }

    @Test
    void ofHtmlAloneTheWordsAreReadAndNothingElse() throws Exception {
        assertEquals("Hello,\n\nit leaks & drips.\nAna", read("""
                From: ana@example.org
                Content-Type: text/html; charset=x-unheard-of

                <html><head><title>T</title><style>p {}</style></head><body><script>alert(1)</script>
                <p>Hello,</p><p>it&nbsp;leaks &amp; drips.<br>Ana</p><img src="http://example.org/seen.png"></body></html>
                """).text());
    }

    @Test
    void wordsWithoutACharsetAreReadAsWhatTheyAre() throws Exception {
        String utf8 = new String("It flickers 💡 – and drips".getBytes(java.nio.charset.StandardCharsets.UTF_8), ISO_8859_1);
        assertEquals("It flickers 💡 – and drips", read("From: a@b.example\n\n" + utf8 + "\n").text());
        assertEquals("It flickers 💡 – and drips", read("From: a@b.example\nContent-Type: text/plain; charset=us-ascii\n\n" + utf8 + "\n").text());
        assertEquals("It leaks at the café", read("From: a@b.example\n\nIt leaks at the caf\u00e9\n").text());
    }

    @Test
    void theSameMailHasTheSameNameAndAnotherHasAnother() throws Exception {
        String mail = "From: a@b.example\nMessage-ID: <%s>\n\n%s\n";
        assertEquals(read(mail.formatted("1@x", "one")).id(), read(mail.formatted("1@x", "one, passed on")).id());
        assertNotEquals(read(mail.formatted("1@x", "one")).id(), read(mail.formatted("2@x", "one")).id());
        assertNotEquals(read("From: a@b.example\n\none\n").id(), read("From: a@b.example\n\ntwo\n").id());
    }

    @Test
    void aMailThatTheDeskWroteSaysOfWhichTicketItIs() throws Exception {
        String mail = "From: Noor <%s>\nX-Ticket: T-7\n\nHello\n";
        assertEquals(Optional.of(new TicketId("T-7")), read(mail.formatted("desk@acquaint.invalid")).ticket());
        assertEquals(Optional.empty(), read(mail.formatted("somebody@example.org")).ticket(), "nobody else may say so");
    }

    @Test
    void timesAreReadAsMailProgramsWriteThem() throws Exception {
        for (String date : List.of("Tue, 3 Mar 2026 18:00:47 GMT", "3 Mar 2026 19:00:47 +0100 (CET)", "Tue,  3 Mar 2026 18:00:47 UT")) {
            assertEquals(Instant.parse("2026-03-03T18:00:47Z"), read("From: a@b.example\nDate: " + date + "\n\nHello\n").at(), date);
        }
    }

    @Test
    void aTimeThatCannotBeIsNow() throws Exception {
        Instant before = Instant.now();
        Instant at = read("From: a@b.example\nDate: Tue, 3 Mar 2626 19:00:47 +0100\n\nHello\n").at();
        assertTrue(!at.isBefore(before.minusSeconds(1)) && !at.isAfter(Instant.now()), at::toString);
    }

    @Test
    void whatIsNoMailIsRefusedWithAReason() throws Exception {
        assertEquals(Fault.NO_SENDER, refusal(""));
        assertEquals(Fault.NO_SENDER, refusal("PK\u0003\u0004 no mail"));
        assertEquals(Fault.BAD_SENDER, refusal("From: nobody\n\nHello\n"));
        assertEquals(Fault.BAD_SENDER, refusal("From: undisclosed:;\n\nHello\n"));
        assertEquals(Fault.EMPTY, refusal("From: a@b.example\n\n\n"));
        var folder = assertThrows(UnusableMail.class, () -> MailFile.read(directory));
        assertEquals(Fault.FOLDER, folder.fault());
        assertEquals("is a folder, not a file", folder.getReason(), "for a terminal");
        assertEquals("nobody", assertThrows(UnusableMail.class, () -> read("From: nobody\n\nHello\n")).part());
    }

    @Test
    void brokenMimeStillShowsItsWords() throws Exception {
        String text = read("""
                From: a@b.example
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/plain

                Cut off in the mid
                """).text();
        assertTrue(text.contains("Cut off in the mid"), text);
    }
}
