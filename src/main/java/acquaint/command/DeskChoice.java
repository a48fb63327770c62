package acquaint.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say which desk is meant, the same for every command. Filled by the parser. */
public final class DeskChoice {

    static final String DATA = "--data";
    static final String DEMO = "--demo";

    @Option(names = DATA, paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "The desk's directory. Without it, the usual place of this system is used.")
    private Path data;

    @Option(names = DEMO, scope = ScopeType.INHERIT,
            description = "The demo desk of an invented shop; it has a directory of its own unless --data names one.")
    private boolean demo;

    private final Path start;

    DeskChoice(Path start) {
        this.start = start;
    }

    public Optional<Path> data() {
        return Optional.ofNullable(data).map(start::resolve);
    }

    public boolean demo() {
        return demo;
    }
}
