package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all dialects write alike. Nulls are never written: in one of them a null asks for what is empty. Pure. */
final class Requests {

    /** Ids may be this long in every dialect (EverOS API, session ids). */
    private static final int LONGEST_ID = 128;
    private static final int HASH_BYTES = 12;

    private Requests() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(text -> array.add(clean(text)));
        return array;
    }

    /** A text that is a text in UTF-8: half of a pair of surrogates is none. */
    static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text) ? text : replaced(text);
    }

    private static String replaced(String text) {
        var clean = new StringBuilder();
        text.codePoints().forEach(c -> clean.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
        return clean.toString();
    }

    /** An id that is not too long: its beginning and a hash of the whole. */
    static String shortened(String id) {
        String clean = clean(id);
        return clean.length() <= LONGEST_ID ? clean
                : clean.substring(0, LONGEST_ID - 2 * HASH_BYTES - 1) + "-" + hash(clean);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A text alone, or parts with a type each. */
    static JsonNode content(List<Content> content) {
        if (content.size() == 1 && content.getFirst().type() == Content.Type.TEXT) {
            return JsonNodeFactory.instance.textNode(clean(content.getFirst().text().orElse("")));
        }
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (Content one : content) {
            ObjectNode part = parts.addObject().put("type", name(one.type()));
            put(part, "text", one.text());
            put(part, "uri", one.uri());
            put(part, "name", one.name());
            put(part, "ext", one.ext());
        }
        return parts;
    }

    static void put(ObjectNode json, String field, Optional<String> value) {
        value.ifPresent(text -> json.put(field, clean(text)));
    }

    static <T> Call<T> post(String path, ObjectNode body, Call.Effect effect, Call.Reading<T> reading) {
        return new Call<>(Call.Method.POST, path, Optional.of(body), effect, reading);
    }

    static <T> Call<T> get(String path, Call.Reading<T> reading) {
        return new Call<>(Call.Method.GET, path, Optional.empty(), Call.Effect.NONE, reading);
    }

    /** The signature of an upload, which all that sign ask for in the same words. */
    static Call<Upload.Ticket> sign(String path, Upload upload) {
        ObjectNode body = object();
        body.putArray("objectList").addObject()
                .put("fileId", clean(upload.fileId())).put("fileName", clean(upload.fileName())).put("fileType", name(upload.kind()));
        return post(path, body, Call.Effect.REPEATABLE, Answers::signature);
    }
}
