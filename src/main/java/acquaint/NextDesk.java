package acquaint;

import acquaint.instance.Arrival;
import acquaint.instance.DeskLock;
import acquaint.instance.OtherInstance;
import acquaint.settings.DataDirectory;
import acquaint.settings.DeskReplacement;
import acquaint.settings.Settings;
import acquaint.settings.SettingsFile;
import acquaint.store.DamagedDesk;
import acquaint.store.NewerDesk;
import java.io.IOException;
import java.nio.file.Files;

/** Another desk, opened while one is in use, so that nobody is left without one. Blocks. */
final class NextDesk {

    /** How a desk was found. */
    sealed interface Found {

        /** It is open, and ours. */
        record Open(DataDirectory directory, boolean demo, DeskLock lock, Wiring wiring) implements Found {}

        /** Another window has it open. */
        record Elsewhere(OtherInstance other) implements Found {}

        /** A command is at work on it, or a program that hangs. */
        record Occupied(DataDirectory directory) implements Found {}
    }

    private final DataDirectory directory;
    private final boolean demo;

    NextDesk(DataDirectory directory, boolean demo) {
        this.directory = directory;
        this.demo = demo;
    }

    /** {@code looks}: what the program looks like on the present desk, which a demo desk takes over. */
    Found open(Settings looks) throws IOException, InterruptedException, acquaint.command.CouldNot {
        directory.create();
        return switch (DeskDoor.arrive(directory)) {
            case Arrival.First(DeskLock lock) -> opened(lock, looks);
            case Arrival.Second(OtherInstance other) -> new Found.Elsewhere(other);
            case Arrival.Unanswered _ -> new Found.Occupied(directory);
        };
    }

    private Found opened(DeskLock lock, Settings looks) throws IOException, InterruptedException {
        try {
            return new Found.Open(directory, demo, lock, demo ? demo(looks) : Wiring.open(directory, false));
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
    }

    /** A demo desk that cannot be opened is begun anew where nothing on it was anybody's. */
    private Wiring demo(Settings looks) throws IOException, InterruptedException {
        dress(looks);
        try {
            return Wiring.open(directory, true);
        } catch (DamagedDesk | NewerDesk e) {
            if (!directory.isInvented()) {
                throw e;
            }
            return anew(directory, looks);
        }
    }

    /** How a desk is opened. */
    @FunctionalInterface
    interface Opening {
        Wiring open(DataDirectory directory, boolean demo) throws IOException, InterruptedException;
    }

    /** The demo desk as on its first day; the caller holds its lock and has closed it. {@link IOException} where somebody's own work is on it; whatever is thrown but {@link DeskReplacement.NotPutBack}, all is as it was. */
    static Wiring anew(DataDirectory directory, Settings looks) throws IOException, InterruptedException {
        return anew(directory, looks, Wiring::open);
    }

    static Wiring anew(DataDirectory directory, Settings looks, Opening opening) throws IOException, InterruptedException {
        try (var replacement = DeskReplacement.of(directory)) {
            new NextDesk(replacement.made(), true).dress(looks);
            opening.open(replacement.made(), true).close();
            replacement.take();
            Wiring opened;
            try {
                opened = opening.open(directory, true);
            } catch (Throwable e) {
                takeBack(replacement, e);
                throw e;
            }
            replacement.done();
            return opened;
        }
    }

    private static void takeBack(DeskReplacement replacement, Throwable why) throws DeskReplacement.NotPutBack {
        try {
            replacement.takeBack();
        } catch (DeskReplacement.NotPutBack e) {
            e.addSuppressed(why);
            throw e;
        }
    }

    private void dress(Settings looks) throws IOException {
        boolean first = !Files.exists(directory.settings());
        var file = new SettingsFile(directory.settings());
        file.load(Settings.firstStart(System.getProperty("user.name")));
        file.change(demo -> (first ? demo.withAgentName(looks.agentName()) : demo).withLanguage(looks.language()).withTheme(looks.theme()).withDensity(looks.density())
                .withDesktop(demo.desktop().withAppearance(looks.desktop().appearance()).withKeys(looks.desktop().keys())));
        if (looks.window().isPresent()) {
            file.change(demo -> demo.withWindow(looks.window().get()));
        }
    }
}
