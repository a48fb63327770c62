package acquaint.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How to reach the first instance: kept in a file that only the directory's owner may read. */
record Contact(int port, String token, long pid) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOKEN_BYTES = 32;

    static Path file(Path directory) {
        return directory.resolve("instance.json");
    }

    static Contact at(int port) {
        var token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return new Contact(port, HexFormat.of().formatHex(token), ProcessHandle.current().pid());
    }

    /** Empty where there is no file or a half-written one. */
    static Optional<Contact> read(Path directory) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readString(file(directory)));
            int port = json.path("port").asInt(0);
            String token = json.path("token").asText("");
            return port > 0 && port < 65536 && !token.isEmpty()
                    ? Optional.of(new Contact(port, token, json.path("pid").asLong(0)))
                    : Optional.empty();
        } catch (NoSuchFileException | com.fasterxml.jackson.core.JacksonException e) {
            return Optional.empty();
        }
    }

    /** Made with its permissions from the start, so that there is no moment at which others can read the token. */
    void write(Path directory) throws IOException {
        Path temporary = Files.createTempFile(directory, "instance", ".tmp", ownerOnly());
        try {
            Files.writeString(temporary, JSON.writeValueAsString(
                    JSON.createObjectNode().put("port", port).put("token", token).put("pid", pid)));
            Files.move(temporary, file(directory), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** On Windows the user's own folder already keeps others out. */
    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** Takes the same time whatever is wrong with {@code candidate}. */
    boolean admits(String candidate) {
        return MessageDigest.isEqual(token.getBytes(UTF_8), candidate.getBytes(UTF_8));
    }

    /** Without the token, which must not reach a log. */
    @Override
    public String toString() {
        return "port " + port + " of process " + pid;
    }
}
