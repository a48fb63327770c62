package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A reply as the text of a mail (RFC 5322, headers by RFC 2047, body as base64 UTF-8). What comes from people reaches a
 * header only encoded or checked, so that no name or subject can add a header of its own.
 */
final class MailText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\\p{L}\\p{N}.-]+");
    private static final String END = "\r\n";

    private MailText() {}

    static byte[] of(OutgoingReply reply) throws ChannelException {
        var mail = new StringBuilder();
        header(mail, "Message-ID", MailName.header(reply.id()));
        header(mail, "Date", DATE.format(reply.at().atOffset(ZoneOffset.UTC)));
        header(mail, "From", EncodedWord.phrase(reply.author()) + " <desk@" + MailName.DOMAIN + '>');
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
}
