package acquaint.memory.serve;

import acquaint.memory.ProfileItem;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Ids in the form that the API gives them: 24 hexadecimal digits, with a prefix for items of a profile; and what other programs
 * may call their users and sessions.
 */
final class Ids {

    static final Pattern EPISODE = Pattern.compile("[0-9a-fA-F]{24}");
    static final Pattern ITEM = Pattern.compile("(?:ei|it)_[0-9a-f]{24}");
    static final Pattern OSS_EPISODE = Pattern.compile("[a-zA-Z0-9_.@+-]+_ep_\\d{8}_\\d{8}");
    static final String FORM = "String should match pattern '^[0-9a-fA-F]{24}$': ";
    static final int LONGEST = 256;
    /** Of partitions, and of all ids on servers of one's own. */
    static final int LONGEST_NAME = 128;
    /** Stands between the parts of names that this server makes, and in no id that a program may make up. */
    static final String BETWEEN = "\u00a6";
    private static final Pattern OSS = Pattern.compile("[a-zA-Z0-9_.@+-]+");
    private static final int DIGITS = 24;
    static final String EXPLICIT = "ei_";
    static final String TRAIT = "it_";

    private Ids() {}

    /** The id without blanks around it; refuses what can be none. {@code name} is of its field. */
    static String checked(Dialect dialect, String id, String name, int longest) {
        int most = dialect == Dialect.OSS ? Math.min(longest, LONGEST_NAME) : longest;
        if (id.isBlank() || id.length() > most) {
            throw Problem.invalid(dialect, "String should have 1 to " + most + " characters: " + name);
        }
        if (dialect == Dialect.OSS && (!OSS.matcher(id).matches() || id.equals(".") || id.equals(".."))) {
            throw Problem.invalid(dialect, "String should match pattern '^[a-zA-Z0-9_.@+-]+$': " + name);
        }
        if (id.contains(BETWEEN) || id.codePoints().anyMatch(Ids::isNoCharacter)) {
            throw Problem.invalid(dialect, "String should have printable characters only: " + name);
        }
        return id.strip();
    }

    /** Of a surrogate half a character was lost on the way. */
    private static boolean isNoCharacter(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    static String of(CustomerId customer) {
        return hash("customer", customer.value());
    }

    static String of(MessageId message) {
        return hash("message", message.value());
    }

    static String of(ProfileItem item) {
        return hash("item", item.id());
    }

    static String item(ProfileItem item) {
        return (item.kind() == ProfileItem.Kind.TRAIT ? TRAIT : EXPLICIT) + of(item);
    }

    static String fact(String episode, int number) {
        return hash("fact", episode + number);
    }

    static String hash(String kind, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((kind + "\0" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
