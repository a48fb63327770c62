package acquaint.casework;

import acquaint.memory.MemoryException;
import acquaint.settings.MemoryChoice;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All doors at which this program shares its memory. One thread at a time: {@link MemorySharing} sees to it. */
final class Shares {

    private static final System.Logger LOG = System.getLogger(Shares.class.getName());

    private final MemorySharing.Opening opening;
    private final Supplier<MemoryChoice> inUse;
    private final List<Share> open = new ArrayList<>();
    private boolean closed;

    Shares(MemorySharing.Opening opening, Supplier<MemoryChoice> inUse) {
        this.opening = opening;
        this.inUse = inUse;
    }

    /** Whether the memory in use is the one that can be shared. */
    boolean isPossible() {
        return !closed && inUse.get() instanceof MemoryChoice.Embedded;
    }

    Share add(SharingDoor door, String key, Consumer<Share> closing) throws IOException, MemoryException, InterruptedException {
        if (!isPossible()) {
            throw new MemoryException(MemoryException.Kind.REFUSED, "this desk remembers at a service of its own; only the embedded memory can be shared");
        }
        var share = new Share(door, key, opening, closing);
        try {
            share.open();
        } catch (BindException e) {
            Optional<Share> there = open.stream().filter(each -> each.door().port() == door.port()).findFirst();
            throw there.isPresent() ? new AlreadyShared(there.get(), e) : e;
        }
        open.add(share);
        return share;
    }

    void end(Share share, Share.Ending why) {
        share.end(why);
        open.remove(share);
    }

    void pause() {
        open.forEach(Share::pause);
    }

    /** Opens again what was paused, or ends it where that is not to be any more. */
    void goOn() {
        List.copyOf(open).forEach(this::reopen);
    }

    /** Has those that ask for the former key ask for another one. */
    void renew(String former, String key) {
        open.stream().filter(share -> share.asksFor(former)).toList().forEach(share -> {
            share.pause();
            share.askFor(key);
            reopen(share);
        });
    }

    private void reopen(Share share) {
        try {
            if (isPossible()) {
                share.open();
                return;
            }
        } catch (IOException | MemoryException e) {
            LOG.log(Level.WARNING, "the memory is not shared any more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(share, Share.Ending.ANOTHER_MEMORY);
    }

    /** Ends all, and lets none begin any more. */
    void close() {
        closed = true;
        List.copyOf(open).forEach(share -> end(share, Share.Ending.PROGRAM_ENDS));
    }
}
