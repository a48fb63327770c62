package acquaint.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps keys in the system's keychain (libsecret, Keychain, Credential Manager), and where none answers in a file that only
 * its owner can read. Which of the two is found out on first use.
 */
public final class SecretStore implements Secrets {

    private static final System.Logger LOG = System.getLogger(SecretStore.class.getName());
    private static final String SERVICE = "Acquaint";
    /** A locked keychain asks its owner; one that does not answer at all must not hold up the program. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OwnerOnlyFile file;
    private final boolean keychainAllowed;
    private boolean looked;
    private Keyring keychain;

    /** {@code file} is the file that takes the keychain's place. */
    public SecretStore(Path file) {
        this(file, true);
    }

    SecretStore(Path file, boolean keychainAllowed) {
        this.file = new OwnerOnlyFile(file);
        this.keychainAllowed = keychainAllowed;
    }

    private synchronized Optional<Keyring> keychain() {
        if (!looked) {
            looked = true;
            try {
                keychain = keychainAllowed ? within(Keyring::create) : null;
            } catch (BackendNotSupportedException | IOException e) {
                LOG.log(Level.DEBUG, "there is no keychain", e);
            } catch (Exception | LinkageError e) {
                LOG.log(Level.INFO, "the keychain does not answer", e);
            }
        }
        return Optional.ofNullable(keychain);
    }

    private interface Work<T> {
        T call() throws Exception;
    }

    private static <T> T within(Work<T> work) throws Exception {
        var task = new FutureTask<>(work::call);
        Thread.ofPlatform().daemon().name("keychain").start(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the system's keychain does not answer", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public Place place() {
        return keychain().isPresent() ? Place.KEYCHAIN : Place.OWNER_ONLY_FILE;
    }

    /** A key that was put into the file before there was a keychain is still found. */
    @Override
    public Optional<String> read(String name) throws IOException {
        Optional<Keyring> found = keychain();
        if (found.isPresent()) {
            try {
                return Optional.ofNullable(within(() -> found.get().getPassword(SERVICE, name)));
            } catch (PasswordAccessException e) {
                LOG.log(Level.DEBUG, "the keychain has no key of this name", e);
            } catch (Exception e) {
                throw failure(e);
            }
        }
        return file.read(name);
    }

    @Override
    public void write(String name, String secret) throws IOException {
        Optional<Keyring> found = keychain();
        if (found.isEmpty()) {
            file.write(name, secret);
            return;
        }
        try {
            within(() -> {
                found.get().setPassword(SERVICE, name, secret);
                return null;
            });
        } catch (Exception e) {
            throw failure(e);
        }
        file.remove(name);
    }

    @Override
    public void remove(String name) throws IOException {
        Optional<Keyring> found = keychain();
        if (found.isPresent()) {
            try {
                within(() -> {
                    found.get().deletePassword(SERVICE, name);
                    return null;
                });
            } catch (PasswordAccessException e) {
                LOG.log(Level.DEBUG, "the keychain has no key of this name", e);
            } catch (Exception e) {
                throw failure(e);
            }
        }
        file.remove(name);
    }

    private static IOException failure(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return e instanceof IOException io ? io : new IOException("the system's keychain refused: " + e.getMessage(), e);
    }
}
