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
import java.util.Set;
import mockwebserver3.MockResponse;

/** Cloud v2 and the self-hosted servers from 1.0 on: {@code /memory/...}. */
final class V2Routes {

    private static final Set<String> FILTERS = Set.of("session_id", "parent_type", "parent_id", "timestamp", "sender_id", "AND", "OR");

    private final EverOsServer server;
    private final State state;
    private final Check check;
    private final boolean cloud;

    V2Routes(EverOsServer server) {
        this.server = server;
        this.state = server.state;
        this.check = new Check(server.speech);
        this.cloud = server.speech == Speech.CLOUD_V2;
    }

    MockResponse handle(String method, String path, String session, JsonNode body) {
        if (path.equals("/upload")) {
            return new MockResponse.Builder().code(204).build();
        }
        boolean v2 = path.startsWith("/api/v2/");
        if (cloud ? !v2 : !(path.startsWith("/api/v1/") || v2 && server.speech == Speech.SELF_HOSTED)) {
            throw new Problem(404, "NOT_FOUND", "Not Found");
        }
        String route = path.substring("/api/v2".length());
        if (cloud) {
            Optional<MockResponse> own = cloud(method, route, session, body);
            if (own.isPresent()) {
                return own.get();
            }
        }
        boolean deletes = server.speech != Speech.SELF_HOSTED_EARLY;
        return switch (route) {
            case "/memory/add" -> add(body);
            case "/memory/flush" -> flush(body);
            case "/memory/search" -> search(body);
            case "/memory/get" -> get(body);
            case "/memory/delete" -> deletes ? delete(body) : unknown();
            case "/memory/delete_by_ids" -> deletes ? deleteByIds(body) : unknown();
            case "/knowledge/search" -> cloud ? unknown() : articles(true);
            default -> unknown();
        };
    }

    private static MockResponse unknown() {
        throw new Problem(404, "NOT_FOUND", "Not Found");
    }

    private Optional<MockResponse> cloud(String method, String route, String session, JsonNode body) {
        if (method.equals("GET")) {
            return Optional.of(tasks(route, session));
        }
        return switch (route) {
            case "/memory/edit" -> Optional.of(edit(body));
            case "/memory/update" -> Optional.of(update(body));
            case "/memory/tag/bind", "/memory/tag/unbind", "/memory/tag/replace" -> Optional.of(tag(route, body));
            case "/object/sign" -> Optional.of(Storage.sign(server, body));
            case "/knowledge_bases/kb_1/search" -> Optional.of(articles(false));
            default -> Optional.empty();
        };
    }

    private static ObjectNode enveloped(ObjectNode answer) {
        return answer.put("request_id", "0123456789abcdef0123456789abcdef").putObject("data");
    }

    private MockResponse add(JsonNode body) {
        check.fields(body, cloud ? new String[] {"session_id", "messages", "async_mode", "app_id", "project_id"}
                : new String[] {"session_id", "messages", "defer_extraction", "app_id", "project_id"});
        String session = check.id(body, "session_id");
        var messages = new ArrayList<Spoken>();
        for (JsonNode message : check.messages(body)) {
            check.fields(message, "sender_id", "sender_name", "role", "timestamp", "content", "tool_calls", "tool_call_id");
            check.oneOf(message, "role", "user", "assistant", "tool");
            String sender = check.id(message, "sender_id");
            messages.add(new Spoken(sender, session, check.text(message, "role"), sender, message.path("sender_name").asText(),
                    check.timestamp(message), check.content(message)));
        }
        ObjectNode answer = object();
        String id = state.number("r");
        if (cloud && body.path("async_mode").asBoolean(true)) {
            state.queue(server.taskIdsOfRequests ? id : "t" + id, session, messages, System.currentTimeMillis() + server.processing.toMillis());
            answer.put("request_id", id).putObject("data").put("message_count", messages.size()).put("status", "queued");
            return json(202, answer);
        }
        state.accept("", session, messages);
        answer.put("request_id", id).putObject("data").put("message_count", messages.size()).put("status", "accumulated");
        return json(200, answer);
    }

