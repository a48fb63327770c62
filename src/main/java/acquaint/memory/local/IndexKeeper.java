package acquaint.memory.local;

import acquaint.memory.Episode;
import acquaint.model.CustomerId;
import acquaint.model.SessionId;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;

/**
 * Keeps the index in step with memory's file: takes over each change, and makes an index anew that is missing, damaged or
 * of another file, a portion at a time. All but {@link #ready} and {@link #progress} on the writing thread.
 */
final class IndexKeeper {

    private static final System.Logger LOG = System.getLogger(IndexKeeper.class.getName());
    private static final int PORTION = 500;

    /** How far the making of an index has come; {@code change} is what it will have taken over at its end. */
    private record Making(long change, long sequence, Optional<String> episode, long done, long all) {}

    private record Session(CustomerId customer, SessionId session) {}

    private final MemoryFile file;
    private final MemoryIndex index;
    private final String identity;
    private MemoryIndex.Mark mark;
    private volatile Optional<Making> making = Optional.empty();
    private volatile boolean behind;

    IndexKeeper(MemoryFile file, MemoryIndex index) throws IOException {
        this.file = file;
        this.index = index;
        this.identity = file.read(tables -> tables.identity().id());
        this.mark = index.mark();
        long last = file.read(tables -> tables.changes().last());
        if (!mark.file().equals(identity) || mark.change() > last || !caughtUp()) {
            begin(last);
        }
    }

    private boolean caughtUp() {
        try {
            catchUp();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "memory's index cannot be brought up and is made again", e);
            behind = false;
            return false;
        }
    }

    /** Makes it from the beginning: what was taken into an index that is not whole yet may have been forgotten since. */
    void startOver() throws IOException {
        behind = false;
        begin(file.read(tables -> tables.changes().last()));
    }

    private void begin(long last) throws IOException {
        index.ensureOpen();
        index.deleteAll();
        // So that the former index is gone at once.
        index.commit(MemoryIndex.Mark.NONE);
        long all = file.read(tables -> tables.messages().lastSequence());
        making = Optional.of(new Making(last, 0, Optional.empty(), 0, Math.max(1, all)));
        while (all == 0 && making.isPresent()) {
            step();
        }
    }

    /** Whether a search of the index finds all that is kept. */
    boolean ready() {
        return making.isEmpty() && !behind;
    }

    /** How much of a new index is made, from 0 to 1; empty when none is being made. */
    Optional<Double> progress() {
        return making.map(now -> Math.min(1, (double) now.done() / now.all()));
    }

    /** Makes a portion of a new index; false when there is nothing to make. */
    boolean step() throws IOException {
        if (making.isEmpty()) {
            return false;
        }
        Making now = making.get();
        Optional<Making> next = now.episode().isEmpty() ? messages(now) : episodes(now);
        if (next.isEmpty()) {
            // Only what is committed is found: until then others must not search here.
            commit(now.change());
            takeOverAll();
        }
        making = next;
        return true;
    }

    private Optional<Making> messages(Making now) throws IOException {
        List<Said> portion = file.read(tables -> tables.messages().after(now.sequence(), PORTION));
        if (portion.isEmpty()) {
            return Optional.of(new Making(now.change(), now.sequence(), Optional.of(""), now.all(), now.all()));
        }
        add(file.read(tables -> documents(tables, portion)));
        long reached = portion.getLast().sequence();
        return Optional.of(new Making(now.change(), reached, Optional.empty(), reached, now.all()));
    }

    /** Of messages in order; only the first of each session has the one before it looked up. */
    private static List<Document> documents(Tables tables, List<Said> portion) {
        var last = new HashMap<Session, Said>();
        var documents = new ArrayList<Document>(portion.size());
        for (Said said : portion) {
            Optional<Said> before = Optional.ofNullable(last.put(new Session(said.customer(), said.session()), said));
            documents.add(Documents.of(said, before.or(() -> tables.messages().before(said))));
        }
        return documents;
    }

    private Optional<Making> episodes(Making now) throws IOException {
        List<Episode> portion = file.read(tables -> tables.episodes().after(now.episode().orElseThrow(), PORTION));
        if (portion.isEmpty()) {
            return Optional.empty();
        }
        add(file.read(tables -> portion.stream().map(episode -> document(tables, episode)).toList()));
        return Optional.of(new Making(now.change(), now.sequence(), Optional.of(portion.getLast().id()), now.all(), now.all()));
    }

    /** Without one that Lucene refuses: the others must be found all the same. */
    private void add(List<Document> portion) throws IOException {
        try {
            index.add(portion);
        } catch (IllegalArgumentException e) {
            for (Document document : portion) {
                try {
                    index.put(document.get(Fields.KEY), document);
                } catch (IllegalArgumentException refused) {
                    LOG.log(Level.WARNING, "one memory cannot be searched", refused);
                }
            }
        }
    }

    /** Takes over what was changed since. Does nothing while an index is made: its last step does it. */
    void catchUp() throws IOException {
        if (making.isPresent()) {
            return;
        }
        boolean done = false;
        try {
            takeOverAll();
            done = true;
        } finally {
            behind = !done;
        }
    }

    private void takeOverAll() throws IOException {
        if (!index.isOpen()) {
            index.ensureOpen();
            mark = index.mark();
        }
        for (List<ChangeTable.Change> changes = changes(); !changes.isEmpty(); changes = changes()) {
            var keys = new LinkedHashSet<String>();
            changes.forEach(change -> keys.add(change.key()));
            for (String key : keys) {
                takeOver(key);
            }
            commit(changes.getLast().number());
        }
    }

    private List<ChangeTable.Change> changes() {
        return file.read(tables -> tables.changes().after(mark.change(), PORTION));
    }

    private void takeOver(String key) throws IOException {
        Optional<Document> document = file.read(tables -> document(tables, key));
        try {
            if (document.isPresent()) {
                index.put(key, document.get());
            } else {
                index.delete(key);
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "one memory cannot be searched", e);
            index.delete(key);
        }
    }

    static Optional<Document> document(Tables tables, String key) {
        return Keys.isEpisode(key)
                ? tables.episodes().find(key).map(episode -> document(tables, episode))
                : tables.messages().find(key).map(said -> Documents.of(said, tables.messages().before(said)));
    }

    static Document document(Tables tables, Episode episode) {
        return Documents.of(episode, tables.messages().toldIn(episode), tables.episodes().vector(episode.id()));
    }

    /** Every document of one customer, for an index of that customer alone. */
    static List<Document> documents(Tables tables, CustomerId customer) {
        var documents = new ArrayList<Document>();
        documents.addAll(documents(tables, tables.messages().of(customer)));
        tables.episodes().newest(customer, 0, Integer.MAX_VALUE).forEach(episode -> documents.add(document(tables, episode)));
        return documents;
    }

    private void commit(long change) throws IOException {
        mark = new MemoryIndex.Mark(identity, change);
        index.commit(mark);
        file.write(tables -> {
            tables.changes().removeUpTo(change);
            return null;
        });
    }

    /** Overwrites what is left of deleted documents. */
    void expunge() throws IOException {
        index.expunge();
        index.commit(mark);
    }
}
