package acquaint;

import acquaint.command.CouldNot;
import acquaint.command.DeskChoice;
import acquaint.command.Terminal;
import acquaint.command.WindowStart;
import acquaint.instance.Arrival;
import acquaint.instance.DeskLock;
import acquaint.instance.OtherInstance;
import acquaint.settings.DataDirectory;
import acquaint.store.DamagedDesk;
import acquaint.store.NewerDesk;
import java.util.function.Supplier;
import java.io.IOException;

/** Opens the window on a desk, or brings the one that is open to the front. */
final class OwnWindow implements WindowStart {

    private final Terminal terminal;
    private final Supplier<Display> display;

    OwnWindow(Terminal terminal) {
        this(terminal, Display::ofThisMachine);
    }

    OwnWindow(Terminal terminal, Supplier<Display> display) {
        this.terminal = terminal;
        this.display = display;
    }

    @Override
    public int open(DeskChoice choice) throws Exception {
        DataDirectory directory = DeskDoor.directory(choice);
        return switch (DeskDoor.arrive(directory)) {
            case Arrival.First(DeskLock lock) -> show(directory, choice, lock);
            case Arrival.Second(OtherInstance other) -> bringToFront(directory, other);
            case Arrival.Unanswered none -> throw DeskDoor.occupied(directory);
        };
    }

    private static int bringToFront(DataDirectory directory, OtherInstance other) throws Exception {
        try (other) {
            other.toFront();
            return 0;
        } catch (IOException e) {
            throw DeskDoor.occupied(directory);
        }
    }

    private int show(DataDirectory directory, DeskChoice choice, DeskLock lock) throws Exception {
        var found = display.get();
        if (found.complaint().isPresent()) {
            lock.close();
            throw new CouldNot(found.complaint().get());
        }
        try (var seat = new DeskSeat(choice, lock)) {
            return new AcquaintApplication(seat, terminal.out()).run(found);
        } catch (NewerDesk | DamagedDesk e) {
            throw DeskDoor.unopened(directory, e);
        }
    }
}
