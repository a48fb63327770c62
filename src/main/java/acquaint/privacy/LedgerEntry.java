package acquaint.privacy;

import java.time.Instant;
import java.util.Optional;

/** One call to a language model as the ledger has it: what was sent and when, and how that ended, where it has. */
public record LedgerEntry(long number, Instant sentAt, Ledger.Sending sending, Optional<Ledger.Ending> ending, Optional<Instant> endedAt) {}
