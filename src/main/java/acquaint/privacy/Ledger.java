package acquaint.privacy;

import acquaint.model.TicketId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;

/**
 * What left the machine for a language model, byte for byte. One JSON object a line, each with the hash of the line before it, so that a
 * change anywhere shows. Blocks; safe for several threads of one program.
 */
public final class Ledger {

    /**
     * What is about to be sent. {@code body} is the whole request body as it goes over the wire; {@code tokens} is an estimate of its
     * length; {@code placeholders} are those that stand in it.
     */
    public record Sending(String purpose, TicketId ticket, Recipient to, String body, int tokens, List<String> placeholders) {

        public Sending {
            placeholders = List.copyOf(placeholders);
        }
    }

    /** How a call ended: {@code how} is a word such as {@code complete}; the tokens are as the service counted them. */
    public record Ending(String how, OptionalInt promptTokens, OptionalInt answerTokens) {}

    private final Path file;
    private final Clock clock;

    public Ledger(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Writes down what is about to be sent and answers the entry's number; it is on disk when this returns. */
    public synchronized long sending(Sending what) throws IOException {
        throw new IOException("not written yet: " + file + clock + what);
    }

    /** Writes down how the call of entry {@code number} ended. */
    public synchronized void ended(long number, Ending how) throws IOException {
        throw new IOException("not written yet: " + number + how);
    }
}
