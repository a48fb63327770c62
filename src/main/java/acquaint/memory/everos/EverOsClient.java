package acquaint.memory.everos;

import acquaint.memory.MemoryException.Kind;
import acquaint.memory.SearchMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the service can do, whichever dialect it speaks. Where a server does not know a path, the dialect's older words are
 * tried, and kept once they have worked. An empty answer means that this service cannot do it. Blocks; safe for several
 * threads.
 */
public final class EverOsClient implements AutoCloseable {

    private static final int PAGE = 100;

    private final EverOsHttp http;
    private volatile Dialect dialect;
    /** What a server was set up with does not change while it runs. */
    private volatile boolean wordsAlone;

    public EverOsClient(EverOsHttp http, Dialect dialect) {
        this.http = http;
        this.dialect = dialect;
    }

    /** The words that are spoken now. */
    public Dialect dialect() {
        return dialect;
    }

    public Added add(Batch batch) throws EverOsException, InterruptedException {
        return call(words -> words.add(batch));
    }

    /** Has the service make episodes of what a session holds; true where it made any. */
    public boolean flush(String userId, String sessionId) throws EverOsException, InterruptedException {
        return call(words -> words.flush(userId, sessionId));
    }

    /** A server without a model for embeddings is asked by words alone. */
    public Found search(SearchQuery query) throws EverOsException, InterruptedException {
        if (!wordsAlone) {
            try {
                return call(words -> words.search(query));
            } catch (EverOsException e) {
                if (!e.isForWantOfACapability() || query.method() == SearchMethod.KEYWORD) {
                    throw e;
                }
                wordsAlone = true;
            }
        }
        return call(words -> words.search(query.by(SearchMethod.KEYWORD)));
    }

    public Found get(Listing listing) throws EverOsException, InterruptedException {
        return call(words -> words.get(listing));
    }

    /** All episodes of a customer or of one session, page by page, newest first; at most {@code most}. */
    public List<EverOsEpisode> episodes(String userId, Optional<String> session, int most) throws EverOsException, InterruptedException {
        var all = new ArrayList<EverOsEpisode>();
        int size = Math.clamp(most, 1, PAGE);
        for (int page = 1; all.size() < most; page++) {
            Found found = get(new Listing(userId, Listing.Type.EPISODES, session, page, size));
            all.addAll(found.episodes());
            if (found.episodes().size() < size) {
                break;
            }
        }
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /** All items of a customer's profile. */
    public List<EverOsItem> profile(String userId) throws EverOsException, InterruptedException {
        var items = new ArrayList<EverOsItem>();
        for (int page = 1; ; page++) {
            Found found = get(new Listing(userId, Listing.Type.PROFILE, Optional.empty(), page, PAGE));
            items.addAll(found.profile());
            // A page counts documents, each of which holds many items.
            if (found.profile().isEmpty() || found.total() <= page * PAGE) {
                return List.copyOf(items);
            }
        }
    }

    /**
     * Deletes for good and says how many, as far as the service does. Cloud v1 fails now and then on a session as a whole
     * (reported in June 2026); its episodes are then deleted one by one.
     */
    public Optional<Integer> delete(Deletion deletion) throws EverOsException, InterruptedException {
        return switch (deletion) {
            case Deletion.Scope scope -> {
                try {
                    yield maybe(words -> words.delete(scope));
                } catch (EverOsException e) {
                    if (e.kind() != Kind.FAULT || scope.session().isEmpty()) {
                        throw e;
                    }
                    yield delete(new Deletion.Episodes(scope.userId(), episodes(scope.userId(), scope.session(), PAGE)));
                }
            }
            case Deletion.Episodes(String userId, List<EverOsEpisode> episodes) -> deleteEach(userId, episodes);
        };
    }

    private Optional<Integer> deleteEach(String userId, List<EverOsEpisode> episodes) throws EverOsException, InterruptedException {
        int deleted = 0;
        int atOnce = dialect.episodesAtOnce();
        for (int from = 0; from < episodes.size(); from += atOnce) {
            List<EverOsEpisode> some = episodes.subList(from, Math.min(from + atOnce, episodes.size()));
            Optional<Integer> count = maybe(words -> words.delete(new Deletion.Episodes(userId, some)));
            if (count.isEmpty()) {
                return Optional.empty();
            }
            deleted += count.get();
        }
        return Optional.of(deleted);
    }

    public Optional<ProfileEdit.Outcome> edit(ProfileEdit edit) throws EverOsException, InterruptedException {
        return maybe(words -> words.edit(edit));
    }

    public Optional<EverOsEpisode> update(EpisodeUpdate update) throws EverOsException, InterruptedException {
        return maybe(words -> words.update(update));
    }

    public Optional<Integer> tag(TagChange change) throws EverOsException, InterruptedException {
        return maybe(words -> words.tag(change));
    }

    /** Where a task stands; empty where this service has no tasks, or no longer knows this one. */
    public Optional<TaskState> task(String id) throws EverOsException, InterruptedException {
        try {
            return maybe(words -> words.task(id));
        } catch (EverOsException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public Optional<List<TaskState>> tasks(String sessionId) throws EverOsException, InterruptedException {
        return maybe(words -> words.tasks(sessionId));
    }

    public ServiceHealth probe() throws EverOsException, InterruptedException {
        return call(Dialect::probe);
    }

    /** Hands a file over and returns the part of a message that refers to it; empty where this service takes none. */
    public Optional<Content> attach(Upload upload, Content.Type type, byte[] bytes) throws EverOsException, InterruptedException {
        if (bytes.length > upload.kind().most()) {
            throw new EverOsException(Kind.REFUSED, 0, true, upload.fileName() + " is larger than "
                    + (upload.kind().most() >> 20) + " MB, the most that the service takes of its kind", null, Optional.empty());
        }
        Optional<Upload.Ticket> ticket = maybe(words -> words.sign(upload));
        if (ticket.isEmpty()) {
            return Optional.empty();
        }
        http.upload(ticket.get(), upload.fileName(), bytes);
        int dot = upload.fileName().lastIndexOf('.');
        return Optional.of(new Content(type, Optional.empty(), Optional.of(ticket.get().objectKey()), Optional.of(upload.fileName()),
                dot < 0 ? Optional.empty() : Optional.of(upload.fileName().substring(dot + 1))));
    }

    public Optional<List<Article>> articles(ArticleQuery query) throws EverOsException, InterruptedException {
        return maybe(words -> words.articles(query));
    }

    private <T> T call(Function<Dialect, Call<T>> words) throws EverOsException, InterruptedException {
        return maybe(words.andThen(Optional::of)).orElseThrow(() -> new EverOsException(Kind.WRONG_VERSION, 404, true,
                http.host() + " does not know the paths of " + dialect.name(), null, Optional.empty()));
    }

    /** Empty where neither this dialect nor its older words can do it. */
    private <T> Optional<T> maybe(Function<Dialect, Optional<Call<T>>> words) throws EverOsException, InterruptedException {
        for (Optional<Dialect> next = Optional.of(dialect); next.isPresent(); next = next.get().older()) {
            Optional<Call<T>> call = words.apply(next.get());
            if (call.isPresent()) {
                try {
                    T answer = http.execute(call.get());
                    dialect = next.get();
                    return Optional.of(answer);
                } catch (EverOsException e) {
                    if (!e.isUnknownPath()) {
                        throw e;
                    }
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
    }
}
