package acquaint;

import acquaint.settings.DataDirectory;
import acquaint.settings.DeskReplacement;
import acquaint.settings.SecretStore;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.store.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** A desk with what all that works on it needs: where it lies, what the user chose, and the time. Closing it is {@link Wiring}'s. */
record OpenedDesk(DataDirectory directory, Desk desk, Clock clock, SettingsFile file, SettingsFile.Loaded loaded, SecretStore secrets) {

    /** Begins the desk where there is none yet. */
    static OpenedDesk in(DataDirectory directory, boolean demo) throws IOException {
        var file = new SettingsFile(directory.settings());
        SettingsFile.Loaded loaded = file.load(Settings.firstStart(System.getProperty("user.name")));
        if (demo) {
            DeskReplacement.finish(directory);
            directory.markDemo();
        } else {
            directory.keep();
        }
        Clock clock = Clock.systemUTC();
        // Before the desk: where it fails, nothing is left open.
        var secrets = new SecretStore(directory.secrets());
        return new OpenedDesk(directory, Desk.open(directory.root(), clock), clock, file, loaded, secrets);
    }

    Settings settings() {
        return loaded.settings();
    }

    /** Who sits at it. */
    String agent() {
        return settings().agentName();
    }

    /** What came to it is somebody's own: a demo desk is none to be emptied any more. */
    void keep() {
        try {
            directory.keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
