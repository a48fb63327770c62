package acquaint.memory.everos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What cloud v2 and the self-hosted servers from 1.0 on say alike: the owner of a message is its sender, the owner of a
 * question stands at its top. {@code prefix} is where the paths begin, {@code ids} how ids are written. Pure.
 */
record MemoryWords(String prefix, UnaryOperator<String> ids) {

    /** {@code fields} are those that only one of the two takes. */
    Call<Added> add(Batch batch, ObjectNode fields) {
        ObjectNode body = Requests.object().put("session_id", ids.apply(batch.sessionId()));
        body.setAll(fields);
        ArrayNode messages = body.putArray("messages");
        for (Turn turn : batch.turns()) {
            ObjectNode message = messages.addObject().put("sender_id", ids.apply(turn.senderId()));
            Requests.put(message, "sender_name", turn.senderName().filter(name -> !name.isBlank()));
            message.put("role", Requests.name(turn.role())).put("timestamp", turn.at().toEpochMilli())
                    .set("content", Requests.content(turn.content()));
        }
        return Requests.post(prefix + "/add", body, Call.Effect.ONCE, answer -> Answers.added(answer,
                JsonTexts.text(answer.body(), "request_id").or(answer::requestId)));
    }

    Call<Boolean> flush(String sessionId) {
        return Requests.post(prefix + "/flush", Requests.object().put("session_id", ids.apply(sessionId)), Call.Effect.REPEATABLE, Answers::flushed);
    }

    Call<Found> search(SearchQuery query) {
        ObjectNode body = Requests.object().put("user_id", ids.apply(query.userId())).put("query", Requests.clean(query.query()))
                .put("method", Requests.name(query.method())).put("top_k", query.topK())
                .put("include_profile", query.wanted().contains(SearchQuery.Want.PROFILE));
        filter(body, query.session());
        return Requests.post(prefix + "/search", body, Call.Effect.NONE, Answers::found);
    }

    Call<Found> get(Listing listing) {
        ObjectNode body = Requests.object().put("user_id", ids.apply(listing.userId()))
                .put("memory_type", listing.type() == Listing.Type.EPISODES ? "episode" : "profile")
                .put("page", listing.page()).put("page_size", listing.pageSize()).put("sort_order", "desc");
        filter(body, listing.session());
        return Requests.post(prefix + "/get", body, Call.Effect.NONE, Answers::found);
    }

    private void filter(ObjectNode body, Optional<String> session) {
        session.ifPresent(id -> body.putObject("filters").put("session_id", ids.apply(id)));
    }

    Call<Integer> delete(Deletion deletion) {
        return switch (deletion) {
            case Deletion.Scope(String userId, Optional<String> session) -> {
                ObjectNode body = Requests.object().put("user_id", ids.apply(userId));
                session.ifPresent(id -> body.put("session_id", ids.apply(id)));
                yield Requests.post(prefix + "/delete", body, Call.Effect.REPEATABLE, Answers::deleted);
            }
            case Deletion.Episodes(String _, List<EverOsEpisode> episodes) -> {
                ObjectNode body = Requests.object().put("memory_type", "episode");
                body.set("memory_ids", Requests.array(episodes.stream().map(EverOsEpisode::id).toList()));
                yield Requests.post(prefix + "/delete_by_ids", body, Call.Effect.REPEATABLE, Answers::deleted);
            }
        };
    }
}
