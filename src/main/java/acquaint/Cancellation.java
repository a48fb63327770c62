package acquaint;

import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the program in good order by Ctrl+C, a terminate signal or the end of the session: the command is interrupted, and waited
 * for while it comes to a clean end.
 */
final class Cancellation {

    private static final System.Logger LOG = System.getLogger(Cancellation.class.getName());
    /** How long an interrupted command may take to come to a clean end: the conversation at hand and its commit. */
    private static final int GRACE_SECONDS = 10;
    /** What shells add to a signal's number for the exit code of a program that it ended. */
    private static final int BY_SIGNAL = 128;

    private final Thread command;
    private final CountDownLatch ended = new CountDownLatch(1);
    private int signal;

    private Cancellation(Thread command) {
        this.command = command;
    }

    static Cancellation of(Thread command) {
        var cancellation = new Cancellation(command);
        Runtime.getRuntime().addShutdownHook(new Thread(cancellation::cancel, "cancel"));
        return cancellation;
    }

    /**
     * Lets the command say how it ended when a signal stops it, as is right for one that runs until it is stopped; by itself the
     * signal would decide the exit code. A second signal ends the program at once. By reflection, since the compiler has a warning
     * for this class and no way to answer it, although it is kept open for programs (JEP 260).
     */
    void hearSignals() {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(Cancellation.class.getClassLoader(), new Class<?>[] {handlers}, (_, _, heard) -> {
                signalled((int) signals.getMethod("getNumber").invoke(heard[0]));
                return null;
            });
            for (String name : List.of("INT", "TERM")) {
                signals.getMethod("handle", signals, handlers).invoke(null, signals.getConstructor(String.class).newInstance(name), handler);
            }
        } catch (ReflectiveOperationException e) {
            // Kept by the Java machine (-Xrs), or left out of it: the program ends all the same, with the signal's code.
            LOG.log(Level.DEBUG, "signals are not heard", e);
        }
    }

    private synchronized void signalled(int number) {
        if (signal != 0) {
            Runtime.getRuntime().halt(BY_SIGNAL + number);
        }
        signal = number;
        Thread.ofPlatform().daemon().name("cancel").start(() -> {
            cancel();
            if (ended.getCount() > 0) {
                Runtime.getRuntime().halt(BY_SIGNAL + number);
            }
        });
    }

    private void cancel() {
        if (ended.getCount() > 0) {
            command.interrupt();
            try {
                ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                // The program ends either way.
            }
        }
    }

    /** The command has ended with this code; answers the program's. */
    synchronized int ended(int code) {
        ended.countDown();
        return signal == 0 || code == 0 ? code : BY_SIGNAL + signal;
    }
}
