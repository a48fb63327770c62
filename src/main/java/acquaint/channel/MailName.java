package acquaint.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import acquaint.model.MessageId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What replies of this desk are called in mails: in a {@code Message-ID}, and so in the {@code In-Reply-To} and {@code References} of the mails that answer them (RFC 5322, 3.6.4). */
public final class MailName {

    /** The desk has no address while no mailbox is connected; RFC 2606 reserves this top-level domain for such. */
    static final String DOMAIN = "acquaint.invalid";
    private static final Pattern FIXED = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern OURS = Pattern.compile("<\\s*([A-Za-z0-9-]{1,64})@" + Pattern.quote(DOMAIN) + "\\s*>", Pattern.CASE_INSENSITIVE);

    private MailName() {}

    /** The message's id where it can stand in a header and a file name, otherwise a digest of it: the same at every attempt. */
    public static String of(MessageId id) {
        if (FIXED.matcher(id.value()).matches()) {
            return id.value();
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String header(MessageId id) {
        return '<' + of(id) + '@' + DOMAIN + '>';
    }

    /** Those of this desk that a header names, from its end: threads are written from the oldest to the newest. */
    static List<String> in(String header) {
        var names = new ArrayList<String>();
        OURS.matcher(header).results().forEach(named -> names.addFirst(named.group(1)));
        return names;
    }
}
