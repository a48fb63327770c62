package acquaint.memory.everos;

import acquaint.memory.everos.Call.Effect;
import acquaint.memory.everos.SearchQuery.Want;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The words that cloud v2 and self-hosted servers share. Both refuse fields they do not know, so nothing goes here that
 * only one of them takes. Everything is kept in the default partition. {@code memory} is where the memory's paths begin.
 */
record V2Words(String memory, UnaryOperator<String> ids) {

    /** An add without what only one of them takes. */
    Body messages(Batch batch) {
        return new Body()
                .text("session_id", ids.apply(batch.sessionId()))
                .objects("messages", batch.turns().stream().map(turn -> TurnWriter.sent(turn, ids)).toList());
    }

    Call<Boolean> flush(String sessionId) {
        return new Body().text("session_id", ids.apply(sessionId)).post(memory + "/flush", Effect.REPEATABLE, OutcomeReader::flushed);
    }

    Call<Found> search(SearchQuery query) {
        Body body = new Body()
                .text("user_id", ids.apply(query.userId()))
                .text("query", query.query())
                .text("method", query.method().name().toLowerCase(Locale.ROOT))
                .number("top_k", query.topK())
                .flag("include_profile", query.wanted().contains(Want.PROFILE));
        filter(body, query.session());
        return body.post(memory + "/search", Effect.NONE, answer -> FoundReader.search(answer, query.wanted()));
    }

    Call<Found> get(Listing listing) {
        Body body = new Body()
                .text("user_id", ids.apply(listing.userId()))
                .number("page", listing.page())
                .number("page_size", listing.pageSize())
                .text("sort_order", "desc");
        switch (listing.type()) {
            case EPISODES -> filter(body.text("memory_type", "episode"), listing.session());
            // A profile is of all sessions.
            case PROFILE -> body.text("memory_type", "profile");
        }
        return body.post(memory + "/get", Effect.NONE, FoundReader::listing);
    }

    /** A plain value and no operator, since only that brings the session's pending messages. */
    private void filter(Body body, Optional<String> session) {
        session.ifPresent(id -> body.object("filters", new Body().text("session_id", ids.apply(id))));
    }

    Call<Integer> delete(Deletion.Scope scope) {
        Body body = new Body().text("user_id", ids.apply(scope.userId()));
        scope.session().ifPresent(id -> body.text("session_id", ids.apply(id)));
        return body.post(memory + "/delete", Effect.REPEATABLE, OutcomeReader::deleted);
    }

    /** A deletion of episodes without what only one of them takes. */
    Body episodes(Deletion.Episodes episodes) {
        if (episodes.episodes().isEmpty() || episodes.episodes().size() > Deletion.Episodes.MOST) {
            throw new IllegalArgumentException("a deletion takes 1 to " + Deletion.Episodes.MOST + " episodes, not " + episodes.episodes().size());
        }
        List<String> memories = episodes.episodes().stream().map(EverOsEpisode::id).toList();
        return new Body().text("memory_type", "episode").texts("memory_ids", memories);
    }

    Call<Integer> delete(Body episodes) {
        return episodes.post(memory + "/delete_by_ids", Effect.REPEATABLE, OutcomeReader::deleted);
    }
}
