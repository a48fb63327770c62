package acquaint.memory.everos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of customers, sessions and senders as a service takes them. Different ids stay different, the same id stays the same. */
final class Ids {

    /** The shortest of the limits that the contract names for session and owner ids. */
    static final int MOST = 128;

    private static final int HASH = 32;

    private Ids() {}

    /** As it is; shortened where it is too long. */
    static String plain(String id) {
        return fitting(id, WellFormed.of(required(id)));
    }

    /**
     * In the letters that a self-hosted server takes, {@code [a-zA-Z0-9_.@-]}: any other becomes a plus and two hex digits
     * for each of its UTF-8 bytes, and so does the plus itself.
     */
    static String escaped(String id) {
        var written = new StringBuilder();
        boolean dots = required(id).equals(".") || id.equals("..");
        for (byte each : WellFormed.of(id).getBytes(UTF_8)) {
            if (isAllowed(each) && !dots) {
                written.append((char) each);
            } else {
                written.append('+').append(HexFormat.of().toHexDigits(each));
            }
        }
        return fitting(id, written.toString());
    }

    private static boolean isAllowed(byte letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9'
                || letter == '_' || letter == '.' || letter == '@' || letter == '-';
    }

    /** An empty id means "records without one" in a deletion, which nobody ever wants here. */
    private static String required(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an id must not be empty");
        }
        return id;
    }

    /** {@code written} where it says all of {@code id} in few enough letters, else its beginning and a hash of the whole. */
    private static String fitting(String id, String written) {
        if (written.length() <= MOST && WellFormed.is(id)) {
            return written;
        }
        int end = Math.min(written.length(), MOST - HASH - 1);
        if (Character.isHighSurrogate(written.charAt(end - 1))) {
            end--;
        }
        return written.substring(0, end) + '-' + hash(id);
    }

    private static String hash(String id) {
        // Letter by letter, since an encoder would make all halves of surrogate pairs the same.
        ByteBuffer letters = ByteBuffer.allocate(id.length() * Character.BYTES);
        letters.asCharBuffer().put(id);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(letters.array())).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
