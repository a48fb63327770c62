package acquaint.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory of one desk, and the names of what stands in it. Its paths are absolute. */
public record DataDirectory(Path root) {

    /** The machine, as far as it decides where a user's files belong: made up in tests. */
    public record Host(String osName, Map<String, String> environment, Path home) {

        public static Host current() {
            return new Host(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
        }
    }

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** {@code chosen} if there is one; otherwise the user's usual directory, in which the demo desk has a folder of its own. */
    public static DataDirectory of(Optional<Path> chosen, boolean demo, Host host) {
        Path usual = usual(host);
        return new DataDirectory(chosen.orElse(demo ? usual.resolve("demo") : usual));
    }

    private static Path usual(Host host) {
        String os = host.osName().toLowerCase(Locale.ROOT);
        if (os.contains("win") && !os.contains("darwin")) {
            return absolute(host, "APPDATA").orElse(host.home().resolve("AppData").resolve("Roaming")).resolve("Acquaint");
        }
        if (os.contains("mac") || os.contains("darwin")) {
            return home(host).resolve("Library").resolve("Application Support").resolve("Acquaint");
        }
        return absolute(host, "XDG_DATA_HOME").orElse(home(host).resolve(".local").resolve("share")).resolve("acquaint");
    }

    /** As other programs see it: Java asks the list of users and passes over {@code HOME}. */
    private static Path home(Host host) {
        return absolute(host, "HOME").orElse(host.home());
    }

    /** The XDG base directory specification has relative paths ignored; the same rule serves elsewhere. */
    private static Optional<Path> absolute(Host host, String variable) {
        return Optional.ofNullable(host.environment().get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /** Makes the directory where it is missing, readable by its owner only. {@link IOException} when it cannot be one. */
    public DataDirectory create() throws IOException {
        if (!Files.isDirectory(root)) {
            boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createDirectories(root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(root);
            }
        }
        return this;
    }

    /** Where the demo desk of this desk is. */
    public DataDirectory demo() {
        return new DataDirectory(root.resolve("demo"));
    }

    /** Says that all here was invented, if nothing is here yet that could be somebody's own. */
    public void markDemo() throws IOException {
        if (kept().stream().noneMatch(Files::exists)) {
            Files.writeString(demoMark(), "All that is kept here was invented, and can be reset in the window.\n");
        }
    }

    /** Says that somebody's own work is here, or may come here: from now on nothing of it can be {@linkplain DeskReplacement replaced}. */
    public void keep() throws IOException {
        Files.deleteIfExists(demoMark());
    }

    /** Whether all here was invented: begun as the demo desk, never opened as anything else, and nothing was brought to it. */
    public boolean isInvented() {
        return Files.exists(demoMark());
    }

    /** All that somebody's own may be in, but for the settings, which say only how it is looked at. */
    List<Path> kept() {
        return List.of(desk(), root.resolve("desk.db-wal"), root.resolve("desk.db-shm"), root.resolve("backups"), memory(), outgoing(), pastReplies(), ledger(),
                root.resolve("ledger.jsonl.end"), root.resolve("prompt"), root.resolve("walkthrough"), secrets());
    }

    private Path demoMark() {
        return root.resolve("demo-desk");
    }

    /** What a desk, its memory and its settings are kept in; the lock, the log, the mark and what is not the program's are not among it. */
    List<Path> files() {
        return Stream.concat(kept().stream(), Stream.of(settings())).toList();
    }

    /** The database. */
    public Path desk() {
        return root.resolve("desk.db");
    }

    /** The embedded memory's own folder. */
    public Path memory() {
        return root.resolve("memory");
    }

    /** Replies that no mailbox took: one file each. */
    public Path outgoing() {
        return root.resolve("outgoing");
    }

    /** The index of agents' replies in like cases; may be deleted at any time. */
    public Path pastReplies() {
        return root.resolve("past-replies");
    }

    /** What left the machine for a language model. */
    public Path ledger() {
        return root.resolve("ledger.jsonl");
    }

    /** What the team has language models told for a draft, where that is not the program's own. */
    public Path replyPrompt() {
        return root.resolve("prompt").resolve("reply.txt");
    }

    /** The folder of the program's log files. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Keys, where the system has no keychain. */
    public Path secrets() {
        return root.resolve("secrets.json");
    }

    public Path settings() {
        return root.resolve("settings.json");
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
