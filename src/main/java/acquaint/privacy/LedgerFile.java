package acquaint.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.System.Logger.Level;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;

/**
 * The file of a ledger: appends to it, whatever state it was left in, and reads it. Not by way of channels, which an interrupt would close
 * just when a call that was broken off is to be written down.
 */
final class LedgerFile {

    private static final System.Logger LOG = System.getLogger(LedgerFile.class.getName());

    private final Path path;
    private final Path endPath;
    /** How far the file is known, in bytes; below zero: not known. */
    private long size = -1;
    private LedgerEnd end = LedgerEnd.NONE;

    LedgerFile(Path path) {
        this.path = path;
        this.endPath = path.resolveSibling(path.getFileName() + ".end");
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Answers the line's number. Where it cannot be written and forced to disk, nothing was written. */
    long append(ObjectNode words, Instant now) throws IOException {
        OwnFile.create(path);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            if (size != file.length()) {
                goOn(file, now);
            }
            add(file, words, now);
            return end.number();
        }
    }

    private void add(RandomAccessFile file, ObjectNode words, Instant now) throws IOException {
        long before = file.length();
        byte[] line = LedgerLine.write(end.number() + 1, now, words, end.hash());
        try {
            file.seek(before);
            file.write(line);
            file.write('\n');
            file.getFD().sync();
            var next = new LedgerEnd(end.number() + 1, LedgerLine.read(line).orElseThrow().hash());
            note(next);
            end = next;
            size = before + line.length + 1;
        } catch (IOException | RuntimeException e) {
            size = -1;
            takeBack(file, before, e);
            throw e;
        }
    }

    /** The line is safe already: a note that is behind costs nothing but that a cut of the newest lines may go unnoticed. */
    private void note(LedgerEnd next) {
        try {
            next.write(endPath);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the end of the ledger could not be noted beside it", e);
        }
    }

    /** What was not promised to be there should not stand there; where that fails, too, it is half a line, which the next start marks. */
    private static void takeBack(RandomAccessFile file, long before, Exception why) {
        try {
            file.setLength(before);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Finds the end of the chain, marks what was half written behind it, and says so where there had been more. */
    private void goOn(RandomAccessFile file, Instant now) throws IOException {
        Optional<LedgerEnd> noted = LedgerEnd.read(endPath);
        Deque<byte[]> unreadable = new ArrayDeque<>();
        end = last(unreadable);
        if (file.length() > 0 && !endsALine(file)) {
            file.seek(file.length());
            file.write('\n');
        }
        boolean cut = noted.map(note -> note.number() > end.number() || note.number() == end.number() && !note.hash().equals(end.hash()))
                .orElse(end.number() > 1);
        if (!unreadable.isEmpty()) {
            add(file, LedgerWords.torn(joined(unreadable)), now);
        }
        if (cut) {
            add(file, LedgerWords.lost(noted.map(LedgerEnd::number).orElse(0L), noted.map(LedgerEnd::hash).orElse("")), now);
        }
    }

    /** The last line that can be read; those behind it are put into {@code unreadable}. */
    private LedgerEnd last(Deque<byte[]> unreadable) throws IOException {
        try (var lines = new LinesFromEnd(path)) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<LedgerLine> read = LedgerLine.read(line.get());
                if (read.isPresent()) {
                    return new LedgerEnd(read.get().number(), read.get().hash());
                }
                if (line.get().length > 0) {
                    unreadable.addFirst(line.get());
                }
            }
        }
        return LedgerEnd.NONE;
    }

    private static boolean endsALine(RandomAccessFile file) throws IOException {
        file.seek(file.length() - 1);
        return file.read() == '\n';
    }

    /** Lines that were torn one behind the other, as one. */
    static byte[] joined(Iterable<byte[]> lines) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            bytes.writeBytes(line);
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    LedgerCheck verify() throws IOException {
        // First, since lines may be added meanwhile, but never taken away.
        Optional<LedgerEnd> noted = LedgerEnd.read(endPath);
        var chain = new LedgerChain();
        if (exists()) {
            try (InputStream in = new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16)) {
                var line = new ByteArrayOutputStream();
                for (int next = in.read(); next >= 0 && !chain.broken(); next = in.read()) {
                    if (next == '\n') {
                        chain.next(line.toByteArray(), noted);
                        line.reset();
                    } else {
                        line.write(next);
                    }
                }
                return chain.end(line.size() > 0, noted);
            }
        }
        return chain.end(false, noted);
    }

    void export(Writer out) throws IOException {
        out.write('[');
        String between = "\n";
        if (exists()) {
            try (InputStream in = new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16)) {
                for (Optional<byte[]> line = line(in); line.isPresent(); line = line(in)) {
                    if (line.get().length > 0) {
                        out.write(between);
                        out.write(LedgerLine.read(line.get()).isPresent() ? new String(line.get(), UTF_8)
                                : "{\"unreadable\":\"" + Base64.getEncoder().encodeToString(line.get()) + "\"}");
                        between = ",\n";
                    }
                }
            }
        }
        out.write("\n]\n");
        out.flush();
    }

    private static Optional<byte[]> line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(next);
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    }
}
