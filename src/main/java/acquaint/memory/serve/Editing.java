package acquaint.memory.serve;

import acquaint.memory.Episode;
import acquaint.memory.Forgetting;
import acquaint.memory.MemoryException;
import acquaint.memory.ProfileItem;
import acquaint.memory.local.Ledger;
import acquaint.model.CustomerId;
import acquaint.model.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What the second version changes in what is kept: profile items, an episode's words, tags and ratings. */
final class Editing {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_OPERATIONS = 50;
    private static final String NOTE = "episode";
    private static final int SUMMARY = 240;
    private static final int MOST_TAGGED = 200;

    private final Shelf shelf;

    Editing(Shelf shelf) {
        this.shelf = shelf;
    }

    /** A profile as the API tells it; {@code sources} names what an item was heard from. */
    static ObjectNode document(List<Ledger.Heard> items, Function<Ledger.Heard, List<String>> sources, Dialect dialect) {
        ObjectNode document = Answer.object();
        ArrayNode explicit = document.putArray("explicit_info");
        ArrayNode traits = document.putArray("implicit_traits");
        for (Ledger.Heard heard : items) {
            boolean trait = heard.item().kind() == ProfileItem.Kind.TRAIT;
            ObjectNode json = (trait ? traits : explicit).addObject();
            if (dialect == Dialect.V2) {
                json.put("item_id", Ids.item(heard.item()));
            }
            json.put(trait ? "trait" : "category", Labels.category(heard.item())).put("description", Labels.description(heard.item()));
            if (trait) {
                json.put("basis", "seen in " + heard.item().count() + " sessions");
            }
            json.put("evidence", heard.item().evidence());
            ArrayNode from = json.putArray("sources");
            sources.apply(heard).forEach(from::add);
        }
        return document;
    }

    Answer profile(Fields fields) throws MemoryException, InterruptedException {
        fields.only("user_id", "operations", "memory_type", "app_id", "project_id");
        Space space = Space.of(fields);
        CustomerId customer = space.customer(fields.id("user_id"));
        JsonNode operations = fields.body().path("operations");
        if (!operations.isArray() || operations.isEmpty() || operations.size() > MOST_OPERATIONS) {
            throw operations.isMissingNode() ? Problem.missing(Dialect.V2, "operations") : fields.invalid("List should have 1 to " + MOST_OPERATIONS + " items: operations");
        }
        var checked = new ArrayList<Fields>();
        for (JsonNode operation : operations) {
            checked.add(checked(new Fields(Dialect.V2, operation)));
        }
        ObjectNode data = Answer.object().put("user_id", space.id(customer));
        ArrayNode results = Answer.object().putArray("results");
        int applied = 0;
        for (int i = 0; i < checked.size(); i++) {
            ObjectNode result = results.addObject().put("op_index", i);
            applied += apply(customer, checked.get(i), result) ? 1 : 0;
        }
        int version = shelf.ledger().note("version", customer.value()).map(Integer::parseInt).orElse(0) + applied;
        shelf.ledger().note("version", customer.value(), customer.value(), Integer.toString(version));
        data.put("version", version).put("applied", applied).set("results", results);
        data.set("profile", document(shelf.ledger().profile(customer), _ -> List.of(), Dialect.V2));
        return V2Api.told(200, data);
    }

    private static Fields checked(Fields operation) {
        operation.only("action", "type", "item_id", "data", "reason");
        String action = operation.oneOf("action", null, "add", "update", "delete");
        String type = operation.oneOf("type", null, "explicit_info", "implicit_traits");
        boolean names = operation.has("item_id");
        if (names == action.equals("add")) {
            throw operation.invalid(names ? "item_id is forbidden for add: operations.item_id" : "Field required: operations.item_id");
        }
        if (names && !operation.text("item_id").matches((type.equals("explicit_info") ? "ei_" : "it_") + "[0-9a-f]{24}")) {
            throw operation.invalid("item_id does not fit type: operations.item_id");
        }
        if (action.equals("delete") ? operation.has("data") : !operation.body().path("data").isObject()) {
            throw operation.invalid(action.equals("delete") ? "data is forbidden for delete: operations.data" : "Field required: operations.data");
        }
        if (action.equals("add")) {
            var data = new Fields(Dialect.V2, operation.body().get("data"));
            data.text(type.equals("explicit_info") ? "category" : "trait");
            data.text("description");
        }
        return operation;
    }

    private boolean apply(CustomerId customer, Fields operation, ObjectNode result) throws MemoryException, InterruptedException {
        String action = operation.text("action");
        String type = operation.text("type");
        result.put("action", action).put("type", type);
        var data = new Fields(Dialect.V2, operation.body().path("data"));
        if (action.equals("add")) {
            String label = data.text(type.equals("explicit_info") ? "category" : "trait");
            String description = data.text("description");
            ProfileItem added = shelf.ledger().add(type.equals("explicit_info") ? Labels.item(customer, label, description, Instant.now())
                    : Labels.trait(customer, label, description, Instant.now()));
            result.put("status", "applied").put("new_item_id", Ids.item(added));
            return true;
        }
        String id = operation.text("item_id");
        Optional<ProfileItem> found = shelf.ledger().profile(customer).stream().map(Ledger.Heard::item).filter(item -> Ids.item(item).equals(id)).findFirst();
        result.put("item_id", id);
        if (found.isEmpty()) {
            result.put("status", "rejected").put("error", "no such item");
            return false;
        }
        ProfileItem item = found.get();
        if (action.equals("delete")) {
            shelf.memory().forget(new Forgetting.Item(customer, item.id()));
        } else {
            String category = data.maybe(type.equals("explicit_info") ? "category" : "trait").orElseGet(() -> Labels.category(item));
            shelf.memory().correct(customer, item.id(), Labels.text(item.kind(), category, data.maybe("description").orElseGet(() -> Labels.description(item))));
        }
        result.put("status", "applied");
        return true;
    }

