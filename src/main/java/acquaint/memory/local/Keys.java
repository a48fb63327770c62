package acquaint.memory.local;

import acquaint.memory.ProfileItem;
import acquaint.model.CustomerId;
import acquaint.model.MessageId;
import acquaint.model.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names for what the index holds, made from what it says, so that the same thing always gets the same name. They are
 * hashes: the mark that a thing was forgotten must not itself say anything about the customer.
 */
final class Keys {

    private static final int HEX_DIGITS = 32;
    private static final String EPISODE = "episode-";
    static final String REDACTED = "#redacted";

    private Keys() {}

    static String message(CustomerId customer, SessionId session, MessageId message) {
        return "message-" + hash(customer.value(), session.value(), message.value());
    }

    /** By the message that it begins with. */
    static String episode(CustomerId customer, SessionId session, MessageId first) {
        return EPISODE + hash(customer.value(), session.value(), first.value());
    }

    /** How ids of episodes begin of which only the first digits are known. */
    static String episodeBeginning(String digits) {
        return EPISODE + digits;
    }

    /** Says that what a message told of an item was taken out of it. */
    static String redacted(String messageKey) {
        return messageKey + REDACTED;
    }

    static boolean isEpisode(String key) {
        return key.startsWith(EPISODE);
    }

    /** Spelling in capitals, width and blanks makes no other item. */
    static String item(CustomerId customer, ProfileItem.Kind kind, String text) {
        return "item-" + hash(customer.value(), kind.name(), normalised(text));
    }

    /** One item as it was heard in one episode. */
    static String heard(String itemId, String episode) {
        return itemId + "-" + hash(episode);
    }

    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    private static String hash(String... parts) {
        try {
            byte[] bytes = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
