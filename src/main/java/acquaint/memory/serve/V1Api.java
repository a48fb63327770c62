package acquaint.memory.serve;

import acquaint.memory.AtomicFact;
import acquaint.memory.MemoryException;
import acquaint.memory.Passage;
import acquaint.memory.ProfileItem;
import acquaint.memory.Utterance;
import acquaint.memory.local.Ledger;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The cloud's first version: {@code /api/v1/memories}, and what came before 1.0. */
final class V1Api implements Api {

    private static final String ROOT = "/api/v1/";
    private static final String MEMORIES = ROOT + "memories";
    private static final String GROUP = "group:";
    private static final String ALL_SESSIONS = "default";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final Set<String> TYPES = Set.of("episodic_memory", "profile", "raw_message", "agent_memory");

    private final Shelf shelf;
    private final Tasks tasks;
    private final Registry registry;

    V1Api(Shelf shelf, Tasks tasks) {
        this.shelf = shelf;
        this.tasks = tasks;
        this.registry = new Registry(shelf.ledger());
    }

    @Override
    public Answer answer(Request request) throws MemoryException, InterruptedException {
        var fields = new Fields(Dialect.V1, request.body());
        if (request.method().equals("GET") && request.path().startsWith(ROOT + "tasks/")) {
            return task(request.path().substring((ROOT + "tasks/").length()));
        }
        Optional<Answer> registered = registry.answer(request, fields);
        if (registered.isPresent()) {
            return registered.get();
        }
        if (!request.method().equals("POST")) {
            throw Problem.notFound(Dialect.V1, "Not Found");
        }
        return switch (request.path()) {
            case MEMORIES -> add(fields, customer(fields), session(fields), "user", "assistant");
            case MEMORIES + "/agent" -> add(fields, customer(fields), session(fields), "user", "assistant", "tool");
            case MEMORIES + "/group" -> addToGroup(fields);
            case MEMORIES + "/flush", MEMORIES + "/agent/flush" -> flush(customer(fields), session(fields));
            case MEMORIES + "/group/flush" -> flush(group(fields.id("group_id")), new SessionId(ALL_SESSIONS));
            case MEMORIES + "/search" -> search(fields);
            case MEMORIES + "/get" -> get(fields);
            case MEMORIES + "/delete" -> delete(fields);
            case ROOT + "object/sign" -> Uploads.unavailable();
            default -> throw Problem.notFound(Dialect.V1, "Not Found");
        };
    }

    private static CustomerId customer(Fields fields) {
        return new CustomerId(fields.id("user_id"));
    }

    private static CustomerId group(String id) {
        return new CustomerId(GROUP + id);
    }

    private static SessionId session(Fields fields) {
        return new SessionId(fields.maybeId("session_id").orElse(ALL_SESSIONS));
    }

    private Answer add(Fields fields, CustomerId customer, SessionId session, String... roles) throws MemoryException, InterruptedException {
        var lines = new ArrayList<Shelf.Line>();
        for (Fields message : fields.messages()) {
            String role = message.oneOf("role", null, roles);
            message.checkToolCall(role);
            boolean user = role.equals("user");
            String sender = message.maybeId("sender_id").orElse(user ? customer.value() : "assistant");
            lines.add(new Shelf.Line(user, sender, registry.sender(sender), message.timestamp(), message.content(message.has("tool_calls"))));
        }
        return added(fields, customer, session, lines);
    }

    private Answer addToGroup(Fields fields) throws MemoryException, InterruptedException {
        CustomerId group = group(fields.id("group_id"));
        var lines = new ArrayList<Shelf.Line>();
        for (Fields message : fields.messages()) {
            String sender = message.id("sender_id");
            boolean user = message.oneOf("role", null, "user", "assistant").equals("user");
            lines.add(new Shelf.Line(user, sender, message.maybe("sender_name").orElseGet(() -> registry.sender(sender)), message.timestamp(), message.content(false)));
        }
        return added(fields, group, new SessionId(ALL_SESSIONS), lines);
    }

    private Answer added(Fields fields, CustomerId customer, SessionId session, List<Shelf.Line> lines) throws MemoryException, InterruptedException {
        boolean async = fields.flag("async_mode", true);
        boolean extracted = shelf.add(customer, session, lines);
        ObjectNode answer = Answer.object();
        ObjectNode data = answer.putObject("data").put("message_count", lines.size());
        if (async) {
            String id = "task_" + UUID.randomUUID().toString().replace("-", "");
            tasks.done(id, session.value());
            data.put("task_id", id).put("status", "queued").put("message", "Message accepted and queued for processing");
            return Answer.of(202, answer);
        }
        data.put("task_id", "").put("status", extracted ? "extracted" : "accumulated").put("message", "Messages accepted");
        return Answer.of(200, answer);
    }

