package acquaint.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A line of a ledger as a link of its chain. {@code fits}: its hash is that of its content. */
record LedgerLine(long number, String kind, String previous, String hash, boolean fits, JsonNode json) {

    /** What the first line follows. */
    static final String NOTHING = "0".repeat(64);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASH = ",\"hash\":\"";
    private static final int TAIL = HASH.length() + NOTHING.length() + 2;

    /** The bytes of a line without its line feed. */
    static byte[] write(long number, Instant time, ObjectNode words, String previous) {
        ObjectNode line = JSON.createObjectNode().put("number", number).put("time", time.toString());
        line.setAll(words);
        line.put("previous", previous);
        String open = line.toString();
        // By way of bytes, since half a character has none of its own.
        byte[] content = open.substring(0, open.length() - 1).getBytes(UTF_8);
        byte[] tail = (HASH + sha256(content) + "\"}").getBytes(UTF_8);
        byte[] whole = Arrays.copyOf(content, content.length + tail.length);
        System.arraycopy(tail, 0, whole, content.length, tail.length);
        return whole;
    }

    /** Empty where this is no line of a ledger. */
    static Optional<LedgerLine> read(byte[] line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json == null || !json.path("number").isIntegralNumber() || !json.path("kind").isTextual() || !json.path("previous").isTextual()
                    || !json.path("hash").isTextual()) {
                return Optional.empty();
            }
            String hash = json.path("hash").asText();
            return Optional.of(new LedgerLine(json.path("number").asLong(), json.path("kind").asText(), json.path("previous").asText(), hash,
                    fits(line, hash), json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean fits(byte[] line, String hash) {
        if (line.length <= TAIL) {
            return false;
        }
        String tail = new String(line, line.length - TAIL, TAIL, UTF_8);
        return tail.equals(HASH + hash + "\"}") && sha256(Arrays.copyOf(line, line.length - TAIL)).equals(hash);
    }

    Instant time() {
        return Instant.parse(json.path("time").asText());
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