    private MockResponse flush(JsonNode body) {
        check.fields(body, "session_id", "app_id", "project_id");
        boolean extracted = state.flush("", check.id(body, "session_id"), System.currentTimeMillis() + server.indexLag.toMillis());
        ObjectNode answer = object();
        enveloped(answer).put("status", extracted ? "extracted" : "no_extraction");
        return json(200, answer);
    }

    private Optional<String> filter(JsonNode body) {
        body.path("filters").fieldNames().forEachRemaining(field -> {
            if (!FILTERS.contains(field)) {
                throw Problem.value("unknown filter: " + field);
            }
        });
        return Optional.ofNullable(body.path("filters").path("session_id").textValue());
    }

    private MockResponse search(JsonNode body) {
        check.fields(body, "user_id", "agent_id", "query", "method", "top_k", "radius", "min_score", "include_profile", "enable_llm_rerank",
                "filters", "app_id", "project_id");
        String user = check.id(body, "user_id");
        String query = check.text(body, "query");
        int topK = check.topK(body);
        check.oneOf(body, "method", "keyword", "vector", "hybrid", "agentic");
        String method = body.path("method").asText("hybrid");
        Optional<String> session = filter(body);
        ObjectNode answer = object();
        ObjectNode data = enveloped(answer);
        ArrayNode episodes = data.putArray("episodes");
        state.cells(user).stream().filter(cell -> session.map(cell.session::equals).orElse(true))
                .filter(cell -> cell.searchableAt <= System.currentTimeMillis())
                .filter(cell -> !method.equals("keyword") || State.score(query, cell) > 0.1)
                .sorted((a, b) -> Double.compare(State.score(query, b), State.score(query, a))).limit(topK)
                .forEach(cell -> episode(episodes.addObject(), cell).put("score", State.score(query, cell)));
        ArrayNode profiles = data.putArray("profiles");
        if (body.path("include_profile").asBoolean(false)) {
            profile(profiles, user);
        }
        data.putArray("agent_cases");
        data.putArray("agent_skills");
        ArrayNode pending = data.putArray("unprocessed_messages");
        session.ifPresent(id -> state.buffered(id).forEach(m -> pending(pending.addObject(), m)));
        return json(200, answer);
    }

    private void pending(ObjectNode json, Spoken message) {
        json.put("id", state.number("m")).put("app_id", "default").put("project_id", "default").put("session_id", message.session())
                .put("sender_id", message.sender()).put("sender_name", message.name()).put("role", message.role()).put("content", message.content())
                .put("timestamp", Instant.ofEpochMilli(message.timestamp()).toString()).putNull("tool_calls").putNull("tool_call_id");
    }

    private ObjectNode episode(ObjectNode json, Cell cell) {
        json.put("id", cell.id).put("app_id", "default").put("project_id", "default").put("user_id", cell.user).put("session_id", cell.session)
                .put("timestamp", cell.at.toString()).put("summary", cell.summary).put("subject", cell.subject).put("episode", cell.narrative)
                .put("type", "Conversation");
        json.putArray("sender_ids").add(cell.user);
        ArrayNode facts = json.putArray("atomic_facts");
        cell.facts().forEach(fact -> facts.addObject().put("id", "f").put("content", fact).put("score", 0.5));
        if (cloud) {
            ArrayNode tags = json.putArray("tags");
            cell.tags.forEach(tags::add);
            json.putNull("readable_episode").putNull("edited_at");
        }
        return json;
    }

