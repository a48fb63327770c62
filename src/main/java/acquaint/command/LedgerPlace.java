package acquaint.command;

import acquaint.privacy.Ledger;
import acquaint.settings.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Where the chosen desk's ledger is. It is only read, so that no desk has to be opened for it, and a window may be open on it. */
record LedgerPlace(DeskChoice choice) {

    Path file() {
        return DataDirectory.of(choice.data(), choice.demo(), DataDirectory.Host.current()).ledger();
    }

    /** Something was sent from this desk, or the file was taken away and the note of its end stayed. */
    boolean used() {
        return Files.exists(file()) || Files.exists(file().resolveSibling(file().getFileName() + ".end"));
    }

    Ledger ledger() {
        return new Ledger(file(), Clock.systemUTC());
    }
}
