package acquaint.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
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

    /**
     * What is chosen by a command line that says nothing else, as most starts of the window do: this much is understood without the parser, which takes longer to
     * learn its options. Empty for any other, also for one that the parser has to refuse.
     */
    static Optional<DeskChoice> alone(List<String> arguments, Path start) {
        var choice = new DeskChoice(start);
        for (var words = arguments.iterator(); words.hasNext();) {
            if (!choice.takes(words)) {
                return Optional.empty();
            }
        }
        return Optional.of(choice);
    }

    private boolean takes(Iterator<String> words) {
        return switch (words.next()) {
            case DATA -> data == null && words.hasNext() && takesData(words.next());
            case DEMO -> {
                boolean first = !demo;
                demo = true;
                yield first;
            }
            default -> false;
        };
    }

    /** Neither an option nor a file of options, but a path. */
    private boolean takesData(String word) {
        if (word.startsWith("-") || word.startsWith("@")) {
            return false;
        }
        try {
            data = Path.of(word);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    public Optional<Path> data() {
        return Optional.ofNullable(data).map(start::resolve);
    }

    public boolean demo() {
        return demo;
    }
}
