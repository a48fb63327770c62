package acquaint.instance;

import java.nio.file.Path;
import java.util.List;

/** A command line as it was typed, and where. {@code terminal}: whether a person watches its standard error. */
public record Invocation(List<String> arguments, Path directory, boolean terminal) {

    public Invocation {
        arguments = List.copyOf(arguments);
    }
}
