package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.model.MessageId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A reply as the text of a mail (RFC 5322, headers by RFC 2047, body as base64 UTF-8). What comes from people reaches a
 * header only encoded or checked, so that no name or subject can add a header of its own.
 */
final class MailText {

    /** The desk has no address while no mailbox is connected; RFC 2606 reserves this top-level domain for such. */
    private static final String DOMAIN = "acquaint.invalid";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\\p{L}\\p{N}.-]+");
    private static final Pattern FIXED_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String END = "\r\n";

    private MailText() {}

    static byte[] of(OutgoingReply reply) throws ChannelException {
        var mail = new StringBuilder();
        header(mail, "Message-ID", '<' + fixedId(reply.id()) + '@' + DOMAIN + '>');
        header(mail, "Date", DATE.format(reply.at().atOffset(ZoneOffset.UTC)));
        header(mail, "From", EncodedWord.phrase(reply.author()) + " <desk@" + DOMAIN + '>');
        header(mail, "To", recipient(reply));
        header(mail, "Subject", EncodedWord.text(reply.subject()));
        header(mail, "X-Ticket", EncodedWord.text(reply.ticket().value()));
        header(mail, "MIME-Version", "1.0");
        header(mail, "Content-Type", "text/plain; charset=UTF-8");
        header(mail, "Content-Transfer-Encoding", "base64");
        mail.append(END);
        mail.append(Base64.getMimeEncoder().encodeToString(reply.text().replaceAll("\\R", END).getBytes(UTF_8))).append(END);
        return mail.toString().getBytes(UTF_8);
    }

    private static void header(StringBuilder mail, String name, String value) {
        mail.append(name).append(": ").append(value).append(END);
    }

    /** A customer without an address becomes an empty group (RFC 5322, 3.4): named, and reaching nobody. */
    private static String recipient(OutgoingReply reply) throws ChannelException {
        String name = EncodedWord.phrase(reply.recipientName());
        if (reply.recipientAddress().isEmpty()) {
            return name + ":;";
        }
        String address = reply.recipientAddress().get();
        if (!ADDRESS.matcher(address).matches()) {
            throw new ChannelException("the customer's address is no e-mail address", false);
        }
        return name + " <" + address + '>';
    }

    /** The message's id where it can stand in a header and a file name, otherwise a digest of it: the same at every attempt. */
    static String fixedId(MessageId id) {
        if (FIXED_ID.matcher(id.value()).matches()) {
            return id.value();
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
