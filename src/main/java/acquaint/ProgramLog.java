package acquaint;

import acquaint.casework.NotPermitted;
import acquaint.command.Interruption;
import acquaint.store.DamagedDesk;
import acquaint.store.NewerDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The one log of the program: {@code acquaint-0.log} and the older ones after it, and nothing on the console. Opened by
 * whoever holds the desk's lock, so that two programs never write one file.
 */
final class ProgramLog implements AutoCloseable {

    /** Three files of 2 MB: weeks of ordinary use. */
    private static final int BYTES = 2 << 20;
    private static final int FILES = 3;
    private static final Logger LOG = Logger.getLogger(ProgramLog.class.getName());
    private static final String LINE = "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";

    private final Handler handler;
    /** Java forgets a logger's level when nobody holds the logger. */
    private final List<Logger> quieted;

    private ProgramLog(Handler handler, List<Logger> quieted) {
        this.handler = handler;
        this.quieted = quieted;
    }

    /** Where the folder cannot be written, errors go to the console instead. */
    static ProgramLog open(Path folder) {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        LogManager.getLogManager().reset();
        Handler handler = handler(folder);
        Logger.getLogger("").addHandler(handler);
        // Each says at every start what is no news here: versions, and that vectors would be faster with a flag.
        return new ProgramLog(handler, List.of(
                quiet("org.apache.lucene", Level.SEVERE), quiet("org.flywaydb", Level.WARNING)));
    }

    /** Does the work and leaves its failures to the caller; those that nobody foresaw are told to the log, which is closed by the time they are shown. */
    static <T> T watch(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (NotPermitted | NewerDesk | DamagedDesk expected) {
            throw expected;
        } catch (RuntimeException | IOException | ExecutionException | Error e) {
            if (!Interruption.isBehind(e)) {
                LOG.log(Level.SEVERE, "this ended unexpectedly", e);
            }
            throw e;
        }
    }

    private static Handler handler(Path folder) {
        try {
            Files.createDirectories(folder);
            // A % in the folder's name would be read as a pattern.
            String pattern = folder.toString().replace("%", "%%") + "/acquaint-%g.log";
            var handler = new FileHandler(pattern, BYTES, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new SimpleFormatter());
            return handler;
        } catch (IOException e) {
            var console = new ConsoleHandler();
            console.setLevel(Level.SEVERE);
            return console;
        }
    }

    private static Logger quiet(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        return logger;
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
        handler.close();
        quieted.forEach(logger -> logger.setLevel(null));
    }
}
