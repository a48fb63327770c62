package acquaint.casework;

import acquaint.settings.MemoryEnvironment;
import acquaint.settings.Secrets;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The key that other programs name to the shared memory: the environment's, or one that is made up once and kept. Blocks; any thread. */
public final class SharingKeys {

    /** A key; {@code fresh} where it was made up just now and nobody knows it yet. */
    public record Key(String value, boolean fresh) {

        @Override
        public String toString() {
            return "Key[fresh=" + fresh + ']';
        }
    }

    /** Where the key is that holds. */
    public enum Kept { BY_ENVIRONMENT, IN_KEYCHAIN, IN_OWNER_ONLY_FILE, NOWHERE }

    /** As strong as any. */
    private static final int BYTES = 32;

    private final Secrets secrets;
    private final MemoryEnvironment environment;
    private final String name;

    /** {@code desk} tells the desks of one user apart: a program that is let in at one is not at the others. */
    public SharingKeys(Secrets secrets, MemoryEnvironment environment, String desk) {
        this.secrets = secrets;
        this.environment = environment;
        this.name = "shared-memory/" + desk;
    }

    /** The environment's key, the one that was made up before, or one that is made up now and kept. */
    public synchronized Key take() throws IOException {
        Optional<String> known = environment.key().isPresent() ? environment.key() : secrets.read(name);
        return known.isPresent() ? new Key(known.get(), false) : renew();
    }

    /** Makes up a key that takes the place of the one that is kept. */
    public synchronized Key renew() throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        secrets.write(name, key);
        return new Key(key, true);
    }

    public Kept kept() throws IOException {
        if (environment.key().isPresent()) {
            return Kept.BY_ENVIRONMENT;
        }
        if (secrets.read(name).isEmpty()) {
            return Kept.NOWHERE;
        }
        return secrets.place() == Secrets.Place.KEYCHAIN ? Kept.IN_KEYCHAIN : Kept.IN_OWNER_ONLY_FILE;
    }
}
