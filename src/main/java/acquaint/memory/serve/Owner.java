package acquaint.memory.serve;

import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.util.Optional;

/** Names of memories that are not one customer's: a group's, and what is said in a session before anybody but agents speaks there. */
final class Owner {

    /** No partition has an empty name, so none of these is taken for a customer of one. */
    private static final String GROUP = Ids.BETWEEN + "group" + Ids.BETWEEN;
    private static final String NOBODY = Ids.BETWEEN + "nobody" + Ids.BETWEEN;

    private Owner() {}

    static CustomerId group(String id) {
        return new CustomerId(GROUP + id);
    }

    static Optional<String> groupId(CustomerId owner) {
        return owner.value().startsWith(GROUP) ? Optional.of(owner.value().substring(GROUP.length())) : Optional.empty();
    }

    /** Who said nothing yet in a session of the partition. */
    static CustomerId nobody(Space space, SessionId session) {
        return new CustomerId(nobodies(space) + session.value());
    }

    /** How the names of all of the partition begin. */
    static String nobodies(Space space) {
        return NOBODY + space.app() + Ids.BETWEEN + space.project() + Ids.BETWEEN;
    }

    /** As other programs know a customer: by the id within the partition. */
    static String id(CustomerId owner) {
        return groupId(owner).orElseGet(() -> Space.of(owner).id(owner));
    }
}
