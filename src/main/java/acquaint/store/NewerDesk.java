package acquaint.store;

import java.nio.file.Path;

/** The desk's file was written by a newer version of the program. It was looked at, and not changed. */
public final class NewerDesk extends RuntimeException {

    private final int found;
    private final int known;

    NewerDesk(Path file, int found, int known) {
        super(file.getFileName() + " has version " + found + "; this program knows versions up to " + known);
        this.found = found;
        this.known = known;
    }

    /** The version of the file. */
    public int found() {
        return found;
    }

    /** The newest version that this program can work with. */
    public int known() {
        return known;
    }
}