    private void profile(ArrayNode profiles, String user) {
        List<Item> items = state.profile(user);
        if (items.isEmpty()) {
            return;
        }
        ObjectNode json = profiles.addObject().put("id", "p1").put("app_id", "default").put("project_id", "default").put("user_id", user).putNull("score");
        if (cloud) {
            json.put("updated_at", "2026-03-01T10:00:00Z");
        }
        ObjectNode data = json.putObject("profile_data");
        ArrayNode explicit = data.putArray("explicit_info");
        data.putArray("implicit_traits");
        for (Item item : items) {
            ObjectNode one = explicit.addObject().put("category", item.category).put("description", item.description).put("evidence", item.evidence);
            if (cloud) {
                one.put("item_id", item.id);
            }
            ArrayNode sources = one.putArray("sources");
            item.sources.forEach(cell -> sources.add(cell.id));
        }
    }

    private MockResponse get(JsonNode body) {
        check.fields(body, "memory_type", "user_id", "agent_id", "page", "page_size", "sort_by", "sort_order", "filters", "app_id", "project_id");
        String user = check.id(body, "user_id");
        Optional<String> session = filter(body);
        int page = check.page(body);
        int size = check.pageSize(body);
        check.oneOf(body, "memory_type", "episode", "profile");
        ObjectNode answer = object();
        ObjectNode data = enveloped(answer);
        ArrayNode episodes = data.putArray("episodes");
        ArrayNode profiles = data.putArray("profiles");
        data.putArray("agent_cases");
        data.putArray("agent_skills");
        int total;
        if (check.text(body, "memory_type").equals("episode")) {
            List<Cell> cells = state.cells(user).stream().filter(cell -> session.map(cell.session::equals).orElse(true))
                    .filter(cell -> cloud || cell.searchableAt <= System.currentTimeMillis()).toList();
            total = cells.size();
            cells.stream().skip((page - 1L) * size).limit(size).forEach(cell -> episode(episodes.addObject(), cell));
        } else {
            if (page == 1) {
                profile(profiles, user);
            }
            total = profiles.size();
        }
        data.put("total_count", total).put("count", episodes.size() + profiles.size());
        return json(200, answer);
    }

    private MockResponse delete(JsonNode body) {
        check.fields(body, "user_id", "agent_id", "session_id", "app_id", "project_id");
        if (!body.has("user_id") && !body.has("session_id")) {
            throw Problem.value("a scope is required");
        }
        int count = state.delete(cell -> (!body.has("user_id") || cell.user.equals(body.path("user_id").asText()))
                && (!body.has("session_id") || cell.session.equals(body.path("session_id").asText())));
        ObjectNode answer = object();
        enveloped(answer).put("count", count).putArray("filters").add("user_id");
        return json(200, answer);
    }

    private MockResponse deleteByIds(JsonNode body) {
        check.fields(body, "memory_type", "memory_ids", "reason", "user_id");
        int count = state.delete(cell -> {
            for (JsonNode id : body.path("memory_ids")) {
                if (id.asText().equals(cell.id)) {
                    return true;
                }
            }
            return false;
        });
        ObjectNode answer = object();
        ObjectNode data = enveloped(answer).put("memory_type", "episode");
        if (cloud) {
            data.put("success", true);
        } else {
            data.put("deleted", count);
        }
        return json(200, answer);
    }

    private MockResponse edit(JsonNode body) {
        check.fields(body, "user_id", "operations", "memory_type", "app_id", "project_id");
        String user = check.id(body, "user_id");
        JsonNode operation = body.path("operations").path(0);
        check.fields(operation, "action", "type", "item_id", "data", "reason");
        check.oneOf(operation, "type", "explicit_info", "implicit_traits");
        ObjectNode answer = object();
        ObjectNode data = enveloped(answer).put("user_id", user).put("version", 1);
        ObjectNode result = data.putArray("results").addObject().put("op_index", 0).put("action", check.text(operation, "action"));
        String id = operation.path("item_id").asText();
        synchronized (state) {
            List<Item> items = state.profiles.computeIfAbsent(user, _ -> new ArrayList<>());
            boolean applied = switch (operation.path("action").asText()) {
                case "delete" -> items.removeIf(item -> item.id.equals(id));
                case "update" -> {
                    Optional<Item> found = items.stream().filter(item -> item.id.equals(id)).findFirst();
                    found.ifPresent(item -> item.description = operation.path("data").path("description").asText());
                    yield found.isPresent();
                }
                case "add" -> items.add(new Item(state.number("ei_"), check.text(operation.path("data"), "category"), check.text(operation.path("data"), "description")));
                default -> throw Problem.value("unknown action");
            };
            result.put("status", applied ? "applied" : "rejected").put("item_id", id);
            data.put("applied", applied ? 1 : 0);
        }
        return json(200, answer);
    }

