package acquaint.command;

import acquaint.casework.MemoryEngines;
import acquaint.settings.MemoryChoice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that have one call ask another memory than the desk's. */
final class EngineOptions extends ServiceOptions {

    enum Engine { local, everos }

    @Option(names = "--engine", paramLabel = "ENGINE", description = "For this call: local (this computer) or everos.")
    private Engine engine;

    /** What is wrong with what was said. */
    Optional<String> contradiction() {
        return engine == Engine.local && isGiven() ? Optional.of(NOT_LOCAL) : Optional.empty();
    }

    /** What was asked for; the desk's own memory where nothing was. */
    MemoryChoice choice(MemoryEngines engines) throws CouldNot {
        if (engine == Engine.local) {
            return new MemoryChoice.Embedded();
        }
        return engine == null && !isGiven() ? engines.current() : service(engines);
    }
}
