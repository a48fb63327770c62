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
        return switch (DeskDoor.arrive(directory)) {
            case Arrival.First(DeskLock lock) -> show(directory, choice, errands, lock);
            case Arrival.Second(OtherInstance other) -> follow(directory, choice, errands, other);
            case Arrival.Unanswered none -> throw DeskDoor.occupied(directory);
        };
    }

    private int follow(DataDirectory directory, DeskChoice choice, List<Errand> errands, OtherInstance other) throws Exception {
        if (errands.isEmpty()) {
            return isGone(directory, other) ? open(choice, errands) : 0;
        }
        return handOver(directory, errands, other);
    }

    /** Whether the other, asked to come to the front, ends instead. */
    private static boolean isGone(DataDirectory directory, OtherInstance other) throws CouldNot {
        try (other) {
            return other.toFrontOrAway(BuildVersion.number());
        } catch (IOException e) {
            throw DeskDoor.occupied(directory);
        }
    }

    private int handOver(DataDirectory directory, List<Errand> errands, OtherInstance other) throws CouldNot {
        try (other) {
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
