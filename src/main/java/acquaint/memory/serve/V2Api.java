package acquaint.memory.serve;

import acquaint.memory.MemoryException;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cloud's second version and self-hosted servers from 1.0 on: {@code /memory/...}, with what each has of its own.
 * Here is what goes in and out; {@link V2Reading} tells of it.
 */
final class V2Api implements Api {

    private static final int MOST_IDS = 50;

    private final Shelf shelf;
    private final Tasks tasks;
    private final Dialect dialect;
    private final Clock clock;
    private final Editing editing;
    private final ProfileEditing profiles;
    private final V2Reading reading;

    V2Api(Shelf shelf, Tasks tasks, Dialect dialect, Clock clock) {
        this.shelf = shelf;
        this.tasks = tasks;
        this.dialect = dialect;
        this.clock = clock;
        this.editing = new Editing(shelf);
        this.profiles = new ProfileEditing(shelf);
        this.reading = new V2Reading(shelf, editing, dialect);
    }

    @Override
    public Answer answer(Request request) throws MemoryException, InterruptedException {
        if (request.method().equals("GET") && request.path().equals("/health") && dialect == Dialect.OSS) {
            return Answer.of(200, health());
        }
        boolean alias = dialect == Dialect.OSS && request.path().startsWith("/api/v1/");
        if (!alias && !request.path().startsWith("/api/v2/")) {
            throw notFound();
        }
        String route = request.path().substring("/api/v2".length());
        var fields = new Fields(dialect, request.body());
        if (request.method().equals("GET")) {
            return dialect == Dialect.V2 && route.startsWith("/tasks") ? new V2Tasks(tasks).answer(route, request.query()) : nothing();
        }
        return switch (route) {
            case "/memory/add" -> add(fields);
            case "/memory/flush" -> flush(fields);
            case "/memory/search" -> reading.search(fields);
            case "/memory/get" -> reading.get(fields);
            case "/memory/delete" -> delete(fields);
            case "/memory/delete_by_ids" -> deleteByIds(fields);
            default -> dialect == Dialect.V2 ? ofTheCloud(route, fields) : lacking(route);
        };
    }

    private Answer ofTheCloud(String route, Fields fields) throws MemoryException, InterruptedException {
        return switch (route) {
            case "/memory/edit" -> profiles.answer(fields);
            case "/memory/update" -> edited(editing.episode(fields));
            case "/memory/feedback" -> editing.feedback(fields);
            case "/memory/tag/bind", "/memory/tag/unbind", "/memory/tag/replace" -> editing.tags(route.substring(route.lastIndexOf('/') + 1), fields);
            case "/object/sign" -> Uploads.unavailable();
            default -> nothing();
        };
    }

    /** This memory keeps no articles and works on nothing later. */
    private static Answer lacking(String route) {
        if (route.startsWith("/knowledge/") || route.equals("/ome/trigger")) {
            throw new Problem(503, "CAPABILITY_UNAVAILABLE", "this memory has no such part");
        }
        return nothing();
    }

    private static Answer nothing() {
        throw notFound();
    }

    private static Problem notFound() {
        return Problem.notFound(Dialect.V2, "Not Found");
    }

    private static ObjectNode health() {
        ObjectNode json = Answer.object().put("status", "ok").put("version", "1.7.1");
        json.putObject("capabilities").put("llm", false).put("embed", true).put("rerank", false).put("multimodal_llm", false).put("parser", false);
        json.putArray("disabled_features").add("multimodal");
        json.putObject("cascade").put("healthy", true).put("pending", 0).put("failed_permanent", 0).putArray("reasons");
        return json;
    }

    static Answer told(int status, ObjectNode data) {
        ObjectNode answer = Answer.object().put("request_id", Answer.requestId());
        answer.set("data", data);
        return Answer.of(status, answer);
    }

