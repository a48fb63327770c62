package acquaint.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a command was typed: its two streams, the folder that relative paths start from, whether a person watches (progress is
 * shown then), and what commands read of its environment. It may be another process's terminal.
 */
public record Terminal(PrintWriter out, PrintWriter err, Path directory, boolean interactive, Map<String, String> environment) {

    /** The key that other programs name, as their own clients call it. */
    static final String KEY = "EVEROS_API_KEY";
    /** Keys of language models, as the services' own programs call them. */
    static final String OPENAI_KEY = "OPENAI_API_KEY";
    static final String ANTHROPIC_KEY = "ANTHROPIC_API_KEY";
    static final String TLS_PASSWORD = "ACQUAINT_TLS_PASSWORD";

    public Terminal {
        environment = environment.entrySet().stream().filter(variable -> List.of(KEY, OPENAI_KEY, ANTHROPIC_KEY, TLS_PASSWORD).contains(variable.getKey()) && !variable.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A terminal without an environment. */
    public Terminal(PrintWriter out, PrintWriter err, Path directory, boolean interactive) {
        this(out, err, directory, interactive, Map.of());
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "Terminal[directory=" + directory + ", interactive=" + interactive + ']';
    }
}
