package acquaint.memory.serve;

import acquaint.memory.AtomicFact;
import acquaint.memory.MemoryException;
import acquaint.memory.Utterance;
import acquaint.memory.local.Ledger;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the second version and self-hosted servers tell of memories: searched, and listed in pages. */
final class V2Reading {

    private static final String[] SEARCH = {"query", "user_id", "agent_id", "method", "top_k", "radius", "min_score", "include_profile",
        "with_readable_episode", "enable_llm_rerank", "filters", "app_id", "project_id"};
    private static final String[] GET = {"memory_type", "user_id", "agent_id", "page", "page_size", "sort_by", "sort_order", "with_readable_episode",
        "filters", "app_id", "project_id"};

    private final Shelf shelf;
    private final Editing editing;
    private final Dialect dialect;

    V2Reading(Shelf shelf, Editing editing, Dialect dialect) {
        this.shelf = shelf;
        this.editing = editing;
        this.dialect = dialect;
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

    Answer search(Fields fields) throws MemoryException, InterruptedException {
        fields.only(SEARCH);
        String query = fields.text("query");
        Optional<CustomerId> owner = owner(fields);
        int topK = fields.topK();
        Optional<Double> radius = fields.fraction("radius");
        double least = fields.fraction("min_score").orElse(0.0);
        String method = dialect == Dialect.OSS ? fields.oneOf("method", "hybrid", "keyword", "vector", "hybrid", "agentic", "llm_multiround")
                : fields.oneOf("method", "hybrid", "keyword", "vector", "hybrid", "agentic");
        Predicate<Told> filter = new Filter(dialect).of(fields.body().path("filters"));
        Space space = Space.of(fields);
        ObjectNode data = lists();
        ArrayNode waiting = data.putArray("unprocessed_messages");
        if (owner.isPresent()) {
            ArrayNode episodes = data.withArray("episodes");
            for (Told told : shelf.search(List.of(owner.get()), new Shelf.Search(query, Shelf.method(method), radius, filter, topK))) {
                if (!method.equals("hybrid") || told.score() >= least) {
                    facts(episode(episodes.addObject(), space, told), told, true).put("score", told.score());
                }
            }
            if (fields.flag("include_profile", false)) {
                profile(data.withArray("profiles"), space, owner.get());
            }
        }
        Optional<SessionId> session = Filter.session(fields.body().path("filters")).map(SessionId::new);
        session.ifPresent(one -> shelf.pending(space, one).forEach(each -> pending(waiting.addObject(), space, each)));
        return V2Api.told(200, data);
    }

    private static void pending(ObjectNode json, Space space, Shelf.Waiting waiting) {
        Utterance said = waiting.passage().utterance();
        json.put("id", Ids.of(said.id())).put("app_id", space.app()).put("project_id", space.project())
                .put("session_id", waiting.passage().session().value())
                .put("sender_id", Sent.sender(waiting.owner(), said)).put("sender_name", said.author())
                .put("role", said.speaker() == Utterance.Speaker.AGENT ? "assistant" : "user").put("content", said.text()).put("timestamp", V2Api.time(said.at()))
                .putNull("tool_calls").putNull("tool_call_id");
    }

    /** With its facts, as it is when it was changed. */
    ObjectNode episode(Told told) {
        return facts(episode(Answer.object(), Space.of(told.episode().customer()), told), told, false);
    }

    private ObjectNode episode(ObjectNode json, Space space, Told told) {
        json.put("id", id(told)).put("app_id", space.app()).put("project_id", space.project()).put("user_id", told.user().orElse(null))
                .put("session_id", told.episode().session().value()).put("timestamp", V2Api.time(told.episode().until()));
        ArrayNode senders = json.putArray("sender_ids");
        told.senders().forEach(senders::add);
        json.put("summary", told.episode().summary()).put("subject", told.episode().subject()).put("episode", told.episode().narrative()).put("type", "Conversation");
        if (dialect == Dialect.V2) {
            json.putNull("readable_episode").putNull("reflect_state").put("edited_at", editing.editedAt(told).orElse(null));
            ArrayNode tags = json.putArray("tags");
            editing.tags(told).forEach(tags::add);
        }
        return json;
    }

    private ObjectNode facts(ObjectNode json, Told told, boolean scored) {
        ArrayNode facts = json.putArray("atomic_facts");
        List<AtomicFact> stated = told.episode().facts();
        for (int i = 0; i < stated.size(); i++) {
            ObjectNode fact = facts.addObject().put("id", told.factId(i, dialect)).put("content", stated.get(i).text());
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
        json.set("profile_data", Profiles.document(items, heard -> episodes.stream()
                .filter(told -> heard.sessions().contains(told.episode().session())).map(this::id).toList(), dialect));
        Instant newest = items.stream().map(heard -> heard.item().at()).max(Instant::compareTo).orElseThrow();
        if (dialect == Dialect.V2) {
            json.put("created_at", V2Api.time(newest)).put("updated_at", V2Api.time(newest));
        }
        json.putNull("score");
    }

    Answer get(Fields fields) {
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
        return V2Api.told(200, data.put("total_count", total).put("count", episodes.size() + profiles.size()));
    }
}