    private Answer flush(CustomerId customer, SessionId session) throws MemoryException, InterruptedException {
        boolean extracted = shelf.flush(List.of(customer), session);
        ObjectNode answer = Answer.object();
        answer.putObject("data").put("request_id", "").put("status", extracted ? "extracted" : "no_extraction").put("message", "Flush completed");
        return Answer.of(200, answer);
    }

    private Answer task(String id) {
        if (tasks.find(id).isEmpty()) {
            throw Problem.notFound(Dialect.V1, "task not found");
        }
        ObjectNode answer = Answer.object();
        answer.putObject("data").put("task_id", id).put("status", "success");
        return Answer.of(200, answer);
    }

    /** Whose memory is asked: the first level of the filters has to say it. */
    private static CustomerId scope(Fields fields) {
        if (!fields.has("filters")) {
            throw Problem.missing(Dialect.V1, "filters");
        }
        JsonNode filters = fields.body().get("filters");
        var named = new Fields(Dialect.V1, filters);
        if (named.has("user_id")) {
            return customer(named);
        }
        if (named.has("group_id")) {
            return group(named.id("group_id"));
        }
        throw new Problem(400, "InvalidParameter", "filters must contain at least one of 'user_id' or 'group_id' at first level");
    }

    private static void ofAUser(Fields fields, String type) {
        if (!fields.body().path("filters").hasNonNull("user_id")) {
            throw new Problem(400, "InvalidParameter", type + " needs filters.user_id");
        }
    }

    private Answer search(Fields fields) throws MemoryException, InterruptedException {
        String query = fields.text("query");
        CustomerId customer = scope(fields);
        int topK = fields.topK();
        fields.fraction("radius");
        String method = fields.oneOf("method", "hybrid", "keyword", "vector", "hybrid", "agentic");
        List<String> types = fields.has("memory_types") ? fields.texts("memory_types", 1, TYPES.size(), 32) : List.of("episodic_memory", "profile");
        for (String type : types) {
            if (!TYPES.contains(type)) {
                throw fields.invalid("Input should be one of " + TYPES + ": memory_types");
            }
            if (type.equals("profile") || type.equals("agent_memory")) {
                ofAUser(fields, type);
            }
        }
        JsonNode filters = fields.body().get("filters");
        Predicate<Told> filter = new Filter(Dialect.V1).of(filters);
        ObjectNode answer = Answer.object();
        ObjectNode data = answer.putObject("data");
        data.putObject("query").put("text", query).put("method", method).set("filters_applied", filters);
        ArrayNode episodes = data.putArray("episodes");
        if (types.contains("episodic_memory")) {
            shelf.search(customer, query, Shelf.method(method), filter, topK).forEach(told -> withFacts(episode(episodes.addObject(), told), told));
        }
        ArrayNode profiles = data.putArray("profiles");
        if (types.contains("profile") && !method.equals("keyword")) {
            shelf.ledger().profile(customer).stream().limit(topK).forEach(heard -> hit(profiles.addObject(), customer, heard.item()));
        }
        ArrayNode raw = data.putArray("raw_messages");
        if (types.contains("raw_message")) {
            shelf.pending(customer).forEach(one -> pending(raw.addObject(), customer, one));
        }
        if (types.contains("agent_memory")) {
            ObjectNode agents = data.putObject("agent_memory");
            agents.putArray("cases");
            agents.putArray("skills");
        } else {
            data.putNull("agent_memory");
        }
        data.putNull("original_data");
        return Answer.of(200, answer);
    }

    private static ObjectNode episode(ObjectNode json, Told told) {
        CustomerId customer = told.episode().customer();
        boolean group = customer.value().startsWith(GROUP);
        json.put("id", told.id()).put("user_id", group ? null : customer.value())
                .put("group_id", group ? customer.value().substring(GROUP.length()) : null)
                .put("session_id", told.episode().session().value()).put("timestamp", time(told.episode().until()));
        ArrayNode participants = json.putArray("participants");
        told.participants(customer.value()).forEach(participants::add);
        return json.put("summary", told.episode().summary()).put("subject", told.episode().subject()).put("episode", told.episode().narrative())
                .put("type", "Conversation").put("parent_type", "memcell").put("parent_id", told.cell());
    }

    private static void withFacts(ObjectNode json, Told told) {
        json.put("score", told.score());
        ArrayNode facts = json.putArray("atomic_facts");
        List<AtomicFact> stated = told.episode().facts();
        for (int i = 0; i < stated.size(); i++) {
            facts.addObject().put("id", Ids.fact(told.id(), i)).put("atomic_fact", stated.get(i).text()).put("parent_episode_id", told.id())
                    .put("parent_type", "episode").put("parent_id", told.id()).put("timestamp", time(told.episode().until())).put("score", told.score());
        }
    }

