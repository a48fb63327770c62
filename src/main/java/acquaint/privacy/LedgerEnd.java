package acquaint.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The number and hash of a ledger's last line, as the small file beside it keeps them, so that a cut end shows. */
record LedgerEnd(long number, String hash) {

    /** Of a ledger in which nothing stands. */
    static final LedgerEnd NONE = new LedgerEnd(0, LedgerLine.NOTHING);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty where there is no such file, or it says nothing of use. */
    static Optional<LedgerEnd> read(Path file) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return json.path("number").isIntegralNumber() && json.path("hash").isTextual()
                    ? Optional.of(new LedgerEnd(json.path("number").asLong(), json.path("hash").asText())) : Optional.empty();
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Either the file says this afterwards, on disk, or what it said before. */
    void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        OwnFile.create(temporary);
        try (var out = new FileOutputStream(temporary.toFile())) {
            out.write(JSON.writeValueAsBytes(JSON.createObjectNode().put("number", number).put("hash", hash)));
            out.getFD().sync();
        }
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
