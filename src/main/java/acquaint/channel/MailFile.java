package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.model.Address;
import acquaint.model.TicketId;
import acquaint.model.UnusableMail;
import acquaint.model.UnusableMail.Fault;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads one mail from a file (RFC 5322 with MIME, as every mail program saves it). */
public final class MailFile {

    /** Larger than what mail servers pass on; in bytes. */
    static final long LONGEST = 64L << 20;
    private static final int SUBJECT = 300;
    private static final int NESTED = 20;
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final String OWN = '@' + MailName.DOMAIN;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private MailFile() {}

    /** {@link UnusableMail} says why the file cannot be used, another {@link IOException} why it cannot be read. */
    public static ReceivedMail read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnusableMail(file, Fault.FOLDER, "");
        }
        if (Files.size(file) > LONGEST) {
            throw new UnusableMail(file, Fault.TOO_LARGE, String.valueOf(LONGEST >> 20));
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return mail(file, bytes, new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (MessagingException e) {
            throw new UnusableMail(file, Fault.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    private static ReceivedMail mail(Path file, byte[] bytes, MimeMessage mail) throws MessagingException, IOException {
        InternetAddress from = sender(file, mail);
        var attached = new ArrayList<String>();
        String text = text(mail, attached, 0).replaceAll("\\r\\n?", "\n").strip();
        if (text.isEmpty() && attached.isEmpty()) {
            throw new UnusableMail(file, Fault.EMPTY, "");
        }
        String name = Optional.ofNullable(from.getPersonal()).map(MailFile::oneLine).filter(said -> !said.isEmpty()).orElse(from.getAddress());
        return new ReceivedMail(id(bytes, mail), own(mail, from), answers(mail), Address.email(from.getAddress()), name, header(mail, "Subject"), at(file, mail), text, attached);
    }

    private static InternetAddress sender(Path file, MimeMessage mail) throws MessagingException, UnusableMail {
        String header = mail.getHeader("From", ",");
        if (header == null) {
            throw new UnusableMail(file, Fault.NO_SENDER, "");
        }
        try {
            for (InternetAddress address : InternetAddress.parseHeader(header, false)) {
                if (!address.isGroup() && address.getAddress() != null && address.getAddress().matches("[^\\s@<>]+@[^\\s@<>]+")) {
                    return address;
                }
            }
        } catch (AddressException e) {
            // Said below, in the same words as for an address that is none.
        }
        throw new UnusableMail(file, Fault.BAD_SENDER, oneLine(header));
    }

    /** Mails that this desk wrote say of which ticket they are. */
    private static Optional<TicketId> own(MimeMessage mail, InternetAddress from) throws MessagingException {
        return from.getAddress().endsWith(OWN) ? header(mail, "X-Ticket").map(TicketId::new) : Optional.empty();
    }

    private static List<String> answers(MimeMessage mail) throws MessagingException {
        var names = new LinkedHashSet<String>();
        for (String header : List.of("In-Reply-To", "References")) {
            String said = mail.getHeader(header, " ");
            if (said != null) {
                names.addAll(MailName.in(MimeUtility.unfold(said)));
            }
        }
        return List.copyOf(names);
    }

    private static Optional<String> header(MimeMessage mail, String name) throws MessagingException {
        String raw = mail.getHeader(name, null);
        if (raw == null) {
            return Optional.empty();
        }
        String said = oneLine(decoded(raw));
        return Optional.of(said.length() > SUBJECT ? said.substring(0, SUBJECT) : said).filter(words -> !words.isEmpty());
    }

    private static String decoded(String raw) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException e) {
            return raw;
        }
    }

    /** When it was sent; where it does not say it in a way that can be read, when the file was written. Never later than now. */
    private static Instant at(Path file, MimeMessage mail) throws MessagingException, IOException {
        Instant now = Instant.now();
        Optional<Instant> sent = header(mail, "Date").flatMap(MailFile::time);
        Instant at = sent.isPresent() ? sent.get() : Files.getLastModifiedTime(file).toInstant();
        return at.isBefore(EARLIEST) || at.isAfter(now) ? now : at;
    }

    /** As RFC 5322 writes times, without the comment that often names the zone. */
    private static Optional<Instant> time(String date) {
        try {
            String plain = BREAKS.matcher(date.replaceAll("\\([^()]*\\)", " ")).replaceAll(" ").strip().replaceFirst("\\b(?:UTC|UT|Z)$", "GMT");
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(plain, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** By the mail's own name, so that two copies are one; by its bytes where it has none. */
    private static String id(byte[] bytes, MimeMessage mail) throws MessagingException {
        String named = mail.getMessageID();
        return "mail-" + digest(named == null || named.isBlank() ? bytes : named.strip().getBytes(UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The words of a part and of all within it; what is no text is named in {@code attached}. */
    private static String text(Part part, List<String> attached, int depth) throws MessagingException, IOException {
        boolean aside = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        if (!aside && part.isMimeType("multipart/*") && depth < NESTED && part.getContent() instanceof Multipart parts) {
            return part.isMimeType("multipart/alternative") ? plainest(parts, attached, depth) : all(parts, attached, depth);
        }
        if (!aside && part.isMimeType("text/html")) {
            return plain(words(part));
        }
        if (!aside && part.isMimeType("text/*")) {
            return words(part);
        }
        attached.add(Optional.ofNullable(part.getFileName()).map(MailFile::decoded).map(MailFile::oneLine).orElseGet(() -> type(part)));
        return "";
    }

    private static String type(Part part) {
        try {
            return oneLine(part.getContentType().replaceFirst(";.*", ""));
        } catch (MessagingException e) {
            return "?";
        }
    }

    private static String all(Multipart parts, List<String> attached, int depth) throws MessagingException, IOException {
        var words = new ArrayList<String>();
        for (int i = 0; i < parts.getCount(); i++) {
            String said = text(parts.getBodyPart(i), attached, depth + 1).strip();
            if (!said.isEmpty()) {
                words.add(said);
            }
        }
        return String.join("\n\n", words);
    }

    /** The same said in several forms: plain text where it says anything, otherwise the best that is there. */
    private static String plainest(Multipart parts, List<String> attached, int depth) throws MessagingException, IOException {
        String best = "";
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart form = parts.getBodyPart(i);
            String said = text(form, attached, depth + 1).strip();
            if (!said.isEmpty() && (best.isEmpty() || form.isMimeType("text/plain"))) {
                best = said;
            }
        }
        return best;
    }

    /** In the charset it names. Where it names none, or one that nobody knows: in UTF-8 if it is that, otherwise as older programs of the West wrote. */
    private static String words(Part part) throws MessagingException, IOException {
        String charset = new ContentType(part.getContentType()).getParameter("charset");
        try {
            if (charset != null && !charset.equalsIgnoreCase("us-ascii") && part.getContent() instanceof String words) {
                return words;
            }
        } catch (UnsupportedEncodingException e) {
            // Falls through to the bytes.
        }
        try (var in = part.getInputStream()) {
            byte[] bytes = in.readAllBytes();
            try {
                return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                return new String(bytes, Charset.forName("windows-1252"));
            }
        }
    }

    /** What a reader sees of HTML: lines where it has lines, and nothing of scripts and styles. */
    private static String plain(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.select("script, style, head").remove();
        page.select("p, div, tr, li, h1, h2, h3, h4, blockquote, pre").before("\n").after("\n");
        return page.wholeText().replaceAll("[ \\t\\u00a0]+", " ").replaceAll(" ?\\n ?", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    private static String oneLine(String words) {
        return BREAKS.matcher(words).replaceAll(" ").strip();
    }
}
