package acquaint.memory.serve;

import acquaint.memory.AtomicFact;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.Utterance;
import acquaint.memory.local.Ledger;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The cloud's second version and self-hosted servers from 1.0 on: {@code /memory/...}, with what each has of its own. */
final class V2Api implements Api {

    private static final String[] SEARCH = {"query", "user_id", "agent_id", "method", "top_k", "radius", "min_score", "include_profile",
        "with_readable_episode", "enable_llm_rerank", "filters", "app_id", "project_id"};
    private static final String[] GET = {"memory_type", "user_id", "agent_id", "page", "page_size", "sort_by", "sort_order", "with_readable_episode",
        "filters", "app_id", "project_id"};
    private static final int MOST_IDS = 50;

    private final Shelf shelf;
    private final Tasks tasks;
    private final Dialect dialect;
    private final Editing editing;

    V2Api(Shelf shelf, Tasks tasks, Dialect dialect) {
        this.shelf = shelf;
        this.tasks = tasks;
        this.dialect = dialect;
        this.editing = new Editing(shelf);
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
            return dialect == Dialect.V2 && route.startsWith("/tasks") ? new TaskAnswers(tasks).answer(route, request.query()) : nothing();
        }
        return switch (route) {
            case "/memory/add" -> add(fields);
            case "/memory/flush" -> flush(fields);
            case "/memory/search" -> search(fields);
            case "/memory/get" -> get(fields);
            case "/memory/delete" -> delete(fields);
            case "/memory/delete_by_ids" -> deleteByIds(fields);
            default -> dialect == Dialect.V2 ? ofTheCloud(route, fields) : lacking(route);
        };
    }

    private Answer ofTheCloud(String route, Fields fields) throws MemoryException, InterruptedException {
        return switch (route) {
            case "/memory/edit" -> editing.profile(fields);
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
        var lines = new ArrayList<Shelf.Line>();
        for (Fields message : fields.messages()) {
            String role = message.oneOf("role", null, "user", "assistant", "tool");
            message.checkToolCall(role);
            String sender = message.id("sender_id");
            lines.add(new Shelf.Line(role.equals("user"), sender, message.maybe("sender_name").orElse(sender), message.timestamp(),
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

    /** Whose memory it is about; empty for an agent's, of which this memory keeps nothing. */
    private Optional<CustomerId> owner(Fields fields) {
        if (fields.has("user_id") == fields.has("agent_id")) {
            throw fields.invalid("exactly one of user_id / agent_id must be provided");
        }
        String id = fields.id(fields.has("user_id") ? "user_id" : "agent_id");
        return fields.has("user_id") ? Optional.of(Space.of(fields).customer(id)) : Optional.empty();
    }

    private static ObjectNode lists() {
        ObjectNode data = Answer.object();
        data.putArray("episodes");
        data.putArray("profiles");
        data.putArray("agent_cases");
        data.putArray("agent_skills");
        return data;
    }

    private Answer search(Fields fields) throws MemoryException, InterruptedException {
        fields.only(SEARCH);
        String query = fields.text("query");
        Optional<CustomerId> owner = owner(fields);
        int topK = fields.topK();
        fields.fraction("radius");
        double least = fields.fraction("min_score").orElse(0.0);
        String method = dialect == Dialect.OSS ? fields.oneOf("method", "hybrid", "keyword", "vector", "hybrid", "agentic", "llm_multiround")
                : fields.oneOf("method", "hybrid", "keyword", "vector", "hybrid", "agentic");
        Predicate<Told> filter = new Filter(dialect).of(fields.body().path("filters"));
        Space space = Space.of(fields);
        ObjectNode data = lists();
        ArrayNode waiting = data.putArray("unprocessed_messages");
        if (owner.isPresent()) {
            ArrayNode episodes = data.withArray("episodes");
            for (Told told : shelf.search(owner.get(), query, Shelf.method(method), filter, topK)) {
                if (!method.equals("hybrid") || told.score() >= least) {
                    facts(episode(episodes.addObject(), space, told), told, true).put("score", told.score());
                }
            }
            if (fields.flag("include_profile", false)) {
                profile(data.withArray("profiles"), space, owner.get());
            }
        }
        Optional<SessionId> session = Filter.session(fields.body().path("filters")).map(SessionId::new);
        session.ifPresent(one -> shelf.pending(space, one).forEach(passage -> pending(waiting.addObject(), space, owner, passage)));
        return told(200, data);
    }

    private void pending(ObjectNode json, Space space, Optional<CustomerId> owner, Passage passage) {
        Utterance said = passage.utterance();
        boolean user = said.speaker() != Utterance.Speaker.AGENT;
        json.put("id", Ids.of(said.id())).put("app_id", space.app()).put("project_id", space.project()).put("session_id", passage.session().value())
                .put("sender_id", user ? owner.map(space::id).orElse(said.author()) : said.author()).put("sender_name", said.author())
                .put("role", user ? "user" : "assistant").put("content", said.text()).put("timestamp", time(said.at()))
                .putNull("tool_calls").putNull("tool_call_id");
    }

    private ObjectNode episode(ObjectNode json, Space space, Told told) {
        json.put("id", id(told)).put("app_id", space.app()).put("project_id", space.project()).put("user_id", space.id(told.episode().customer()))
                .put("session_id", told.episode().session().value()).put("timestamp", time(told.episode().until()));
        json.putArray("sender_ids").add(space.id(told.episode().customer()));
        json.put("summary", told.episode().summary()).put("subject", told.episode().subject()).put("episode", told.episode().narrative()).put("type", "Conversation");
        if (dialect == Dialect.V2) {
            json.putNull("readable_episode").putNull("reflect_state").put("edited_at", editing.editedAt(told).orElse(null));
            ArrayNode tags = json.putArray("tags");
            editing.tags(told).forEach(tags::add);
        }
        return json;
    }

    private Answer edited(Editing.Edited edited) {
        ObjectNode data = facts(episode(Answer.object(), Space.of(edited.told().episode().customer()), edited.told()), edited.told(), false);
        return told(200, data.put("unchanged", edited.unchanged()));
    }

    private ObjectNode facts(ObjectNode json, Told told, boolean scored) {
        ArrayNode facts = json.putArray("atomic_facts");
        List<AtomicFact> stated = told.episode().facts();
        for (int i = 0; i < stated.size(); i++) {
            ObjectNode fact = facts.addObject().put("id", Ids.fact(told.id(), i)).put("content", stated.get(i).text());
            if (scored) {
                fact.put("score", told.score());
            }
        }
        return json;
    }

    private String id(Told told) {
        return dialect == Dialect.OSS ? told.ossId() : told.id();
    }

    private void profile(ArrayNode profiles, Space space, CustomerId customer) {
        List<Ledger.Heard> items = shelf.ledger().profile(customer);
        if (items.isEmpty()) {
            return;
        }
        List<Told> episodes = shelf.episodes(customer, _ -> true);
        ObjectNode json = profiles.addObject().put("id", dialect == Dialect.OSS ? space.id(customer) : Ids.of(customer)).put("app_id", space.app())
                .put("project_id", space.project()).put("user_id", space.id(customer));
        json.set("profile_data", Editing.document(items, heard -> episodes.stream()
                .filter(told -> heard.sessions().contains(told.episode().session())).map(this::id).toList(), dialect));
        Instant newest = items.stream().map(heard -> heard.item().at()).max(Instant::compareTo).orElseThrow();
        if (dialect == Dialect.V2) {
            json.put("created_at", time(newest)).put("updated_at", time(newest));
        }
        json.putNull("score");
    }

    private Answer get(Fields fields) {
        fields.only(GET);
        String type = fields.oneOf("memory_type", null, "episode", "profile", "agent_case", "agent_skill");
        Optional<CustomerId> owner = owner(fields);
        if (owner.isPresent() == type.startsWith("agent_")) {
            throw fields.invalid("memory_type " + type + " does not belong to this owner: memory_type");
        }
        int page = fields.number("page", 1, 1, Integer.MAX_VALUE);
        int size = fields.number("page_size", 20, 1, 100);
        fields.oneOf("sort_by", "timestamp", "timestamp", "updated_at");
        boolean ascending = fields.oneOf("sort_order", "desc", "asc", "desc").equals("asc");
        Space space = Space.of(fields);
        ObjectNode data = lists();
        ArrayNode episodes = data.withArray("episodes");
        ArrayNode profiles = data.withArray("profiles");
        int total = 0;
        Predicate<Told> filter = new Filter(dialect).of(fields.body().path("filters"));
        if (type.equals("episode")) {
            List<Told> all = shelf.episodes(owner.orElseThrow(), filter);
            total = all.size();
            (ascending ? all.reversed() : all).stream().skip((page - 1L) * size).limit(size).forEach(told -> {
                ObjectNode json = episode(episodes.addObject(), space, told);
                if (dialect == Dialect.V2) {
                    facts(json, told, false);
                }
            });
        } else if (type.equals("profile")) {
            total = shelf.ledger().profile(owner.orElseThrow()).isEmpty() ? 0 : 1;
            if (page == 1) {
                profile(profiles, space, owner.orElseThrow());
                profiles.forEach(profile -> ((ObjectNode) profile).remove("score"));
            }
        }
        return told(200, data.put("total_count", total).put("count", episodes.size() + profiles.size()));
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
        fields.maybeId("agent_id");
        int count = 0;
        if (fields.has("user_id")) {
            count = shelf.forget(space.customer(fields.id("user_id")), session);
        } else if (session.isPresent() && !fields.has("agent_id")) {
            for (CustomerId owner : shelf.owners(space, session.get())) {
                count += shelf.forget(owner, session);
            }
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

    /** For answers about tasks, which have an envelope of their own. */
    private record TaskAnswers(Tasks tasks) {

        Answer answer(String route, Map<String, String> query) {
            if (route.equals("/tasks/stats")) {
                int all = tasks.all().size();
                ObjectNode data = Answer.object().put("total", all);
                data.putObject("by_status").put("queued", 0).put("processing", 0).put("pending", 0).put("success", all).put("failed", 0);
                return told(200, data);
            }
            if (route.equals("/tasks")) {
                return list(query);
            }
            String id = route.substring("/tasks/".length());
            return tasks.find(id).map(task -> told(200, json(task)))
                    .orElseThrow(() -> new Problem(404, "not_found", "task not found"));
        }

        private Answer list(Map<String, String> query) {
            if (query.containsKey("session_id") && query.get("session_id").isBlank()) {
                throw new Problem(400, "invalid_request", "session_id must not be blank");
            }
            List<Tasks.Task> all = tasks.all().stream()
                    .filter(task -> !query.containsKey("session_id") || task.session().equals(query.get("session_id")))
                    .filter(_ -> !query.containsKey("status") || query.get("status").equals("success"))
                    .toList();
            int page = number(query, "page", 1);
            int size = number(query, "page_size", 20);
            ObjectNode data = Answer.object();
            ArrayNode items = data.putArray("items");
            all.stream().skip((page - 1L) * size).limit(size).forEach(task -> items.add(json(task)));
            return told(200, data.put("page", page).put("page_size", size).put("total", all.size()));
        }

        private static int number(Map<String, String> query, String name, int usual) {
            try {
                int value = query.containsKey(name) ? Integer.parseInt(query.get(name)) : usual;
                if (value >= 1) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is too small.
            }
            throw new Problem(400, "invalid_request", name + " must be a positive number");
        }

        private static ObjectNode json(Tasks.Task task) {
            return Answer.object().put("id", task.id()).put("task_type", "memory_add").put("status", "success")
                    .put("created_at", time(task.at())).put("finished_at", time(task.at()));
        }
    }
}
