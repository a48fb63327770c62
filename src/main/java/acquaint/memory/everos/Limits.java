package acquaint.memory.everos;

import java.time.Duration;

/**
 * How hard a service may be pressed and how long it is waited for. Numbers of the service itself are not published, so
 * these are modest: four calls at once is what its own clients are advised to keep to. {@code writesAtOnce} is less than
 * {@code atOnce}, so that a recall never waits behind slow writes. {@code perSecond} 0 means no limit.
 */
public record Limits(int atOnce, int writesAtOnce, double perSecond, Duration connect, Duration reading, Duration writing) {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    /** For a service that many share: ten calls a second, and a minute for each. */
    public static Limits cloud() {
        return new Limits(4, 2, 10, CONNECT, MINUTE, MINUTE);
    }

    /** For a server of one's own, which answers an add only when a language model has read it. */
    public static Limits selfHosted() {
        return new Limits(4, 2, 0, CONNECT, MINUTE, Duration.ofMinutes(5));
    }
}
