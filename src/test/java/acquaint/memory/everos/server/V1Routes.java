package acquaint.memory.everos.server;

import static acquaint.memory.everos.server.EverOsServer.json;
import static acquaint.memory.everos.server.EverOsServer.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;

/** Cloud v1, and what came before 1.0: {@code /api/v1/memories}. */
final class V1Routes {

    private final EverOsServer server;
    private final State state;
    private final Check check;

    V1Routes(EverOsServer server) {
        this.server = server;
        this.state = server.state;
        this.check = new Check(server.speech);
    }

    MockResponse handle(String method, String path, JsonNode body) {
        if (method.equals("GET") && path.startsWith("/api/v1/tasks/")) {
            return task(path.substring("/api/v1/tasks/".length()));
        }
        return switch (path) {
            case "/api/v1/memories" -> add(body);
            case "/api/v1/memories/flush" -> flush(body);
            case "/api/v1/memories/search" -> search(body);
            case "/api/v1/memories/get" -> get(body);
            case "/api/v1/memories/delete" -> delete(body);
            case "/api/v1/object/sign" -> Storage.sign(server, body);
            case "/upload" -> new MockResponse.Builder().code(204).build();
            default -> throw new Problem(404, "HTTP_ERROR", "Not Found");
        };
    }

    private MockResponse add(JsonNode body) {
        check.fields(body, "user_id", "session_id", "messages", "async_mode");
        String user = check.id(body, "user_id");
        String session = check.id(body, "session_id");
        var messages = new ArrayList<Spoken>();
        for (JsonNode message : check.messages(body)) {
            check.fields(message, "role", "timestamp", "content", "sender_id");
            String role = check.text(message, "role");
            check.oneOf(message, "role", "user", "assistant");
            messages.add(new Spoken(user, session, role, role.equals("user") ? user : "assistant", "", check.timestamp(message), check.content(message)));
        }
        ObjectNode answer = object();
        ObjectNode data = answer.putObject("data").put("message_count", messages.size());
        if (body.path("async_mode").asBoolean(true)) {
            String id = state.number("task_");
            state.queue(id, session, messages, System.currentTimeMillis() + server.processing.toMillis());
            data.put("task_id", id).put("status", "queued").put("message", "Message accepted and queued for processing");
            return json(202, answer);
        }
        state.accept(user, session, messages);
        data.put("task_id", "").put("status", "accumulated").put("message", "Messages accepted");
        return json(200, answer);
    }

    private MockResponse flush(JsonNode body) {
        check.fields(body, "user_id", "session_id");
        boolean extracted = state.flush(check.id(body, "user_id"), check.id(body, "session_id"), System.currentTimeMillis() + server.indexLag.toMillis());
        ObjectNode answer = object();
        answer.putObject("data").put("request_id", "").put("status", extracted ? "extracted" : "no_extraction").put("message", "Flush completed");
        return json(200, answer);
    }

    private MockResponse task(String id) {
        State.Task task = state.tasks.get(id);
        if (task == null) {
            throw new Problem(404, "NotFound", "unknown task");
        }
        ObjectNode answer = object();
        answer.putObject("data").put("task_id", id).put("status", task.done ? "success" : "processing");
        return json(200, answer);
    }

    private static String scope(JsonNode filters) {
        if (!filters.hasNonNull("user_id")) {
            throw new Problem(400, "InvalidParameter", "filters must contain at least one of 'user_id' or 'group_id' at first level");
        }
        return filters.path("user_id").asText();
    }

    private static Optional<String> session(JsonNode filters) {
        return Optional.ofNullable(filters.path("session_id").textValue());
    }

    private MockResponse search(JsonNode body) {
        check.fields(body, "query", "filters", "memory_types", "method", "top_k", "radius", "include_original_data");
        String query = check.text(body, "query");
        String user = scope(body.path("filters"));
        Optional<String> session = session(body.path("filters"));
        int topK = check.topK(body);
        check.oneOf(body, "method", "keyword", "vector", "hybrid", "agentic");
        String method = body.path("method").asText("hybrid");
        List<String> types = new ArrayList<>();
        body.path("memory_types").forEach(type -> {
            if (!List.of("episodic_memory", "profile", "raw_message", "agent_memory").contains(type.asText())) {
                throw Problem.value("unknown memory type");
            }
            types.add(type.asText());
        });
        ObjectNode answer = object();
        ObjectNode data = answer.putObject("data");
        data.putObject("query").put("text", query).put("method", method);
        ArrayNode episodes = data.putArray("episodes");
        if (types.contains("episodic_memory")) {
            state.cells(user).stream().filter(cell -> session.map(cell.session::equals).orElse(true))
                    .filter(cell -> cell.searchableAt <= System.currentTimeMillis())
                    .filter(cell -> !method.equals("keyword") || State.score(query, cell) > 0.1)
                    .sorted((a, b) -> Double.compare(State.score(query, b), State.score(query, a))).limit(topK)
                    .forEach(cell -> episode(episodes.addObject(), cell).put("score", State.score(query, cell)));
        }
        ArrayNode profiles = data.putArray("profiles");
        if (types.contains("profile") && !method.equals("keyword")) {
            profile(profiles, user, server.profileHits);
        }
        ArrayNode raw = data.putArray("raw_messages");
        if (types.contains("raw_message")) {
            // The pending buffer of the sender, of all sessions.
            state.bufferedOf(user).stream().filter(m -> server.listsAgents || m.role().equals("user")).forEach(m -> pending(raw.addObject(), m));
        }
        data.putNull("agent_memory");
        data.putNull("original_data");
        return json(200, answer);
    }

