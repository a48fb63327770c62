package acquaint.instance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command line as it was typed, and where. {@code terminal}: whether a person watches its standard error. {@code environment}:
 * what it needs of the environment there.
 */
public record Invocation(List<String> arguments, Path directory, boolean terminal, Map<String, String> environment) {

    public Invocation {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    public Invocation(List<String> arguments, Path directory, boolean terminal) {
        this(arguments, directory, terminal, Map.of());
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "Invocation[arguments=" + arguments + ", directory=" + directory + ", terminal=" + terminal + ']';
    }
}
