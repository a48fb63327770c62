package acquaint;

import acquaint.command.DeskChoice;
import acquaint.instance.DeskLock;
import acquaint.settings.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Where this program sits: a desk's directory with its lock and its log, and the ways from there to the demo desk and back. One thread at a time.
 */
final class DeskSeat implements AutoCloseable {

    private final Optional<DataDirectory> own;
    private final DataDirectory demo;
    private DataDirectory directory;
    private boolean isDemo;
    private DeskLock lock;
    private ProgramLog log;

    /** {@code lock} is held on the desk that was chosen. A demo desk in a directory of the user's choosing has no own desk beside it. */
    DeskSeat(DeskChoice choice, DeskLock lock) {
        this(choice.demo() ? Optional.<DataDirectory>empty().or(() -> choice.data().isEmpty() ? Optional.of(usual()) : Optional.empty())
                : Optional.of(DeskSeat.of(choice)), choice.demo() ? of(choice) : of(choice).demo(), choice.demo(), lock);
    }

    DeskSeat(Optional<DataDirectory> own, DataDirectory demo, boolean isDemo, DeskLock lock) {
        this.own = own;
        this.demo = demo;
        sit(isDemo ? demo : own.orElseThrow(), isDemo, lock);
    }

    private static DataDirectory of(DeskChoice choice) {
        return DataDirectory.of(choice.data(), choice.demo(), DataDirectory.Host.current());
    }

    private static DataDirectory usual() {
        return DataDirectory.of(Optional.empty(), false, DataDirectory.Host.current());
    }

    private void sit(DataDirectory at, boolean atDemo, DeskLock held) {
        directory = at;
        isDemo = atDemo;
        lock = held;
        log = ProgramLog.open(at.logs());
    }

    DataDirectory directory() {
        return directory;
    }

    boolean isDemo() {
        return isDemo;
    }

    DataDirectory demo() {
        return demo;
    }

    /** The user's own desk, where there is one to go back to. */
    Optional<DataDirectory> own() {
        return own;
    }

    /** Whether all that is here was made up: a directory of the user's choosing may hold more than that, and files may have been brought to any. */
    boolean canBeReset() {
        return isDemo && directory.isInvented();
    }

    /** Sits down at the other desk. The lock on this one is returned: whoever closes what is open there gives it back. */
    DeskLock move(DataDirectory next, boolean nextIsDemo, DeskLock held) {
        DeskLock left = lock;
        log.close();
        sit(next, nextIsDemo, held);
        return left;
    }

    @Override
    public void close() {
        log.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
