package acquaint.privacy;

import java.util.Optional;

/**
 * Whether a ledger is as it was written. {@code lines} are those that fit, up to the first flaw; {@code last} is the hash of the last of them,
 * which a team may note elsewhere. {@code halfWritten}: the file ends in a line that was not finished, which says that the machine stopped
 * (or that it is being written now) and is no flaw.
 */
public record LedgerCheck(long lines, String last, boolean halfWritten, Optional<Flaw> flaw) {

    /** The first line that does not fit: its number, counted by its place in the chain, and why. */
    public record Flaw(long number, Reason reason) {}

    public enum Reason {
        /** Its content is not what its hash was made of. */
        CHANGED,
        /** One or more lines before it are not there any more. */
        REMOVED,
        /** It does not belong here: inserted, repeated or moved. */
        OUT_OF_PLACE,
        /** It is no line of a ledger, and nothing says that it was half written. */
        UNREADABLE,
        /** Lines at the end are not there any more. */
        CUT
    }

    public boolean whole() {
        return flaw.isEmpty();
    }
}
