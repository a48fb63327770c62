package acquaint.memory.everos.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Looks at requests as exactly as the contract says. */
final class Check {

    private final Speech speech;

    Check(Speech speech) {
        this.speech = speech;
    }

    /** Version 2 of the cloud refuses fields that it does not know; the others ignore them, and a client should not send them. */
    void fields(JsonNode json, String... known) {
        for (String field : (Iterable<String>) json::fieldNames) {
            if (!Set.of(known).contains(field)) {
                throw Problem.value("extra field: " + field);
            }
        }
    }

    String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode()) {
            throw speech.speaksV1() ? Problem.missing(field) : Problem.value("Field required: " + field);
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw Problem.value("must be a text of at least one character: " + field);
        }
        return value.textValue();
    }

    String id(JsonNode json, String field) {
        String id = text(json, field);
        boolean odd = !speech.isCloud() && !speech.speaksV1() && !id.matches("[a-zA-Z0-9_.@+-]+");
        if (odd || id.length() > 128) {
            throw Problem.value("not an id: " + field);
        }
        return id;
    }

    int topK(JsonNode json) {
        int topK = json.path("top_k").asInt(-1);
        if (topK != -1 && (topK < 1 || topK > 100)) {
            throw Problem.value("top_k must be -1 or 1 to 100");
        }
        return topK == -1 ? 100 : topK;
    }

    void oneOf(JsonNode json, String field, String... allowed) {
        if (json.has(field) && !List.of(allowed).contains(json.path(field).asText())) {
            throw Problem.value("must be one of " + List.of(allowed) + ": " + field);
        }
    }

    int page(JsonNode json) {
        int page = json.path("page").asInt(1);
        if (page < 1) {
            throw Problem.value("page must be at least 1");
        }
        return page;
    }

    int pageSize(JsonNode json) {
        int size = json.path("page_size").asInt(20);
        if (size < 1 || size > 100) {
            throw Problem.value("page_size must be 1 to 100");
        }
        return size;
    }

    JsonNode messages(JsonNode json) {
        JsonNode messages = json.path("messages");
        if (!messages.isArray()) {
            throw speech.speaksV1() ? Problem.missing("messages") : Problem.value("Field required: messages");
        }
        if (messages.isEmpty() || messages.size() > 500) {
            throw Problem.value("messages must have 1 to 500 items");
        }
        return messages;
    }

    long timestamp(JsonNode message) {
        JsonNode timestamp = message.path("timestamp");
        if (!timestamp.isIntegralNumber() || timestamp.longValue() <= 0) {
            throw Problem.value("timestamp must be an integer");
        }
        if (speech == Speech.CLOUD_V2 && timestamp.longValue() < 1_000_000_000_000L) {
            throw Problem.value("Input should be greater than or equal to 1000000000000");
        }
        return timestamp.longValue();
    }

    String content(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isTextual() && !content.textValue().isEmpty()) {
            return content.textValue();
        }
        if (content.isArray() && !content.isEmpty()) {
            var text = new StringBuilder();
            content.forEach(item -> {
                oneOf(item, "type", "text", "audio", "image", "doc", "pdf", "html", "email");
                text.append(item.path("text").asText(item.path("uri").asText()));
            });
            return text.toString();
        }
        throw Problem.value("content must not be empty");
    }
}