    private MockResponse update(JsonNode body) {
        check.fields(body, "memory_type", "memory_id", "patch", "reason");
        Cell cell = state.cells.stream().filter(each -> each.id.equals(body.path("memory_id").asText())).findFirst()
                .orElseThrow(() -> new Problem(404, "NOT_FOUND", "no such episode"));
        cell.subject = body.path("patch").path("subject").asText(cell.subject);
        cell.summary = body.path("patch").path("summary").asText(cell.summary);
        ObjectNode answer = object();
        episode(enveloped(answer), cell).put("unchanged", false);
        return json(200, answer);
    }

    private MockResponse tag(String route, JsonNode body) {
        check.fields(body, "memory_type", "memory_ids", "tags");
        int matched = 0;
        for (Cell cell : state.cells) {
            for (JsonNode id : body.path("memory_ids")) {
                if (cell.id.equals(id.asText())) {
                    matched++;
                    if (route.endsWith("replace")) {
                        cell.tags.clear();
                    }
                    for (JsonNode tag : body.path("tags")) {
                        cell.tags.remove(tag.asText());
                        if (!route.endsWith("unbind")) {
                            cell.tags.add(tag.asText());
                        }
                    }
                }
            }
        }
        ObjectNode answer = object();
        enveloped(answer).put("matched", matched).put("requested", body.path("memory_ids").size());
        return json(200, answer);
    }

    private MockResponse tasks(String route, String session) {
        ObjectNode answer = object();
        if (route.equals("/tasks/stats")) {
            enveloped(answer).put("total", state.tasks.size()).putObject("by_status").put("queued", 0);
            return json(200, answer);
        }
        if (route.equals("/tasks")) {
            ObjectNode data = enveloped(answer);
            ArrayNode items = data.putArray("items");
            state.tasks.values().stream().filter(task -> session == null || task.session.equals(session)).forEach(task -> task(items.addObject(), task));
            data.put("page", 1).put("page_size", 50).put("total", items.size());
            return json(200, answer);
        }
        State.Task task = route.startsWith("/tasks/") ? state.tasks.get(route.substring("/tasks/".length())) : null;
        if (task == null) {
            answer.putObject("error").put("code", "task_not_found").put("message", "unknown task").put("type", "not_found");
            return json(404, answer);
        }
        task(enveloped(answer), task);
        return json(200, answer);
    }

    private static void task(ObjectNode json, State.Task task) {
        json.put("id", task.id).put("task_type", "memory_add").put("status", task.done ? "success" : "processing").put("created_at", "2026-03-01T10:00:00Z");
        if (task.done) {
            json.put("finished_at", "2026-03-01T10:00:01Z");
        }
    }

    private MockResponse articles(boolean own) {
        ObjectNode answer = object();
        ObjectNode hit = enveloped(answer).put("total", 1).putArray("hits").addObject();
        hit.put(own ? "topic_id" : "id", "tp_1").put(own ? "topic_name" : "name", "Allow our sender").put("depth", 1)
                .put("summary", "Steps for mail filters.").put("content", "1. Open the console.").put("score", 1);
        hit.putObject("document").put("doc_id", "dc_1").put("title", "Mail delivery guide");
        return json(200, answer);
    }
}
