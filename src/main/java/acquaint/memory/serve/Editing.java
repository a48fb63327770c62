package acquaint.memory.serve;

import acquaint.memory.Episode;
import acquaint.memory.MemoryException;
import acquaint.model.CustomerId;
import acquaint.model.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
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

/** What the second version changes in what is kept of an episode: its words, tags and ratings, and ratings of profiles. */
final class Editing {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTE = "episode";
    private static final int SUMMARY = 240;
    private static final int MOST_TAGGED = 200;

    private final Shelf shelf;

    Editing(Shelf shelf) {
        this.shelf = shelf;
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
        Optional<String> newSubject = patch.within("subject", 200);
        Optional<String> newSummary = patch.within("summary", 1_000);
        Optional<String> narrative = patch.within("episode", 8_000);
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
        fields.within("suggestion", 8_000);
        fields.within("note", 256);
        if (positive && (fields.has("reason") || fields.has("suggestion"))) {
            throw fields.invalid("reason and suggestion belong to a negative rating: reason");
        }
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        String about = switch (type) {
            case "episode" -> find(memory).episode().id();
            case "profile" -> profiled(memory, fields.text("item_id")).value();
            default -> throw Problem.notFound(Dialect.V2, "this memory keeps nothing of agents");
        };
        shelf.ledger().note("feedback", id, about, fields.body().toString());
        return V2Api.told(200, Answer.object().put("id", id));
    }

    /** Whose profile has this id, and in it an item with that. */
    private CustomerId profiled(String profile, String item) {
        return shelf.ledger().customersWithProfile().stream().filter(customer -> Ids.of(customer).equals(profile))
                .filter(customer -> shelf.ledger().profile(customer).stream().anyMatch(heard -> Ids.item(heard.item()).equals(item)))
                .findFirst().orElseThrow(() -> Problem.notFound(Dialect.V2, "profile item not found"));
    }
}