    private Answer add(Fields fields) throws MemoryException, InterruptedException {
        Space space = Space.of(fields);
        SessionId session = new SessionId(fields.id("session_id"));
        var lines = new ArrayList<Sent>();
        for (Fields message : fields.messages()) {
            String role = message.oneOf("role", null, "user", "assistant", "tool");
            message.checkToolCall(role);
            String sender = message.id("sender_id");
            lines.add(Sent.of(role.equals("user"), sender, message.maybe("sender_name").orElse(sender), message.timestamp(clock.instant()),
                    message.content(message.has("tool_calls"))));
        }
        boolean async = dialect == Dialect.V2 && fields.flag("async_mode", true);
        boolean extracted = shelf.add(space, session, lines);
        ObjectNode data = Answer.object().put("message_count", lines.size()).put("status", async ? "queued" : extracted ? "extracted" : "accumulated");
        Answer answer = told(async ? 202 : 200, data);
        if (async) {
            tasks.done(answer.body().orElseThrow().get("request_id").asText(), session.value());
        }
        return answer;
    }

    private Answer flush(Fields fields) throws MemoryException, InterruptedException {
        SessionId session = new SessionId(fields.id("session_id"));
        boolean extracted = shelf.flush(shelf.owners(Space.of(fields), session), session);
        return told(200, Answer.object().put("status", extracted ? "extracted" : "no_extraction"));
    }

    private Answer edited(Editing.Edited edited) {
        return told(200, reading.episode(edited.told()).put("unchanged", edited.unchanged()));
    }

    private Answer delete(Fields fields) throws MemoryException, InterruptedException {
        fields.only("user_id", "agent_id", "session_id", "app_id", "project_id");
        if (fields.has("user_id") && fields.has("agent_id")) {
            throw fields.invalid("user_id and agent_id exclude each other");
        }
        ObjectNode data = Answer.object();
        ArrayNode names = data.putArray("filters");
        Stream.of("user_id", "agent_id", "session_id").filter(fields::has).forEach(names::add);
        if (names.isEmpty()) {
            throw fields.invalid("at least one of user_id, agent_id, session_id must be provided");
        }
        Space space = Space.of(fields);
        Optional<SessionId> session = fields.maybeId("session_id").map(SessionId::new);
        Optional<String> agent = fields.maybeId("agent_id");
        int count = 0;
        if (fields.has("user_id")) {
            count = shelf.forget(space.customer(fields.id("user_id")), session);
        } else if (agent.isPresent()) {
            shelf.forgetAgent(space, session, agent.get());
        } else {
            count = shelf.forget(space, session.orElseThrow());
        }
        return told(200, data.put("count", count));
    }

    private Answer deleteByIds(Fields fields) throws MemoryException, InterruptedException {
        fields.only("memory_type", "memory_ids", "reason", "user_id", "app_id", "project_id");
        fields.oneOf("memory_type", null, "episode");
        Space space = Space.of(fields);
        Optional<CustomerId> owner = fields.maybeId("user_id").map(space::customer);
        List<String> ids = dialect == Dialect.V2 ? fields.memoryIds("memory_ids", MOST_IDS) : ossIds(fields);
        List<Told> found = ids.stream().flatMap(id -> find(space, id).stream())
                .filter(told -> owner.map(told.episode().customer()::equals).orElse(true)).toList();
        int deleted = shelf.forget(found);
        ObjectNode data = Answer.object().put("memory_type", "episode");
        return told(200, dialect == Dialect.OSS ? data.put("deleted", deleted) : data.put("success", true));
    }

    private static List<String> ossIds(Fields fields) {
        List<String> ids = fields.texts("memory_ids", 1, MOST_IDS, Ids.LONGEST);
        if (!ids.stream().allMatch(id -> Ids.OSS_EPISODE.matcher(id).matches())) {
            throw fields.invalid("String should match pattern '" + Ids.OSS_EPISODE + "': memory_ids");
        }
        return ids.stream().distinct().toList();
    }

    private Optional<Told> find(Space space, String id) {
        if (dialect == Dialect.V2) {
            return shelf.episode(id);
        }
        int kind = id.lastIndexOf("_ep_");
        return shelf.episodes(space.customer(id.substring(0, kind)), told -> told.ossId().endsWith(id.substring(kind))).stream().findFirst();
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
