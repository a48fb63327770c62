package acquaint.memory.everos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EverOS cloud, version 2: refuses fields that it does not know, and can edit, tag and tell of its tasks. Pure. */
public final class CloudV2 implements Dialect {

    private static final String API = "/api/v2";
    private static final String MEMORY = API + "/memory";
    private static final int TASKS = 50;

    private final MemoryWords words = new MemoryWords(MEMORY, this::id);

    @Override
    public String name() {
        return "EverOS cloud v2";
    }

    @Override
    public String id(String id) {
        return Requests.shortened(id);
    }

    @Override
    public Call<Added> add(Batch batch) {
        return words.add(batch, Requests.object().put("async_mode", batch.async()));
    }

    @Override
    public Call<Boolean> flush(String userId, String sessionId) {
        return words.flush(sessionId);
    }

    @Override
    public Call<Found> search(SearchQuery query) {
        return words.search(query);
    }

    @Override
    public Call<Found> get(Listing listing) {
        return words.get(listing);
    }

    @Override
    public Optional<Call<Integer>> delete(Deletion deletion) {
        return Optional.of(words.delete(deletion));
    }

    @Override
    public Optional<Call<ProfileEdit.Outcome>> edit(ProfileEdit edit) {
        boolean trait = edit.type() == EverOsItem.Type.TRAIT;
        ObjectNode body = Requests.object().put("user_id", id(edit.userId()));
        ObjectNode operation = body.putArray("operations").addObject().put("action", Requests.name(edit.action()))
                .put("type", trait ? "implicit_traits" : "explicit_info");
        if (edit.action() != ProfileEdit.Action.ADD) {
            Requests.put(operation, "item_id", edit.itemId());
        }
        if (edit.action() != ProfileEdit.Action.DELETE) {
            ObjectNode data = operation.putObject("data");
            if (!edit.label().isBlank()) {
                data.put(trait ? "trait" : "category", Requests.clean(edit.label()));
            }
            data.put("description", Requests.clean(edit.description()));
        }
        operation.put("reason", Requests.clean(edit.reason()));
        return Optional.of(Requests.post(MEMORY + "/edit", body, Call.Effect.ONCE, Answers::edited));
    }

    @Override
    public Optional<Call<EverOsEpisode>> update(EpisodeUpdate update) {
        ObjectNode body = Requests.object().put("memory_type", "episode").put("memory_id", update.episodeId());
        ObjectNode patch = body.putObject("patch");
        Requests.put(patch, "subject", update.subject());
        Requests.put(patch, "summary", update.summary());
        Requests.put(patch, "episode", update.narrative());
        return Optional.of(Requests.post(MEMORY + "/update", body, Call.Effect.REPEATABLE, answer -> EpisodeReader.one(Answers.data(answer))
                .orElseThrow(() -> new Call.UnreadableAnswer("the answer has no episode"))));
    }

    @Override
    public Optional<Call<Integer>> tag(TagChange change) {
        ObjectNode body = Requests.object().put("memory_type", "episode");
        body.set("memory_ids", Requests.array(change.episodeIds()));
        body.set("tags", Requests.array(change.tags()));
        return Optional.of(Requests.post(MEMORY + "/tag/" + Requests.name(change.action()), body, Call.Effect.REPEATABLE,
                answer -> Answers.data(answer).path("matched").asInt()));
    }

    @Override
    public Optional<Call<TaskState>> task(String id) {
        return Optional.of(Requests.get(API + "/tasks/" + Paths.segment(id), answer -> Answers.task(Answers.data(answer))));
    }

    @Override
    public Optional<Call<List<TaskState>>> tasks(String sessionId) {
        return Optional.of(Requests.get(API + "/tasks?page=1&page_size=" + TASKS + "&session_id=" + Paths.query(id(sessionId)), answer -> {
            JsonNode data = Answers.data(answer);
            return JsonTexts.each(data, "items").map(Answers::task).toList();
        }));
    }

    @Override
    public Call<ServiceHealth> probe() {
        return Requests.get(API + "/tasks/stats", answer -> {
            Answers.data(answer);
            return new ServiceHealth(true, Optional.empty(), Map.of());
        });
    }

    @Override
    public Optional<Call<Upload.Ticket>> sign(Upload upload) {
        return Optional.of(Requests.sign(API + "/object/sign", upload));
    }

    @Override
    public Optional<Call<List<Article>>> articles(ArticleQuery query) {
        return query.base().map(base -> {
            ObjectNode body = Requests.object().put("query", Requests.clean(query.query())).put("method", "hybrid").put("top_k", query.topK());
            body.putArray("include").add("content");
            return Requests.post(API + "/knowledge_bases/" + Paths.segment(base) + "/search", body, Call.Effect.NONE, Answers::articles);
        });
    }
}
