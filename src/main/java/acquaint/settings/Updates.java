package acquaint.settings;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Whether and where the program asks for a newer version of itself, and when it did so last by itself. Nothing is asked without an address. */
public record Updates(boolean on, Optional<URI> address, Optional<Instant> asked) {

    public static final Updates OFF = new Updates(false, Optional.empty(), Optional.empty());

    public Updates withOn(boolean next) {
        return new Updates(next, address, asked);
    }

    public Updates withAddress(Optional<URI> next) {
        return new Updates(on, next, asked);
    }

    public Updates withAsked(Instant next) {
        return new Updates(on, address, Optional.of(next));
    }
}
