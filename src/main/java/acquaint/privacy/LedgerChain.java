package acquaint.privacy;

import acquaint.privacy.LedgerCheck.Flaw;
import acquaint.privacy.LedgerCheck.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a ledger from line to line until one does not fit. */
final class LedgerChain {

    private LedgerEnd end = LedgerEnd.NONE;
    private final List<byte[]> unreadable = new ArrayList<>();
    private Optional<Flaw> flaw = Optional.empty();

    boolean broken() {
        return flaw.isPresent();
    }

    void next(byte[] bytes, Optional<LedgerEnd> noted) {
        Optional<LedgerLine> read = LedgerLine.read(bytes);
        if (read.isEmpty()) {
            unreadable.add(bytes);
            return;
        }
        flaw = why(read.get(), noted).map(reason -> new Flaw(end.number() + 1, reason));
        if (flaw.isEmpty()) {
            end = new LedgerEnd(read.get().number(), read.get().hash());
            unreadable.clear();
        }
    }

    private Optional<Reason> why(LedgerLine line, Optional<LedgerEnd> noted) {
        if (!unreadable.isEmpty() && !isMarkOf(line, unreadable)) {
            return Optional.of(Reason.UNREADABLE);
        }
        if (!line.fits()) {
            return Optional.of(Reason.CHANGED);
        }
        if (line.number() > end.number() + 1) {
            return Optional.of(Reason.REMOVED);
        }
        if (line.number() <= end.number() || !line.previous().equals(end.hash())) {
            return Optional.of(Reason.OUT_OF_PLACE);
        }
        boolean otherEnd = noted.filter(note -> note.number() == line.number() && !note.hash().equals(line.hash())).isPresent();
        return line.is(LedgerWords.LOST) || otherEnd ? Optional.of(Reason.CUT) : Optional.empty();
    }

    private static boolean isMarkOf(LedgerLine line, List<byte[]> torn) {
        byte[] bytes = LedgerFile.joined(torn);
        return line.is(LedgerWords.TORN) && line.json().path("bytes").asLong() == bytes.length
                && line.json().path("sha256").asText().equals(LedgerLine.sha256(bytes));
    }

    /** {@code halfWritten}: bytes stand behind the last line feed. */
    LedgerCheck end(boolean halfWritten, Optional<LedgerEnd> noted) {
        if (flaw.isEmpty()) {
            boolean cut = noted.map(note -> note.number() > end.number()).orElse(end.number() > 1);
            if (!unreadable.isEmpty()) {
                flaw = Optional.of(new Flaw(end.number() + 1, Reason.UNREADABLE));
            } else if (cut) {
                flaw = Optional.of(new Flaw(end.number() + 1, Reason.CUT));
            }
        }
        return new LedgerCheck(end.number(), end.hash(), halfWritten && flaw.isEmpty(), flaw);
    }
}
