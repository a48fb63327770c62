package acquaint.ui;

import acquaint.reply.DraftReply;
import java.util.List;

/** A draft that was put away, with all that it has been and the proposals that stood beside it. */
record DiscardedDraft(DraftVersions versions, List<DraftReply> others) {

    DiscardedDraft {
        others = List.copyOf(others);
    }
}
