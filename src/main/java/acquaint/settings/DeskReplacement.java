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
 * A demo desk that is made beside the one that is there, and then takes its place. Until it has, and whenever that fails, the old one is as it was. Nobody may have either open meanwhile.
 */
public final class DeskReplacement implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DeskReplacement.class.getName());

    /** The old desk is neither replaced nor where it was: what is missing lies in {@link #folder}. */
    public static final class NotPutBack extends IOException {

        private static final long serialVersionUID = 1;

        private final transient Path folder;

        private NotPutBack(Path folder, IOException cause) {
            super(cause.getMessage(), cause);
            this.folder = folder;
        }

        public Path folder() {
            return folder;
        }
    }

    private final DataDirectory place;
    private final DataDirectory made;
    private final DataDirectory former;
    private boolean keepsFormer;

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
        delete(replacement.former.root());
        return replacement;
    }

    /** Where the new desk is to be made. */
    public DataDirectory made() throws IOException {
        return made.create();
    }

    /** Puts the new desk in the place of the old. */
    public void take() throws IOException {
        move(place, former.create());
        try {
            move(made, place);
        } catch (NotPutBack e) {
            throw e;
        } catch (IOException e) {
            putBack();
            throw e;
        }
    }

    /** Undoes {@link #take}. */
    public void takeBack() throws IOException {
        try {
            move(place, made);
        } catch (IOException e) {
            throw halfway(e);
        }
        putBack();
    }

    private void putBack() throws IOException {
        try {
            move(former, place);
        } catch (IOException e) {
            throw halfway(e);
        }
    }

    private NotPutBack halfway(IOException why) {
        keepsFormer = true;
        return new NotPutBack(former.root(), why);
    }

    /** All or nothing: one disk holds both. The database leaves its place first and comes there last, so that what a crash leaves halfway is a demo desk to be filled. */
    private void move(DataDirectory from, DataDirectory to) throws IOException {
        Comparator<Path> databaseFirst = Comparator.comparing(name -> !name.toString().startsWith("desk.db"));
        List<Path> names = from.files().stream().filter(Files::exists).map(Path::getFileName).sorted(from == place ? databaseFirst : databaseFirst.reversed()).toList();
        var moved = new ArrayList<Path>();
        try {
            for (Path name : names) {
                Files.move(from.root().resolve(name), to.root().resolve(name));
                moved.add(name);
            }
        } catch (IOException e) {
            undo(moved, from, to);
            throw e;
        }
    }

    private void undo(List<Path> moved, DataDirectory from, DataDirectory to) throws NotPutBack {
        try {
            for (Path name : moved.reversed()) {
                Files.move(to.root().resolve(name), from.root().resolve(name));
            }
        } catch (IOException e) {
            throw halfway(e);
        }
    }

    /** Deletes what is left of the desk that is not in use. What cannot be deleted now is when the next replacement begins. */
    @Override
    public void close() {
        try {
            delete(made.root());
            if (!keepsFormer) {
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
