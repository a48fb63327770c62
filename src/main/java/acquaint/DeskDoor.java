package acquaint;

import acquaint.command.CouldNot;
import acquaint.command.DeskChoice;
import acquaint.instance.Arrival;
import acquaint.settings.DataDirectory;
import acquaint.settings.MemoryEnvironment;
import acquaint.store.DamagedDesk;
import acquaint.store.NewerDesk;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The way into a data directory, and what is said to the user where there is none. */
final class DeskDoor {

    /** How long a start waits for a command that is at work on the same desk. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_WITH_LEAVING = Duration.ofSeconds(30);

    private DeskDoor() {}

    static DataDirectory directory(DeskChoice choice) throws CouldNot {
        var directory = DataDirectory.of(choice.data(), choice.demo(), DataDirectory.Host.current());
        try {
            return directory.create();
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    static Arrival arrive(DataDirectory directory) throws CouldNot, InterruptedException {
        return arrive(directory, PATIENCE);
    }

    /** After another program that has the desk said that it leaves, which it does when all is on disk and sent. */
    static Arrival arriveAfter(DataDirectory directory) throws CouldNot, InterruptedException {
        return arrive(directory, PATIENCE_WITH_LEAVING);
    }

    private static Arrival arrive(DataDirectory directory, Duration patience) throws CouldNot, InterruptedException {
        try {
            return Arrival.at(directory.root(), patience);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** Opens everything behind the door; the caller holds the lock. */
    static Wiring open(DataDirectory directory, boolean demo, MemoryEnvironment environment) throws CouldNot, InterruptedException {
        try {
            return Wiring.open(directory, demo, environment, Optional.empty());
        } catch (NewerDesk | DamagedDesk e) {
            throw unopened(directory, e);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** What to do about a desk that was written by a newer program, or is damaged. */
    static CouldNot unopened(DataDirectory directory, RuntimeException why) {
        if (why instanceof DamagedDesk damaged) {
            return new CouldNot("the desk in " + directory + " is damaged (" + why.getMessage() + "). Nothing was changed; "
                    + (damaged.backups().isEmpty()
                            ? "there is no automatic backup of it."
                            : "start the window to restore the backup " + damaged.backups().getFirst().getFileName() + '.'), why);
        }
        return new CouldNot("the desk in " + directory + " was last used by a newer Acquaint (" + why.getMessage()
                + "). Nothing was changed; install the newer version to work with it.", why);
    }

    private static CouldNot unusable(DataDirectory directory, IOException e) {
        return new CouldNot("the directory " + directory + " cannot be used: " + e.getClass().getSimpleName().replace("Exception", "")
                + " (" + e.getMessage() + ')', e);
    }

    static CouldNot occupied(DataDirectory directory) {
        return new CouldNot("another Acquaint is at work on the desk in " + directory
                + " and does not answer. Wait until its command has ended, or close its window, and try again.");
    }
}
