package acquaint.command;

import acquaint.casework.MemoryEngines;
import acquaint.settings.MemoryChoice;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name a memory service for one call. The key is never an option: others would see it. */
class ServiceOptions {

    static final String NOT_LOCAL = "--dialect and --url are of a service; the memory on this computer has neither";

    enum Dialect {
        v1(MemoryChoice.Version.CLOUD_V1), v2(MemoryChoice.Version.CLOUD_V2), oss(MemoryChoice.Version.SELF_HOSTED);

        private final MemoryChoice.Version version;

        Dialect(MemoryChoice.Version version) {
            this.version = version;
        }
    }

    @Option(names = "--dialect", paramLabel = "DIALECT", description = "The service's version: v1, v2 (cloud) or oss (a server of your own).")
    private Dialect dialect;

    @Option(names = "--url", paramLabel = "URL", description = "The service's address. https, except on this computer. "
            + "The key comes from EVEROS_API_KEY or from where the settings keep it.")
    private String url;

    /** Whether anything of a service was said. */
    final boolean isGiven() {
        return dialect != null || url != null;
    }

    /** The service that is meant, with what is not said taken from the settings or the environment. */
    final MemoryChoice.EverOs service(MemoryEngines engines) throws CouldNot {
        Optional<URI> address = url == null ? Optional.empty() : Optional.of(address(url));
        Optional<MemoryChoice.EverOs> usual = engines.usualService().filter(service -> address.isEmpty() || service.url().equals(address.get()));
        MemoryChoice.Version version = dialect != null ? dialect.version : usual.map(MemoryChoice.EverOs::version).orElseGet(() -> version(address));
        return engines.service(version, address.or(() -> usual.filter(service -> service.version() == version).map(MemoryChoice.EverOs::url))
                .orElse(version.usualUrl()), false);
    }

    /** The cloud is never without TLS. */
    private static MemoryChoice.Version version(Optional<URI> address) {
        return address.filter(uri -> uri.getScheme().equals("http")).map(_ -> MemoryChoice.Version.SELF_HOSTED).orElse(MemoryChoice.Version.CLOUD_V1);
    }

    private static URI address(String url) throws CouldNot {
        Optional<MemoryChoice.BadUrl> problem = MemoryChoice.problem(url);
        if (problem.isPresent()) {
            throw new CouldNot(switch (problem.get()) {
                case NOT_AN_ADDRESS -> '"' + url + "\" is not an address; it looks like https://api.evermind.ai";
                case NOT_HTTPS -> "an address outside this computer must begin with https://, so that nobody on the way reads the key";
            });
        }
        return URI.create(url.strip().replaceFirst("/+$", ""));
    }
}
