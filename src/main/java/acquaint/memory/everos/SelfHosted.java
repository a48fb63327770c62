package acquaint.memory.everos;

import acquaint.memory.everos.Call.Effect;
import java.util.List;
import java.util.Optional;

/**
 * A server of one's own, from 1.0 on, which works on what it is given before it answers and can edit nothing. The first
 * of them knew only the paths of {@link #older()}; a deletion there came with 1.6.
 */
public final class SelfHosted implements Dialect {

    private final String name;
    private final String root;
    private final V2Words words;
    private final Dialect older;

    public SelfHosted() {
        this("EverOS self-hosted", "/api/v2", new SelfHosted("EverOS self-hosted (early 1.x)", "/api/v1", CloudV1.beforeOne()));
    }

    private SelfHosted(String name, String root, Dialect older) {
        this.name = name;
        this.root = root;
        this.words = new V2Words(root + "/memory", Ids::escaped);
        this.older = older;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Call<Added> add(Batch batch) {
        return words.messages(batch).post(words.memory() + "/add", Effect.ONCE, answer ->
                OutcomeReader.added(answer, batch.turns().size(), Optional.empty()));
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
            // Naming the owner keeps an id that went astray from deleting what is another customer's.
            case Deletion.Episodes episodes -> words.delete(words.episodes(episodes).text("user_id", id(episodes.userId())));
        });
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
        return Optional.empty();
    }

    @Override
    public Optional<Call<List<TaskState>>> tasks(String sessionId) {
        return Optional.empty();
    }

    @Override
    public Call<ServiceHealth> probe() {
        return HealthReader.ask(HealthReader::sinceOne);
    }

    @Override
    public Optional<Call<Upload.Ticket>> sign(Upload upload) {
        return Optional.empty();
    }

    /** In the server's only knowledge base, whatever base is asked for. */
    @Override
    public Optional<Call<List<Article>>> articles(ArticleQuery query) {
        return Optional.of(new Body()
                .text("query", ArticleReader.query(query))
                .text("method", "hybrid")
                .number("top_k", query.topK())
                .flag("include_content", true)
                .post(root + "/knowledge/search", Effect.NONE, ArticleReader::all));
    }

    @Override
    public String id(String id) {
        return Ids.escaped(id);
    }

    @Override
    public Optional<Dialect> older() {
        return Optional.of(older);
    }
}
