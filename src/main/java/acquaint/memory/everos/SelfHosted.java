package acquaint.memory.everos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A server of one's own. Its paths were moved once and its first versions spoke cloud v1, so each has older words to try.
 * Ids are of few characters there; others are written as a plus and two hexadecimal digits a byte. Pure.
 */
public final class SelfHosted implements Dialect {

    private static final HexFormat HEX = HexFormat.of();

    private final String api;
    private final MemoryWords words;

    private SelfHosted(String api) {
        this.api = api;
        this.words = new MemoryWords(api + "/memory", this::id);
    }

    /** As the newest servers speak. */
    public static SelfHosted newest() {
        return new SelfHosted("/api/v2");
    }

    @Override
    public Optional<Dialect> older() {
        return Optional.of(api.equals("/api/v2") ? new SelfHosted("/api/v1") : CloudV1.selfHosted());
    }

    @Override
    public String name() {
        return "EverOS self-hosted";
    }

    @Override
    public String id(String id) {
        var written = new StringBuilder();
        Requests.clean(id).codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || "_.@-".indexOf(c) >= 0)) {
                written.appendCodePoint(c);
            } else {
                for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    written.append('+').append(HEX.toHexDigits(one));
                }
            }
        });
        return Requests.shortened(written.toString());
    }

    @Override
    public Call<Added> add(Batch batch) {
        return words.add(batch, Requests.object());
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
        return Requests.get("/health", Answers::health);
    }

    @Override
    public Optional<Call<Upload.Ticket>> sign(Upload upload) {
        return Optional.empty();
    }

    @Override
    public Optional<Call<List<Article>>> articles(ArticleQuery query) {
        ObjectNode body = Requests.object().put("query", Requests.clean(query.query())).put("top_k", query.topK()).put("include_content", true);
        return Optional.of(Requests.post(api + "/knowledge/search", body, Call.Effect.NONE, Answers::articles));
    }
}
