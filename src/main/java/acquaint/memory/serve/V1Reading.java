package acquaint.memory.serve;

import acquaint.memory.MemoryException;
import acquaint.memory.local.Ledger;
import acquaint.model.CustomerId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the first version tells of memories: searched, and listed in pages. */
final class V1Reading {

    private static final Set<String> TYPES = Set.of("episodic_memory", "profile", "raw_message", "agent_memory");

    private final Shelf shelf;

    V1Reading(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Whose memories are asked: of users, or of groups and in them, where both are named, what these users took part in. */
    private record Scope(List<CustomerId> users, List<CustomerId> groups) {

        List<CustomerId> owners() {
            return groups.isEmpty() ? users : groups;
        }

        boolean holds(CustomerId owner, String sender) {
            return users.isEmpty() || users.contains(owner) || users.contains(new CustomerId(sender));
        }
    }

    /** The first level of the filters has to say it. */
    private static Scope scope(Fields fields) {
        if (!fields.has("filters")) {
            throw Problem.missing(Dialect.V1, "filters");
        }
        JsonNode filters = fields.body().get("filters");
        var scope = new Scope(Filter.scope(filters, "user_id").stream().map(CustomerId::new).toList(),
                Filter.scope(filters, "group_id").stream().map(Owner::group).toList());
        if (scope.owners().isEmpty()) {
            throw new Problem(400, "InvalidParameter", "filters must contain at least one of 'user_id' or 'group_id' at first level");
        }
        return scope;
    }

    private static void ofAUser(Scope scope, String type) {
        if (scope.users().isEmpty()) {
            throw new Problem(400, "InvalidParameter", type + " needs filters.user_id");
        }
    }

    Answer search(Fields fields) throws MemoryException, InterruptedException {
        String query = fields.text("query");
        Scope scope = scope(fields);
        int topK = fields.topK();
        Optional<Double> radius = fields.fraction("radius");
        String method = fields.oneOf("method", "hybrid", "keyword", "vector", "hybrid", "agentic");
        List<String> types = fields.has("memory_types") ? fields.texts("memory_types", 1, TYPES.size(), 32) : List.of("episodic_memory", "profile");
        for (String type : types) {
            if (!TYPES.contains(type)) {
                throw fields.invalid("Input should be one of " + TYPES + ": memory_types");
            }
            if (type.equals("profile") || type.equals("agent_memory")) {
                ofAUser(scope, type);
            }
        }
        JsonNode filters = fields.body().get("filters");
        Predicate<Told> filter = new Filter(Dialect.V1).of(filters);
        ObjectNode answer = Answer.object();
        ObjectNode data = answer.putObject("data");
        data.putObject("query").put("text", query).put("method", method).set("filters_applied", filters);
        ArrayNode episodes = data.putArray("episodes");
        if (types.contains("episodic_memory")) {
            shelf.search(scope.owners(), new Shelf.Search(query, Shelf.method(method), radius, filter, topK))
                    .forEach(told -> V1Json.found(episodes.addObject(), told));
        }
        ArrayNode profiles = data.putArray("profiles");
        if (types.contains("profile") && !method.equals("keyword")) {
            scope.users().stream().flatMap(user -> shelf.ledger().profile(user).stream()).limit(topK)
                    .forEach(heard -> V1Json.hit(profiles.addObject(), heard.item()));
        }
        ArrayNode raw = data.putArray("raw_messages");
        if (types.contains("raw_message")) {
            for (CustomerId owner : scope.owners()) {
                shelf.pending(owner).stream().filter(one -> scope.holds(owner, Sent.sender(owner, one.utterance())))
                        .forEach(one -> V1Json.pending(raw.addObject(), owner, one));
            }
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

    Answer get(Fields fields) {
        String type = fields.oneOf("memory_type", null, "episodic_memory", "profile", "agent_case", "agent_skill");
        Scope scope = scope(fields);
        if (!type.equals("episodic_memory")) {
            ofAUser(scope, type);
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
            List<Told> all = shelf.episodes(scope.owners(), new Filter(Dialect.V1).of(fields.body().get("filters")));
            total = all.size();
            (ascending ? all.reversed() : all).stream().skip((page - 1L) * size).limit(size)
                    .forEach(told -> V1Json.listed(episodes.addObject(), told));
        } else if (type.equals("profile")) {
            List<CustomerId> known = scope.users().stream().filter(user -> !shelf.ledger().profile(user).isEmpty()).toList();
            total = known.size();
            known.stream().skip((page - 1L) * size).limit(size).forEach(user -> profile(profiles.addObject(), user));
        }
        data.put("total_count", total).put("count", episodes.size() + profiles.size());
        return Answer.of(200, answer);
    }

    private void profile(ObjectNode json, CustomerId customer) {
        List<Ledger.Heard> items = shelf.ledger().profile(customer);
        List<Told> episodes = shelf.episodes(customer, _ -> true);
        json.put("id", Ids.of(customer)).put("user_id", customer.value()).putNull("group_id").put("scenario", "solo").put("memcell_count", episodes.size());
        json.set("profile_data", Profiles.document(items, heard -> episodes.stream()
                .filter(told -> heard.sessions().contains(told.episode().session()))
                .map(told -> V1Json.minute(told.episode().until()) + "|" + told.cell()).toList(), Dialect.V1));
    }
}
