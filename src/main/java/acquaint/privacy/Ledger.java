package acquaint.privacy;

import acquaint.model.TicketId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What left the machine for a language model, byte for byte. One JSON object a line in UTF-8, each with the hash of the line before it, so
 * that a change anywhere shows. Blocks; safe for several threads of one program, and an interrupt does not disturb it.
 *
 * <p>Each line ends in {@code ,"hash":"} with 64 hexadecimal digits and {@code "}}: the SHA-256 of the bytes of the line before that comma.
 * Those bytes end in {@code "previous":"} with the hash of the line before, 64 zeros in the first line. So {@code sha256(line[:-75])} in any
 * language checks a line, and comparing {@code previous} checks the order. Numbers go up by one from 1.
 *
 * <p>Kinds of lines: {@code sending}; {@code ended}, which names the sending by {@code of}; {@code torn}, behind bytes that were half
 * written when the machine stopped and stay where they are, with their count and SHA-256; {@code lost}, written when the program found
 * its end missing. Beside the file, {@code .end} holds the last number and hash, so that a cut end shows as well. What cannot be noticed:
 * somebody who may write both files and makes the whole chain anew. Whoever notes the last hash elsewhere can notice that, too.
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

    private final LedgerFile file;
    private final Clock clock;

    public Ledger(Path file, Clock clock) {
        this.file = new LedgerFile(file);
        this.clock = clock;
    }

    public Path path() {
        return file.path();
    }

    /** Writes down what is about to be sent and answers the entry's number; it is on disk when this returns. */
    public synchronized long sending(Sending what) throws IOException {
        return file.append(LedgerWords.sending(what), clock.instant());
    }

    /** Writes down how the call of entry {@code number} ended. */
    public synchronized void ended(long number, Ending how) throws IOException {
        ObjectNode line = LedgerWords.ended(number, how);
        file.append(line, clock.instant());
    }

    /** Reads the whole ledger and says whether it is as it was written. */
    public LedgerCheck verify() throws IOException {
        return file.verify();
    }

    /**
     * What was sent under this number, and how it ended; empty where there is none, or it was changed since. Found from the end, so that what is
     * new is found at once.
     */
    public Optional<LedgerEntry> entry(long number) throws IOException {
        return new LedgerReading(file).entry(number);
    }

    /** What was sent for a ticket, newest first, at most {@code most}. */
    public List<LedgerEntry> entries(TicketId ticket, int most) throws IOException {
        return new LedgerReading(file).entries(ticket, most);
    }

    /**
     * Writes all lines as one JSON array, each as it stands in the file; bytes that were half written become {@code {"unreadable": BASE64}}.
     * The writer is left open.
     */
    public void export(Writer out) throws IOException {
        file.export(out);
    }
}
