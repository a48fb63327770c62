package acquaint.memory.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What other programs keep beside the memory, as JSON. */
final class NoteTable {

    private final Handle handle;

    NoteTable(Handle handle) {
        this.handle = handle;
    }

    Optional<String> find(String kind, String id) {
        return handle.select("SELECT json FROM note WHERE kind = ? AND id = ?", kind, id).mapTo(String.class).findOne();
    }

    Map<String, String> all(String kind) {
        var all = new LinkedHashMap<String, String>();
        handle.select("SELECT id, json FROM note WHERE kind = ? ORDER BY id", kind).map((row, _) -> all.put(row.getString(1), row.getString(2))).list();
        return all;
    }

    /** {@code about}: the episode or the customer that it goes with when that is forgotten; may be empty. */
    void put(String kind, String id, String about, String json) {
        handle.execute("INSERT OR REPLACE INTO note (kind, id, about, json) VALUES (?, ?, ?, ?)", kind, id, about, json);
    }

    int removeAbout(String about) {
        return handle.execute("DELETE FROM note WHERE about = ?", about);
    }
}