    /** An episode as it is now, and whether anything of it was changed. */
    record Edited(Told told, boolean unchanged) {}

    Edited episode(Fields fields) throws MemoryException, InterruptedException {
        fields.only("memory_type", "memory_id", "patch", "reason");
        fields.oneOf("memory_type", null, "episode");
        String id = fields.memoryId("memory_id");
        if (!fields.body().path("patch").isObject() || fields.body().get("patch").isEmpty()) {
            throw fields.invalid("patch needs at least one of episode, summary, subject: patch");
        }
        var patch = new Fields(Dialect.V2, fields.body().get("patch"));
        patch.only("episode", "summary", "subject");
        Optional<String> newSubject = within(patch, "subject", 200);
        Optional<String> newSummary = within(patch, "summary", 1_000);
        Optional<String> narrative = within(patch, "episode", 8_000);
        Told told = find(id);
        String subject = newSubject.orElse(told.episode().subject());
        // A new narrative has a new summary; a subject is only changed by hand.
        String summary = newSummary.or(() -> narrative.map(text -> Texts.firstLine(text.replaceAll("\\s+", " "), SUMMARY))).orElse(told.episode().summary());
        Episode old = told.episode();
        Episode next = new Episode(old.id(), old.customer(), old.session(), old.from(), old.until(), subject, summary,
                narrative.orElse(old.narrative()), old.participants(), old.outcome(), old.facts(), old.sources(), 0);
        if (next.equals(old)) {
            return new Edited(told, true);
        }
        shelf.ledger().rewrite(next);
        note(told, note(told).put("edited_at", V2Api.time(Instant.now())));
        return new Edited(shelf.told(next), false);
    }

    private void note(Told told, ObjectNode note) throws MemoryException, InterruptedException {
        shelf.ledger().note(NOTE, told.id(), told.episode().id(), note.toString());
    }

    private static Optional<String> within(Fields fields, String name, int longest) {
        Optional<String> text = fields.maybe(name);
        if (text.filter(value -> value.length() > longest).isPresent()) {
            throw fields.invalid("String should have at most " + longest + " characters: " + name);
        }
        return text;
    }

    private Told find(String id) {
        return shelf.episode(id).orElseThrow(() -> Problem.notFound(Dialect.V2, "episode not found"));
    }

    private ObjectNode note(Told told) {
        try {
            return (ObjectNode) JSON.readTree(shelf.ledger().note(NOTE, told.id()).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note of this program's own is not JSON", e);
        }
    }

    Optional<String> editedAt(Told told) {
        return Optional.ofNullable(note(told).path("edited_at").textValue());
    }

    List<String> tags(Told told) {
        var tags = new ArrayList<String>();
        note(told).path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    Answer tags(String action, Fields fields) throws MemoryException, InterruptedException {
        fields.only("memory_type", "memory_ids", "tags");
        fields.oneOf("memory_type", null, "episode");
        List<String> ids = fields.memoryIds("memory_ids", MOST_TAGGED);
        List<String> tags = fields.texts("tags", action.equals("replace") ? 0 : 1, 100, 32);
        int matched = 0;
        for (String id : ids) {
            Optional<Told> told = shelf.episode(id);
            if (told.isPresent()) {
                matched++;
                tag(told.get(), action, tags);
            }
        }
        return V2Api.told(200, Answer.object().put("matched", matched).put("requested", ids.size()));
    }

    private void tag(Told told, String action, List<String> tags) throws MemoryException, InterruptedException {
        Set<String> all = new LinkedHashSet<>(action.equals("replace") ? List.of() : tags(told));
        if (action.equals("unbind")) {
            tags.forEach(all::remove);
        } else {
            all.addAll(tags);
        }
        ObjectNode note = note(told);
        ArrayNode json = note.putArray("tags");
        all.forEach(json::add);
        note(told, note);
    }

    Answer feedback(Fields fields) throws MemoryException, InterruptedException {
        fields.only("memory_type", "memory_id", "item_id", "rating", "reason", "suggestion", "note");
        String type = fields.oneOf("memory_type", null, "episode", "profile", "agent_case", "agent_skill");
        String memory = fields.memoryId("memory_id");
        if (type.equals("profile") != fields.has("item_id")) {
            throw fields.invalid("item_id belongs to profile: item_id");
        }
        if (fields.has("item_id") && !Ids.ITEM.matcher(fields.text("item_id")).matches()) {
            throw fields.invalid("String should match pattern '^(ei|it)_[0-9a-f]{24}$': item_id");
        }
        boolean positive = fields.oneOf("rating", null, "positive", "negative").equals("positive");
        fields.oneOf("reason", "other", "hallucination", "wrong_subject", "wrong_time", "redundant", "privacy", "style", "other", "outdated");
        within(fields, "suggestion", 8_000);
        within(fields, "note", 256);
        if (positive && (fields.has("reason") || fields.has("suggestion"))) {
            throw fields.invalid("reason and suggestion belong to a negative rating: reason");
        }
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        String about = find(memory).episode().id();
        shelf.ledger().note("feedback", id, about, fields.body().toString());
        return V2Api.told(200, Answer.object().put("id", id));
    }
}
