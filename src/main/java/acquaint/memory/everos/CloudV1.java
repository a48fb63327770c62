package acquaint.memory.everos;

import acquaint.memory.everos.Call.Effect;
import acquaint.memory.everos.SearchQuery.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first version of the cloud service, which names the customer in the request and narrows by filters. The server of
 * before 1.0 speaks it, too, and tells how it is besides.
 */
public final class CloudV1 implements Dialect {

    private static final String ROOT = "/api/v1";
    private static final String MEMORIES = ROOT + "/memories";

    private final String name;
    private final Call<ServiceHealth> probe;

    public CloudV1() {
        // There is no cheaper question; nobody is called so, and if somebody is, nothing is kept of the answer.
        this("EverOS cloud v1", new Body().text("memory_type", "profile").object("filters", new Body().text("user_id", "probe"))
                .post(MEMORIES + "/get", Effect.NONE, answer -> {
                    LooseObject.data(answer);
                    return HealthReader.WELL;
                }));
    }

    private CloudV1(String name, Call<ServiceHealth> probe) {
        this.name = name;
        this.probe = probe;
    }

    /** The words of a self-hosted server of before 1.0, which takes no key. */
    static CloudV1 beforeOne() {
        return new CloudV1("EverOS self-hosted before 1.0", HealthReader.ask(HealthReader::beforeOne));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Call<Added> add(Batch batch) {
        return ofSession(batch.userId(), batch.sessionId())
                .flag("async_mode", batch.async())
                .objects("messages", batch.turns().stream().map(turn -> TurnWriter.personal(turn, batch.userId())).toList())
                .post(MEMORIES, Effect.ONCE, answer ->
                        OutcomeReader.added(answer, batch.turns().size(), LooseObject.data(answer).text("task_id")));
    }

    @Override
    public Call<Boolean> flush(String userId, String sessionId) {
        return ofSession(userId, sessionId).post(MEMORIES + "/flush", Effect.REPEATABLE, OutcomeReader::flushed);
    }

    @Override
    public Call<Found> search(SearchQuery query) {
        return new Body()
                .text("query", query.query())
                .object("filters", filters(query.userId(), query.session()))
                .texts("memory_types", types(query))
                .text("method", query.method().name().toLowerCase(Locale.ROOT))
                .number("top_k", query.topK())
                .post(MEMORIES + "/search", Effect.NONE, answer -> FoundReader.search(answer, query.wanted()));
    }

    private static List<String> types(SearchQuery query) {
        var types = new ArrayList<String>();
        for (Want want : Want.values()) {
            if (query.wanted().contains(want)) {
                types.add(switch (want) {
                    case EPISODES -> "episodic_memory";
                    case PROFILE -> "profile";
                    case PENDING -> "raw_message";
                });
            }
        }
        return types;
    }

    @Override
    public Call<Found> get(Listing listing) {
        boolean episodes = listing.type() == Listing.Type.EPISODES;
        return new Body()
                .text("memory_type", episodes ? "episodic_memory" : "profile")
                // A profile is of all sessions.
                .object("filters", filters(listing.userId(), episodes ? listing.session() : Optional.empty()))
                .number("page", listing.page())
                .number("page_size", listing.pageSize())
                .text("rank_by", "timestamp")
                .text("rank_order", "desc")
                .post(MEMORIES + "/get", Effect.NONE, FoundReader::listing);
    }

    @Override
    public Optional<Call<Integer>> delete(Deletion deletion) {
        return switch (deletion) {
            case Deletion.Scope scope -> Optional.of(filters(scope.userId(), scope.session())).map(CloudV1::deletion);
            case Deletion.Episodes episodes -> cell(episodes).map(id -> deletion(new Body().text("memory_id", id)));
        };
    }

    @Override
    public int episodesAtOnce() {
        return 1;
    }

    /** The memory cell of the only episode; without one the service cannot be told what to delete. */
    private static Optional<String> cell(Deletion.Episodes episodes) {
        if (episodes.episodes().size() != 1) {
            throw new IllegalArgumentException("cloud v1 deletes one episode at a time, not " + episodes.episodes().size());
        }
        return episodes.episodes().getFirst().parentId();
    }

    private static Call<Integer> deletion(Body body) {
        return body.post(MEMORIES + "/delete", Effect.REPEATABLE, OutcomeReader::deleted);
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
        return Optional.of(TaskCalls.byId(ROOT, id));
    }

    @Override
    public Optional<Call<List<TaskState>>> tasks(String sessionId) {
        return Optional.empty();
    }

    @Override
    public Call<ServiceHealth> probe() {
        return probe;
    }

    @Override
    public Optional<Call<Upload.Ticket>> sign(Upload upload) {
        return Optional.of(ObjectSign.ask(ROOT, upload));
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

    @Override
    public String id(String id) {
        return Ids.plain(id);
    }

    private static Body ofSession(String userId, String sessionId) {
        return new Body().text("user_id", Ids.plain(userId)).text("session_id", Ids.plain(sessionId));
    }

    /** The service ignores a filter it does not know, and would answer with more; these two it knows. */
    private static Body filters(String userId, Optional<String> session) {
        return new Body().text("user_id", Ids.plain(userId)).text("session_id", session.map(Ids::plain));
    }
}
