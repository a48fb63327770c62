package acquaint.brief;

import java.time.Instant;
import java.util.Optional;

/** A promise that stands in a reply: its sentence as it was written, and until when it is to be kept where that is said. */
public record FoundPromise(String sentence, Optional<Instant> due) {}
