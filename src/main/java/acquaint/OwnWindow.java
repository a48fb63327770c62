package acquaint;

import acquaint.command.BuildVersion;
import acquaint.command.CouldNot;
import acquaint.command.DeskChoice;
import acquaint.command.Terminal;
import acquaint.command.WindowStart;
import acquaint.instance.Arrival;
import acquaint.instance.DeskLock;
import acquaint.instance.Invocation;
import acquaint.instance.OtherInstance;
import acquaint.model.Errand;
import acquaint.settings.DataDirectory;
import acquaint.settings.SettingsFile;
import acquaint.store.DamagedDesk;
import acquaint.store.NewerDesk;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

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
    public int open(DeskChoice choice, List<Errand> errands) throws Exception {
        DataDirectory directory = DeskDoor.directory(choice);
        Thread.ofVirtual().name("work-expecting").start(SettingsFile::prepare);
        return open(directory, choice, errands, DeskDoor.arrive(directory));
    }

    private int open(DataDirectory directory, DeskChoice choice, List<Errand> errands, Arrival arrival) throws Exception {
        return switch (arrival) {
            case Arrival.First(DeskLock lock) -> show(directory, choice, errands, lock);
            case Arrival.Second(OtherInstance other) -> isGone(directory, other)
                    ? open(directory, choice, errands, DeskDoor.arriveAfter(directory))
                    : handOver(directory, errands);
            case Arrival.Unanswered none -> throw DeskDoor.occupied(directory);
        };
    }

    /** Whether the other, asked to come to the front, ends instead. */
    private static boolean isGone(DataDirectory directory, OtherInstance other) throws CouldNot {
        try (other) {
            return other.toFrontOrAway(BuildVersion.number());
        } catch (IOException e) {
            throw DeskDoor.occupied(directory);
        }
    }

    private int handOver(DataDirectory directory, List<Errand> errands) throws CouldNot {
        if (errands.isEmpty()) {
            return 0;
        }
        try (var other = OtherInstance.connect(directory.root()).orElseThrow(() -> DeskDoor.occupied(directory))) {
            var words = errands.stream().map(Errand::word).toList();
            return other.run(new Invocation(words, terminal.directory(), false), terminal.out(), terminal.err());
        } catch (IOException e) {
            throw DeskDoor.occupied(directory);
        }
    }

    private int show(DataDirectory directory, DeskChoice choice, List<Errand> errands, DeskLock lock) throws Exception {
        var found = display.get();
        if (found.complaint().isPresent()) {
            lock.close();
            throw new CouldNot(found.complaint().get());
        }
        if (!found.present() && !errands.isEmpty()) {
            lock.close();
            throw new CouldNot("there is no display here to show that on; \"acquaint import FILE.eml\" brings a mail in without one");
        }
        try (var seat = new DeskSeat(choice, lock)) {
            return ProgramLog.watch(() -> new AcquaintApplication(seat, errands, terminal.out()).run(found));
        } catch (NewerDesk | DamagedDesk e) {
            throw DeskDoor.unopened(directory, e);
        }
    }
}
