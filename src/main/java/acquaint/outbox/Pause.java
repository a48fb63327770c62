package acquaint.outbox;

import java.time.Instant;

/** Nothing of a lane is begun until then, for a reason that concerns all of it: in one word, and in words for the details. */
public record Pause(Instant until, String kind, String words) {}
