package acquaint.memory.everos;

import acquaint.memory.MemoryException.Kind;
import acquaint.memory.everos.ConnectionTest.Result;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an address what it speaks, by the one cheap question that each dialect has for this. What is wrong is an answer,
 * not an exception. Blocks some seconds at most.
 */
public final class Probe {

    private static final Limits LIMITS = new Limits(1, 1, 0, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final List<Dialect> dialects;
    private final Clock clock;

    /** {@code dialects} are all that may be found instead of the wanted one. */
    public Probe(List<Dialect> dialects, Clock clock) {
        this.dialects = List.copyOf(dialects);
        this.clock = clock;
    }

    /** Asks whether {@code wanted} is spoken there, and if not, whether another dialect is. */
    public ConnectionTest test(Dialect wanted, URI url, Optional<String> key) throws InterruptedException {
        try (var http = new EverOsHttp(url, key.filter(secret -> !secret.isBlank()), LIMITS, clock)) {
            try {
                return connected(Result.CONNECTED, wanted, http.execute(wanted.probe()));
            } catch (EverOsException e) {
                Result result = result(e, key);
                Optional<ConnectionTest> another = mayBeAnother(result) ? found(wanted, http) : Optional.empty();
                return another.orElseGet(() -> new ConnectionTest(result, Optional.empty(), Optional.empty(), Map.of(), String.valueOf(e.getMessage())));
            }
        }
    }

    private static Result result(EverOsException failure, Optional<String> key) {
        return switch (failure.kind()) {
            case BAD_KEY -> key.filter(secret -> !secret.isBlank()).isPresent() ? Result.BAD_KEY : Result.NO_KEY;
            case WRONG_VERSION -> failure.status() == 404 ? Result.NOT_EVEROS : Result.WRONG_VERSION;
            case QUOTA -> Result.QUOTA;
            case REFUSED -> Result.NOT_EVEROS;
            // An answer that is there and cannot be read is somebody else's.
            default -> failure.status() / 100 == 2 || failure.status() / 100 == 3 ? Result.NOT_EVEROS : Result.AWAY;
        };
    }

    private static boolean mayBeAnother(Result result) {
        return result == Result.WRONG_VERSION || result == Result.NOT_EVEROS;
    }

    private Optional<ConnectionTest> found(Dialect wanted, EverOsHttp http) throws InterruptedException {
        Optional<ConnectionTest> older = older(wanted, http);
        return older.isPresent() ? older : another(wanted, http);
    }

    /** An older server of the wanted kind, whose words the client speaks, too. */
    private static Optional<ConnectionTest> older(Dialect wanted, EverOsHttp http) throws InterruptedException {
        for (Optional<Dialect> older = wanted.older(); older.isPresent(); older = older.get().older()) {
            try {
                return Optional.of(connected(Result.CONNECTED, older.get(), http.execute(older.get().probe())));
            } catch (EverOsException e) {
                if (e.kind() == Kind.AWAY && e.status() == 0) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ConnectionTest> another(Dialect wanted, EverOsHttp http) throws InterruptedException {
        for (Dialect other : dialects) {
            if (!other.name().equals(wanted.name())) {
                try {
                    return Optional.of(connected(Result.ANOTHER_VERSION, other, http.execute(other.probe())));
                } catch (EverOsException e) {
                    if (e.kind() == Kind.AWAY && e.status() == 0) {
                        break;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static ConnectionTest connected(Result result, Dialect dialect, ServiceHealth health) {
        return new ConnectionTest(result, Optional.of(dialect.name()), health.version(), health.capabilities(), health.well() ? "" : "the server says that it is not well");
    }
}
