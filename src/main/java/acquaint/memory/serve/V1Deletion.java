package acquaint.memory.serve;

import acquaint.memory.MemoryException;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Deletions of the first version: of one memory by its cell's id, or of all that match each field that is named. */
final class V1Deletion {

    /** Names no one in particular, as does a field that is missing. */
    private static final String ALL = "__all__";

    /** A field of a deletion. One that is named without a value asks for what has none. */
    private record Wanted(boolean named, Optional<String> value) {

        static Wanted of(Fields fields, String field) {
            JsonNode given = fields.body().path(field);
            boolean all = given.isMissingNode() || given.asText().equals(ALL);
            boolean empty = given.isNull() || given.isTextual() && given.textValue().isEmpty();
            return new Wanted(!all, all || empty ? Optional.empty() : Optional.of(fields.id(field)));
        }

        boolean isNone() {
            return named && value.isEmpty();
        }
    }

    private final Shelf shelf;

    V1Deletion(Shelf shelf) {
        this.shelf = shelf;
    }

    Answer answer(Fields fields) throws MemoryException, InterruptedException {
        boolean byId = fields.body().has("memory_id");
        boolean byScope = Stream.of("user_id", "group_id", "session_id", "sender_id").anyMatch(fields.body()::has);
        if (byId == byScope) {
            throw fields.invalid(byId ? "memory_id excludes every other field: memory_id" : "at least one of memory_id, user_id, group_id: body");
        }
        if (byId) {
            shelf.forget(shelf.ledger().episodeEnding(fields.memoryId("memory_id")).map(shelf::told).stream().toList());
        } else {
            delete(fields, Wanted.of(fields, "user_id"), Wanted.of(fields, "group_id"));
        }
        return Answer.nothing();
    }

    private void delete(Fields fields, Wanted user, Wanted group) throws MemoryException, InterruptedException {
        Wanted session = Wanted.of(fields, "session_id");
        Wanted sender = Wanted.of(fields, "sender_id");
        if (user.value().isEmpty() && group.value().isEmpty()) {
            throw fields.invalid("at least one of user_id, group_id: body");
        }
        if (sender.isNone()) {
            return; // Everything was said by somebody.
        }
        CustomerId owner = group.value().map(Owner::group).orElseGet(() -> new CustomerId(user.value().orElseThrow()));
        Optional<SessionId> within = session.isNone() ? Optional.of(V1Api.NO_SESSION) : session.value().map(SessionId::new);
        // Of a group's memories those are a user's in which they took part.
        Set<String> speakers = new HashSet<>(sender.value().stream().toList());
        group.value().flatMap(_ -> user.value()).ifPresent(speakers::add);
        if (speakers.isEmpty()) {
            shelf.forget(owner, within);
        } else {
            shelf.forgetSpokenBy(owner, within, speakers);
        }
    }
}