    private void pending(ObjectNode json, Spoken message) {
        json.put("id", state.number("")).put("request_id", "req").put("session_id", message.session()).put("sender_id", message.sender());
        json.putArray("content_items").addObject().put("type", "text").put("text", message.content());
        String at = Instant.ofEpochMilli(message.timestamp()).toString().replace("Z", "+00:00");
        json.put("timestamp", at).put("created_at", at).put("updated_at", at);
    }

    private static ObjectNode episode(ObjectNode json, Cell cell) {
        json.put("id", cell.id).put("user_id", cell.user).putNull("group_id").put("session_id", cell.session)
                .put("timestamp", cell.at.toString().replace("Z", "")).put("summary", cell.summary).put("subject", cell.subject)
                .put("episode", cell.narrative).put("type", "Conversation").put("parent_type", "memcell").put("parent_id", cell.cellId);
        json.putArray("participants").add(cell.user).add("assistant");
        ArrayNode facts = json.putArray("atomic_facts");
        cell.facts().forEach(fact -> facts.addObject().put("id", "f").put("atomic_fact", fact));
        return json;
    }

    private void profile(ArrayNode profiles, String user, boolean hits) {
        List<Item> items = state.profile(user);
        if (hits) {
            items.forEach(item -> profiles.addObject().put("id", "p1").put("user_id", user).put("scenario", "solo").put("score", 0.5)
                    .putObject("profile_data").put("item_type", "explicit_info").put("embed_text", item.category + ": " + item.description));
        } else if (!items.isEmpty()) {
            ObjectNode data = profiles.addObject().put("id", "p1").put("user_id", user).put("scenario", "solo").putObject("profile_data");
            ArrayNode explicit = data.putArray("explicit_info");
            items.forEach(item -> {
                ArrayNode sources = explicit.addObject().put("category", item.category).put("description", item.description)
                        .put("evidence", item.evidence).putArray("sources");
                item.sources.forEach(cell -> sources.add(cell.at.toString().substring(0, 16).replace('T', ' ') + "|" + cell.cellId));
            });
            data.putArray("implicit_traits");
        }
    }

    private MockResponse get(JsonNode body) {
        check.fields(body, "memory_type", "filters", "page", "page_size", "rank_by", "rank_order");
        String user = scope(body.path("filters"));
        Optional<String> session = session(body.path("filters"));
        String type = check.text(body, "memory_type");
        int page = check.page(body);
        int size = check.pageSize(body);
        ObjectNode answer = object();
        ObjectNode data = answer.putObject("data");
        ArrayNode episodes = data.putArray("episodes");
        ArrayNode profiles = data.putArray("profiles");
        data.putArray("agent_cases");
        data.putArray("agent_skills");
        int total;
        if (type.equals("episodic_memory")) {
            List<Cell> cells = state.cells(user).stream().filter(cell -> session.map(cell.session::equals).orElse(true)).toList();
            total = cells.size();
            cells.stream().skip((page - 1L) * size).limit(size).forEach(cell -> {
                ObjectNode json = episode(episodes.addObject(), cell);
                json.remove("atomic_facts");
                json.putArray("sender_ids").add(cell.user);
            });
        } else if (type.equals("profile")) {
            if (page == 1) {
                profile(profiles, user, false);
            }
            total = profiles.size();
        } else {
            throw Problem.value("unknown memory type");
        }
        data.put("total_count", total).put("count", episodes.size() + profiles.size());
        return json(200, answer);
    }

    private MockResponse delete(JsonNode body) {
        check.fields(body, "memory_id", "user_id", "group_id", "session_id", "sender_id");
        boolean byId = body.has("memory_id");
        if (byId == body.has("user_id")) {
            throw Problem.value("either memory_id or a scope");
        }
        if (byId) {
            state.delete(cell -> cell.cellId.equals(body.path("memory_id").asText()));
        } else {
            String user = check.id(body, "user_id");
            state.delete(cell -> cell.user.equals(user) && (!body.has("session_id") || cell.session.equals(body.path("session_id").asText())));
        }
        return new MockResponse.Builder().code(204).build();
    }
}
