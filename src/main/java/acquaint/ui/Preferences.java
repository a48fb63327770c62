package acquaint.ui;

import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.function.UnaryOperator;

/** The settings as the window uses and changes them; each change is saved behind its back. JavaFX thread only. */
public final class Preferences {

    private static final Logger LOG = System.getLogger(Preferences.class.getName());

    private final SettingsFile file;
    private final Background.Sequence sequence;
    private Settings settings;

    public Preferences(Settings settings, SettingsFile file, Background.Sequence sequence) {
        this.settings = settings;
        this.file = file;
        this.sequence = sequence;
    }

    /** As they stand now. */
    public Settings get() {
        return settings;
    }

    /** A setting that cannot be saved is no reason to interrupt an agent: it holds until the program ends, and the log says why. */
    void change(UnaryOperator<Settings> change) {
        Settings next = change.apply(settings);
        if (next.equals(settings)) {
            return;
        }
        settings = next;
        sequence.run(() -> {
            save(change);
            return null;
        });
    }

    /** Runs {@code then} when everything changed so far is on disk. */
    void whenSaved(Runnable then) {
        sequence.run(() -> null).then(_ -> then.run());
    }

    /** On what stands in the file, since not all of it is changed here. */
    private void save(UnaryOperator<Settings> change) {
        try {
            file.change(change);
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "settings were not saved", e);
        }
    }
}
