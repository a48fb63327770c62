package acquaint.memory.local;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which file this is, and whether traces of something forgotten are still to be overwritten. */
final class IdentityTable {

    private final Handle handle;

    IdentityTable(Handle handle) {
        this.handle = handle;
    }

    String id() {
        return handle.select("SELECT id FROM identity").mapTo(String.class).one();
    }

    /** How often something was forgotten whose traces are not overwritten yet. */
    int erasing() {
        return handle.select("SELECT erasing FROM identity").mapTo(Integer.class).one();
    }

    void addErasing() {
        handle.execute("UPDATE identity SET erasing = erasing + 1");
    }

    void erased() {
        handle.execute("UPDATE identity SET erasing = 0");
    }

    /** How often something was forgotten that older copies of the file still hold. */
    int copiesBehind() {
        return handle.select("SELECT copies_behind FROM identity").mapTo(Integer.class).one();
    }

    void addCopiesBehind(int more) {
        handle.execute("UPDATE identity SET copies_behind = copies_behind + ?", more);
    }

    /** The model and length that all vectors are of; empty where there may be others. */
    Optional<String> space() {
        return handle.select("SELECT space FROM identity WHERE space IS NOT NULL").mapTo(String.class).findOne();
    }

    void space(Optional<String> space) {
        handle.execute("UPDATE identity SET space = ?", space.orElse(null));
    }

    /** Makes it another file, so that an index of what it was before is known as such. */
    void renew() {
        handle.execute("UPDATE identity SET id = lower(hex(randomblob(16))), space = NULL");
    }
}
