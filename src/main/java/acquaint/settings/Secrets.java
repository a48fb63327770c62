package acquaint.settings;

import java.io.IOException;
import java.util.Optional;

/** Keeps keys apart from the settings. Blocks; may be used from several threads. Never shows a key in {@code toString}. */
public interface Secrets {

    /** Where keys are kept, for the user to know. */
    enum Place {
        /** The system's own keychain. */
        KEYCHAIN,
        /** A file that only its owner can read, not encrypted: this system has no keychain that answers. */
        OWNER_ONLY_FILE
    }

    Place place();

    Optional<String> read(String name) throws IOException;

    void write(String name, String secret) throws IOException;

    void remove(String name) throws IOException;
}
