package acquaint.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Keys in a file that only its owner can read. It is not encrypted: whoever can read the owner's files can read it. */
final class OwnerOnlyFile implements Secrets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER_ONLY = "rw-------";

    private final Path file;

    OwnerOnlyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public Place place() {
        return Place.OWNER_ONLY_FILE;
    }

    @Override
    public synchronized Optional<String> read(String name) throws IOException {
        return Optional.ofNullable(all().path(name).textValue());
    }

    @Override
    public synchronized void write(String name, String secret) throws IOException {
        save(all().put(name, secret));
    }

    @Override
    public synchronized void remove(String name) throws IOException {
        ObjectNode all = all();
        if (all.remove(name) != null) {
            save(all);
        }
    }

    private ObjectNode all() throws IOException {
        try {
            closeToOthers(file);
            return JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode json ? json : JSON.createObjectNode();
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            // The parser's own words could show a part of the file.
            throw new IOException("the file with the keys, " + file.getFileName() + ", cannot be read; remove it and give the keys again");
        }
    }

    /** Closed to others before anything is in it. */
    private void save(ObjectNode all) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), "secrets", ".tmp");
        try {
            closeToOthers(temporary);
            Files.write(temporary, JSON.writeValueAsBytes(all));
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void closeToOthers(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
        } else {
            var view = Files.getFileAttributeView(path, AclFileAttributeView.class);
            if (view != null) {
                view.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(view.getOwner())
                        .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
            }
        }
    }
}
