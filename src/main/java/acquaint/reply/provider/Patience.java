package acquaint.reply.provider;

import java.time.Duration;

/**
 * How long a model is waited for: to connect; for the first piece of an answer (a server may load the model first, and read the prompt); for
 * any sign of life between two pieces, comments included; and in all.
 */
public record Patience(Duration connect, Duration first, Duration silence, Duration total) {

    /** A local server without a graphics card takes a minute or two to read a long prompt. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMinutes(3), Duration.ofSeconds(45), Duration.ofMinutes(10));

    /** For questions that are answered at once, such as which models there are. */
    static final Duration SHORT = Duration.ofSeconds(15);
}
