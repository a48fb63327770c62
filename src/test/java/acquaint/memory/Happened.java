package acquaint.memory;

import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Episodes for tests that are not about how one is made. */
public final class Happened {

    private Happened() {}

    /** One that ended well where there is a {@code result}, and nobody knows how otherwise. */
    public static Episode episode(String id, CustomerId customer, SessionId session, Instant from, Instant until, String subject, String summary,
            Optional<String> result) {
        return new Episode(id, customer, session, from, until, subject, summary, summary, List.of(),
                result.map(text -> new Outcome(Outcome.Kind.SOLVED, text, Optional.empty())), List.of(), List.of(), 1);
    }
}
