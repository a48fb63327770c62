package acquaint.memory.serve;

import acquaint.memory.ProfileItem;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Ids in the form that the API gives them: 24 hexadecimal digits, with a prefix for items of a profile. */
final class Ids {

    static final Pattern EPISODE = Pattern.compile("[0-9a-fA-F]{24}");
    private static final int DIGITS = 24;
    private static final String EXPLICIT = "ei_";
    private static final String TRAIT = "it_";

    private Ids() {}

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

    private static String hash(String kind, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((kind + "\0" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
