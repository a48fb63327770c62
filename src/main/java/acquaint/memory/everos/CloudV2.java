package acquaint.memory.everos;

import acquaint.memory.everos.Call.Effect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The second version of the cloud service: the only one that edits what it remembers. */
public final class CloudV2 implements Dialect {

    private static final String ROOT = "/api/v2";
    private static final String MEMORY = ROOT + "/memory";

    private final V2Words words = new V2Words(MEMORY, this::id);

    @Override
    public String name() {
        return "EverOS cloud v2";
    }

    @Override
    public Call<Added> add(Batch batch) {
        return words.messages(batch).flag("async_mode", batch.async())
                .post(MEMORY + "/add", Effect.ONCE, answer ->
                        OutcomeReader.added(answer, batch.turns().size(), OutcomeReader.requestId(answer)));
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
        return Optional.of(switch (deletion) {
            case Deletion.Scope scope -> words.delete(scope);
            case Deletion.Episodes episodes -> words.delete(words.episodes(episodes));
        });
    }

    @Override
    public Optional<Call<ProfileEdit.Outcome>> edit(ProfileEdit edit) {
        return Optional.of(EditWriter.call(MEMORY + "/edit", id(edit.userId()), edit));
    }

    @Override
    public Optional<Call<EverOsEpisode>> update(EpisodeUpdate update) {
        Body patch = new Body().text("subject", update.subject()).text("summary", update.summary()).text("episode", update.narrative());
        return Optional.of(new Body()
                .text("memory_type", "episode")
                .text("memory_id", update.episodeId())
                .object("patch", patch)
                .post(MEMORY + "/update", Effect.REPEATABLE, OutcomeReader::updated));
    }

    @Override
    public Optional<Call<Integer>> tag(TagChange change) {
        return Optional.of(new Body()
                .text("memory_type", "episode")
                .texts("memory_ids", change.episodeIds())
                .texts("tags", change.tags())
                .post(MEMORY + "/tag/" + change.action().name().toLowerCase(Locale.ROOT), Effect.REPEATABLE, OutcomeReader::tagged));
    }

    @Override
    public Optional<Call<TaskState>> task(String id) {
        return Optional.of(TaskCalls.byId(ROOT, id));
    }

    @Override
    public Optional<Call<List<TaskState>>> tasks(String sessionId) {
        return Optional.of(TaskCalls.ofSession(ROOT, id(sessionId)));
    }

    @Override
    public Call<ServiceHealth> probe() {
        return TaskCalls.statistics(ROOT);
    }

    @Override
    public Optional<Call<Upload.Ticket>> sign(Upload upload) {
        return Optional.of(ObjectSign.ask(ROOT, upload));
    }

    /** Empty without a knowledge base: an account has as many as it likes. */
    @Override
    public Optional<Call<List<Article>>> articles(ArticleQuery query) {
        return query.base().map(base -> new Body()
                .text("query", ArticleReader.query(query))
                .text("method", "hybrid")
                .number("top_k", query.topK())
                .texts("include", List.of("content"))
                .post(ROOT + "/knowledge_bases/" + UrlPart.of(base) + "/search", Effect.NONE, ArticleReader::all));
    }

    @Override
    public String id(String id) {
        return Ids.plain(id);
    }
}
