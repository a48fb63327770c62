package acquaint.settings;

import java.net.URI;
import java.util.Optional;

/** Whether and where the program asks for a newer version of itself. Nothing is asked without an address. */
public record Updates(boolean on, Optional<URI> address) {

    public static final Updates OFF = new Updates(false, Optional.empty());

    public Updates withOn(boolean next) {
        return new Updates(next, address);
    }

    public Updates withAddress(Optional<URI> next) {
        return new Updates(on, next);
    }
}