    private static void hit(ObjectNode json, CustomerId customer, ProfileItem item) {
        json.put("id", Ids.of(item)).put("user_id", customer.value()).putNull("group_id").put("scenario", "solo").put("memcell_count", item.count()).put("score", 1.0);
        json.putObject("profile_data").put("item_type", item.kind() == ProfileItem.Kind.TRAIT ? "implicit_trait" : "explicit_info").put("embed_text", Labels.category(item) + ": " + Labels.description(item));
    }

    private static void pending(ObjectNode json, CustomerId customer, Passage passage) {
        Utterance said = passage.utterance();
        json.put("id", Ids.of(said.id())).put("request_id", Answer.requestId()).putNull("message_id").putNull("group_id")
                .put("session_id", passage.session().value())
                .put("sender_id", said.speaker() == Utterance.Speaker.AGENT ? "assistant" : customer.value()).put("sender_name", said.author());
        json.putArray("content_items").addObject().put("type", "text").put("text", said.text());
        json.put("timestamp", time(said.at())).put("created_at", time(said.at())).put("updated_at", time(said.at()));
    }

    private Answer get(Fields fields) {
        String type = fields.oneOf("memory_type", null, "episodic_memory", "profile", "agent_case", "agent_skill");
        CustomerId customer = scope(fields);
        if (!type.equals("episodic_memory")) {
            ofAUser(fields, type);
        }
        int page = fields.number("page", 1, 1, Integer.MAX_VALUE);
        int size = fields.number("page_size", 20, 1, 100);
        boolean ascending = fields.oneOf("rank_order", "desc", "asc", "desc").equals("asc");
        ObjectNode answer = Answer.object();
        ObjectNode data = answer.putObject("data");
        ArrayNode episodes = data.putArray("episodes");
        ArrayNode profiles = data.putArray("profiles");
        data.putArray("agent_cases");
        data.putArray("agent_skills");
        int total = 0;
        if (type.equals("episodic_memory")) {
            List<Told> all = shelf.episodes(customer, new Filter(Dialect.V1).of(fields.body().get("filters")));
            total = all.size();
            (ascending ? all.reversed() : all).stream().skip((page - 1L) * size).limit(size)
                    .forEach(told -> episode(episodes.addObject(), told).putArray("sender_ids").add(customer.value()));
        } else if (type.equals("profile")) {
            List<Ledger.Heard> items = shelf.ledger().profile(customer);
            total = items.isEmpty() ? 0 : 1;
            if (!items.isEmpty() && page == 1) {
                profile(profiles.addObject(), customer, items);
            }
        }
        data.put("total_count", total).put("count", episodes.size() + profiles.size());
        return Answer.of(200, answer);
    }

    private void profile(ObjectNode json, CustomerId customer, List<Ledger.Heard> items) {
        List<Told> episodes = shelf.episodes(customer, _ -> true);
        json.put("id", Ids.of(customer)).put("user_id", customer.value()).putNull("group_id").put("scenario", "solo").put("memcell_count", episodes.size());
        json.set("profile_data", Editing.document(items, heard -> episodes.stream()
                .filter(told -> heard.sessions().contains(told.episode().session()))
                .map(told -> MINUTE.format(told.episode().until()) + "|" + told.cell()).toList(), Dialect.V1));
    }

    private Answer delete(Fields fields) throws MemoryException, InterruptedException {
        boolean byId = fields.body().has("memory_id");
        boolean byScope = Stream.of("user_id", "group_id", "session_id", "sender_id").anyMatch(fields.body()::has);
        if (byId == byScope) {
            throw fields.invalid(byId ? "memory_id excludes every other field: memory_id" : "at least one of memory_id, user_id, group_id: body");
        }
        if (byId) {
            shelf.forget(shelf.ledger().episodeEnding(fields.memoryId("memory_id")).map(shelf::told).stream().toList());
            return Answer.nothing();
        }
        if (!fields.has("user_id") && !fields.has("group_id")) {
            throw fields.invalid("at least one of user_id, group_id: body");
        }
        CustomerId customer = fields.has("user_id") ? customer(fields) : group(fields.id("group_id"));
        // A field that is null or empty asks for what has none; one that is missing asks for everything.
        Optional<SessionId> session = fields.body().has("session_id") && !fields.body().get("session_id").asText("").isEmpty()
                ? Optional.of(session(fields)) : fields.body().has("session_id") ? Optional.of(new SessionId(ALL_SESSIONS)) : Optional.empty();
        if (fields.has("sender_id")) {
            String sender = fields.id("sender_id");
            shelf.forget(shelf.episodes(customer, told -> told.participants(customer.value()).contains(sender)
                    && session.map(told.episode().session()::equals).orElse(true)));
        } else {
            shelf.forget(customer, session);
        }
        return Answer.nothing();
    }

    /** ISO with an offset, to the second. */
    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString().replace("Z", "+00:00");
    }
}
