package acquaint.memory.everos;

import java.util.List;
import java.util.Optional;

/**
 * The words of one version of the service. Pure: makes calls and reads answers, and keeps no state. What a version cannot
 * do is an empty call.
 */
public interface Dialect {

    /** For people: "EverOS cloud v1". */
    String name();

    Call<Added> add(Batch batch);

    /** True where something was extracted. */
    Call<Boolean> flush(String userId, String sessionId);

    Call<Found> search(SearchQuery query);

    Call<Found> get(Listing listing);

    /**
     * How many were deleted, where the service says it; 0 where it does not. Of episodes at most {@link #episodesAtOnce()}:
     * cloud v1 takes one at a time, and only one that names its memory cell.
     */
    Optional<Call<Integer>> delete(Deletion deletion);

    /** How many episodes one deletion takes. */
    default int episodesAtOnce() {
        return Deletion.Episodes.MOST;
    }

    Optional<Call<ProfileEdit.Outcome>> edit(ProfileEdit edit);

    Optional<Call<EverOsEpisode>> update(EpisodeUpdate update);

    /** How many episodes were found to be tagged. */
    Optional<Call<Integer>> tag(TagChange change);

    Optional<Call<TaskState>> task(String id);

    /** The service's work on one session. */
    Optional<Call<List<TaskState>>> tasks(String sessionId);

    /** A cheap question that only this dialect answers, and only with a good key. */
    Call<ServiceHealth> probe();

    Optional<Call<Upload.Ticket>> sign(Upload upload);

    Optional<Call<List<Article>>> articles(ArticleQuery query);

    /**
     * An id as this dialect takes it, the same for the same {@code id}: escaped where characters are not allowed, shortened
     * where it is too long. Calls take plain ids and do this themselves; answers hold ids as the service has them.
     */
    String id(String id);

    /** Whether one search brings episodes, profile and pending messages; elsewhere a session's pending ones are asked for apart. */
    default boolean searchesPendingWithTheRest() {
        return false;
    }

    /** Whether a search for pending messages brings all of a session's, and not only the customer's own. */
    default boolean listsEveryPending() {
        return true;
    }

    /** What to try where this dialect's path is unknown to the server (404). */
    default Optional<Dialect> older() {
        return Optional.empty();
    }
}
