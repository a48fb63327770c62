package acquaint.ui;

import acquaint.reply.DraftReply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The other drafts that were proposed beside the one that is shown; there are some only without a language model. JavaFX thread only. */
final class DraftAlternatives {

    private final Deque<DraftReply> others = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count", 1);

    /** How many there are to choose from, with the one that is shown. */
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    void offer(List<DraftReply> drafts) {
        others.clear();
        others.addAll(drafts);
        count.set(1 + others.size());
    }

    /** In the order of their turns. */
    List<DraftReply> others() {
        return List.copyOf(others);
    }

    void clear() {
        offer(List.of());
    }

    /** The one whose turn it is; {@code shown} comes last then. */
    Optional<DraftReply> next(DraftReply shown) {
        Optional<DraftReply> next = Optional.ofNullable(others.pollFirst());
        next.ifPresent(_ -> others.addLast(shown));
        return next;
    }
}
