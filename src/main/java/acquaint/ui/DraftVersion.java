package acquaint.ui;

import acquaint.casework.Recalled;
import acquaint.reply.DraftReply;
import java.util.Set;

/**
 * A draft as it stood at one moment. {@code own} are the sentences that the agent wrote or changed, which need no evidence of the program's.
 * Immutable.
 */
public record DraftVersion(DraftReply reply, Recalled recalled, Set<String> own) {

    public DraftVersion {
        own = Set.copyOf(own);
    }

    String text() {
        return reply.text();
    }

    boolean isOwn(DraftReply.Sentence sentence) {
        return own.contains(sentence.text());
    }

    /** Whether a sentence claims something that stands nowhere. */
    static boolean isUnsupported(DraftReply.Sentence sentence) {
        return sentence.support() == DraftReply.Support.UNSUPPORTED;
    }
}
