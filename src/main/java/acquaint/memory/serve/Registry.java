package acquaint.memory.serve;

import acquaint.memory.MemoryException;
import acquaint.memory.local.Ledger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the first version knows of groups, senders and itself. */
final class Registry {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/api/v1/";
    private static final String SETTINGS = "settings";
    private static final String NAME = "name";
    private static final List<String> SETTING_NAMES =
            List.of("timezone", "boundary_detection_timeout", "extraction_mode", "offline_profile_extraction_interval", "llm_custom_setting");

    private final Ledger ledger;

    Registry(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The sender's name, where one was told. */
    String sender(String id) {
        return ledger.note("senders", id).map(Registry::read).map(json -> json.path(NAME).asText("")).orElse("");
    }

    Optional<Answer> answer(Request request, Fields fields) throws MemoryException, InterruptedException {
        if (!request.path().startsWith(ROOT)) {
            return Optional.empty();
        }
        String path = request.path().substring(ROOT.length());
        String kind = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        if (!List.of("groups", "senders", SETTINGS).contains(kind)) {
            return Optional.empty();
        }
        String idField = kind.equals("groups") ? "group_id" : "sender_id";
        String id = path.length() <= kind.length() + 1 ? "" : Ids.checked(Dialect.V1, path.substring(kind.length() + 1), idField, Ids.LONGEST);
        return Optional.of(switch (request.method() + (id.isEmpty() ? "" : "/")) {
            case "POST" -> kind.equals(SETTINGS) ? unknown() : put(kind, idField, fields.id(idField), fields, false);
            case "PATCH/" -> put(kind, idField, id, fields, true);
            case "GET/" -> told(found(kind, id));
            case "GET" -> kind.equals(SETTINGS) ? told(found(SETTINGS, SETTINGS)) : unknown();
            case "PUT" -> kind.equals(SETTINGS) ? settings(fields) : unknown();
            default -> unknown();
        });
    }

    private static Answer unknown() {
        throw Problem.notFound(Dialect.V1, "Not Found");
    }

    private ObjectNode found(String kind, String id) {
        return ledger.note(kind, id).map(Registry::read).orElseThrow(() -> Problem.notFound(Dialect.V1, "not found: " + kind));
    }

    private Answer put(String kind, String idField, String id, Fields fields, boolean known) throws MemoryException, InterruptedException {
        if (known && !fields.has(NAME) && !fields.has("description")) {
            throw fields.invalid("at least one of name, description: body");
        }
        ObjectNode json = known ? found(kind, id) : ledger.note(kind, id).map(Registry::read).orElseGet(Answer::object);
        String now = Instant.now().toString();
        json.put(idField, id);
        for (String field : kind.equals("groups") ? List.of(NAME, "description") : List.of(NAME)) {
            fields.maybe(field).ifPresent(value -> json.put(field, value));
        }
        if (!json.has("created_at")) {
            json.put("created_at", now);
        }
        json.put("updated_at", now);
        ledger.note(kind, id, kind.equals("senders") ? id : "", json.toString());
        return told(json);
    }

    private Answer settings(Fields fields) throws MemoryException, InterruptedException {
        ObjectNode json = ledger.note(SETTINGS, SETTINGS).map(Registry::read).orElseGet(Answer::object);
        fields.number("boundary_detection_timeout", 0, 1, Integer.MAX_VALUE);
        fields.number("offline_profile_extraction_interval", 0, 1, Integer.MAX_VALUE);
        fields.oneOf("extraction_mode", "default", "default", "pro");
        for (String name : SETTING_NAMES) {
            if (fields.has(name)) {
                json.set(name, fields.body().get(name));
            }
        }
        ledger.note(SETTINGS, SETTINGS, "", json.toString());
        return told(json);
    }

    private static Answer told(ObjectNode json) {
        ObjectNode answer = Answer.object();
        answer.set("data", json);
        return Answer.of(200, answer);
    }

    private static ObjectNode read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node instanceof ObjectNode object ? object : Answer.object();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note of this program's own is not JSON", e);
        }
    }
}
