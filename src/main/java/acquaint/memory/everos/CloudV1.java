package acquaint.memory.everos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * EverOS cloud, version 1, and the servers of one's own from before 1.0, which speak the same words without a key. A
 * customer's memory is named by {@code user_id}; deleting goes by memory cell, one at a time. Pure.
 */
public final class CloudV1 implements Dialect {

    private static final String MEMORIES = "/api/v1/memories";

    private final boolean cloud;

    private CloudV1(boolean cloud) {
        this.cloud = cloud;
    }

    public static CloudV1 cloud() {
        return new CloudV1(true);
    }

    /** A server of one's own from before 1.0. */
    static CloudV1 selfHosted() {
        return new CloudV1(false);
    }

    @Override
    public String name() {
        return cloud ? "EverOS cloud v1" : "EverOS self-hosted, before 1.0";
    }

    @Override
    public String id(String id) {
        return Requests.shortened(id);
    }

    @Override
    public Call<Added> add(Batch batch) {
        ObjectNode body = scope(batch.userId(), Optional.of(batch.sessionId())).put("async_mode", batch.async());
        ArrayNode messages = body.putArray("messages");
        for (Turn turn : batch.turns()) {
            messages.addObject().put("role", Requests.name(turn.role())).put("timestamp", turn.at().toEpochMilli())
                    .set("content", Requests.content(turn.content()));
        }
        return Requests.post(MEMORIES, body, Call.Effect.ONCE,
                answer -> Answers.added(answer, JsonTexts.text(answer.body().path("data"), "task_id")));
    }

    @Override
    public Call<Boolean> flush(String userId, String sessionId) {
        return Requests.post(MEMORIES + "/flush", scope(userId, Optional.of(sessionId)), Call.Effect.REPEATABLE, Answers::flushed);
    }

    private ObjectNode scope(String userId, Optional<String> sessionId) {
        ObjectNode body = Requests.object().put("user_id", id(userId));
        sessionId.ifPresent(session -> body.put("session_id", id(session)));
        return body;
    }

    @Override
    public Call<Found> search(SearchQuery query) {
        ObjectNode body = Requests.object().put("query", Requests.clean(query.query()));
        body.set("filters", scope(query.userId(), query.session()));
        ArrayNode types = body.putArray("memory_types");
        if (query.wanted().contains(SearchQuery.Want.EPISODES)) {
            types.add("episodic_memory");
        }
        if (query.wanted().contains(SearchQuery.Want.PROFILE)) {
            types.add("profile");
        }
        if (query.wanted().contains(SearchQuery.Want.PENDING)) {
            types.add("raw_message");
        }
        body.put("method", Requests.name(query.method())).put("top_k", query.topK());
        return Requests.post(MEMORIES + "/search", body, Call.Effect.NONE, Answers::found);
    }

    @Override
    public Call<Found> get(Listing listing) {
        ObjectNode body = Requests.object().put("memory_type", listing.type() == Listing.Type.EPISODES ? "episodic_memory" : "profile");
        body.set("filters", scope(listing.userId(), listing.session()));
        body.put("page", listing.page()).put("page_size", listing.pageSize()).put("rank_by", "timestamp").put("rank_order", "desc");
        return Requests.post(MEMORIES + "/get", body, Call.Effect.NONE, Answers::found);
    }

    @Override
    public Optional<Call<Integer>> delete(Deletion deletion) {
        ObjectNode body = switch (deletion) {
            case Deletion.Scope(String userId, Optional<String> session) -> scope(userId, session);
            case Deletion.Episodes(String _, List<EverOsEpisode> episodes) ->
                Requests.object().put("memory_id", episodes.getFirst().parentId().orElseGet(() -> episodes.getFirst().id()));
        };
        return Optional.of(Requests.post(MEMORIES + "/delete", body, Call.Effect.REPEATABLE, Answers::deleted));
    }

    @Override
    public Optional<Call<ProfileEdit.Outcome>> edit(ProfileEdit edit) {
        return Optional.empty();
    }

    @Override
    public Optional<Call<EverOsEpisode>> update(EpisodeUpdate update) {
        return Optional.empty();
    }

    @Override
    public Optional<Call<Integer>> tag(TagChange change) {
        return Optional.empty();
    }

    @Override
    public Optional<Call<TaskState>> task(String id) {
        return Optional.of(Requests.get("/api/v1/tasks/" + Paths.segment(id), answer -> Answers.task(Answers.data(answer))));
    }

    @Override
    public Optional<Call<List<TaskState>>> tasks(String sessionId) {
        return Optional.empty();
    }

    @Override
    public Call<ServiceHealth> probe() {
        if (!cloud) {
            return Requests.get("/health", Answers::health);
        }
        ObjectNode body = Requests.object().put("memory_type", "profile");
        body.putObject("filters").put("user_id", "probe");
        return Requests.post(MEMORIES + "/get", body, Call.Effect.NONE, answer -> {
            Answers.data(answer);
            return new ServiceHealth(true, Optional.empty(), java.util.Map.of());
        });
    }

    @Override
    public Optional<Call<Upload.Ticket>> sign(Upload upload) {
        return cloud ? Optional.of(Requests.sign("/api/v1/object/sign", upload)) : Optional.empty();
    }

    @Override
    public Optional<Call<List<Article>>> articles(ArticleQuery query) {
        return Optional.empty();
    }

    @Override
    public boolean searchesPendingWithTheRest() {
        return true;
    }

    /** Its open engine picks pending messages by who sent them, which may leave out what agents said. */
    @Override
    public boolean listsEveryPending() {
        return false;
    }
}
