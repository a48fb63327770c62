package acquaint.settings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where customers are remembered, and every service that was used before, so that each keeps its space. */
public record MemorySettings(MemoryChoice choice, List<MemoryChoice.EverOs> known) {

    public static final MemorySettings EMBEDDED = new MemorySettings(new MemoryChoice.Embedded(), List.of());

    public MemorySettings {
        known = List.copyOf(known);
    }

    /** The service at an address, if it was used before. */
    public Optional<MemoryChoice.EverOs> find(MemoryChoice.Version version, URI url) {
        return known.stream().filter(each -> each.version() == version && each.url().equals(url)).findFirst();
    }

    /**
     * The service at an address: with the space it had, or with a new one where it has none or the account is another. The
     * first is named after the address, so that a service that only the environment names has one name at every start.
     */
    public MemoryChoice.EverOs service(MemoryChoice.Version version, URI url, boolean anotherAccount) {
        return find(version, url).filter(_ -> !anotherAccount)
                .orElseGet(() -> new MemoryChoice.EverOs(version, url, (anotherAccount ? UUID.randomUUID() : named(version, url)).toString()));
    }

    private static UUID named(MemoryChoice.Version version, URI url) {
        return UUID.nameUUIDFromBytes((version + " " + url).getBytes(StandardCharsets.UTF_8));
    }

    /** With {@code next} in use, and known from now on. */
    public MemorySettings use(MemoryChoice next) {
        return next instanceof MemoryChoice.EverOs service ? new MemorySettings(next, learn(service).known()) : new MemorySettings(next, known);
    }

    /** With a service known, whether or not it is in use. */
    public MemorySettings learn(MemoryChoice.EverOs service) {
        var all = new ArrayList<>(known);
        all.removeIf(each -> each.version() == service.version() && each.url().equals(service.url()));
        all.add(service);
        return new MemorySettings(choice, all);
    }
}
