package acquaint.settings;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A demo desk that is made beside the one that is there, and then takes its place. Until it has, and whenever that fails, the old one is as it was; what even that leaves aside stays
 * until a later desk has been made. Nobody may have either open meanwhile.
 */
public final class DeskReplacement implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DeskReplacement.class.getName());

    /** The old desk is neither replaced nor where it was: what is missing lies in {@link #folder}, and {@link #finish} makes the place usable again. */
    public static final class NotPutBack extends IOException {

        private static final long serialVersionUID = 1;

        private final String folder;

        private NotPutBack(Path folder, Throwable cause) {
            super(cause.getMessage(), cause);
            this.folder = folder.toString();
        }

        public String folder() {
            return folder;
        }
    }

    private final DataDirectory place;
    private final DataDirectory made;
    private final DataDirectory former;
    private boolean done;

    private DeskReplacement(DataDirectory place) {
        this.place = place;
        this.made = new DataDirectory(place.root().resolve("reset-new"));
        this.former = new DataDirectory(place.root().resolve("reset-old"));
    }

    /** {@link IOException} where not all that is kept in {@code place} was {@linkplain DataDirectory#isInvented invented}. */
    public static DeskReplacement of(DataDirectory place) throws IOException {
        if (!place.isInvented()) {
            throw new IOException("what is in " + place + " is somebody's own");
        }
        var replacement = new DeskReplacement(place);
        delete(replacement.made.root());
        return replacement;
    }

    /**
     * Before a demo desk is opened in {@code place}: what a replacement that ended halfway left there of two desks is laid aside to the rest, so that it begins anew. The settings stay.
     */
    public static void finish(DataDirectory place) throws IOException {
        if (place.isInvented() && !Files.exists(place.desk()) && new DeskReplacement(place).holdsFormer()) {
            LOG.log(Level.WARNING, "a demo desk was reset only halfway, and begins anew");
            Path aside = new DeskReplacement(place).former.root();
            for (Path each : place.kept()) {
                if (Files.exists(each)) {
                    Files.move(each, free(aside, each.getFileName().toString()));
                }
            }
        }
    }

    private static Path free(Path folder, String name) {
        Path free = folder.resolve(name);
        for (int n = 2; Files.exists(free); n++) {
            free = folder.resolve(name + '-' + n);
        }
        return free;
    }

    /** Where the new desk is to be made. */
    public DataDirectory made() throws IOException {
        return made.create();
    }

    /** Puts the new desk in the place of the old. What an earlier replacement left aside goes now, when there are two whole desks without it. */
    public void take() throws IOException {
        if (Files.exists(place.desk())) {
            delete(former.root());
        }
        move(place, former.create());
        try {
            move(made, place);
        } catch (NotPutBack e) {
            throw e;
        } catch (Throwable e) {
            putBack();
            throw e;
        }
    }

    /** Undoes {@link #take}. */
    public void takeBack() throws NotPutBack {
        try {
            move(place, made);
        } catch (IOException | RuntimeException e) {
            throw halfway(e);
        }
        putBack();
    }

    private void putBack() throws NotPutBack {
        try {
            move(former, place);
        } catch (IOException | RuntimeException e) {
            throw halfway(e);
        }
    }

    /** The new desk is in use: nobody wants the old one any more. */
    public void done() {
        done = true;
    }

    /** Whether something of a desk that was here before lies aside. */
    public boolean holdsFormer() {
        return former.files().stream().anyMatch(Files::exists);
    }

    private NotPutBack halfway(Exception why) {
        return why instanceof NotPutBack already ? already : new NotPutBack(former.root(), why);
    }

    /** All or nothing: one disk holds both. The database leaves its place first and comes there last, by which {@link #finish} knows what a crash left halfway. */
    private void move(DataDirectory from, DataDirectory to) throws IOException {
        List<Path> databaseFirst = from.files().stream().filter(Files::exists).map(Path::getFileName).sorted(Comparator.comparing(name -> !name.toString().startsWith("desk.db"))).toList();
        List<Path> names = from == place ? databaseFirst : databaseFirst.reversed();
        var moved = new ArrayList<Path>();
        try {
            for (Path name : names) {
                Files.move(from.root().resolve(name), to.root().resolve(name));
                moved.add(name);
            }
        } catch (Throwable e) {
            undo(moved, from, to);
            throw e;
        }
    }

    private void undo(List<Path> moved, DataDirectory from, DataDirectory to) throws NotPutBack {
        try {
            for (Path name : moved.reversed()) {
                Files.move(to.root().resolve(name), from.root().resolve(name));
            }
        } catch (IOException | RuntimeException e) {
            throw halfway(e);
        }
    }

    /** Deletes what is left of the desk that is not in use: the old one only when all is {@link #done}. What cannot be deleted now is by the next replacement. */
    @Override
    public void close() {
        try {
            delete(made.root());
            if (done || !holdsFormer()) {
                delete(former.root());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "what is left of a demo desk could not be deleted", e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
                for (Path each : inside) {
                    delete(each);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
