package acquaint.command;

import acquaint.casework.MemoryEngines;
import acquaint.settings.MemoryChoice;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that have one call ask another memory than the desk's. The key is never an option: others would see it. */
final class EngineOptions {

    enum Engine { local, everos }

    enum Dialect {
        v1(MemoryChoice.Version.CLOUD_V1), v2(MemoryChoice.Version.CLOUD_V2), oss(MemoryChoice.Version.SELF_HOSTED);

        private final MemoryChoice.Version version;

        Dialect(MemoryChoice.Version version) {
            this.version = version;
        }
    }

    @Option(names = "--engine", paramLabel = "ENGINE", description = "For this call: local (this computer) or everos.")
    private Engine engine;

    @Option(names = "--dialect", paramLabel = "DIALECT", description = "The service's version: v1, v2 (cloud) or oss (a server of your own).")
    private Dialect dialect;

    @Option(names = "--url", paramLabel = "URL", description = "The service's address. https, except on this computer. "
            + "The key comes from EVEROS_API_KEY or from where the settings keep it.")
    private String url;

    /** What was asked for; the desk's own memory where nothing was. */
    MemoryChoice choice(MemoryEngines engines) throws CouldNot {
        if (engine == Engine.local) {
            return new MemoryChoice.Embedded();
        }
        if (engine == null && dialect == null && url == null) {
            return engines.current();
        }
        return service(engines);
    }

    /** The service that is meant, with what is not said taken from the settings or the environment. */
    MemoryChoice.EverOs service(MemoryEngines engines) throws CouldNot {
        Optional<MemoryChoice.EverOs> usual = engines.usualService();
        MemoryChoice.Version version = dialect != null ? dialect.version
                : usual.map(MemoryChoice.EverOs::version).orElse(MemoryChoice.Version.CLOUD_V1);
        URI address = url != null ? address(url)
                : usual.filter(service -> service.version() == version).map(MemoryChoice.EverOs::url).orElse(version.usualUrl());
        return engines.service(version, address, false);
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
