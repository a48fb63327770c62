package acquaint.memory;

import acquaint.memory.Utterance.Speaker;
import acquaint.model.MessageId;
import java.time.Duration;
import java.time.Instant;

/** Makes utterances for tests, one a minute: message {@code n} is said {@code n} minutes after the first. */
public final class Say {

    public static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private Say() {}

    public static Utterance subject(int minute, String text) {
        return of(Speaker.SUBJECT, minute, "Ana Ruiz", text);
    }

    public static Utterance customer(int minute, String text) {
        return of(Speaker.CUSTOMER, minute, "Ana Ruiz", text);
    }

    public static Utterance agent(int minute, String text) {
        return of(Speaker.AGENT, minute, "Tom Berg", text);
    }

    public static Utterance other(int minute, String author, String text) {
        return of(Speaker.OTHER, minute, author, text);
    }

    private static Utterance of(Speaker speaker, int minute, String author, String text) {
        return new Utterance(new MessageId("m" + minute), speaker, author, START.plus(Duration.ofMinutes(minute)), text);
    }
}
